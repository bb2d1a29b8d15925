"""What is left of a gap when all that says the same is taken out: words left out, or others put in."""

from attribution.match.changes import Effect
from attribution.match.differing import Differing, Open
from attribution.match.leaving import DEGREE, left_out, slight
from attribution.match.limiting import degree_denied
from attribution.match.reading import Reading
from attribution.match.replacing import replaced
from attribution.match.residue import Residue, named, telling
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
    side, left = (state.a, gap.a) if first else (state.b, gap.b)
    inside = side.bracketed.intersection(left)
    if left and all(_possessive(side, at) for at in left):
        state.note("spelling", Effect.NONE, *gap.reach)
    elif inside and all(at in inside or side.words[at] in FUNCTION for at in left):
        state.note("bracketed clarification", Effect.WORDING, *gap.reach)
    elif gap.gap.one_sided and len(left) == gap.gap.size:
        _leave(state, gap, first)
    elif _but_articles(state, gap) and degree_denied(side, left[0], left[-1] + 1):
        state.note(*DEGREE, *gap.reach)
    elif new := _new_in_place(state, gap, first):
        state.note(new, Effect.MEANING, *gap.reach)
    elif kind := replaced(Residue.of(state.a, gap.a), Residue.of(state.b, gap.b)):
        state.note(*kind, *gap.reach)
    else:
        told = any(telling(side.words[at]) for at in left)
        state.note("other words" if told else "small words", Effect.WORDING, *gap.reach)


def _new_in_place(state: Differing, gap: Open, first: bool) -> str:
    """ "name" or "number" where one that the other side never has stands by itself in the place of one that has
    moved."""
    side, other, left = (state.a, state.b, gap.a) if first else (state.b, state.a, gap.b)
    there = range(*(gap.reach[1] if first else gap.reach[0]))
    if any(_new_name(side, at, other) for at in left) and any(named(other, at) for at in there):
        return "name"
    new = any(side.words[at][:1].isdigit() and side.words[at] not in other.words for at in left)
    return "number" if new and any(other.words[at][:1].isdigit() for at in there) else ""


def _new_name(side: Reading, at: int, other: Reading) -> bool:
    return named(side, at) and side.stems[at] not in other.stems and not _beside_name(side, at)


def _beside_name(side: Reading, at: int) -> bool:
    return any(0 <= n < len(side.words) and (named(side, n) or side.words[n] in TITLES) for n in (at - 1, at + 1))


def _but_articles(state: Differing, gap: Open) -> bool:
    """Whether one side of a gap has an article and nothing else: "a way", "an easy way"."""
    (i, m), (j, n) = gap.reach
    return any(words in (("a",), ("an",)) for words in (state.a.words[i:m], state.b.words[j:n]))


def _possessive(side: Reading, at: int) -> bool:
    """ISIS' and ISIS's are two spellings."""
    return side.words[at] == "'s" and at > 0 and side.words[at - 1].endswith("s")


def _leave(state: Differing, gap: Open, first: bool) -> None:
    """Judge what one side of a gap has, ``a`` or ``b``, as left out of the other."""
    (start, end), (at, _) = gap.reach if first else gap.reach[::-1]
    side, other = (state.a, state.b) if first else (state.b, state.a)
    if start == end:
        return
    kind, effect = left_out(side, start, end, not gap.gap.first, not gap.gap.last)
    if effect == Effect.LEFT_OUT and other.breaks[at] != "…" and slight(side, start, end):
        kind, effect = "small words left out", Effect.WORDING
    # Two sentences run into one with nothing to show it.
    parted = any(side.breaks[place] == "." for place in range(start, end + 1))
    if effect == Effect.LEFT_OUT and not gap.gap.edge and other.breaks[at] == "" and parted:
        kind, effect = "splice of two places", Effect.MEANING
    state.note(kind, effect, *(((start, end), (at, at)) if first else ((at, at), (start, end))))


def _clarified(a: Residue, b: Residue) -> bool:
    """Whether one side's words stand in brackets for a title or small words of the other: "[Ben] Vale", "Dr. Vale"."""
    return any(
        all(at in one.side.bracketed for at in one.at)
        and all(word in TITLES or word in FUNCTION for word in other.words)
        for one, other in ((a, b), (b, a))
    )
