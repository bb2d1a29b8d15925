"""What is left of a gap when all that says the same is taken out: words left out, or others put in."""

from attribution.match.changes import Effect
from attribution.match.differing import Differing, Open
from attribution.match.leaving import left_out, slight
from attribution.match.reading import Reading
from attribution.match.replacing import replaced
from attribution.match.residue import Residue, telling
from attribution.match.wordlists import FUNCTION, TITLES


def judge(state: Differing, gap: Open) -> None:
    if not gap.a and not gap.b:
        return
    if gap.outside:
        _leave(state, gap, True)
        _leave(state, gap, False)
    elif gap.gap.one_sided or not gap.a or not gap.b:
        _one_sided(state, gap)
    else:
        a, b = Residue.of(state.a, gap.a), Residue.of(state.b, gap.b)
        kind = ("bracketed clarification", Effect.WORDING) if _clarified(a, b) else replaced(a, b)
        state.note(*(kind or ("other words", Effect.WORDING)), *gap.reach)


def _one_sided(state: Differing, gap: Open) -> None:
    first = bool(gap.a)
    side, left, whole = (
        (state.a, gap.a, not gap.gap.b_end > gap.gap.b_start)
        if first
        else (state.b, gap.b, not gap.gap.a_end > gap.gap.a_start)
    )
    if left and all(_possessive(state, side, at) for at in left):
        state.note("spelling", Effect.NONE, *gap.reach)
        return
    inside = side.bracketed.intersection(left)
    if inside and all(at in inside or side.words[at] in FUNCTION for at in left):
        state.note("bracketed clarification", Effect.WORDING, *gap.reach)
        return
    untouched = len(left) == (gap.gap.a_end - gap.gap.a_start if first else gap.gap.b_end - gap.gap.b_start)
    if whole and untouched:
        _leave(state, gap, first)
        return
    kind = replaced(Residue.of(state.a, gap.a), Residue.of(state.b, gap.b))
    if kind:
        state.note(*kind, *gap.reach)
    elif any(telling(side.words[at]) for at in left):
        state.note("other words", Effect.WORDING, *gap.reach)
    else:
        state.note("small words", Effect.WORDING, *gap.reach)


def _possessive(state: Differing, side: Reading, at: int) -> bool:
    """ISIS' and ISIS's are two spellings."""
    return side.words[at] == "'s" and at > 0 and side.words[at - 1].endswith("s")


def _leave(state: Differing, gap: Open, first: bool) -> None:
    side, start, end = (state.a, gap.gap.a_start, gap.gap.a_end) if first else (state.b, gap.gap.b_start, gap.gap.b_end)
    if start == end:
        return
    kind, effect = left_out(side, start, end, not gap.gap.first, not gap.gap.last)
    if effect == Effect.LEFT_OUT and not _marked(state, gap, first) and slight(side, start, end):
        kind, effect = "small words left out", Effect.WORDING
    if effect == Effect.LEFT_OUT and not gap.gap.edge and _spliced(state, gap, first):
        kind, effect = "splice of two places", Effect.MEANING
    spot = (gap.gap.b_start, gap.gap.b_start) if first else (gap.gap.a_start, gap.gap.a_start)
    state.note(kind, effect, *(((start, end), spot) if first else (spot, (start, end))))


def _marked(state: Differing, gap: Open, first: bool) -> bool:
    other, at = (state.b, gap.gap.b_start) if first else (state.a, gap.gap.a_start)
    return other.breaks[at] == "…"


def _spliced(state: Differing, gap: Open, first: bool) -> bool:
    """Whether two sentences were run into one with nothing to show it."""
    side, start, end = (state.a, gap.gap.a_start, gap.gap.a_end) if first else (state.b, gap.gap.b_start, gap.gap.b_end)
    other, at = (state.b, gap.gap.b_start) if first else (state.a, gap.gap.a_start)
    return other.breaks[at] == "" and any(side.breaks[place] == "." for place in range(start, end + 1))


def _clarified(a: Residue, b: Residue) -> bool:
    """Whether one side's words stand in brackets for a title or small words of the other: "[Ben] Vale", "Dr. Vale"."""
    return any(
        all(at in one.side.bracketed for at in one.at)
        and all(word in TITLES or word in FUNCTION for word in other.words)
        for one, other in ((a, b), (b, a))
    )
