"""Questions that stand as statements: "Is it a crime?" is not "It is a crime"."""

from collections.abc import Sequence

from attribution.match.changes import Effect
from attribution.match.differing import Differing
from attribution.match.features import Block
from attribution.match.reading import Reading
from attribution.match.wordlists import AUXILIARIES

# A question's subject begins so many words behind the auxiliary at most.
NEAR = 4
LEADING = frozenset((word,) for word in (*AUXILIARIES, "if", "whether"))
# "How many would sail" without a mark is a question too, told by somebody.
TOLD = frozenset("how who whom whose what why when where which whether if".split())


def ask(state: Differing) -> None:
    """Note where one side asks what the other says."""
    if "?" in state.a.text or "?" in state.b.text:
        there = [Block(run.b, run.a, run.size) for run in state.runs]
        if _answered(state.a, state.b, state.runs) or _answered(state.b, state.a, there):
            state.note_whole("question", Effect.MEANING)


def _answered(asking: Reading, other: Reading, runs: Sequence[Block]) -> bool:
    """Whether what a question asks about stands, without the auxiliary before it, in a sentence that asks nothing."""
    for at, word in enumerate(asking.words[:-1]):
        if word in AUXILIARIES and _opens(asking, at) and _asks(asking, at):
            place = _met(runs, at + 1)
            if place is not None and not _asks(other, place) and not _is_told(other, place):
                return True
    return False


def _is_told(other: Reading, place: int) -> bool:
    return other.words[place - 1 : place] in LEADING or other.words[place] in TOLD


def _met(runs: Sequence[Block], at: int) -> int | None:
    """Where the other side has the first shared word from ``at`` on, if that is near."""
    run = next((run for run in runs if run.a + run.size > at), None)
    if run is None or run.a - at > NEAR:
        return None
    return run.b + max(0, at - run.a)


def _opens(side: Reading, at: int) -> bool:
    return at == 0 or side.breaks[at] == "."


def _asks(side: Reading, at: int) -> bool:
    """Whether the sentence of a word ends in a question mark."""
    for place in range(at + 1, len(side.words) + 1):
        if side.breaks[place] == "." or place == len(side.words):
            until = side.start(place) if place < len(side.words) else len(side.text)
            return "?" in side.text[side.end(place - 1) : until]
    return False
