"""Words of one gap that say the same: in other pieces, in full, as a phrase, one word for another."""

from attribution.match.changes import Effect
from attribution.match.differing import Differing, Open, near
from attribution.match.lexicon import akin, base, part, synonymous
from attribution.match.pairing import grade, pair
from attribution.match.phrases import same_sense, spelled_out
from attribution.match.reading import Reading
from attribution.match.replacing import opposite_ways
from attribution.match.residue import telling
from attribution.match.reuniting import reunite
from attribution.match.wordlists import MAGNITUDES

GRADES = {"more": 1, "most": 2}
SHORT_FOR = ("mn", "bn", "tn", "m", "k")
# In so few words on both sides a preposition stands for its opposite.
SHORT = 3


def reword(state: Differing, opened: list[Open]) -> None:
    """Find what is the same in other words, and what is its opposite, inside each gap."""
    _contract(state)
    _figures(state)
    _phrase(state, opened)
    reunite(state, opened)
    for gap in opened:
        if not gap.outside:
            _join(state, gap)
            _turn(state, gap)
            _grade(state, gap, True)
            _grade(state, gap, False)
            _pair(state, gap)


def _contract(state: Differing) -> None:
    """Shared words that one side prints run together: did not, didn't."""
    if not state.a.joints and not state.b.joints:
        return
    for run in state.runs:
        x, y = _joints(state.a, run.a, run.size), _joints(state.b, run.b, run.size)
        for i, j in ((run.a + step, run.b + step) for step in x ^ y):
            state.note("contraction", Effect.WORDING, (i, i + 2), (j, j + 2))


def _joints(side: Reading, start: int, size: int) -> set[int]:
    """Which words of a run, counted from its first, are in one piece with the next one of it."""
    return {at - start for at in side.joints if start <= at < start + size - 1}


def _figures(state: Differing) -> None:
    """Shared numbers that one side prints in figures, or in short, and the other in words."""
    for run in state.runs:
        for step, word in enumerate(state.a.words[run.a : run.a + run.size]):
            if word[:1].isdigit() or word in MAGNITUDES:
                i, j = run.a + step, run.b + step
                if _as_figures(state.a, i) != _as_figures(state.b, j):
                    state.note("number written another way", Effect.WORDING, (i, i + 1), (j, j + 1))


def _as_figures(side: Reading, at: int) -> bool:
    """Whether a number is printed in figures, or a magnitude in letters: 5bn."""
    printed = side.printed(at)
    return any(letter.isdigit() for letter in printed) or printed.lower() in SHORT_FOR


def _phrase(state: Differing, opened: list[Open]) -> None:
    """Several words for one, or for others: those in one place first, then those that moved."""
    inside = [gap for gap in opened if not gap.outside and gap.a and gap.b]
    for gap in inside:
        _spell_out(state, gap)
    moved = [(x, y) for x, y in near(opened) if x.a and y.b and not (x.outside or y.outside)]
    for gap_a, gap_b in [*((gap, gap) for gap in inside), *moved]:
        for x, y in same_sense(state.a, gap_a.a, state.b, gap_b.b, whole=gap_a is not gap_b):
            gap_a.a = [i for i in gap_a.a if not x.start <= i < x.end]
            gap_b.b = [j for j in gap_b.b if not y.start <= j < y.end]
            state.time(x.start, y.start)
            state.note("synonym", Effect.WORDING, (x.start, x.end), (y.start, y.end))


def _spell_out(state: Differing, gap: Open) -> None:
    for i in gap.a:
        full = spelled_out(state.a, i, state.b, gap.gap.b_start, gap.gap.b_end)
        if full is not None:
            gap.a, gap.b = [n for n in gap.a if n != i], [j for j in gap.b if not full[0] <= j < full[1]]
            state.note("abbreviation", Effect.WORDING, (i, i + 1), full)
            return
    for j in gap.b:
        full = spelled_out(state.b, j, state.a, gap.gap.a_start, gap.gap.a_end)
        if full is not None:
            gap.b, gap.a = [n for n in gap.b if n != j], [i for i in gap.a if not full[0] <= i < full[1]]
            state.note("abbreviation", Effect.WORDING, full, (j, j + 1))
            return


def _join(state: Differing, gap: Open) -> None:
    """The same letters in other pieces: tax paying, taxpaying."""
    x = "".join(state.a.words[i] for i in gap.a).replace("'", "")
    y = "".join(state.b.words[j] for j in gap.b).replace("'", "")
    if x and x == y:
        state.note("spelling", Effect.NONE, *gap.reach)
        gap.a, gap.b = [], []


def _turn(state: Differing, gap: Open) -> None:
    """Opposite ways in one short place: "out of business", "back in business"."""
    if not gap.a or not gap.b or max(len(gap.a), len(gap.b)) > SHORT or _kept_from(state, gap):
        return
    if opposite_ways([state.a.words[i] for i in gap.a], [state.b.words[j] for j in gap.b]):
        gap.a, gap.b = [], []
        state.note("opposite direction", Effect.MEANING, *gap.reach)


def _kept_from(state: Differing, gap: Open) -> bool:
    """Whether a deed follows, not a way: "prevent them to sail", "keep them from sailing"; the two are taken out."""
    if len(gap.a) < 2 or len(gap.b) < 2:
        return False
    sides = (state.a, gap.a), (state.b, gap.b)
    led = [
        at
        for side, left in sides
        for at in left[-2:-1]
        if side.words[at] in ("to", "from") and at + 1 == left[-1] and part(base(side.words[at + 1])) == "v"
    ]
    if len(led) < 2 or state.a.words[led[0]] == state.b.words[led[1]]:
        return False
    i, j = led
    if base(state.a.words[i + 1]) != base(state.b.words[j + 1]):
        return False
    gap.a, gap.b = gap.a[:-2], gap.b[:-2]
    state.note("another form of the word", Effect.WORDING, (i, i + 2), (j, j + 2))
    return True


def _grade(state: Differing, gap: Open, first: bool) -> None:
    """A comparison made with another word and one made with an ending: "most difficult", "hardest"."""
    side, other = (state.a, state.b) if first else (state.b, state.a)
    mine, theirs = (gap.a, gap.b) if first else (gap.b, gap.a)
    for i in [i for i in mine if side.words[i] in GRADES and i + 1 in mine]:
        for j in theirs:
            own = base(other.words[j])
            alike = akin(side.words[i + 1], own) or synonymous(side.words[i + 1], own)
            if alike and grade(other.words[j]) == GRADES[side.words[i]]:
                mine[:] = [n for n in mine if n not in (i, i + 1)]
                theirs.remove(j)
                spans = (i, i + 2), (j, j + 1)
                state.note("synonym", Effect.WORDING, *(spans if first else spans[::-1]))
                return


def _pair(state: Differing, gap: Open) -> None:
    """Words for words: those that say something first, so that "done" stands for "do" and not for "have"."""
    if not state.affords(gap.a, gap.b):
        return
    for content in (True, False):
        for i in list(gap.a):
            for j in list(gap.b):
                if content and not (telling(state.a.words[i]) or state.a.words[i] == state.b.words[j]):
                    continue
                joined = pair(state.a, i, state.b, j)
                if joined is not None:
                    state.take(gap, gap, i, j, joined)
                    break
