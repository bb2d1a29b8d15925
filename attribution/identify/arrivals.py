"""The people of an article in the order in which they are named first."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attribution.identify.entities import Entity
from attribution.identify.naming import PERSON
from attribution.identify.places import Places

# Sentences ahead in which somebody described now may be named.
REACH = 12


class Arrivals:
    """Who is named first where."""

    def __init__(self, entities: Sequence[Entity], places: Places) -> None:
        self.places = places
        self.people = sorted((e for e in entities if e.kind == PERSON), key=lambda e: e.mentions[0].start)
        self.starts = [e.mentions[0].start for e in self.people]

    def newcomers(self, after: int, most: int) -> list[Entity]:
        """The next people whom the text names for the first time behind an offset, within the next paragraphs."""
        at = bisect_right(self.starts, after)
        last = self.places.sentence(after) + REACH
        named = zip(self.starts[at : at + most], self.people[at : at + most], strict=True)
        return [entity for start, entity in named if self.places.sentence(start) <= last]

    def coming(self, after: int, entity: Entity) -> int:
        """How many people are named for the first time between an offset and this one's first mention."""
        return bisect_left(self.starts, entity.mentions[0].start) - bisect_right(self.starts, after)
