"""How two wordings of one statement differ: each difference, and the relation that follows from the gravest of them."""

from collections.abc import Sequence

from attribution.match.aligning import Gap, gaps, parted
from attribution.match.asking import ask
from attribution.match.changes import Change, Effect
from attribution.match.denying import deny
from attribution.match.differing import Differing, Open
from attribution.match.features import Block
from attribution.match.judging import judge
from attribution.match.moving import move, places_traded
from attribution.match.reading import Reading
from attribution.match.reporting import persons, times
from attribution.match.residue import telling
from attribution.match.roles import exchanged, numbers_traded, owners_exchanged
from attribution.match.trading import clauses_exchanged, traded_in_frame
from attribution.match.voice import voices
from attribution.match.wording import reword

# An edge with this many words on both sides is two different surroundings, not one wording for another.
SURROUNDINGS = 6
# Unless at least so many words, and this part of them, are on both sides.
FEW, ALIKE = 3, 0.75
MOVED = ("order", "name", "place", "pronoun")


def changes(a: Reading, b: Reading, runs: Sequence[Block]) -> list[Change]:
    """Every difference between two wordings that share ``runs``, in the order of ``a``.

    Words are paired inside gaps, then across them; what is left is judged.
    """
    state = Differing(a, b, runs)
    opened = [_opened(a, b, part) for gap in gaps(a, b, runs) for part in parted(a, b, gap)]
    reword(state, opened)
    move(state, opened)
    deny(state, opened)
    for gap in opened:
        judge(state, gap)
    persons(state, opened)
    times(state)
    voices(state)
    _exchanges(state)
    ask(state)
    return sorted(state.found, key=lambda change: (change.a, change.b, change.kind))


def _opened(a: Reading, b: Reading, gap: Gap) -> Open:
    those, others = list(range(gap.a_start, gap.a_end)), list(range(gap.b_start, gap.b_end))
    apart = gap.edge and not gap.one_sided and (min(len(those), len(others)) >= SURROUNDINGS or _apart(a, b, gap))
    return Open(gap, those, others, apart and not _shared(a, b, gap))


def _shared(a: Reading, b: Reading, gap: Gap) -> bool:
    """Whether the two sides of an edge have most of their telling words in common, in another order."""
    some, others = (
        {side.stems[at] for at in range(start, end) if telling(side.words[at])}
        for side, start, end in ((a, gap.a_start, gap.a_end), (b, gap.b_start, gap.b_end))
    )
    least = min(len(some), len(others))
    return least >= FEW and len(some & others) >= ALIKE * least


def _apart(a: Reading, b: Reading, gap: Gap) -> bool:
    """Whether both sides of an edge end, or begin, in other sentences than the shared words."""
    at_a, at_b = (gap.a_end, gap.b_end) if gap.first else (gap.a_start, gap.b_start)
    return a.breaks[at_a] in (".", "…") and b.breaks[at_b] in (".", "…")


def _traded(a: Reading, b: Reading) -> bool:
    return exchanged(a, b) or owners_exchanged(a, b)


def _exchanges(state: Differing) -> None:
    """Numbers, and people and things, that stand in each other's place."""
    if numbers_traded(state.a, state.b):
        state.note_whole("number", Effect.MEANING)
    moved = any(change.kind in MOVED for change in state.found)
    traded = places_traded(state) or traded_in_frame(state) or (moved and _traded(state.a, state.b))
    if traded and not clauses_exchanged(state.a, state.b):
        state.note_whole("roles swapped", Effect.MEANING)
