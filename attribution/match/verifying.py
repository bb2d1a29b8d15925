"""Check quotes against primary texts: where the words were said, by whom, and what became of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from attribution.match.aligning import settled
from attribution.match.beside import around, taken_back
from attribution.match.changes import Change, Effect
from attribution.match.features import Block
from attribution.match.passages import Passage, Passages, PrimarySource, ReadSource
from attribution.match.reading import Reading, reading
from attribution.match.relating import changes
from attribution.match.residue import telling

# What of a quote's words, by what they tell, must stand in the passage to call it found, and to call it the same
# wording.
FOUND, WORDED = 0.34, 0.62
# Two places this close to each other in worth can't be told apart.
TIED = 0.985
# Words of a quote that stand this many words apart in the source were put together.
PUT_TOGETHER = 25
MARKED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]")
# Of a quote put together so much of each piece stands in its place, and a piece has so many words.
ALIKE, PIECE = 0.85, 4
# The claimed speaker's turn is preferred to others' by this factor.
OWN_TURN = 1.12


class Verdict(StrEnum):
    """What became of a quote's words; the first that fits the passage."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    SPLICED = "spliced"
    OTHER_SPEAKER = "other-speaker"
    PARAPHRASE = "paraphrase"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said to have been said: a statement's text, the quoted strings in it, and who is named as its speaker."""

    id: str
    text: str
    quotes: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was found for one quoted string. Offsets are into the source's text; ``before`` and ``after`` are the words
    next to the passage that the quote leaves out. Where nothing was found, source, start, end and passage are None."""

    quote: str
    verdict: Verdict
    score: float
    reason: str
    source: str | None = None
    start: int | None = None
    end: int | None = None
    passage: str | None = None
    speaker: str | None = None
    before: str = ""
    after: str = ""
    edits: tuple[tuple[str, int, int, int, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Verification:
    """The check with the best passage, and one check for each quote (for the text, where there are no quotes)."""

    id: str
    best: Check
    checks: tuple[Check, ...]


def verify(claims: Sequence[Claim], sources: Sequence[PrimarySource]) -> Iterator[Verification]:
    """Check each claim's quotes against all sources, in order."""
    passages = Passages(sources)
    for claim in claims:
        checks = tuple(
            check(quote, claim.speaker, passages, bool(claim.quotes)) for quote in claim.quotes or (claim.text,)
        )
        yield Verification(claim.id, max(checks, key=_worth), checks)


def _worth(check: Check) -> tuple[bool, float, int]:
    return check.verdict != Verdict.NOT_FOUND, check.score, len(check.quote)


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    share: float
    worth: float
    own: bool | None

    def overlaps(self, other: "_Found") -> bool:
        mine, its = self.passage, other.passage
        return mine.source == its.source and mine.start < its.end and its.start < mine.end


def check(quote: str, speaker: str | None, passages: Passages, quoted: bool = True) -> Check:
    """The best passage for one string. ``quoted`` is False for a text that may put things in its own words."""
    read = reading(quote)
    if not read.words:
        return Check(quote, Verdict.NOT_FOUND, 0.0, "no words to look for")
    found = sorted(_candidates(read, speaker, passages), key=lambda f: -f.worth)
    if not found or found[0].share < FOUND:
        return Check(
            quote, Verdict.NOT_FOUND, found[0].share if found else 0.0, "its words stand nowhere in these texts"
        )
    best = found[0]
    tied = [f for f in found[1:] if f.worth >= TIED * best.worth and f.share >= WORDED and not f.overlaps(best)]
    if best.passage.loose == 0:
        # The words with others among them are not the same words.
        tied = [f for f in tied if f.passage.loose == 0]
    return _Described(read, best, tied, passages, quoted).check()


def _candidates(read: Reading, speaker: str | None, passages: Passages) -> Iterator[_Found]:
    seen: set[tuple[int, int, int]] = set()
    for passage in _places(read, passages):
        if (passage.source, passage.start, passage.end) not in seen:
            seen.add((passage.source, passage.start, passage.end))
            yield _weighed(read, passage, speaker, passages)


def _places(read: Reading, passages: Passages) -> Iterator[Passage]:
    yield from passages.exact(read)
    for _, source, first, last in passages.near(read):
        passage = passages.aligned(read, source, first, last)
        if passage is not None:
            yield passage


def _weighed(read: Reading, passage: Passage, speaker: str | None, passages: Passages) -> _Found:
    told = sum(_told(read, start, end) for start, end in _stretches(passage.runs))
    side = passages.sources[passage.source]
    own = same_speaker(speaker, side.speaker(side.reading.start(passage.start)))
    worth = (told - 0.35 * passage.loose) * (OWN_TURN if own else 1.0)
    return _Found(passage, min(1.0, told / (_told(read, 0, len(read.words)) or 1.0)), worth, own)


def _stretches(runs: Sequence[Block]) -> list[tuple[int, int]]:
    """The words of the quote that runs cover: what follows one another there is one stretch, wherever it stands in the
    source."""
    found: list[tuple[int, int]] = []
    for run in runs:
        start = found.pop()[0] if found and found[-1][1] == run.a else run.a
        found.append((start, run.a + run.size))
    return found


def _told(read: Reading, start: int, end: int) -> float:
    """What some words of a claim tell; those in quotation marks, which should stand there as they are, twice."""
    inside = (read.told(max(start, first), min(end, last)) for first, last in read.known("in marks", _in_marks))
    return read.told(start, end) + sum(inside)


