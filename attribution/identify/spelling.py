"""Names folded for comparison, and the ways in which one name is carried over from another alphabet."""

import re
from functools import lru_cache

from attribution.identify.names import PersonName, fold, given_fit, middles_fit

# Endings and letters that Cyrillic, Greek and Arabic names get in one newsroom or another; each group is one.
ENDINGS = (
    (re.compile(r"(?:iy|yy|yi|ii|ij|ey|y|i)$"), "y"),
    (re.compile(r"(?<=enk)[oa]$"), "o"),
    (re.compile(r"(?:off|of|ov|ow)$"), "ov"),
    (re.compile(r"(?:eff|ef|ev|ew)$"), "ev"),
)
LETTERS = (("ph", "f"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("dzh", "j"), ("dj", "j"), ("yu", "u"), ("iu", "u"),
           ("ya", "a"), ("ia", "a"), ("yo", "o"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ks", "x"), ("w", "v"),
           ("q", "k"))  # fmt: skip


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name for lookup: folded, without a leading article, possessives or hyphens, single spaces."""
    words = [fold(re.sub(r"[’']s$", "", word)) for word in name.replace("-", " ").split()]
    kept = [word for word in words if word]
    return " ".join(kept[1:] if len(kept) > 1 and kept[0] in ("the", "a", "an") else kept)


@lru_cache(maxsize=65536)
def consonants(family: str) -> str:
    """What stays of a surname in every spelling: its consonants, the letters above made one, doubles single."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh\s-]", "", carried(family))) or family


@lru_cache(maxsize=65536)
def carried(word: str) -> str:
    """A folded word with its letters and ending as one newsroom would carry them over."""
    for ending, one in ENDINGS:
        changed = ending.sub(one, word)
        if changed != word or ending.search(word):
            word = changed
            break
    for many, one in LETTERS:
        word = word.replace(many, one)
    return re.sub(r"(.)\1+", r"\1", word)


def same_transliterated(a: PersonName, b: PersonName) -> bool:
    """Whether two whole names are one, spelled by two ways of carrying it over: never on the surname alone."""
    if not a.given or not b.given or a.suffix != b.suffix or carried(a.family) != carried(b.family):
        return False
    return middles_fit(a, b) and (given_fit(a.given[0], b.given[0]) or _same_given(a.given[0], b.given[0]))


# A first name with fewer consonants is another name as soon as a vowel differs: Joan and John.
LEAST_CONSONANTS = 4


def _same_given(a: str, b: str) -> bool:
    """First names differ in more letters than surnames: Alexander, Aleksandr, Alyaksandr."""
    one, other = (re.sub(r"[aeiouyh]", "", carried(name).replace("x", "ks").replace("c", "k")) for name in (a, b))
    return one == other and len(one) >= LEAST_CONSONANTS
