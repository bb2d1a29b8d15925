"""Words that limit a statement: on what condition it holds, of how many, what else may hold instead."""

from attribution.match.lexicon import part
from attribution.match.pairing import SOLE, denied, grade
from attribution.match.reading import Reading
from attribution.match.residue import negates
from attribution.match.wordlists import CONDITIONS, FILLERS, NEGATIONS, ORDINALS, RESTRICTING, listed, sequences

# "most of the", "the bulk of": how much of what follows is meant.
SHARES = listed("bulk few fraction half majority many minority most much one part portion quarter some third two")
# Conditions of several words, by their first two.
CONDITIONS_OF_TWO = sequences(
    "as+long so+long only+if only+when even+if in+case at+the on+condition in+exchange other+than apart+from "
    "and+only but+only not+until subject+to"
)
# Words that may stand before the word that opens a condition: "for as long as", "but only if".
LEADING = listed("and but especially even for just maybe only or particularly perhaps possibly probably")
NEXT_TO = frozenset((*ORDINALS, *ORDINALS.values())) - {"first", "1st"}
VAGUE = listed("anything more other otherwise so something whatever whoever")
# "once and for all", "once more", "never once": no condition.
ONCE = listed("a again and in more or")
# "not necessarily", "not only": without the second word more is denied.
DEGREES = listed(
    "all always completely entirely every exactly exclusively fully just merely necessarily only purely simply solely "
    "totally wholly"
)
# A denial bears on so many words behind it, unless another clause begins with one of these.
DENIED = 6
CLAUSES = listed("although and because but if since so to unless when which while who")
CONCEDING = listed("may might")
AFTER_THE = listed("completion end conclusion request expense discretion earliest latest")


def condition(side: Reading, at: int) -> bool:
    """Whether a condition begins at a word."""
    words = side.words
    if words[at] == "once":
        return at + 1 < len(words) and words[at + 1] not in ONCE and words[max(0, at - 1)] not in NEGATIONS
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


def conceded(side: Reading, start: int, at: int) -> bool:
    """Whether the "but" at a word answers what is left out with it: "and it may be hard, but we will do it"."""
    return side.words[start] == "and" and side.words[at] == "but" and not CONCEDING.isdisjoint(side.words[start:at])


def restricting(side: Reading, start: int, end: int) -> bool:
    return any(side.words[at] in RESTRICTING for at in range(start, end))


def few(side: Reading, at: int) -> bool:
    """Whether without the "a" before a word there are not some but hardly any: "few", "little"; not "only a few"."""
    return side.words[at] in ("few", "little") and side.words[max(0, at - 2) : at - 1] not in (("only",), ("just",))


def share_of(side: Reading, start: int, end: int) -> bool:
    """Whether what is left out ends by saying how much of what follows is meant: "one of the", "the bulk of"."""
    words = side.words[start:end]
    if words[-1] == "among" and side.words[end : end + 1] == ("the",) and _superlative(side.words[end + 1 : end + 2]):
        return True
    if words[-1] in NEXT_TO and _superlative(side.words[end : end + 1]):
        return True  # the "second" of "second most powerful"
    last = len(words) - 1 - (len(words) > 1 and words[-1] in ("the", "our", "his", "their", "these", "those"))
    if last < 1 or words[last] != "of" or not (words[last - 1] in SHARES or words[last - 1][:1].isdigit()):
        return False
    # "Another one of his boats" is another boat of his.
    return side.words[start + last - 2 : start + last - 1] != ("another",)


def _superlative(words: tuple[str, ...]) -> bool:
    return any(word in ("most", "least") or grade(word) == 2 for word in words)


def alternative(side: Reading, start: int, end: int) -> bool:
    """Whether "or" and something else begins; "or so" is no choice, nor is "or B" after a denial."""
    return (
        side.words[start] == "or" and end - start > 1 and side.words[start + 1] not in VAGUE and not denied(side, start)
    )


def degree_denied(side: Reading, start: int, end: int) -> bool:
    """Whether what is left out says how far or of what kind a denial is meant: "never [knowingly] lied", "I don't
    think they are [very] different", "there is no [easy] way"; more is denied without it."""
    if start and side.words[start - 1] in NEGATIONS and (side.words[start] in DEGREES or _adverb(side, start, end)):
        return True
    word = side.words[start]
    if end - start != 1 or side.breaks[start] or side.breaks[end] or not _reached(side, start):
        return False
    article = side.words[start - 1]
    one_of_some = (part(word) == "a" and article in ("a", "an")) or (word in SOLE and article == "the")
    return one_of_some or _adverb(side, start, end)


def _reached(side: Reading, at: int) -> bool:
    """Whether a denial close before a word in its clause bears on it."""
    for place in range(at - 1, max(-1, at - 1 - DENIED), -1):
        if side.words[place] in NEGATIONS:
            return negates(side, place)
        if side.breaks[place] or side.words[place] in CLAUSES:
            return False
    return False


def _adverb(side: Reading, start: int, end: int) -> bool:
    """Whether one adverb is left out: the "knowingly" of "never knowingly"."""
    word = side.words[start]
    return end - start == 1 and word.endswith("ly") and word not in FILLERS and part(word) == "r"


def denied_beside(side: Reading, start: int, end: int) -> bool:
    """Whether what is left out is one of two that stand side by side, denied: "inviting [and not scary]", "a farm[, not
    a fort]"."""
    words = side.words[start:end]
    beside = words[:2] == ("and", "not") or (words[0] == "not" and side.breaks[start] == ",")
    return beside and side.breaks[end] != "" and "but" not in words and side.words[end : end + 1] != ("but",)
