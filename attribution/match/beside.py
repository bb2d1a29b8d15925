"""What stands next to a passage in its source and a quote leaves out, and whether that changes its meaning."""

from attribution.match.changes import Effect
from attribution.match.leaving import left_out
from attribution.match.passages import Passage, ReadSource
from attribution.match.reading import Reading

AROUND = 6
# A sentence is read so many words back and on at most; a reason quotes so many of them.
SENTENCE, QUOTED = 40, 12


def around(source: ReadSource, passage: Passage) -> tuple[str, str]:
    """The words of the same turn next to a passage."""
    first, last = _reach(source, passage, AROUND)
    return _between(source.reading, first, passage.start), _between(source.reading, passage.end, last)


def taken_back(source: ReadSource, passage: Passage) -> str:
    """What the source says beside a passage that changes its meaning, in words; "" where nothing does: "My opponent
    says that" before it, "but only if …" behind it."""
    side, (first, last) = source.reading, _reach(source, passage, SENTENCE)
    start = next((at for at in range(passage.start, first, -1) if _ended(side, at)), first)
    end = next((at for at in range(passage.end, last) if _ended(side, at)), last)
    # The next sentence as well: it may begin with "but".
    end = next((at for at in range(end + 1, last) if _ended(side, at)), last) if end < last else end
    for opens, closes, before in ((start, passage.start, False), (passage.end, end, True)):
        if opens == closes:
            continue
        kind, effect = left_out(side, opens, closes, before, not before)
        if effect == Effect.MEANING:
            stop = next((at for at in range(opens + 1, closes) if before and _ended(side, at)), closes)
            words = (opens, min(stop, opens + QUOTED)) if before else (max(opens, closes - QUOTED), closes)
            return f"{kind}: “{' '.join(_between(side, *words).split())}”"
    return ""


def _reach(source: ReadSource, passage: Passage, most: int) -> tuple[int, int]:
    """The words of the passage's turn or turns, so many before and behind it at most."""
    side = source.reading
    opens = source.stretch(side.start(passage.start))[0]
    closes = source.stretch(side.end(passage.end - 1) - 1)[1]
    first, last = passage.start, passage.end
    while first > max(0, passage.start - most) and side.start(first - 1) >= opens:
        first -= 1
    while last < min(len(side.words), passage.end + most) and side.end(last) <= closes:
        last += 1
    return first, last


def _ended(side: Reading, at: int) -> bool:
    return side.breaks[at] in (".", "…")


def _between(side: Reading, start: int, end: int) -> str:
    return side.text[side.start(start) : side.end(end - 1)] if start < end else ""
