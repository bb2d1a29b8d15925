"""Ten letters from the start of each word: what two tellings of one statement share however else they differ.

The idea is passim's (Smith, Cordell and Mullen 2015): runs of letters anchored at word starts step over spaces,
hyphens and one changed word. A shingle is kept as a 64-bit number. A word too near the end has no shingle of its own;
a text with fewer letters has one, the whole of it.

Where ten letters are boilerplate ("president of the United States"), wider shingles of the same words tell texts
apart. One in three of them is kept, by its number, so that two texts keep the same ones, and each text's lowest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

WIDTH = 10
WIDE = 24
KEPT = 3
_STEP = np.uint64(0x9E3779B97F4A7C15)
_UNSTEP = np.uint64(pow(int(_STEP), -1, 2**64))
_MIX = np.uint64(0xFF51AFD7ED558CCD)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """The distinct shingles of some texts: ``numbers``, and beside each its text's place, in order of places."""

    numbers: Numbers
    owners: NDArray[np.int32]


def shingled(texts: Sequence[Sequence[str]]) -> tuple[Shingles, Shingles]:
    """The shingles and the wide shingles of each text, given as folded words."""
    letters, runs = zip(*map(_letters, texts), strict=True) if texts else ((), ())
    codes = np.frombuffer("".join(runs).encode("utf-32-le", "surrogatepass"), np.uint32)
    counts = np.fromiter(map(len, letters), np.int64, len(letters))
    lengths = np.fromiter(map(len, chain.from_iterable(letters)), np.int64, int(counts.sum()))
    owners = np.repeat(np.arange(len(letters), dtype=np.int32), counts)
    starts = np.cumsum(lengths) - lengths
    ends = np.cumsum(np.fromiter(map(len, runs), np.int64, len(runs)))
    hashes = _Hashes.of(codes)
    return _narrow(hashes, starts, owners, ends), _wide(hashes, starts, owners, ends)


def _letters(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """The words as shingles see them, also in one, padded to one shingle at least; none for a text without letters."""
    kept, run = words, "".join(words)
    if "'" in run:
        # "Vito's outstanding" and "Vito is outstanding" share a beginning.
        kept = [word if "'" not in word else "is" if word == "'s" else word.replace("'", "") for word in words]
        run = "".join(kept)
    if 0 < len(run) < WIDTH:
        run = run.ljust(WIDTH)
        kept = [run]
    return kept, run


def _narrow(hashes: "_Hashes", starts: Numbers, owners: NDArray[np.int32], ends: Numbers) -> Shingles:
    fits = starts + WIDTH <= ends[owners]
    return _distinct(hashes.at(starts[fits], WIDTH), owners[fits])


def _wide(hashes: "_Hashes", starts: Numbers, owners: NDArray[np.int32], ends: Numbers) -> Shingles:
    fits = starts + WIDE <= ends[owners]
    every = _distinct(hashes.at(starts[fits], WIDE), owners[fits])
    lowest = np.r_[True, every.owners[1:] != every.owners[:-1]] if len(every.owners) else np.empty(0, bool)
    kept = lowest | (every.numbers % KEPT == 0)
    return Shingles(every.numbers[kept], every.owners[kept])


@dataclass(frozen=True, slots=True)
class _Hashes:
    """Polynomial hashes (Karp and Rabin 1987) of any run of letters out of two running tables, modulo 2 to the 64:
    ``sums`` of all letters before a place, each divided by a power of the step, and those ``powers``."""

    sums: NDArray[np.uint64]
    powers: NDArray[np.uint64]

    @classmethod
    def of(cls, codes: NDArray[np.uint32]) -> "_Hashes":
        down, up = (np.full(len(codes) + 1, step, np.uint64) for step in (_UNSTEP, _STEP))
        down[0] = up[0] = 1
        np.cumprod(down, out=down)
        np.cumprod(up, out=up)
        return cls(np.r_[np.uint64(0), np.cumsum(codes.astype(np.uint64) * down[:-1])], up)

    def at(self, starts: Numbers, width: int) -> Numbers:
        total = (self.sums[starts + width] - self.sums[starts]) * self.powers[starts]
        # The first letter is multiplied by the step once for each that follows it; ``width`` stands before it.
        total *= np.uint64(pow(int(_STEP), width - 1, 2**64))
        total += np.uint64(width * pow(int(_STEP), width, 2**64) % 2**64)
        # A polynomial of small letters leaves the high bits alike; SQLite's and numpy's orders want them spread.
        total ^= total >> np.uint64(29)
        total *= _MIX
        total ^= total >> np.uint64(32)
        return total.view(np.int64)


def _distinct(numbers: Numbers, owners: NDArray[np.int32]) -> Shingles:
    order = np.argsort(numbers)
    # Stable sorting of few small numbers is by digits, several times quicker than any other.
    small = owners.astype(np.uint16) if len(owners) and owners[-1] < 2**16 else owners
    order = order[np.argsort(small[order], kind="stable")]
    numbers, owners = numbers[order], owners[order]
    fresh = np.r_[True, (numbers[1:] != numbers[:-1]) | (owners[1:] != owners[:-1])] if len(numbers) else slice(0)
    return Shingles(numbers[fresh], owners[fresh])


def joined(parts: Sequence[Shingles], sizes: Sequence[int]) -> Shingles:
    """The shingles of several lots of texts as of one; ``sizes`` says how many texts each lot has."""
    before = np.cumsum([0, *sizes[:-1]])
    return Shingles(
        np.concatenate([part.numbers for part in parts] or [np.empty(0, np.int64)]),
        np.concatenate(
            [part.owners + np.int32(n) for part, n in zip(parts, before, strict=True)] or [np.empty(0, np.int32)]
        ),
    )
