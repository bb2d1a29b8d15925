"""Which texts of a batch are worth comparing: those that share anchored shingles, rare ones above all.

Document frequency is counted over distinct texts. A shingle that more than ``CAP`` texts share proposes no pairs;
there, wider shingles of the same words do, so that a long repeated passage of common phrases is still found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attribution.match.shingles import WIDE, Numbers, shingled

CAP = 200
# Two shared shingles, or one where a text has few: "a hell of a lot worse" has three.
FEWEST = 2
# Pairs are made in slices of so many, to bound memory.
SLICE = 4_000_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of texts by place, first below second, with how many shingles they share."""

    first: Numbers
    second: Numbers
    shared: Numbers

    def __len__(self) -> int:
        return len(self.first)


def candidates(texts: Sequence[Sequence[str]], cap: int = CAP) -> Candidates:
    """Pairs among distinct ``texts``, each given as its folded words."""
    numbers, owners = shingled(texts)
    count = len(texts)
    sizes = np.bincount(owners, minlength=count)
    keys, shared, crowded = _joined(numbers, owners, count, cap)
    first, second = keys // count, keys % count
    few = np.minimum(sizes[first], sizes[second])
    enough = shared >= np.minimum(FEWEST, np.maximum(1, few - 1))
    keys, shared = keys[enough], shared[enough]
    if crowded:
        keys, shared = _merged(keys, shared, *_joined(*shingled(texts, WIDE), count, cap)[:2])
    return Candidates(keys // count, keys % count, shared)


def _joined(numbers: Numbers, owners: Numbers, count: int, cap: int) -> tuple[Numbers, Numbers, bool]:
    """Pairs (as first × count + second) that share a number met at most ``cap`` times, how many they share, and
    whether any number was met more often."""
    order = np.argsort(numbers, kind="stable")
    numbers, owners = numbers[order], owners[order]
    starts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]]) if len(numbers) else np.empty(0, np.int64)
    lengths = np.diff(np.r_[starts, len(numbers)])
    keys = [np.empty(0, np.int64)]
    for length in np.unique(lengths[(lengths > 1) & (lengths <= cap)]):
        keys.extend(_pairs(owners, starts[lengths == length], int(length), count))
    found, shared = np.unique(np.concatenate(keys), return_counts=True)
    return found, shared, bool((lengths > cap).any())


def _pairs(owners: Numbers, starts: Numbers, length: int, count: int) -> list[Numbers]:
    a, b = np.triu_indices(length, 1)
    step = max(1, SLICE // len(a))
    made = []
    for at in range(0, len(starts), step):
        members = owners[starts[at : at + step, None] + np.arange(length)]
        made.append((members[:, a] * count + members[:, b]).ravel())
    return made


def _merged(keys: Numbers, shared: Numbers, more: Numbers, more_shared: Numbers) -> tuple[Numbers, Numbers]:
    every = np.concatenate([keys, more])
    counts: NDArray[np.int64] = np.concatenate([shared, more_shared])
    order = np.argsort(every, kind="stable")
    every, counts = every[order], counts[order]
    if not len(every):
        return every, counts
    starts = np.flatnonzero(np.r_[True, every[1:] != every[:-1]])
    return every[starts], np.maximum.reduceat(counts, starts)
