"""Bearers of one family name told apart: by the titles they are given, and by who is the other's relative."""

from collections.abc import Mapping, Sequence

from attribution.identify.entities import Entity
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.naming import PERSON
from attribution.identify.relatives import is_relative

ByStart = dict[int, list[Entity]]


def tell_apart(text: str, entities: Sequence[Entity], by_start: ByStart) -> None:
    """Take from the entities that each mention can be those that its words speak against."""
    titles = {e.number: _titles(e, by_start) for e in entities if e.kind == PERSON}
    relatives = {e.number for e in entities if e.kind == PERSON and _is_told_of(text, e, by_start)}
    wholes = {e.number: sum(len(m.words) > 1 for m in e.mentions) for e in entities}
    for entity in entities:
        for mention in tuple(entity.mentions):
            among = by_start[mention.start]
            if len(among) == 1:
                continue
            fitting = _fitting(mention, among, titles) or _heads(mention, among, relatives, wholes)
            if fitting and fitting != among:
                by_start[mention.start] = fitting
                if entity not in fitting:
                    entity.mentions.remove(mention)
                    fitting[0].mentions.append(mention)
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.start)


def title_gender(mention: Mention) -> str:
    """The gender that the title before a name tells, or ""."""
    lists = lexicon()
    genders = (lists.honorifics.get(word) or lists.person_nouns.get(word) for word in reversed(mention.title))
    return next((gender for gender in genders if gender), "")


def _fitting(mention: Mention, among: list[Entity], titles: Mapping[int, frozenset[str]]) -> list[Entity]:
    """ "Mrs. Clinton" is none of the men of that name, "Canon Ashe" the one who was called a canon."""
    gender = title_gender(mention)
    fitting = [e for e in among if not gender or e.gender in (gender, "")]
    own = frozenset(mention.title) - lexicon().honorifics.keys()
    called = [e for e in fitting if own & titles.get(e.number, frozenset())]
    return called if len(called) == 1 else fitting if gender else []


def _titles(entity: Entity, by_start: ByStart) -> frozenset[str]:
    """The titles an entity bears where it can be nobody else."""
    own = (m.title for m in entity.mentions if len(by_start[m.start]) == 1)
    return frozenset(word for title in own for word in title)


def _is_told_of(text: str, entity: Entity, by_start: ByStart) -> bool:
    """Whether the first mention of an entity says whose relative it is."""
    first = next((m for m in entity.mentions if len(by_start[m.start]) == 1), None)
    return first is not None and is_relative(text, first)


def _heads(mention: Mention, among: list[Entity], relatives: set[int], wholes: Mapping[int, int]) -> list[Entity]:
    """The bare family name goes on meaning whom it meant before the relatives came: "Thorn’s wife, Clara Thorn"."""
    if len(mention.words) > 1 or mention.title or not all(e.parsed.given for e in among):
        return []
    rest = [e for e in among if e.number not in relatives]
    # A relative whom the text is about is called by the bare name too.
    return rest if len(rest) == 1 and wholes[rest[0].number] >= max(wholes[e.number] for e in among) else []
