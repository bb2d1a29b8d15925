"""Choosing spans among the candidates: those that are expected to score best, not the single best labelling.

Minimum Bayes risk: a span is worth the probability that it is right to the letter, and the probability that some true
span of its role overlaps it by half, less what a wrong one costs. The best set without overlap is found exactly
(weighted interval scheduling, Kleinberg and Tardos 2005, 6.1).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.chain import Candidate


@dataclass(frozen=True, slots=True)
class Taste:
    """What a choice is worth: ``exact`` weighs being right to the letter against ``near``; ``cost`` by role is what any
    span must earn.
    """

    exact: float
    near: float
    cost: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate with the probability that it overlaps a true span of its role by half."""

    candidate: Candidate
    near: float


def choose(candidates: Sequence[Candidate], taste: Taste) -> list[Choice]:
    """The candidates worth most together, none overlapping another, in order of the text."""
    valued = sorted(
        (
            (c, near, taste.exact * c.probability + taste.near * near - taste.cost[c.role])
            for c, near in _with_near(candidates)
        ),
        key=lambda item: (item[0].end, item[0].first, item[0].role),
    )
    valued = [item for item in valued if item[2] > 0]
    ends = [c.end for c, _, _ in valued]
    best, back = [0.0], [-1]
    for number, (c, _, value) in enumerate(valued):
        before = bisect_right(ends, c.first, 0, number)
        taken = best[before] + value
        best.append(max(best[number], taken))
        back.append(before if taken > best[number] else -1)
    return _traced(valued, back)


def _traced(valued: Sequence[tuple[Candidate, float, float]], back: Sequence[int]) -> list[Choice]:
    chosen, at = [], len(valued)
    while at:
        if back[at] < 0:
            at -= 1
        else:
            chosen.append(Choice(valued[at - 1][0], valued[at - 1][1]))
            at = back[at]
    return chosen[::-1]


def _with_near(candidates: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    by_role: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_role.setdefault(candidate.role, []).append(candidate)
    return [(c, min(1.0, sum(o.probability for o in by_role[c.role] if _half(c, o)))) for c in candidates]


def _half(a: Candidate, b: Candidate) -> bool:
    """Whether two spans share at least half of what they cover together."""
    shared = min(a.end, b.end) - max(a.first, b.first)
    return shared > 0 and 2 * shared >= max(a.end, b.end) - min(a.first, b.first)
