"""Ten letters from the start of each word: what two tellings of one statement share however else they differ.

The idea is passim's (Smith, Cordell and Mullen 2015): runs of letters anchored at word starts step over spaces,
hyphens and one changed word. A shingle is kept as a 64-bit number. A word too near the end has no shingle of its own;
a text with fewer letters has one, the whole of it.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

WIDTH = 10
# Where ten letters are boilerplate ("president of the United States"), the index asks for these instead.
WIDE = 24
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)

Numbers = NDArray[np.int64]


def shingled(texts: Sequence[Sequence[str]], width: int = WIDTH) -> tuple[Numbers, Numbers]:
    """The distinct shingles of each text, given as folded words: their numbers, and beside each the text's place in
    ``texts``."""
    letters: list[str] = []
    starts: list[int] = []
    owners: list[int] = []
    at = 0
    for owner, words in enumerate(texts):
        joined, places = _anchors(words, width)
        letters.append(joined)
        starts.extend(place + at for place in places)
        owners.extend([owner] * len(places))
        at += len(joined)
    if not starts:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    codes = np.frombuffer("".join(letters).encode("utf-32-le", "surrogatepass"), np.uint32)
    numbers = _hashed(codes, np.array(starts), width)
    return _distinct(numbers, np.array(owners))


def _anchors(words: Sequence[str], width: int) -> tuple[str, list[int]]:
    """The letters of a text, padded to one shingle at least, and where shingles start in them."""
    # "Vito's outstanding" and "Vito is outstanding" share a beginning.
    kept = ["is" if word == "'s" else word.replace("'", "") if "'" in word else word for word in words]
    joined = "".join(kept)
    if not joined:
        return "", []
    if len(joined) <= width:
        return joined.ljust(width), [0]
    return joined, list(_starts(kept, len(joined) - width))


def _starts(words: Sequence[str], last: int) -> Iterator[int]:
    at = 0
    for word in words:
        if at > last:
            return
        if word:
            yield at
        at += len(word)


def _hashed(codes: NDArray[np.uint32], starts: Numbers, width: int) -> Numbers:
    total = np.zeros(len(starts), np.uint64)
    for step in range(width):
        total = total * _STEP + codes[starts + step].astype(np.uint64)
    # A polynomial of small letters leaves the high bits alike; SQLite's and numpy's orders want them spread.
    total ^= total >> np.uint64(29)
    total *= _MIX
    total ^= total >> np.uint64(32)
    return total.view(np.int64)


def _distinct(numbers: Numbers, owners: Numbers) -> tuple[Numbers, Numbers]:
    order = np.lexsort((numbers, owners))
    numbers, owners = numbers[order], owners[order]
    fresh = np.r_[True, (numbers[1:] != numbers[:-1]) | (owners[1:] != owners[:-1])]
    return numbers[fresh], owners[fresh]
