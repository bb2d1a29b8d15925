"""Who or what a source can mean, as the reader of an article has them in mind at one place."""

from collections.abc import Set
from dataclasses import dataclass

from attribution.identify.entities import Entity
from attribution.model import SpeakerType

NEVER = -1


@dataclass(slots=True, eq=False)
class Referent:
    """Who or what a source can mean. ``place`` is the offset of the last mention, ``role`` how it stood there;
    ``spoke`` the number of the last attribution it was the source of, or NEVER. ``sure`` is how sure it is that the
    last mention is of it, ``guess`` the words that were taken for it there; 1 and "" where it was named.
    """

    name: str
    type: SpeakerType
    gender: str
    entity: Entity | None = None
    head: str = ""
    place: int = 0
    sentence: int = -1
    paragraph: int = -1
    role: str = ""
    count: int = 0
    full: int = 0
    spoke: int = NEVER
    spoken: int = 0
    headline: bool = False
    roles: Set[str] = frozenset()
    callings: Set[str] = frozenset()
    words: frozenset[str] = frozenset()
    key: int = 0
    end: int = 0
    sure: float = 1.0
    guess: str = ""
