"""Who is named as the source of an article's attributions, in order: who speaks next, and who most."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from attribution.identify.entities import Entity

# Further ahead than so many sources, nobody speaks "next".
REACH = 12


class Sayers:
    """The named sources of an article, given with the offsets they begin at."""

    def __init__(self, named: Sequence[tuple[int, Entity]]) -> None:
        self.named = sorted(named, key=lambda each: each[0])
        self.starts = [start for start, _ in self.named]
        self.counts = Counter(entity.number for _, entity in self.named)
        self.most = max(self.counts.values(), default=0)

    def said(self, entity: Entity) -> int:
        """How often an entity is named as a source."""
        return self.counts[entity.number]

    def speaks_next(self, after: int, entity: Entity) -> str:
        """How many others are named as sources between an offset and this one: "0", "1", "2", "late" or "never"."""
        before: set[int] = set()
        for _, sayer in self.named[bisect_left(self.starts, after) :][:REACH]:
            if sayer is entity:
                return str(len(before)) if len(before) < 3 else "late"
            before.add(sayer.number)
        return "late" if self.said(entity) else "never"

    def says_most(self, entity: Entity) -> bool:
        """Nobody is named as a source more often."""
        return 0 < self.most == self.said(entity)
