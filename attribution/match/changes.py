"""One difference between two wordings: what kind, what it does to the statement, and which words it is about."""

from enum import IntEnum
from typing import NamedTuple

from attribution.match.reading import Reading
from attribution.model import Edit, Relation


class Effect(IntEnum):
    """What a difference does, from nothing to the meaning."""

    NONE = 0
    LEFT_OUT = 1
    WORDING = 2
    MEANING = 3

    @property
    def relation(self) -> Relation:
        return (Relation.VERBATIM, Relation.TRUNCATED, Relation.REWORDED, Relation.ALTERED)[self]


class Change(NamedTuple):
    """``a`` and ``b`` are half-open ranges of folded words; an empty range stands where the words would be."""

    kind: str
    effect: Effect
    a: tuple[int, int]
    b: tuple[int, int]

    def edit(self, a: Reading, b: Reading) -> Edit:
        """The same difference as offsets into the two texts as printed."""
        return Edit(self.kind, *_offsets(a, self.a), *_offsets(b, self.b))


def _offsets(side: Reading, words: tuple[int, int]) -> tuple[int, int]:
    start, end = words
    if start == end:
        # Between two words: behind the one before, so that left-out words are pointed at from where they would have
        # stood.
        at = side.end(start - 1) if start else (side.start(0) if side.words else 0)
        return at, at
    return side.start(start), side.end(end - 1)
