"""The spans round a cue, by role and in order, so that those near a place are found and not looked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attribution.extract.spans import TaggedSpan


def gap(a: TaggedSpan, b: TaggedSpan) -> int:
    """How many words stand between two spans."""
    return max(0, b.first - a.end, a.first - b.end)


class Line:
    """Spans in order, none overlapping another."""

    def __init__(self, spans: Sequence[TaggedSpan]) -> None:
        self.spans = spans
        self._firsts = [span.first for span in spans]
        self._ends = [span.end for span in spans]

    def __len__(self) -> int:
        return len(self.spans)

    def between(self, low: int, high: int) -> int:
        """How many lie wholly within a range of words."""
        return max(0, bisect_right(self._ends, high) - bisect_left(self._firsts, low))

    def nearer(self, wanted: TaggedSpan, origin: TaggedSpan) -> int:
        """How many are nearer to ``origin`` than ``wanted`` is."""
        distance = gap(wanted, origin)
        if distance == 0:
            return 0
        at = bisect_left(self._firsts, origin.first)
        before = at - bisect_right(self._ends, origin.first - distance, 0, at)
        return before + bisect_left(self._firsts, origin.end + distance, at) - at

    def before(self, origin: TaggedSpan, but: TaggedSpan) -> TaggedSpan | None:
        """The last one that begins before ``origin``, other than ``but``."""
        at = bisect_left(self._firsts, origin.first) - 1
        if at >= 0 and self.spans[at] is but:
            at -= 1
        return self.spans[at] if at >= 0 else None

    def behind(self, origin: TaggedSpan, but: TaggedSpan) -> TaggedSpan | None:
        """The first one that does not begin before ``origin``, other than ``but``."""
        at = bisect_left(self._firsts, origin.first)
        if at < len(self) and self.spans[at] is but:
            at += 1
        return self.spans[at] if at < len(self) else None

    def beginning(self, low: int, high: int) -> Sequence[TaggedSpan]:
        """Those whose first word is one of ``low`` to ``high``, both included."""
        return self.spans[bisect_left(self._firsts, low) : bisect_right(self._firsts, high)]


class Nearby:
    """The spans round a cue, one line a role."""

    def __init__(self, spans: Sequence[TaggedSpan]) -> None:
        self._lines = {role: Line([s for s in spans if s.role == role]) for role in ("source", "cue", "content")}

    def of_role(self, role: str) -> Line:
        return self._lines[role]