def _in_marks(read: Reading) -> list[tuple[int, int]]:
    """The stretches of words that stand in double quotation marks, where other words do not."""
    starts = [read.start(at) for at in range(len(read.words))]
    found = (match.span() for match in MARKED.finditer(read.text))
    stretches = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in found]
    return [(first, last) for first, last in stretches if 0 < last - first < len(read.words)]


def same_speaker(claimed: str | None, turn: str | None) -> bool | None:
    """Whether a turn's label can be the claimed speaker's: they share a name; None where one of them is not known."""
    if not claimed or not turn:
        return None
    x, y = ({w for w in re.findall(r"[^\W_]+", name.casefold()) if len(w) > 1} for name in (claimed, turn))
    return bool(x & y)


def _added(change: Change) -> Change:
    """Words that only the quote has: nobody left them out, they were put in."""
    if change.b[0] < change.b[1] or change.a[0] == change.a[1] or not change.kind.endswith("left out"):
        return change
    return change._replace(kind="words put in", effect=Effect.MEANING)


@dataclass(frozen=True, slots=True)
class _Described:
    """A quote, the passage found for it, and how they are told apart and named."""

    read: Reading
    best: _Found
    tied: Sequence[_Found]
    passages: Passages
    quoted: bool

    @property
    def source(self) -> ReadSource:
        return self.passages.sources[self.best.passage.source]

    def check(self) -> Check:
        side, passage = self.source.reading, self.best.passage
        offsets = side.start(passage.start), side.end(passage.end - 1)
        cut = reading(side.text[offsets[0] : offsets[1]])
        runs = [Block(run.a, run.b - passage.start, run.size) for run in passage.runs]
        found = [_added(change) for change in changes(self.read, cut, settled(self.read, cut, runs))]
        verdict, why = self.verdict(found)
        before, after = around(self.source, passage)
        return Check(
            self.read.text,
            verdict,
            round(self.best.share, 4),
            f"{why} ({self.source.name}, {self.source.speaker(offsets[0]) or 'no speaker named'})",
            self.source.name,
            *offsets,
            side.text[offsets[0] : offsets[1]],
            self.source.speaker(offsets[0]),
            before,
            after,
            tuple(
                (e.kind, e.a_start, e.a_end, e.b_start + offsets[0], e.b_end + offsets[0])
                for e in (c.edit(self.read, cut) for c in found)
            ),
        )

    def verdict(self, found: Sequence[Change]) -> tuple[Verdict, str]:
        """What became of the quote's words, given how they differ from the passage, and why."""
        spliced = self.spliced() if self.quoted else ""
        if self.best.share < WORDED and not spliced:
            return Verdict.PARAPHRASE, f"{self.best.share:.0%} of what its words tell stands here in the same order"
        if self.best.own is False:
            return Verdict.OTHER_SPEAKER, "the words stand in another speaker's turn"
        if spliced:
            return Verdict.SPLICED, spliced
        places = self.places()
        if places > 1 and self.quoted:
            return Verdict.AMBIGUOUS, f"the same words stand in {places} places"
        effect = max((change.effect for change in found), default=Effect.NONE)
        beside = taken_back(self.source, self.best.passage) if self.quoted else ""
        if effect == Effect.NONE:
            return Verdict.VERBATIM, f"word for word{beside and f'; but {beside}'}"
        kinds = ", ".join(dict.fromkeys(change.kind for change in found if change.effect == effect))
        missing = sum(telling(self.read.words[at]) for change in found for at in range(*change.a))
        if missing > 0.4 * max(1, sum(map(telling, self.read.words))):
            return Verdict.PARAPHRASE, f"much is in other words: {kinds}"
        return Verdict.EDITED, f"{kinds}{beside and f'; {beside}'}"

    def places(self) -> int:
        """In how many turns the words stand as they stand here: said twice in one breath is said once."""
        return len({self._turn(found) for found in (self.best, *self.tied)})

    def _turn(self, found: _Found) -> tuple[int, int]:
        source = self.passages.sources[found.passage.source]
        if not source.turns:
            return found.passage.source, found.passage.start
        return found.passage.source, source.turn(source.reading.start(found.passage.start))

    def spliced(self) -> str:
        """Why the quote is put together of several places, in words; "" where it is not."""
        if any(right.b - left.b - left.size >= PUT_TOGETHER for left, right in pairwise(self.best.passage.runs)):
            return "words from places far apart were put together"
        if len(self._speakers()) > 1:
            return "words of two speakers were put together"
        return "words from two places were put together" if self._elsewhere() else ""

    def _speakers(self) -> set[str]:
        """Who says the runs of the passage that tell something."""
        side = self.source.reading
        telling_runs = [run for run in self.best.passage.runs if run.size >= PIECE]
        return {self.source.speaker(side.start(run.b)) or "" for run in telling_runs}

    def _elsewhere(self) -> bool:
        """Whether what the passage lacks of the quote, at one of its ends, stands together somewhere else."""
        first, last = self.best.passage.runs[0], self.best.passage.runs[-1]
        for start, end in ((0, first.a), (last.a + last.size, len(self.read.words))):
            if end - start < PIECE:
                continue
            piece = reading(self.read.text[self.read.start(start) : self.read.end(end - 1)])
            found = [_weighed(piece, place, None, self.passages) for place in _places(piece, self.passages)]
            if any(f.share >= ALIKE and not f.overlaps(self.best) for f in found):
                return True
        return False
