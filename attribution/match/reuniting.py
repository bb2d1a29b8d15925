"""A phrase with its object inside it, for one word: "turned the offer down", "rejected the offer"."""

from attribution.match.changes import Effect
from attribution.match.differing import Differing, Open
from attribution.match.phrases import split_sense

# So far apart the two words of a phrase stand, and so many gaps.
INSIDE, GAPS = 6, 3


def reunite(state: Differing, opened: list[Open]) -> None:
    """Take out verbs that say the same as a verb and its particle around what both share."""
    for at, gap in enumerate(opened):
        for later in opened[at + 1 : at + 1 + GAPS]:
            if gap.a and gap.b and not (gap.outside or later.outside):
                _reunite_in(state, gap, later, True)
                _reunite_in(state, gap, later, False)


def _reunite_in(state: Differing, gap: Open, later: Open, first: bool) -> None:
    """The same with the phrase in ``a``, or in ``b``."""
    side, other = (state.a, state.b) if first else (state.b, state.a)
    mine, behind, theirs = (gap.a, later.a, gap.b) if first else (gap.b, later.b, gap.a)
    for i, k in [(i, k) for i in mine for k in behind if k - i <= INSIDE]:
        phrase = split_sense(side, i, k, other, theirs)
        if phrase is not None:
            mine.remove(i)
            behind.remove(k)
            theirs[:] = [j for j in theirs if not phrase.start <= j < phrase.end]
            spans = (i, k + 1), (phrase.start, phrase.end)
            state.note("synonym", Effect.WORDING, *(spans if first else spans[::-1]))
            return
