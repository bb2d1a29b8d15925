"""Organisations that may be one though nothing proves it: suggested merges, each with its reason."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from attribution.identify.spelling import plain
from attribution.model import Merge

SMALL_WORDS = frozenset({"of", "for", "and", "in", "on", "the", "to"})
# What newsrooms shorten inside a name; "us" is never the pronoun in the name of a body.
SHORTENED = {
    "us": "united states", "un": "united nations", "uk": "united kingdom", "eu": "european union", "ny": "new york",
    "nyc": "new york city", "dept": "department", "univ": "university", "natl": "national", "intl": "international",
    "govt": "government", "assn": "association", "corp": "corporation", "inc": "incorporated", "co": "company",
}  # fmt: skip
# Last words that a name is often printed without.
LEFT_OUT = frozenset(
    "department center centre committee corporation incorporated company group university institute foundation agency "
    "association police newspaper magazine".split()
)
# A short name within more names than this says nothing of any of them.
MOST_LONGER = 2
# Shorter single words differ by a letter too often: CNN and CBN.
LEAST_LETTERS = 5
Words = tuple[str, ...]


def bodies_alike(names: Iterable[str]) -> Iterator[Merge]:
    """Pairs of organisations: the same words in another order or shortened, one by the initials of the other, one
    name inside the other, or a single word with a slip in it.
    """
    words = {name: _words(name) for name in sorted(names) if " and the " not in name}
    yield from _reordered(words)
    yield from _initials(words)
    yield from _inside(words)
    yield from _slips(words)


def _words(name: str) -> Words:
    """The words of a name, folded and spelled out, possessives and small words off."""
    folded = [SHORTENED.get(word, word) for word in plain(name).split()]
    return tuple(word for word in " ".join(folded).split() if word not in SMALL_WORDS)


def _reordered(words: Mapping[str, Words]) -> Iterator[Merge]:
    alike: dict[Words, list[str]] = defaultdict(list)
    for name, own in words.items():
        alike[tuple(sorted(own))].append(name)
    for one, *others in alike.values():
        for other in others:
            order = sorted(plain(one).split()) == sorted(plain(other).split()) or words[one] != words[other]
            yield Merge(one, other, 0.9, "the same words in another order" if order else "the same words, shortened")


def _initials(words: Mapping[str, Words]) -> Iterator[Merge]:
    by_initials: dict[str, set[str]] = defaultdict(set)
    for name, own in words.items():
        for several in (own, plain(name).split()):
            if len(several) > 2 and _capitalised(name):
                by_initials["".join(word[0] for word in several)].add(name)
    for name in words:
        if name.isupper():
            longer = sorted(by_initials.get(plain(name).replace(" ", ""), ()))
            score = 0.7 if len(longer) == 1 else 0.6
            yield from (Merge(name, other, score, f"“{name}” are the initials of “{other}”") for other in longer)


def _capitalised(name: str) -> bool:
    return all(word[0].isupper() for word in name.split() if word.casefold() not in SMALL_WORDS)


def _inside(words: Mapping[str, Words]) -> Iterator[Merge]:
    """Names of two words or more that stand, in order, within few longer ones: at their end, at their beginning where
    what follows is often left out, or with a word less in the middle that is no name.

    A description ("city council") is within too many names to be one of them.
    """
    longer: dict[Words, list[str]] = defaultdict(list)
    known = {plain(name) for name in words}
    for name, own in words.items():
        for short in _shorter(name, own, known):
            longer[short].append(name)
    for name, own in words.items():
        found = [other for other in longer.get(own, ()) if words[other] != own]
        if len(own) > 1 and name != name.lower() and 1 <= len(found) <= MOST_LONGER:
            score = 0.6 if len(found) == 1 else 0.5
            yield from (Merge(name, other, score, f"“{name}” may be short for “{other}”") for other in found)


def _shorter(name: str, own: Words, known: Container[str]) -> Iterator[Words]:
    """What a name may be printed as when words of it are left out."""
    one, _, other = name.partition(" and ")
    if plain(one) in known and plain(other) in known:
        return  # two bodies
    yield from (own[cut:] for cut in range(1, len(own) - 1) if not _belongs(name, own[cut:]))
    lower = {plain(word) for word in name.split() if word == word.lower()}
    if len(own) > 3:
        yield from (own[:cut] + own[cut + 1 :] for cut in range(1, len(own) - 1) if own[cut] in lower)
    if own[-1:] and own[-1] in LEFT_OUT and len(own) > 2:
        yield own[:-1]


def _belongs(name: str, part: Words) -> bool:
    """Whether the words before this last part of a name name something of it: "Staff for the …", "Directorate of …"."""
    before, left = name.split(), len(part)
    while before and left > 0:
        left -= len(_words(before.pop()))
    while before and before[-1].casefold() in ("the", "a", "an"):
        before.pop()
    return bool(before) and before[-1].casefold() in ("of", "for", "at", "in", "to", "on")


def _slips(words: Mapping[str, Words]) -> Iterator[Merge]:
    """Single words that are a letter apart, or two letters changed about: grouped by first letter and length."""
    single: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, own in words.items():
        if len(own) == 1 and len(own[0]) >= LEAST_LETTERS:
            single[own[0][0], len(own[0])].append(name)
    for (letter, length), names in single.items():
        near = (*names, *single.get((letter, length + 1), ()))
        for place, one in enumerate(names):
            yield from (_slip(one, other) for other in _misspelt(words, one, near[place + 1 :]))


def _misspelt(words: Mapping[str, Words], one: str, others: Sequence[str]) -> Iterator[str]:
    own = words[one][0]
    slips = (each for each in others if OSA.distance(own, words[each][0], score_cutoff=1) == 1)
    return (each for each in slips if words[each][0].rstrip("s") != own.rstrip("s"))


def _slip(one: str, other: str) -> Merge:
    return Merge(one, other, 0.55, "the names are a letter apart")
