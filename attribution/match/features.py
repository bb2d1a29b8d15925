"""What a pair of wordings has in common, in a few named numbers: what the learned score weighs.

RapidFuzz compares words coded as single characters (``coding``), twelve times faster than letters for
``partial_ratio``.
"""

from collections.abc import Sequence
from itertools import compress, pairwise
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from attribution.match.reading import Reading

NAMES = (
    "shared of the shorter",
    "shared of the longer",
    "shared, any order",
    "longest run of the shorter",
    "longest run tells",
    "shared tells",
    "shorter tells",
    "partial ratio of words",
    "ratio of words",
    "ratio of letters",
    "words of the shorter",
    "missed inside",
    "unlike pieces",
    "unlike ends",
)


# So many words, and letters, of long texts are measured: two of 5,000 words took 18 s, of 2,000 a quarter of one.
LONG, LETTERS = 4000, 24_000


class Block(NamedTuple):
    """A run of words that both have: ``size`` words from ``a`` in one and ``b`` in the other."""

    a: int
    b: int
    size: int


def blocks(a: str, b: str) -> list[Block]:
    """The longest common subsequence of two coded texts, as runs; stray function words between two gaps are left in."""
    return [Block(x.a, x.b, x.size) for x in LCSseq.opcodes(a, b).as_matching_blocks() if x.size]


def features(a: Reading, b: Reading, runs: Sequence[Block]) -> tuple[float, ...]:
    """The numbers that ``NAMES`` names, the same when the two are swapped (within rounding)."""
    told_a, told_b = a.told(0, len(a.words)), b.told(0, len(b.words))
    shorter, longer = (a, b) if told_a <= told_b else (b, a)
    least, most = max(min(told_a, told_b), 1e-9), max(told_a, told_b, 1e-9)
    told = [min(a.told(run.a, run.a + run.size), b.told(run.b, run.b + run.size)) for run in runs]
    shared, run = sum(told), max(told, default=0.0)
    # A run's first word after another run counts in full each time: never more than all there is.
    shared = min(shared, least)
    size = max((block.size for block in runs), default=0)
    words = max(1, min(len(a.words), len(b.words)))
    first, second = (a.coded, b.coded) if len(a.coded) <= len(b.coded) else (b.coded, a.coded)
    inside, pieces = _inside(a, b, runs)
    return (
        shared / least,
        shared / most,
        _any_order(shorter, longer),
        size / words,
        log(1 + run),
        log(1 + shared),
        log(1 + least),
        fuzz.partial_ratio(first[: LONG // 2], second[:LONG]) / 100,
        fuzz.ratio(first[:LONG], second[:LONG]) / 100,
        fuzz.ratio(a.letters[:LETTERS], b.letters[:LETTERS]) / 100,
        log(words),
        inside / (inside + shared + 1),
        log(1 + pieces),
        _unlike_ends(a, b, runs, run),
    )


def _any_order(shorter: Reading, longer: Reading) -> float:
    """How much of the shorter's words, by what they tell, the longer has in any order and any form."""
    stems, there, alone = shorter.coded_stems, longer.coded_stems, shorter.bits[0]
    total = sum(alone)
    if not total:
        return 0.0
    common = set(stems).intersection(there)
    found = sum(compress(alone, map(common.__contains__, stems)))
    for stem in common:
        want = stems.count(stem)
        if want > 1 and (have := there.count(stem)) < want:
            # Forms of one word tell differently: on average, where some are missing.
            found -= sum(compress(alone, map(stem.__eq__, stems))) * (want - have) / want
    return min(1.0, found / total)


def _inside(a: Reading, b: Reading, runs: Sequence[Block]) -> tuple[float, int]:
    """What the less telling side of each gap between two runs tells, and the number of gaps with words on both
    sides."""
    told = 0.0
    pieces = 0
    for left, right in pairwise(runs):
        x = a.told(left.a + left.size, right.a)
        y = b.told(left.b + left.size, right.b)
        told += min(x, y)
        pieces += x > 0 and y > 0
    return told, pieces


def _unlike_ends(a: Reading, b: Reading, runs: Sequence[Block], longest: float) -> float:
    """How much both go on, or begin, with words of their own, against the longest run they share: "let me be very
    clear" opens many statements, and a cut one ends where the other goes on."""
    first, last = runs[0], runs[-1]
    head = min(a.told(0, first.a), b.told(0, first.b))
    tail = min(a.told(last.a + last.size, len(a.words)), b.told(last.b + last.size, len(b.words)))
    unlike = max(head, tail)
    return unlike / (unlike + longest + 1)
