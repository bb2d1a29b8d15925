"""Words that limit a statement: on what condition it holds, of how many, what else may hold instead."""

from attribution.match.pairing import denied, grade
from attribution.match.reading import Reading
from attribution.match.wordlists import CONDITIONS, RESTRICTING, listed, sequences

# "most of the", "the bulk of": how much of what follows is meant.
SHARES = listed("bulk few fraction half majority many minority most much one part portion quarter some third two")
# Conditions of several words, by their first two.
CONDITIONS_OF_TWO = sequences(
    "as+long so+long only+if only+when even+if in+case at+the on+condition in+exchange other+than apart+from "
    "and+only but+only not+until subject+to"
)
# Words that may stand before the word that opens a condition: "for as long as", "but only if".
LEADING = listed("and but especially even for just maybe only or particularly perhaps possibly probably")
VAGUE = listed("anything more other otherwise so something whatever whoever")
# "once and for all", "once more": no condition.
ONCE = listed("a again and in more or")
AFTER_THE = listed("completion end conclusion request expense discretion earliest latest")


def condition(side: Reading, at: int) -> bool:
    """Whether a condition begins at a word."""
    words = side.words
    if words[at] == "once":
        return at + 1 < len(words) and words[at + 1] not in ONCE
    if words[at : at + 2] in CONDITIONS_OF_TWO:
        return words[at] != "at" or _after_the(side, at)
    return words[at] in CONDITIONS


def _after_the(side: Reading, at: int) -> bool:
    return any(word in AFTER_THE for word in side.words[at + 2 : at + 4])


def opens_clause(side: Reading, start: int, end: int) -> bool:
    """Whether a condition stands first in what is left out, or what is kept hangs on it: not far back in a sentence
    that goes on."""
    return any(
        condition(side, at) and (at == start or side.breaks[at] != "" or side.words[at - 1] in LEADING)
        for at in range(start, end)
    )


def restricting(side: Reading, start: int, end: int) -> bool:
    return any(side.words[at] in RESTRICTING for at in range(start, end))


def share_of(side: Reading, start: int, end: int) -> bool:
    """Whether what is left out ends by saying how much of what follows is meant: "one of the", "the bulk of"."""
    words = side.words[start:end]
    if words[-1] == "among" and side.words[end : end + 1] == ("the",) and _superlative(side.words[end + 1 : end + 2]):
        return True
    last = len(words) - 1 - (len(words) > 1 and words[-1] in ("the", "our", "his", "their", "these", "those"))
    return last > 0 and words[last] == "of" and words[last - 1] in SHARES


def _superlative(words: tuple[str, ...]) -> bool:
    return any(word in ("most", "least") or grade(word) == 2 for word in words)


def alternative(side: Reading, start: int, end: int) -> bool:
    """Whether "or" and something else begins; "or so" is no choice, nor is "or B" after a denial."""
    return (
        side.words[start] == "or" and end - start > 1 and side.words[start + 1] not in VAGUE and not denied(side, start)
    )
