"""Find where in long texts, transcripts or press releases, some words were said.

Every word of the sources is listed by its stem with its places. A quote's words vote for the stretches where many of
its rare ones stand close together; the best few stretches are aligned word by word.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from attribution.match.aligning import MOST_WORDS, STRAY
from attribution.match.features import Block, blocks
from attribution.match.reading import Reading, read

NAME = r"(?:[A-Z][\w.'’\-]*|of|the|de|van|von)"
TURN = re.compile(
    rf"^[ \t]*\(?({NAME}(?:[ ,.]+{NAME}){{0,6}}(?: ?\([^)\n]{{1,40}}\))?)\)? ?:(?=\s|$)",
    re.MULTILINE,
)
# Stands for a word of a turn's name: no word is coded so.
NOBODY = "\0"
# Stretches looked at closely, for each quote; places of one word that count, for a word that stands everywhere; places
# of a whole quote in one source.
CLOSE = 12
MOST_PLACES = 4000
MOST_EXACT = 200
# A word between two matched ones costs so many bits of what they tell: a passage holds together.
DISTANCE = 0.9


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """A transcript or press release: its name, and its text as decoded, line ends untouched."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``start`` on, in code points, ``speaker`` has the word; what is said begins at ``said``, after the name."""

    start: int
    speaker: str
    said: int


