"""Counting by bisection agrees with counting one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.nearby import Line, Nearby, gap
from attribution.extract.spans import TaggedSpan


def spans(steps: list[tuple[int, int]], role: str = "cue") -> list[TaggedSpan]:
    """Spans in order, each so many words behind the one before and so many long."""
    out, at = [], 0
    for apart, length in steps:
        out.append(TaggedSpan(at + apart, at + apart + length, role, 0, length, 0.9, 0.9, np.zeros(0, np.float32)))
        at += apart + length
    return out


STEPS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4)), min_size=2, max_size=12)


@given(STEPS, st.data())
def test_as_counted_one_by_one(steps: list[tuple[int, int]], data: st.DataObject) -> None:
    every = spans(steps)
    numbers = st.integers(0, len(every) - 1)
    origin, wanted = every[data.draw(numbers)], every[data.draw(numbers)]
    line = Line([span for span in every if span is not origin])
    rivals = [span for span in line.spans if span is not wanted]
    before = [s for s in rivals if s.first < origin.first]
    behind = [s for s in rivals if s.first > origin.first]
    low, high = data.draw(st.integers(0, 60)), data.draw(st.integers(0, 60))
    assert line.nearer(wanted, origin) == sum(gap(s, origin) < gap(wanted, origin) for s in line.spans)
    assert line.before(origin, but=wanted) is (before[-1] if before else None)
    assert line.behind(origin, but=wanted) is (behind[0] if behind else None)
    assert line.between(low, high) == sum(low <= s.first and s.end <= high for s in line.spans)
    assert list(line.beginning(low, high)) == [s for s in line.spans if low <= s.first <= high]


def test_one_line_a_role() -> None:
    cues, sources = spans([(0, 2), (3, 1)]), spans([(2, 1)], "source")
    nearby = Nearby(sorted([*cues, *sources], key=lambda span: span.first))
    assert nearby.of_role("cue").spans == cues
    assert nearby.of_role("source").spans == sources
    assert len(nearby.of_role("content")) == 0
