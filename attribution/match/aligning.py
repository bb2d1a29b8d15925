"""Which words of two wordings are the same ones, and what is left between them."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from attribution.match.features import Block
from attribution.match.reading import Reading

# Beyond this many words a side only the beginning is aligned: the table of all pairs would not fit in memory.
MOST_WORDS = 4000
# A lone function word tells about this much; matched far from everything else it is chance.
STRAY = 7.0
FAR = 3
# A word is printed in so many pieces at most.
PIECES = 3
# Longer runs stand where they stand for a reason.
SLIDING = 3


class Gap(NamedTuple):
    """Words of each side, half-open, that stand between two shared runs, or before the first or after the last."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    first: bool = False
    last: bool = False

    @property
    def edge(self) -> bool:
        return self.first or self.last

    @property
    def size(self) -> int:
        """The words of both sides."""
        return self.a_end - self.a_start + self.b_end - self.b_start

    @property
    def one_sided(self) -> bool:
        return self.a_start == self.a_end or self.b_start == self.b_end


def settled(a: Reading, b: Reading, runs: Sequence[Block]) -> list[Block]:
    """``runs`` without stray ones: a run that tells next to nothing and has three words or more missing on each side
    of it."""
    kept = slid(a, b, runs)
    changed = True
    while changed and len(kept) > 1:
        changed = False
        for at, run in enumerate(kept):
            if a.told(run.a, run.a + run.size) < STRAY * run.size and run.size <= 2 and _lonely(kept, at, a, b):
                del kept[at]
                changed = True
                break
    return kept


def slid(a: Reading, b: Reading, runs: Sequence[Block]) -> list[Block]:
    """``runs`` with short ones moved up to the next one where the same words stand there too.

    Of "The bullying, the greed" against "the greed" the words left out are "the bullying", not "bullying, the".
    """
    kept: list[Block] = []
    for run in reversed(runs):
        after = kept[-1] if kept else None
        size = 0 if after is None else run.size if _slides(a, b, run, after) else _sentences(a, b, run, after)
        if after is not None and size:
            kept[-1] = Block(after.a - size, after.b - size, size + after.size)
        if size < run.size:
            kept.append(Block(run.a, run.b, run.size - size))
    return kept[::-1]


def _sentences(a: Reading, b: Reading, run: Block, after: Block) -> int:
    """How many last words of a run are better taken for those before the next: as many as make what was left out
    between them begin where a sentence does.
    """
    gap_a, gap_b = after.a - run.a - run.size, after.b - run.b - run.size
    if (gap_a > 0) == (gap_b > 0):
        return 0
    side, end, until = (a, run.a + run.size, after.a) if gap_a else (b, run.b + run.size, after.b)
    if side.words[end - 1] != side.words[until - 1]:
        return 0
    for size in range(min(SLIDING, run.size - 1) + 1):
        if side.words[end - size : end] != side.words[until - size : until]:
            return 0
        if side.breaks[end - size] in (".", "…"):
            return size
    return 0


def _slides(a: Reading, b: Reading, run: Block, after: Block) -> bool:
    gap_a, gap_b = after.a - run.a - run.size, after.b - run.b - run.size
    if run.size > SLIDING or (gap_a > 0) == (gap_b > 0):
        return False
    words = a.words[run.a : run.a + run.size]
    return a.words[after.a - run.size : after.a] == words and b.words[after.b - run.size : after.b] == words


def parted(a: Reading, b: Reading, gap: Gap) -> tuple[Gap, ...]:
    """A gap, in two where it begins or ends with the same letters in other pieces: "re-election" and "reelection …"
    are one word, and more words of one side.
    """
    if gap.one_sided:
        return (gap,)
    x, y = a.words[gap.a_start : gap.a_end], b.words[gap.b_start : gap.b_end]
    for k, m in product(range(1, PIECES + 1), repeat=2):
        if k == m or k > len(x) or m > len(y) or (k, m) == (len(x), len(y)):
            continue
        at_start, at_end = "".join(x[:k]) == "".join(y[:m]), "".join(x[-k:]) == "".join(y[-m:])
        if at_start or at_end:
            i, j = (gap.a_start + k, gap.b_start + m) if at_start else (gap.a_end - k, gap.b_end - m)
            return (
                Gap(gap.a_start, i, gap.b_start, j, first=gap.first),
                Gap(i, gap.a_end, j, gap.b_end, last=gap.last),
            )
    return (gap,)


def _lonely(runs: Sequence[Block], at: int, a: Reading, b: Reading) -> bool:
    run = runs[at]
    if (run.a == run.b == 0) or (run.a + run.size, run.b + run.size) == (len(a.words), len(b.words)):
        return False
    before = runs[at - 1] if at else None
    after = runs[at + 1] if at + 1 < len(runs) else None
    left = _distance(before, run) if before else None
    right = _distance(run, after) if after else None
    if left is None:
        return right is None or right >= FAR
    if right is None:
        return left >= FAR
    return left >= FAR and right >= FAR


def _distance(left: Block, right: Block) -> int:
    return max(right.a - left.a - left.size, right.b - left.b - left.size)


def gaps(a: Reading, b: Reading, runs: Sequence[Block]) -> Iterator[Gap]:
    """What is left between the runs, before the first and after the last; a place where nothing is left is not
    yielded."""
    at_a = at_b = 0
    for number, run in enumerate((*runs, Block(len(a.words), len(b.words), 0))):
        if run.a > at_a or run.b > at_b:
            yield Gap(at_a, run.a, at_b, run.b, first=number == 0, last=number == len(runs))
        at_a, at_b = run.a + run.size, run.b + run.size