@dataclass(frozen=True)
class ReadSource:
    """A source with its folded words and its turns."""

    name: str
    reading: Reading
    turns: tuple[Turn, ...]

    @cached_property
    def coded(self) -> str:
        """The words coded as the reading's are, but for those of the names before turns, which nobody said."""
        coded = self.reading.coded
        if not self.turns:
            return coded
        starts = [self.reading.start(at) for at in range(len(coded))]
        letters = list(coded)
        for turn in self.turns:
            for at in range(bisect_left(starts, turn.start), bisect_left(starts, turn.said)):
                letters[at] = NOBODY
        return "".join(letters)

    @cached_property
    def openings(self) -> list[int]:
        return [turn.start for turn in self.turns]

    def turn(self, offset: int) -> int:
        """The number of the turn at an offset; -1 before the first one."""
        return bisect_right(self.openings, offset) - 1

    def speaker(self, offset: int) -> str | None:
        """Who has the word at an offset; None before the first turn or in a text without turns."""
        at = self.turn(offset)
        return self.turns[at].speaker if at >= 0 else None

    def stretch(self, offset: int) -> tuple[int, int]:
        """Where the words of the turn at an offset begin and end, without its name."""
        at = self.turn(offset)
        start = self.turns[at].said if at >= 0 else 0
        return start, self.turns[at + 1].start if at + 1 < len(self.turns) else len(self.reading.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words of a source and the runs it shares with a quote (``a`` in the quote, ``b`` in the source)."""

    source: int
    start: int
    end: int
    runs: tuple[Block, ...]
    told: float

    @property
    def loose(self) -> int:
        """How many words of the stretch are in no run."""
        return self.end - self.start - sum(run.size for run in self.runs)


def turns(text: str) -> Iterator[Turn]:
    """Each place where a line opens with a name and a colon."""
    for match in TURN.finditer(text):
        yield Turn(match.start(), match.group(1).strip(), match.end())


class Passages:
    """The sources, listed by word."""

    def __init__(self, sources: Sequence[PrimarySource]) -> None:
        self.sources = [ReadSource(s.name, read(s.text), tuple(turns(s.text))) for s in sources]
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, source in enumerate(self.sources):
            for at, (stem, coded) in enumerate(zip(source.reading.stems, source.coded, strict=True)):
                if coded != NOBODY:
                    self.places[stem].append((number, at))
        self.total = sum(len(source.reading.words) for source in self.sources) or 1

    def rarity(self, stem: str) -> float:
        """What a word tells among these sources, in nats."""
        return log(self.total / (1 + len(self.places.get(stem, ()))))

    def near(self, quote: Reading) -> list[tuple[float, int, int, int]]:
        """The stretches (weight, source, first word, last word) with most of the quote's words close together, best
        first."""
        wanted = Counter(quote.stems)
        events = sorted(
            (place, stem)
            for stem in wanted
            if 0 < len(self.places.get(stem, ())) <= MOST_PLACES
            for place in self.places[stem]
        )
        width = max(12, int(1.6 * len(quote.words)) + 6)
        return _apart(sorted(self._windows(events, width), reverse=True), width)

    def _windows(
        self, events: Sequence[tuple[tuple[int, int], str]], width: int
    ) -> Iterator[tuple[float, int, int, int]]:
        held: Counter[str] = Counter()
        weight, tail = 0.0, 0
        for (source, at), stem in events:
            held[stem] += 1
            if held[stem] == 1:
                weight += self.rarity(stem)
            while events[tail][0][0] != source or at - events[tail][0][1] >= width:
                old = events[tail][1]
                held[old] -= 1
                if held[old] == 0:
                    weight -= self.rarity(old)
                tail += 1
            yield weight, source, events[tail][0][1], at

    def exact(self, quote: Reading) -> Iterator[Passage]:
        """Every place where the quote's words stand one after another, up to ``MOST_EXACT`` in each source."""
        if not quote.words or len(quote.words) > MOST_WORDS:
            return
        told, size = quote.told(0, len(quote.words)), len(quote.coded)
        for number, source in enumerate(self.sources):
            coded, at = source.coded, -1
            for _ in range(MOST_EXACT):
                at = coded.find(quote.coded, at + 1)
                if at < 0:
                    break
                yield Passage(number, at, at + size, (Block(0, at, size),), told)

    def aligned(self, quote: Reading, source: int, first: int, last: int) -> Passage | None:
        """The compact passage around a stretch that shares most with the quote, or None where nothing is shared."""
        side, coded = self.sources[source].reading, self.sources[source].coded
        margin = len(quote.words) + 8
        start, end = max(0, first - margin), min(len(side.words), last + margin + 1)
        runs = blocks(quote.coded[:MOST_WORDS], coded[start:end])
        moved = [Block(run.a, run.b + start, run.size) for run in runs]
        found = _compact(side, source, _trimmed(quote, _drawn(quote.coded, coded, moved)))
        return _grown(quote.coded, coded, found) if found else None


def _apart(windows: Sequence[tuple[float, int, int, int]], width: int) -> list[tuple[float, int, int, int]]:
    """The best windows that don't overlap one another."""
    kept: list[tuple[float, int, int, int]] = []
    for window in windows:
        if all(window[1] != k[1] or abs(window[2] - k[2]) > width // 2 for k in kept):
            kept.append(window)
        if len(kept) == CLOSE:
            break
    return kept


def _drawn(quote: str, side: str, runs: Sequence[Block]) -> list[Block]:
    """Runs that follow each other in the quote, drawn together where the same words stand next to one of them.

    "It takes fifty minutes" stands at the end of "It took two days. Today it takes fifty minutes", "it" included.
    """
    kept: list[Block] = []
    for run in runs:
        left = kept[-1] if kept else None
        if left is None or left.a + left.size != run.a or left.b + left.size == run.b:
            kept.append(run)
        elif side[max(0, run.b - left.size) : run.b] == quote[left.a : run.a]:
            kept[-1] = Block(left.a, run.b - left.size, left.size + run.size)
        elif side[left.b + left.size : left.b + left.size + run.size] == quote[run.a : run.a + run.size]:
            kept[-1] = Block(left.a, left.b, left.size + run.size)
        else:
            kept.append(run)
    return kept


def _trimmed(quote: Reading, runs: Sequence[Block]) -> list[Block]:
    """Runs without lone small words at the ends that other words part from the next run, in the quote and in the
    source."""
    kept = list(runs)
    while len(kept) > 1 and _chance(quote, kept[0], kept[0], kept[1]):
        del kept[0]
    while len(kept) > 1 and _chance(quote, kept[-1], kept[-2], kept[-1]):
        del kept[-1]
    return kept


def _chance(quote: Reading, run: Block, left: Block, right: Block) -> bool:
    apart = right.a > left.a + left.size and right.b > left.b + left.size
    return apart and run.size <= 2 and quote.told(run.a, run.a + run.size) < STRAY * run.size


def _grown(quote: str, side: str, found: Passage) -> Passage:
    """A passage with the words next to it that the quote has at its ends too."""
    first, last = found.runs[0], found.runs[-1]
    before, after = 0, 0
    while before < min(first.a, first.b) and quote[first.a - before - 1] == side[first.b - before - 1]:
        before += 1
    a, b = last.a + last.size, last.b + last.size
    while a + after < len(quote) and b + after < len(side) and quote[a + after] == side[b + after]:
        after += 1
    runs = [*found.runs]
    runs[0] = Block(first.a - before, first.b - before, first.size + before)
    runs[-1] = Block(runs[-1].a, runs[-1].b, runs[-1].size + after)
    return Passage(found.source, found.start - before, found.end + after, tuple(runs), found.told)


def _compact(side: Reading, source: int, runs: Sequence[Block]) -> Passage | None:
    """Of runs in order, the consecutive ones that tell most for the distance they span."""
    best: tuple[float, int, int] | None = None
    worth, since = 0.0, 0
    for at, run in enumerate(runs):
        told = side.told(run.b, run.b + run.size)
        gap = DISTANCE * (run.b - runs[at - 1].b - runs[at - 1].size) if at else 0.0
        if at == 0 or worth - gap <= 0:
            worth, since = told, at
        else:
            worth += told - gap
        if best is None or worth > best[0]:
            best = (worth, since, at)
    if best is None:
        return None
    kept = tuple(runs[best[1] : best[2] + 1])
    return Passage(source, kept[0].b, kept[-1].b + kept[-1].size, kept, best[0])
