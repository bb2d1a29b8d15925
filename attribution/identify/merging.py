"""Speakers that may be one though nothing proves it: suggested merges, each with its reason, for a person to decide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from attribution.identify.names import PersonName, given_fit
from attribution.identify.spelling import consonants, plain
from attribution.model import Merge

# A bare family name that fits more people than this says nothing of any of them.
MOST_NAMESAKES = 2
# Surnames at least this alike (0–1) may be one spelled twice.
CLOSE = 0.8
SMALL_WORDS = frozenset({"of", "for", "and", "in", "the"})


def people_alike(people: Mapping[str, PersonName]) -> Iterator[Merge]:
    """Pairs of people by canonical name: close surnames with first names that fit, or a bare surname that few bear.

    Compared are only names whose surnames have the same consonants and whose first names begin alike.
    """
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    bare: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, parsed in sorted(people.items()):
        if parsed.given:
            full[consonants(parsed.family), parsed.given[0][:1]].append(name)
            bearers[parsed.family].append(name)
        elif parsed.family:
            bare[parsed.family].append(name)
    for names in full.values():
        yield from _close(names, people)
    for family, short in bare.items():
        if 1 <= len(bearers[family]) <= MOST_NAMESAKES:
            for one in short:
                for other in bearers[family]:
                    score = 0.6 if len(bearers[family]) == 1 else 0.5
                    yield Merge(one, other, score, f"“{one}” may be short for “{other}”")


def _close(names: Sequence[str], people: Mapping[str, PersonName]) -> Iterator[Merge]:
    for one, other in combinations(names, 2):
        a, b = people[one], people[other]
        if a.suffix != b.suffix or not given_fit(a.given[0], b.given[0]):
            continue
        likeness = fuzz.ratio(a.family, b.family) / 100
        if likeness >= CLOSE:
            same = "the surname is the same" if a.family == b.family else "the surnames are close"
            yield Merge(one, other, round(0.6 + 0.3 * likeness, 2), f"the first names fit and {same}")


def bodies_alike(names: Iterable[str]) -> Iterator[Merge]:
    """Pairs of organisations: the same words in another order, or one by the initials of the other."""
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    by_initials: dict[str, list[str]] = defaultdict(list)
    ordered = sorted(names)
    for name in ordered:
        words = [word for word in plain(name).split() if word not in SMALL_WORDS]
        by_words[tuple(sorted(words))].append(name)
        if len(words) > 2:
            by_initials["".join(word[0] for word in words)].append(name)
    for alike in by_words.values():
        yield from (Merge(alike[0], other, 0.9, "the same words in another order") for other in alike[1:])
    for name in ordered:
        if name.isupper():
            for other in by_initials.get(plain(name), ()):
                yield Merge(name, other, 0.7, f"“{name}” are the initials of “{other}”")
