"""A person's name taken apart, and whether two of them can be one person's."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from attribution.identify.lexicon import lexicon

# Letters behind a name that are no part of it: seats, silk, orders, degrees. "MA", "DO" and "AM" are also family names.
CREDENTIALS = frozenset(
    "esq md phd dphil dsc bsc msc llb llm mba mph rn cpa dds mp meps mep msp mla mlc mna kc qc "
    "obe mbe cbe kbe dbe gbe om cmg kcmg gcmg kcb gcb kcvo cvo dso frs frse frcp frcs fba".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"}) | CREDENTIALS


_LETTERS = re.compile(rf"(?:,? (?:{'|'.join(map(str.upper, sorted(CREDENTIALS)))}|Ph\.?D|[BM]Sc|DPhil|Esq)\b\.?)+")
_JOINS = re.compile(r" (?:[Aa]nd|AND|&|or) |, (?!(?:[JS]r|I+|Esq|Ph\.?D|M\.?D|[KQ]C|M[ES]?P|[OMCK]BE)\b)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Folded words: given names in order, the family name with its particles, and "jr", "iii" or ""."""

    given: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Lower case, without accents, points or apostrophes: "O’Neill" and "O'Neill", "Peña" and "Pena" are equal."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[.’'`‘“”\"()\u0300-\u036f]", "", plain)


def parse_name(words: Sequence[str]) -> PersonName:
    """Take the words of a name apart; titles are already off. Without words every part is empty."""
    folded = [fold(word.rstrip(",")) for word in words if word[0] not in '“"‘(']
    suffix = ""
    while len(folded) > 1 and folded[-1] in SUFFIXES:
        last = folded.pop()
        suffix = suffix if last in CREDENTIALS else last
    cut = max(len(folded) - 1, 0)
    while cut > 0 and folded[cut - 1] in lexicon().particles and (cut > 1 or folded[0] not in ("al", "ben")):
        cut -= 1
    return PersonName(tuple(folded[:cut]), " ".join(folded[cut:]), suffix)


def parse_person(name: str) -> PersonName:
    """A name taken apart that may still have titles before it and a possessive behind it: "Mayor Ada Thorn’s"."""
    return parse_name(untitled(name))


def untitled(name: str) -> list[str]:
    """The words of a name as printed, without titles before it and a possessive behind it."""
    words = re.sub(r"[’']s?$", "", name.strip()).split()
    while len(words) > 1 and _is_title(words[0], len(words)):
        words = words[1:]
    return words


def _is_title(word: str, count: int) -> bool:
    """Honorifics always go; a title that is a name elsewhere ("King") only where a whole name follows."""
    key = word.lower().rstrip(".")
    return key in lexicon().honorifics or (key in lexicon().titles and key not in lexicon().first_names and count > 2)


def behind_letters(text: str, at: int) -> int:
    """The offset behind the letters that follow a name that ends at ``at``: " KC", ", MD"; or ``at``."""
    found = _LETTERS.match(text, at)
    return at if found is None else found.end()


def is_joint(name: str) -> bool:
    """Whether a name joins several: "Thorn and Vale", "Thorn, Vale"."""
    return _JOINS.search(name) is not None


def given_fit(a: str, b: str) -> bool:
    """Two first names can be one person's: equal, an initial, or a known short form."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    nicknames = lexicon().nicknames
    if nicknames.get(a, a) == nicknames.get(b, b):
        return True
    # A slip of the pen: "Hilary" and "Hillary". Shorter names differ by a letter too often: Jon and Jan.
    return min(len(a), len(b)) > 5 and a[0] == b[0] and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def middles_fit(a: PersonName, b: PersonName) -> bool:
    """Whether no middle names tell the two apart: one has none, or the first of each begins with the same letter."""
    return len({name.given[1][0] for name in (a, b) if len(name.given) > 1}) < 2


def names_fit(a: PersonName, b: PersonName) -> bool:
    """Two names that each hold a given and a family name can be one person's; never true on the family name alone."""
    if a.suffix != b.suffix or not a.given or not b.given or a.family != b.family:
        return False
    if given_fit(a.given[0], b.given[0]):
        return middles_fit(a, b)
    # "J. Edgar Hoover" and "Edgar Hoover": the first name is a middle name elsewhere.
    longer, shorter = (a, b) if len(a.given) > len(b.given) else (b, a)
    return len(shorter.given) == 1 and len(shorter.given[0]) > 1 and shorter.given[0] in longer.given[1:]
