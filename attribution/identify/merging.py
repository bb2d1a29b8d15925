"""People who may be one though nothing proves it: suggested merges, each with its reason, for a person to decide."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from attribution.identify.lexicon import lexicon
from attribution.identify.names import PersonName, given_fit, middles_fit
from attribution.identify.spelling import carried, consonants
from attribution.model import Merge

# A bare family name that fits more people than this says nothing of any of them.
MOST_NAMESAKES = 2
# Surnames at least this alike (0–1) may be one spelled twice.
CLOSE = 0.8
# Names of fewer letters differ by one too often: Joan and John, Del and Dell.
LEAST_LETTERS = 5


def people_alike(people: Mapping[str, PersonName]) -> Iterator[Merge]:
    """Pairs of people by canonical name: close surnames with first names that fit, or a bare surname that few bear.

    Compared are only names whose surnames have the same consonants and whose first names begin alike; a bare surname
    is compared with those that are carried over alike: Lukashenka, Lukashenko.
    """
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    bare: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, parsed in sorted(people.items()):
        if parsed.given:
            full[consonants(parsed.family), parsed.given[0][:1]].append(name)
            bearers[carried(parsed.family)].append(name)
        elif parsed.family and parsed.family not in lexicon().places:
            bare[carried(parsed.family)].append(name)
    for names in full.values():
        for one, other in combinations(names, 2):
            yield from _close(one, other, people[one], people[other])
    for family, short in bare.items():
        yield from _short_for(short, bearers.get(family, ()), people)


def _close(one: str, other: str, a: PersonName, b: PersonName) -> Iterator[Merge]:
    likeness = fuzz.ratio(a.family, b.family) / 100
    first = _first_names(a.given[0], b.given[0])
    if likeness < CLOSE or first is None or _told_apart(a, b) or (first != FIT and a.family != b.family):
        return
    same = "the surname is the same" if a.family == b.family else "the surnames are close"
    suffix = f", but only one has “{(one if a.suffix else other).split()[-1]}”" if a.suffix != b.suffix else ""
    score = 0.6 + 0.3 * likeness - (0.2 if suffix else 0) - (0.3 if first != FIT else 0)
    yield Merge(one, other, round(score, 2), f"{first} and {same}{suffix}")


FIT = "the first names fit"


def _first_names(a: str, b: str) -> str | None:
    """How two first names can be one person's, in words; None when they cannot."""
    if given_fit(a, b):
        return FIT
    known = lexicon().first_names
    slip = min(len(a), len(b)) >= LEAST_LETTERS and not (a in known and b in known)
    slip = slip and OSA.distance(a, b, score_cutoff=1) <= 1
    return "the first names are a letter apart" if slip else None


def _told_apart(a: PersonName, b: PersonName) -> bool:
    """Father and son by their suffixes, or two middle names that begin with other letters."""
    return bool(a.suffix and b.suffix and a.suffix != b.suffix) or not middles_fit(a, b)


def _short_for(short: Sequence[str], bearers: Sequence[str], people: Mapping[str, PersonName]) -> Iterator[Merge]:
    """Bare surnames with those who bear them, and two spellings of one bare surname with each other."""
    for one, other in combinations(short, 2):
        if people[one].family != people[other].family:
            yield Merge(one, other, 0.5, "two ways to spell one surname, without a first name")
    if len(bearers) > MOST_NAMESAKES:
        return
    for one in short:
        for other in bearers:
            spelled = people[one].family != people[other].family
            if spelled and len(people[one].family) < LEAST_LETTERS:
                continue
            score = 0.6 - (0.1 if len(bearers) > 1 else 0) - (0.05 if spelled else 0)
            why = f"“{one}” may be short for “{other}”" + (", spelled another way" if spelled else "")
            yield Merge(one, other, round(score, 2), why)
