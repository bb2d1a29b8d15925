"""Find where in long texts, transcripts or press releases, some words were said.

Every word of the sources is listed by its stem with its places. A quote's words vote for the stretches where many of
its rare ones stand close together; the best few stretches are aligned word by word.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from attribution.match.aligning import MOST_WORDS
from attribution.match.features import Block, blocks
from attribution.match.reading import Reading, read

NAME = r"(?:[A-Z][\w.'’\-]*|of|the|de|van|von)"
TURN = re.compile(
    rf"^[ \t]*\(?({NAME}(?:[ ,.]+{NAME}){{0,6}}(?: ?\([^)\n]{{1,40}}\))?)\)? ?:(?=\s|$)",
    re.MULTILINE,
)
# Stretches looked at closely, for each quote; places of one word that count, for a word that stands everywhere.
CLOSE = 12
MOST_PLACES = 4000
# A word between two matched ones costs so many bits of what they tell: a passage holds together.
DISTANCE = 0.9


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """A transcript or press release: its name, and its text as decoded, line ends untouched."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``start`` on, in code points, ``speaker`` has the word."""

    start: int
    speaker: str


@dataclass(frozen=True)
class ReadSource:
    """A source with its folded words and its turns."""

    name: str
    reading: Reading
    turns: tuple[Turn, ...]

    def speaker(self, offset: int) -> str | None:
        """Who has the word at an offset; None before the first turn or in a text without turns."""
        at = bisect_right([turn.start for turn in self.turns], offset) - 1
        return self.turns[at].speaker if at >= 0 else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words of a source and the runs it shares with a quote (``a`` in the quote, ``b`` in the source)."""

    source: int
    start: int
    end: int
    runs: tuple[Block, ...]
    told: float


def turns(text: str) -> Iterator[Turn]:
    """Each place where a line opens with a name and a colon."""
    for match in TURN.finditer(text):
        yield Turn(match.start(), match.group(1).strip())


class Passages:
    """The sources, listed by word."""

    def __init__(self, sources: Sequence[PrimarySource]) -> None:
        self.sources = [ReadSource(s.name, read(s.text), tuple(turns(s.text))) for s in sources]
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, source in enumerate(self.sources):
            for at, stem in enumerate(source.reading.stems):
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

    def aligned(self, quote: Reading, source: int, first: int, last: int) -> Passage | None:
        """The compact passage around a stretch that shares most with the quote, or None where nothing is shared."""
        side = self.sources[source].reading
        margin = len(quote.words) + 8
        start, end = max(0, first - margin), min(len(side.words), last + margin + 1)
        runs = blocks(quote.coded[:MOST_WORDS], side.coded[start:end])
        moved = [Block(run.a, run.b + start, run.size) for run in runs]
        return _compact(side, source, moved)


def _apart(windows: Sequence[tuple[float, int, int, int]], width: int) -> list[tuple[float, int, int, int]]:
    """The best windows that don't overlap one another."""
    kept: list[tuple[float, int, int, int]] = []
    for window in windows:
        if all(window[1] != k[1] or abs(window[2] - k[2]) > width // 2 for k in kept):
            kept.append(window)
        if len(kept) == CLOSE:
            break
    return kept


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
