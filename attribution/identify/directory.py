"""Speakers across articles: each name form is linked to one canonical speaker, by evidence in the names alone.

A person's whole name links to the same name, its initials, short forms and transliterations; a bare surname only where
it can be nobody else. What is likely but not sure is a suggested merge. What a person decided always wins.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from attribution.identify.bodies import bodies_alike
from attribution.identify.merging import people_alike
from attribution.identify.names import PersonName, is_joint, names_fit, parse_person, untitled
from attribution.identify.spelling import consonants, plain, same_transliterated
from attribution.model import Alias, Merge, Speaker, SpeakerType

Key = tuple[str, SpeakerType]
NAMELESS = PersonName((), "", "")
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
            parsed = NAMELESS if is_joint(key[0]) or key[1] is not SpeakerType.PERSON else parse_person(key[0])
            known = self._known[key] = _Known(key, parsed)
            if parsed.family:
                self._families[consonants(parsed.family)].add(key)
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
        if found[0] == speaker.name or (how == "form" and plain(found[0]) == plain(speaker.name)):
            return replace(speaker, canonical=found[0])
        sure = min(speaker.confidence, SURE[how])
        return replace(speaker, canonical=found[0], confidence=sure, reason=f"{speaker.reason}; {why}")

    def _find(self, speaker: Speaker) -> tuple[Key, str, str]:
        own, form = (speaker.name, speaker.type), (plain(speaker.name), speaker.type)
        if form in self._decided:
            found = self._decided[form]
            return found, "decided", f"“{speaker.name}” was set to be {found[0]}"
        person = speaker.type is SpeakerType.PERSON and not is_joint(speaker.name)
        parsed = parse_person(speaker.name) if person else NAMELESS
        if person and not parsed.given:
            # Who a bare surname is, is asked anew each time: another bearer may have become known since.
            return self._only_bearer(own, parsed) or (self._bare(form) or own, "form", "")
        same = self._same(form)
        if same is not None:
            return same, "form", f"“{speaker.name}” is a name of {same[0]}"
        if not parsed.given:
            return own, "form", ""
        bare = (" ".join(untitled(speaker.name)), speaker.type)
        fitting = self._by_name(own, parsed) if form not in self._forms else None
        return fitting or (bare, "name", f"“{speaker.name}” names {bare[0]}")

    def _bare(self, form: Key) -> Key | None:
        """The speaker of that bare name, where the whole name was never printed."""
        same = [key for key in self._forms.get(form, ()) if not self._known[key].parsed.given]
        return same[0] if len(same) == 1 else None

    def _same(self, form: Key) -> Key | None:
        same = self._forms.get(form, ())
        return next(iter(same)) if len(same) == 1 else None

    def _near(self, own: Key, parsed: PersonName) -> list[_Known]:
        """People whose surname has the same consonants, without those that a person has told apart from this one."""
        near = (self._known[key] for key in self._families.get(consonants(parsed.family), ()))
        return [k for k in near if k.key[1] is own[1] and frozenset((own[0], k.key[0])) not in self._refused]

    def _only_bearer(self, own: Key, parsed: PersonName) -> tuple[Key, str, str] | None:
        fit = [k for k in self._near(own, parsed) if k.parsed.family == parsed.family and k.parsed.given]
        if len(fit) != 1 or not parsed.family:
            return None
        return fit[0].key, "surname", f"the only {own[0]} known is {fit[0].key[0]}"

    def _by_name(self, own: Key, parsed: PersonName) -> tuple[Key, str, str] | None:
        near = self._near(own, parsed)
        fit = [each for each in near if names_fit(parsed, each.parsed)]
        if len(fit) == 1:
            return fit[0].key, "name", f"“{own[0]}” and “{fit[0].key[0]}” fit as one name"
        fit = fit or [each for each in near if same_transliterated(parsed, each.parsed)]
        if len(fit) == 1:
            return fit[0].key, "spelling", f"“{own[0]}” is another spelling of “{fit[0].key[0]}”"
        return None

    def suggestions(self) -> list[Merge]:
        """Pairs of speakers that may be one, likeliest first, without those that a person refused."""
        people = {k.key[0]: k.parsed for k in self._of(SpeakerType.PERSON) if not is_joint(k.key[0])}
        bodies = [k.key[0] for k in self._of(SpeakerType.ORGANISATION)]
        found = {frozenset((m.speaker, m.other)): m for m in (*people_alike(people), *bodies_alike(bodies))}
        kept = [merge for pair, merge in found.items() if pair not in self._refused and len(pair) == 2]
        return sorted(kept, key=lambda m: (-m.score, m.speaker, m.other))

    def _of(self, kind: SpeakerType) -> Iterator[_Known]:
        return (known for key, known in self._known.items() if key[1] is kind)
