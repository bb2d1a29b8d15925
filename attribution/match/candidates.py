"""Which texts of a batch are worth comparing: those that share a fair part of their rarer shingles.

A shingle counts for more the fewer texts hold it (distinct texts, not appearances); one that more than ``CAP`` hold
counts for nothing. A pair is worth comparing when what it shares is a fair part of all that the poorer one has, in
shingles or in wide ones. Where even the wide ones are everybody's, a text is compared with the first few that hold
them: boilerplate hangs together by its first appearances.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attribution.match.shingles import Numbers, Shingles

CAP = 200
# Two shared shingles, or one where a text has few: "a hell of a lot worse" has three.
FEWEST = 2
# A pair shares this part of what the poorer one has. Of 157 real pairs that are or may be the same utterance 156 share
# more; of 38,000 pairs that share two shingles 33,000 don't.
PART = 0.11
# How many of those that all hold a shingle stand for the rest.
FIRST = 3
# So many shared shingles are looked at at a time, to bound memory.
SLICE = 3_000_000

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of texts by place, first below second."""

    first: Numbers
    second: Numbers

    def __len__(self) -> int:
        return len(self.first)


def weight(holders: int) -> float:
    """What it counts that two texts share a shingle that so many hold: 7.6 for two, 1 for CAP, 0 beyond."""
    return 0.0 if holders > CAP else float(np.log2(2 * CAP / max(holders, 1)))


def candidates(narrow: Shingles, wide: Shingles, count: int) -> Iterator[Candidates]:
    """Pairs among ``count`` distinct texts, in lots, sorted by second, then first; no pair comes twice."""
    sides = (_Held.of(narrow, count, 0), _Held.of(wide, count, FIRST))
    for start, end in _lots(sides, count):
        keys = np.unique(np.concatenate([_worth(side, start, end, count, n) for n, side in enumerate(sides)]))
        yield Candidates(keys % count, keys // count)


@dataclass(frozen=True, slots=True)
class _Held:
    """One kind of shingle, by text and by number.

    ``places`` gives for each shingle of each text (in order of texts) where it stands among all of its number;
    ``since`` where those begin. ``before`` is how many earlier holders it makes a pair with: all, or the ``first`` so
    many where there are more than CAP.
    """

    owners: NDArray[np.int32]
    sorted_owners: NDArray[np.int32]
    since: NDArray[np.int32]
    before: NDArray[np.int32]
    weights: Floats
    totals: Floats
    sizes: Numbers
    bounds: Numbers

    @classmethod
    def of(cls, shingles: Shingles, count: int, first: int) -> "_Held":
        order = np.argsort(shingles.numbers, kind="stable").astype(np.int32)
        numbers = shingles.numbers[order]
        starts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]]) if len(numbers) else np.empty(0, np.int64)
        lengths = np.diff(np.r_[starts, len(numbers)])
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        group = np.repeat(np.arange(len(starts), dtype=np.int32), lengths)[place]
        since, many = starts.astype(np.int32)[group], lengths[group] > CAP
        before = np.where(many, np.minimum(place - since, first), place - since).astype(np.int32)
        weights = np.array([0.0, *(weight(n) for n in range(1, CAP + 1)), 0.0], np.float32)[
            np.minimum(lengths, CAP + 1)[group]
        ]
        owners = shingles.owners
        return cls(
            owners,
            owners[order],
            since,
            before,
            weights,
            np.bincount(owners, weights, count).astype(np.float32),
            np.bincount(owners, minlength=count),
            np.searchsorted(owners, np.arange(count + 1)),
        )


def _lots(sides: tuple[_Held, _Held], count: int) -> Iterator[tuple[int, int]]:
    """Ranges of texts that have SLICE shared shingles or fewer with earlier ones, one text at least."""
    work = sum(np.bincount(side.owners, side.before, count) for side in sides)
    total = np.cumsum(work)
    start = 0
    while start < count:
        done = total[start - 1] if start else 0.0
        end = max(start + 1, int(np.searchsorted(total, done + SLICE, side="right")))
        yield start, min(end, count)
        start = end


def _worth(side: _Held, start: int, end: int, count: int, wide: int) -> Numbers:
    """The pairs, as second × count + first, of texts ``start`` to ``end`` with earlier ones that share enough."""
    mine = slice(side.bounds[start], side.bounds[end])
    before = side.before[mine].astype(np.int64)
    total = int(before.sum())
    offsets = np.arange(total) - np.repeat(np.cumsum(before) - before, before)
    first = side.sorted_owners[np.repeat(side.since[mine].astype(np.int64), before) + offsets].astype(np.int64)
    second = np.repeat(side.owners[mine].astype(np.int64), before)
    # What everybody holds counts for nothing: only wide ones then make a pair by themselves.
    shared = np.repeat(side.weights[mine], before)
    keys = second * count + first
    order = np.argsort(keys, kind="stable")
    keys, shared = keys[order], shared[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if total else np.empty(0, np.int64)
    keys, shared = keys[starts], np.add.reduceat(shared, starts) if total else shared
    times = np.diff(np.r_[starts, total])
    worth: Numbers = keys[_enough(side, keys, shared, times, count, wide)]
    return worth


def _enough(side: _Held, keys: Numbers, shared: Floats, times: Numbers, count: int, wide: int) -> NDArray[np.bool_]:
    first, second = keys % count, keys // count
    poorer = np.minimum(side.totals[first], side.totals[second])
    fair: NDArray[np.bool_] = shared >= PART * poorer
    if wide:
        fair &= (shared > 0) | (poorer == 0)
    else:
        few = np.minimum(side.sizes[first], side.sizes[second])
        fair &= (shared > 0) & (times >= np.minimum(FEWEST, np.maximum(1, few - 1)))
    return fair
