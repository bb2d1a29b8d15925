"""The names of one article, each with all its mentions."""

from dataclasses import dataclass, field

from attribution.identify.mentions import Mention
from attribution.identify.names import PersonName


@dataclass(slots=True, eq=False)
class Entity:
    """One name of the article; it grows while the article is read. ``callings`` are nouns for what it is ("senator"),
    ``roles`` all the words that were said of it.
    """

    number: int
    name: str
    kind: str
    parsed: PersonName
    folded: tuple[str, ...]
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)
    callings: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class NameTable:
    """All entities of an article, and for each mention (by its start) the entities it can be, the likeliest first."""

    entities: list[Entity]
    by_start: dict[int, list[Entity]]
    by_form: dict[tuple[str, ...], list[Entity]]
    mentions: list[Mention]
