"""Speakers across articles: each name form is linked to one canonical speaker, by evidence in the names alone.

A person's whole name links to the same name, its initials, short forms and transliterations; a bare surname only where
it can be nobody else. What is likely but not sure is a suggested merge. What a person decided always wins.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from attribution.identify.names import PersonName, given_fit, names_fit, parse_name
from attribution.identify.spelling import consonants, plain, same_transliterated
from attribution.model import Alias, Merge, Speaker, SpeakerType

Key = tuple[str, SpeakerType]
# Organisations' names that are as alike as this may be one: "Port Authority of Hollin", "Hollin Port Authority".
ALIKE = 92.0
# How sure a link is, by what it rests on.
SURE = {"decided": 1.0, "form": 1.0, "name": 0.95, "spelling": 0.9, "surname": 0.8}


@dataclass(slots=True)
class _Known:
    """One canonical speaker, with its name taken apart."""

    key: Key
    parsed: PersonName
    forms: set[str] = field(default_factory=set)


class Directory:
    """The canonical speakers, learned from the ledger's name forms and from every speaker linked since."""

    def __init__(self, aliases: Iterable[Alias] = (), refused: Iterable[frozenset[str]] = ()) -> None:
        self._refused = frozenset(refused)
        self._known: dict[Key, _Known] = {}
        self._forms: dict[Key, set[Key]] = defaultdict(set)
        self._decided: dict[Key, Key] = {}
        self._families: dict[str, set[Key]] = defaultdict(set)
        for alias in aliases:
            self._learn((alias.speaker, alias.type), alias.form, alias.decided)

    def _learn(self, key: Key, form: str, decided: bool = False) -> None:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Known(key, parse_name(key[0].split()))
            self._families[consonants(known.parsed.family)].add(key)
            self._forms[plain(key[0]), key[1]].add(key)
        known.forms.add(form)
        self._forms[plain(form), key[1]].add(key)
        if decided:
            self._decided[plain(form), key[1]] = key

    def link(self, speaker: Speaker) -> Speaker:
        """The speaker with its canonical name filled in, and the reason told; it is known from now on.

        Groups and unnamed sources are linked by their own words only, nobody not at all.
        """
        if speaker.type is SpeakerType.NONE or not plain(speaker.name):
            return speaker
        found, how, why = self._find(speaker)
        self._learn(found, speaker.name)
        if found[0] == speaker.name:
            return replace(speaker, canonical=found[0])
        sure = min(speaker.confidence, SURE[how])
        return replace(speaker, canonical=found[0], confidence=sure, reason=f"{speaker.reason}; {why}")

    def _find(self, speaker: Speaker) -> tuple[Key, str, str]:
        own, form = (speaker.name, speaker.type), (plain(speaker.name), speaker.type)
        if form in self._decided:
            found = self._decided[form]
            return found, "decided", f"“{speaker.name}” was set to be {found[0]}"
        same = self._forms.get(form, set())
        if len(same) == 1:
            found = next(iter(same))
            return found, "form", f"“{speaker.name}” is a name of {found[0]}"
        if same or speaker.type is not SpeakerType.PERSON:
            return own, "form", ""
        return self._by_name(own) or (own, "form", "")

    def _by_name(self, own: Key) -> tuple[Key, str, str] | None:
        parsed = parse_name(own[0].split())
        near = [self._known[key] for key in self._families.get(consonants(parsed.family), ()) if key[1] is own[1]]
        if not parsed.given:
            fit = [each for each in near if each.parsed.family == parsed.family]
            if len(fit) == 1 and fit[0].parsed.given:
                return fit[0].key, "surname", f"the only {own[0]} known is {fit[0].key[0]}"
            return None
        fit = [each for each in near if names_fit(parsed, each.parsed)]
        if len(fit) == 1:
            return fit[0].key, "name", f"“{own[0]}” and “{fit[0].key[0]}” fit as one name"
        fit = fit or [each for each in near if same_transliterated(parsed, each.parsed)]
        if len(fit) == 1:
            return fit[0].key, "spelling", f"“{own[0]}” is another spelling of “{fit[0].key[0]}”"
        return None

    def suggestions(self) -> list[Merge]:
        """Pairs of speakers that may be one, likeliest first, without those that a person refused."""
        found = {frozenset((m.speaker, m.other)): m for m in (*self._people(), *self._bodies())}
        kept = [merge for pair, merge in found.items() if pair not in self._refused and len(pair) == 2]
        return sorted(kept, key=lambda m: (-m.score, m.speaker, m.other))

    def _people(self) -> Iterator[Merge]:
        for family in self._families.values():
            near = sorted((self._known[key] for key in family if key[1] is SpeakerType.PERSON), key=lambda k: k.key)
            for at, one in enumerate(near):
                for other in near[at + 1 :]:
                    yield from _alike(one, other)

    def _bodies(self) -> Iterator[Merge]:
        """Organisations with the same words in another order, or one by the initials of another."""
        by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        by_initials: dict[str, list[str]] = defaultdict(list)
        for name, kind in sorted(self._known):
            if kind is SpeakerType.ORGANISATION:
                words = [word for word in plain(name).split() if word not in ("of", "for", "and", "in")]
                by_words[tuple(sorted(words))].append(name)
                if len(words) > 2:
                    by_initials["".join(word[0] for word in words)].append(name)
        for names in by_words.values():
            yield from (Merge(names[0], other, 0.9, "the same words in another order") for other in names[1:])
        for name, kind in self._known:
            if kind is SpeakerType.ORGANISATION and name.isupper():
                for other in by_initials.get(plain(name), ()):
                    yield Merge(name, other, 0.7, f"“{name}” are the initials of “{other}”")


def _alike(one: _Known, other: _Known) -> Iterator[Merge]:
    a, b = one.parsed, other.parsed
    names = one.key[0], other.key[0]
    if a.suffix != b.suffix:
        return
    if not a.given or not b.given:
        if a.family == b.family:
            yield Merge(*names, 0.6, f"“{min(names, key=len)}” may be short for “{max(names, key=len)}”")
    elif given_fit(a.given[0], b.given[0]):
        likeness = fuzz.ratio(a.family, b.family) / 100
        if a.family == b.family or likeness >= 0.8:
            yield Merge(*names, round(0.6 + 0.3 * likeness, 2), "the first names fit and the surnames are close")
