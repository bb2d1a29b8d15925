"""Check quotes against primary texts: where the words were said, by whom, and what became of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from attribution.match.aligning import settled
from attribution.match.changes import Change, Effect
from attribution.match.features import Block
from attribution.match.passages import Passage, Passages, PrimarySource
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
AROUND = 6
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
    tied = [f for f in found[1:] if f.worth >= TIED * best.worth and f.share >= WORDED]
    return _described(read, best, tied, passages, speaker, quoted)


def _candidates(read: Reading, speaker: str | None, passages: Passages) -> Iterator[_Found]:
    whole = read.told(0, len(read.words)) or 1.0
    seen: set[tuple[int, int, int]] = set()
    for _, source, first, last in passages.near(read):
        passage = passages.aligned(read, source, first, last)
        if passage is None or (source, passage.start, passage.end) in seen:
            continue
        seen.add((source, passage.start, passage.end))
        told = sum(read.told(run.a, run.a + run.size) for run in passage.runs)
        side = passages.sources[source]
        own = same_speaker(speaker, side.speaker(side.reading.start(passage.start)))
        loose = passage.end - passage.start - sum(run.size for run in passage.runs)
        worth = (told - 0.35 * loose) * (OWN_TURN if own else 1.0)
        yield _Found(passage, min(1.0, told / whole), worth, own)


def same_speaker(claimed: str | None, turn: str | None) -> bool | None:
    """Whether a turn's label can be the claimed speaker's: they share a name; None where one of them is not known."""
    if not claimed or not turn:
        return None
    x, y = ({w for w in re.findall(r"[^\W_]+", name.casefold()) if len(w) > 1} for name in (claimed, turn))
    return bool(x & y)


def _described(
    read: Reading, best: _Found, tied: Sequence[_Found], passages: Passages, speaker: str | None, quoted: bool
) -> Check:
    source = passages.sources[best.passage.source]
    side = source.reading
    start, end = best.passage.start, best.passage.end
    offsets = side.start(start), side.end(end - 1)
    cut = reading(side.text[offsets[0] : offsets[1]])
    runs = [Block(run.a, run.b - start, run.size) for run in best.passage.runs]
    found = changes(read, cut, settled(read, cut, runs))
    verdict, why = _verdict(read, best, found, tied, quoted)
    return Check(
        read.text,
        verdict,
        round(best.share, 4),
        f"{why} ({source.name}, {source.speaker(offsets[0]) or 'no speaker named'})",
        source.name,
        *offsets,
        side.text[offsets[0] : offsets[1]],
        source.speaker(offsets[0]),
        _around(side, max(0, start - AROUND), start),
        _around(side, end, min(len(side.words), end + AROUND)),
        tuple(
            (e.kind, e.a_start, e.a_end, e.b_start + offsets[0], e.b_end + offsets[0])
            for e in (c.edit(read, cut) for c in found)
        ),
    )


def _around(side: Reading, start: int, end: int) -> str:
    return side.text[side.start(start) : side.end(end - 1)] if start < end else ""


def _verdict(
    read: Reading, best: _Found, found: Sequence[Change], tied: Sequence[_Found], quoted: bool
) -> tuple[Verdict, str]:
    effect = max((change.effect for change in found), default=Effect.NONE)
    if best.share < WORDED:
        return Verdict.PARAPHRASE, f"{best.share:.0%} of what its words tell stands here in the same order"
    if best.own is False:
        return Verdict.OTHER_SPEAKER, "the words stand in another speaker's turn"
    if tied and quoted:
        return Verdict.AMBIGUOUS, f"the same words stand in {len(tied) + 1} places"
    if effect == Effect.NONE:
        return Verdict.VERBATIM, "word for word"
    kinds = ", ".join(dict.fromkeys(change.kind for change in found if change.effect == effect))
    if _put_together(best.passage):
        return Verdict.SPLICED, "words from places far apart were put together"
    missing = sum(telling(read.words[at]) for change in found for at in range(*change.a))
    if missing > 0.4 * max(1, sum(map(telling, read.words))):
        return Verdict.PARAPHRASE, f"much is in other words: {kinds}"
    return Verdict.EDITED, kinds


def _put_together(passage: Passage) -> bool:
    return any(
        right.b - left.b - left.size >= PUT_TOGETHER
        for left, right in zip(passage.runs, passage.runs[1:], strict=False)
    )
