"""Which texts of a batch are worth comparing: those that share a fair part of their rarer shingles.

A shingle counts for more the fewer texts hold it (distinct texts, not appearances); one that more than ``CAP`` hold
counts for nothing. A pair is worth comparing when what it shares is a fair part of all that the poorer one has, in
shingles or in wide ones. Where even the wide ones are everybody's, a text is compared with the first few that hold
them: boilerplate hangs together by its first appearances.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from attribution.match.shingles import Numbers, Shingles

CAP = 200
# Two shared shingles, or one where a text has few: "a hell of a lot worse" has three.
FEWEST = 2
# A pair shares this part of what the poorer one has. Of 157 real pairs that are or may be the same utterance 156 share
# more; of 38,000 pairs that share two shingles 33,000 don't.
PART = 0.11
# Of two shared shingles more is asked: of 100,000 planted statements that lets go half of all wrong pairs and one in a
# thousand of the right ones; real pairs that are surely the same share a quarter.
PART_OF_TWO = 0.17
# The most frequent shingles that two texts share, this part of what either has in all, are not counted where neither
# has fewer: they make two thirds of the work and no pair.
SPARED = 0.05
# How many of those that all hold a shingle stand for the rest.
FIRST = 3
# So many shared shingles are looked at at a time, to bound memory.
SLICE = 1_000_000

Floats = NDArray[np.float32]
# A shared shingle as one number of 64 bits: 27 for the later text, 28 for the earlier one as holder, 8 for how many
# texts hold it.
_SECOND, _FIRST, _MANY = np.uint64(36), np.uint64(28), np.uint64(8)
_FEW = np.uint64(2**8)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# The table that finds single pairs has two to this many places at most.
TABLE = 22
_HELD, _LOW = np.uint64(2**28 - 1), np.uint64(2**8 - 1)


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


# Shingles by how many hold them, each band half of the one before.
BANDS = 16
_BANDS = np.array([min(BANDS - 1, int(2 * log2(CAP / max(1, min(CAP, holders))))) for holders in range(256)], np.int64)
_WEIGHTS = np.array([weight(holders) if holders else 0.0 for holders in range(256)], np.float32)


def candidates(narrow: Shingles, wide: Shingles, count: int) -> Iterator[Candidates]:
    """Pairs among ``count`` distinct texts, in lots, sorted by second, then first; no pair comes twice."""
    sides = (_Held.of(narrow, count, 0), _Held.of(wide, count, FIRST))
    for start, end in _lots(sides, count):
        found = [_worth(side, start, end, n) for n, side in enumerate(sides)]
        keys = np.unique(np.concatenate([(some.second << 32) + some.first for some in found]))
        yield Candidates(keys & 0xFFFFFFFF, keys >> 32)


@dataclass(frozen=True, slots=True)
class _Held:
    """One kind of shingle, by text and by number.

    ``since`` and ``before`` say for each shingle of each text (in order of texts) where in ``holders`` those earlier
    texts stand that it makes a pair with: all that hold it; those that need it, where the text itself does not; or the
    ``first`` so many where more than CAP hold it. ``many`` is how many hold it, at most CAP + 1. A holder is twice the
    text's place, and one more where the text has few shingles.
    """

    owners: NDArray[np.int32]
    holders: NDArray[np.int32]
    since: NDArray[np.int32]
    before: NDArray[np.int32]
    many: NDArray[np.uint8]
    totals: Floats
    sizes: Numbers
    bounds: Numbers

    @classmethod
    def of(cls, shingles: Shingles, count: int, first: int) -> "_Held":
        owners = shingles.owners
        sizes = np.bincount(owners, minlength=count)
        order = np.argsort(shingles.numbers, kind="stable").astype(np.int32)
        numbers = shingles.numbers[order]
        starts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]]) if len(numbers) else np.empty(0, np.int64)
        lengths = np.diff(np.r_[starts, len(numbers)])
        del numbers
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        since = np.empty(len(order), np.int32)
        since[order] = np.repeat(starts.astype(np.int32), lengths)
        many = np.empty(len(order), np.uint8)
        many[order] = np.repeat(np.minimum(lengths, CAP + 1).astype(np.uint8), lengths)
        place -= since
        before = np.where(many > CAP, np.minimum(place, first), place).astype(np.int32)
        totals = np.bincount(owners, _WEIGHTS[many], count).astype(np.float32)
        needed = _needed(owners, many, totals)
        holders = 2 * owners[order] + (sizes[owners[order]] <= FEWEST)
        # After all holders, those that need it.
        those = needed[order]
        earlier = np.empty(len(order), np.int32)
        earlier[order] = np.cumsum(those) - those
        holders = np.concatenate([holders, holders[those]])
        scarce = ~needed
        before[scarce] = earlier[scarce] - earlier[order[since[scarce]]]
        since[scarce] = len(order) + earlier[order[since[scarce]]]
        return cls(owners, holders, since, before, many, totals, sizes, np.searchsorted(owners, np.arange(count + 1)))


def _needed(owners: NDArray[np.int32], many: NDArray[np.uint8], totals: Floats) -> NDArray[np.bool_]:
    """Which shingles of each text are more than its most frequent ones that together count for next to nothing."""
    band = _BANDS[many]
    weights = np.bincount(owners * BANDS + band, _WEIGHTS[many], len(totals) * BANDS).reshape(-1, BANDS)
    spared = np.cumsum(weights, axis=1) <= SPARED * totals[:, None]
    needed: NDArray[np.bool_] = ~spared.ravel()[owners * BANDS + band] | (many > CAP)
    return needed


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


def _worth(side: _Held, start: int, end: int, wide: int) -> Candidates:
    """The pairs of texts ``start`` to ``end`` with earlier ones that share enough."""
    met = _met(side, start, end)
    if not wide:
        met = met[_again(met)]
    met.sort()
    pairs = met >> _MANY
    starts = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]]) if len(met) else np.empty(0, np.int64)
    shared = _WEIGHTS[(met & _LOW).astype(np.uint8)]
    shared = np.add.reduceat(shared, starts) if len(met) else shared
    times = np.diff(np.r_[starts, len(met)])
    pairs = pairs[starts]
    second, first = (pairs >> _FIRST).astype(np.int64), ((pairs & _HELD) >> np.uint64(1)).astype(np.int64)
    enough = _enough(side, Candidates(first, second), shared, times, wide)
    return Candidates(first[enough], second[enough])


def _met(side: _Held, start: int, end: int) -> NDArray[np.uint64]:
    """Each shingle that one of these texts shares with an earlier one, as one number: the later text, the earlier one
    as holder, and how many hold it."""
    mine = slice(side.bounds[start], side.bounds[end])
    before = side.before[mine].astype(np.int64)
    total = int(before.sum())
    places = np.arange(total) + np.repeat(side.since[mine] - np.cumsum(before) + before, before)
    own = side.owners[mine].astype(np.uint64)
    few = (side.sizes[side.owners[mine]] <= FEWEST).astype(np.uint64)
    met = np.repeat((own << _SECOND) | (few << _MANY) | side.many[mine], before)
    met |= side.holders[places].astype(np.uint64) << _MANY
    return met


def _again(met: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of these belong to a pair that is there twice, or of which one text has few shingles; a few others too.

    Most pairs share one shingle by chance. They are let go before sorting, by who wrote last in the pair's place of a
    table: a pair that finds only itself there is alone.
    """
    table = min(TABLE, len(met).bit_length() + 2)
    place = ((met >> _MANY) * _SPREAD >> np.uint64(64 - table)).astype(np.int64)
    numbers = np.arange(len(met), dtype=np.int32)
    last = np.empty(2**table, np.int32)
    last[place] = numbers
    twice = np.zeros(2**table, bool)
    twice[place[last[place] != numbers]] = True
    kept: NDArray[np.bool_] = twice[place] | (met & _FEW).astype(bool)
    return kept


def _enough(side: _Held, pairs: Candidates, shared: Floats, times: Numbers, wide: int) -> NDArray[np.bool_]:
    poorer = np.minimum(side.totals[pairs.first], side.totals[pairs.second])
    part = PART if wide else np.where(times == FEWEST, np.float32(PART_OF_TWO), np.float32(PART))
    fair: NDArray[np.bool_] = shared >= part * poorer
    # What everybody holds counts for nothing: only wide ones then make a pair by themselves.
    if wide:
        fair &= (shared > 0) | (poorer == 0)
    else:
        few = np.minimum(side.sizes[pairs.first], side.sizes[pairs.second])
        fair &= (shared > 0) & (times >= np.minimum(FEWEST, np.maximum(1, few - 1)))
    return fair
