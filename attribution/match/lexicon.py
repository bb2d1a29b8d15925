"""What matching knows of the open classes of English words, out of WordNet (see ``training/lexicon.py``).

A word's *base* is what a dictionary lists it under; its *family* the words derived from the same stem.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ENDINGS = tuple(
    (ending, put)
    for ending, *puts in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("ing", "", "e"),
        ("ed", "", "e"),
        ("es", ""),
        ("s", ""),
        ("er", "", "e"),
        ("est", "", "e"),
        ("ly", ""),
        ("men", "man"),
    )
    for put in puts
)
LAST_LETTERS = frozenset(ending[-1] for ending, _ in ENDINGS)


# A last syllable in l without stress, after another one.
UNSTRESSED = re.compile("[aeiouy][^aeiouy]+[ea]l$")
# "Ireland" is no form of "ire", "postman" none of "post".
OTHER = ("land", "man", "woman")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``groups`` and ``links`` number the meanings a base has; ``opposites``, ``families``, ``parts`` and ``places``
    by base."""

    groups: dict[str, frozenset[int]]
    links: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]
    families: dict[str, int]
    irregular: dict[str, str]
    spellings: dict[str, str]
    parts: dict[str, str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    data = files("attribution.match").joinpath("data")
    table = json.loads(data.joinpath("lexicon.json").read_text("utf-8"))
    parts = {word: part for part, words in table["parts"].items() for word in words.split()}
    own = [line for line in data.joinpath("synonyms.txt").read_text("utf-8").splitlines() if line[:1] not in ("#", "")]
    return Lexicon(
        groups=_numbered(table["groups"] + own),
        links=_paired(table["links"]),
        opposites=_paired(table["opposites"]),
        families={word: at for at, family in enumerate(table["families"]) for word in family.split()},
        irregular=table["irregular"],
        spellings=_doubled(parts) | _inflected(table["spelling"]),
        parts=parts,
        places=frozenset(table["places"].split()),
    )


def _numbered(groups: list[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(groups):
        for word in group.split():
            found[word].add(at)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _paired(pairs: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        a, b = pair.split()
        found[a].add(b)
        found[b].add(a)
    return {word: frozenset(others) for word, others in found.items()}


def _inflected(spellings: dict[str, str]) -> dict[str, str]:
    """British spellings with their regular endings: colour, colours, coloured, colouring."""
    found = {}
    for british, american in spellings.items():
        for ending in ("", "s", "d" if british.endswith("e") else "ed", "ing", "r"):
            found[_with(british, ending)] = _with(american, ending)
    return found


def _doubled(parts: Mapping[str, str]) -> dict[str, str]:
    """British forms that double an l: channelled, signalling."""
    verbs = [
        word for word, part in parts.items() if part in "nv" and UNSTRESSED.search(word) and word + "l" not in parts
    ]
    return {f"{verb}l{ending}": f"{verb}{ending}" for verb in verbs for ending in ("ed", "ing", "er", "ers")}


def _with(word: str, ending: str) -> str:
    return word[:-1] + ending if ending == "ing" and word.endswith("e") else word + ending


def spelling(word: str) -> str:
    """The American spelling of a word, or the word."""
    return lexicon().spellings.get(word, word)


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """What a dictionary lists a word under: went → go, cities → city. An unknown word is its own base."""
    known = lexicon()
    if word in known.irregular:
        return known.irregular[word]
    if word in known.parts and not word.endswith(("ing", "ed", "s", "er", "est")):
        return word
    if word[-1:] not in LAST_LETTERS:
        return word
    for ending, put in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)] + put
            if stem in known.parts:
                return stem
            if len(stem) > 3 and stem[-1:] == stem[-2:-1] and stem[:-1] in known.parts and not put:
                return stem[:-1]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


@lru_cache(maxsize=65536)
def part(word: str) -> str:
    """The part of speech a word is mostly used as: n, v, a, r, or "" where the lexicon has none."""
    parts = lexicon().parts
    return parts.get(word) or parts.get(base(word), "")


@lru_cache(maxsize=65536)
def opposed(a: str, b: str) -> bool:
    """Whether two words, or words derived from them, are opposites."""
    opposites = lexicon().opposites
    return any(x in opposites and bool(opposites[x] & set(_kin(b))) for x in _kin(a))


@lru_cache(maxsize=16384)
def _kin(word: str) -> tuple[str, ...]:
    """A word's base and the other words of its family."""
    known, own = lexicon(), base(word)
    number = known.families.get(own)
    if number is None:
        return (word, own) if word != own else (own,)
    return (word, own, *(other for other in _families().get(number, ()) if other != own))


@lru_cache(maxsize=1)
def _families() -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word, number in lexicon().families.items():
        found[number].append(word)
    return {number: tuple(words) for number, words in found.items()}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One name for a word's whole family: the number of it, or the word's base where it has no family."""
    own = base(word)
    number = lexicon().families.get(own)
    return own if number is None else f"+{number}"


@lru_cache(maxsize=65536)
def akin(a: str, b: str) -> bool:
    """Whether two words are forms of one word or derived from one another."""
    x, y = base(a), base(b)
    if x == y:
        return True
    families = lexicon().families
    if x in families and families[x] == families.get(y):
        return True
    # "know" and "knowledge" have no link in WordNet: one is the beginning of the other.
    short, long = sorted((x, y), key=len)
    ending = long[len(short) :]
    return len(short) >= 4 and part(short) != "" and long.startswith(short) and ending not in OTHER


@lru_cache(maxsize=65536)
def synonymous(a: str, b: str) -> bool:
    """Whether two words can mean the same: a common sense shared, or one step apart; never opposites."""
    known = lexicon()
    if opposed(a, b):
        return False
    for x in {a, base(a)}:
        for y in {b, base(b)}:
            if known.groups.get(x, frozenset()) & known.groups.get(y, frozenset()) or y in known.links.get(x, ()):
                return True
    return False
