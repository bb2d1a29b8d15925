"""What was left out, and whether the rest can still be read as it was meant.

Words are left out of one side: before what is kept of a sentence, after it, or inside it. Leaving out whole sentences,
reasons and details is cutting; leaving out the condition, the denial, the hedge or the "but" changes what was said.
"""

from attribution.match.changes import Effect
from attribution.match.lexicon import part
from attribution.match.pairing import denied, grade
from attribution.match.reading import Reading
from attribution.match.residue import negates, telling
from attribution.match.wordlists import (
    AFFIRMING,
    CLAIMS,
    CONDITIONS,
    CONTRASTS,
    FILLERS,
    FUNCTION,
    HEDGES,
    NEGATIONS,
    QUANTIFIERS,
    RESTRICTING,
    UNTRUE,
    listed,
)

LEFT_OUT = ("words left out", Effect.LEFT_OUT)
FILLER = ("filler left out", Effect.WORDING)
CONDITION = ("condition left out", Effect.MEANING)
CONTRAST = ("'but' half left out", Effect.MEANING)
LIMIT = ("limit left out", Effect.MEANING)
DENIAL = ("denial left out", Effect.MEANING)
FRAME = ("whose claim it is left out", Effect.MEANING)
HEDGE = ("hedge left out", Effect.MEANING)
NEGATION = ("negation left out", Effect.MEANING)
QUANTITY = ("quantifier left out", Effect.MEANING)
DEGREE = ("degree of a denial left out", Effect.MEANING)
ALTERNATIVE = ("alternative left out", Effect.MEANING)
# "most of the", "the bulk of": how much of what follows is meant.
SHARES = listed("bulk few fraction half majority many minority most much one part portion quarter some third two")
# "not necessarily", "not only": without the second word more is denied.
DEGREES = listed(
    "all always completely entirely every exactly exclusively fully just merely necessarily only purely simply solely "
    "totally wholly"
)
# Conditions of several words, by their first two.
CONDITIONS_OF_TWO = frozenset(
    tuple(pair.split("+"))
    for pair in listed(
        "as+long so+long only+if only+when even+if in+case at+the on+condition in+exchange other+than apart+from "
        "and+only but+only not+until subject+to"
    )
)
LIMITS_OF_TWO = frozenset(
    tuple(pair.split("+")) for pair in listed("up+to at+most at+least no+more not+more more+than less+than fewer+than")
)
# Hedges of several words, by their first two or three.
HEDGES_OF_MANY = frozenset(
    tuple(words.split("+"))
    for words in listed(
        "as+far+as in+my+opinion in+my+view in+our+view in+our+opinion to+my+knowledge to+our+knowledge to+the+best "
        "it+seems as+i+understand in+theory in+principle"
    )
)
# With "who" and more behind them they are not everybody any more.
ANYBODY = listed("all anybody anyone everybody everyone nobody none one people somebody someone those")
# Words that may stand before the word that opens a condition: "for as long as", "but only if".
LEADING = listed("and but especially even for just maybe only or particularly perhaps possibly probably")
# Without these a state of things for the time being becomes one for good.
FOR_NOW = (
    ("for", "now"),
    ("so", "far"),
    ("to", "date"),
    ("for", "the", "moment"),
    ("for", "the", "time"),
    ("as", "yet"),
)
VAGUE = listed("anything more other otherwise so something whatever whoever")
# "once and for all", "once more": no condition.
ONCE = listed("a again and in more or")
AFTER_THE = listed("completion end conclusion request expense discretion earliest latest")
MILD = listed("just even right only")
# A hedge behind a statement is short: "they will win, I think". A longer one begins a statement of its own.
TRAILING = 5
DOUBTED = listed(
    "accusation accusations allegation allegations assumption belief chance claim claims concern evidence fear fears "
    "hope indication indications likelihood perception possibility reports rumor rumors sign signs speculation "
    "suspicion suspicions theory worry"
)
STRESSING, MILDER = listed("said say tell told"), listed("could dare might venture would")
LOSS = listed("most some few only almost half many")
# Hedges that are as often something else: "about" the matter, "expected" guests.
WEAK = MILD | listed("might may could about around expected often thought sometimes usually")


def left_out(side: Reading, start: int, end: int, kept_before: bool, kept_after: bool) -> tuple[str, Effect]:
    """What leaving words ``start`` to ``end`` out of ``side`` does, by where kept words stand next to them."""
    if start and side.words[start - 1] in NEGATIONS and (side.words[start] in DEGREES or _adverb(side, start, end)):
        return DEGREE
    if all(side.words[i] in FILLERS and side.words[i] not in RESTRICTING for i in range(start, end)):
        return FILLER
    if kept_after and _share_of(side, start, end):
        return QUANTITY
    tail_end = _sentence_end(side, start, end) if kept_before else start
    head_start = _sentence_start(side, start, end) if kept_after else end
    if kept_before and kept_after and tail_end == end and head_start == start:
        return _inside(side, start, end)
    if kept_before:
        found = _tail(side, start, tail_end) or _next_sentence(side, tail_end, end)
        if found:
            return found
    if kept_after:
        found = _head(side, head_start, end)
        if found:
            return found
    return LEFT_OUT


def _adverb(side: Reading, start: int, end: int) -> bool:
    """Whether one adverb is left out: the "knowingly" of "never knowingly"."""
    word = side.words[start]
    return end - start == 1 and word.endswith("ly") and word not in FILLERS and part(word) == "r"


def _share_of(side: Reading, start: int, end: int) -> bool:
    """Whether what is left out ends by saying how much of what follows is meant: "one of the", "the bulk of"."""
    words = side.words[start:end]
    if words[-1] == "among" and side.words[end : end + 1] == ("the",) and _superlative(side.words[end + 1 : end + 2]):
        return True
    last = len(words) - 1 - (len(words) > 1 and words[-1] in ("the", "our", "his", "their", "these", "those"))
    return last > 0 and words[last] == "of" and words[last - 1] in SHARES


def _superlative(words: tuple[str, ...]) -> bool:
    return any(word in ("most", "least") or grade(word) == 2 for word in words)


def _sentence_end(side: Reading, start: int, end: int) -> int:
    return next((at for at in range(start, end) if _sentence_ends(side, at)), end)


def _sentence_start(side: Reading, start: int, end: int) -> int:
    return next((at for at in range(end, start - 1, -1) if _sentence_ends(side, at) or at == 0), start)


def _sentence_ends(side: Reading, at: int) -> bool:
    """Whether a sentence ends before a word: also where words left out are marked and a capital follows."""
    return side.breaks[at] == "." or (side.breaks[at] == "…" and at < len(side.words) and side.upper[at])


def _tail(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """Words after the kept part of a sentence."""
    words = side.words
    if _alternative(side, start, end):
        return ALTERNATIVE
    if any(words[start : start + len(limit)] == limit for limit in FOR_NOW):
        return LIMIT
    for at in range(start, end):
        if not (at == start or side.breaks[at] != "" or words[at - 1] in LEADING):
            continue
        if _condition(side, at) and not (at > start and words[at - 1 : at + 1] == ("and", "if")):
            return CONDITION
        if words[at] in CONTRASTS:
            return CONTRAST
        if words[at : at + 2] in LIMITS_OF_TWO and at <= start + 1 and any(w[:1].isdigit() for w in words[at:end]):
            return LIMIT
    if _restricting(side, start, end) and (end - start <= 3 or words[start] in RESTRICTING):
        return QUANTITY
    return HEDGE if end - start <= TRAILING and _hedging(side, start, end) else None


def _alternative(side: Reading, start: int, end: int) -> bool:
    """Whether "or" and something else begins; "or so" is no choice, nor is "or B" after a denial."""
    return (
        side.words[start] == "or" and end - start > 1 and side.words[start + 1] not in VAGUE and not denied(side, start)
    )


def _condition(side: Reading, at: int) -> bool:
    """Whether a condition begins at a word."""
    words = side.words
    if words[at] == "once":
        return at + 1 < len(words) and words[at + 1] not in ONCE
    if words[at : at + 2] in CONDITIONS_OF_TWO:
        return words[at] != "at" or _after_the(side, at)
    return words[at] in CONDITIONS


def _restricting(side: Reading, start: int, end: int) -> bool:
    return any(side.words[at] in RESTRICTING for at in range(start, end))


def _after_the(side: Reading, at: int) -> bool:
    return any(word in AFTER_THE for word in side.words[at + 2 : at + 4])


def _next_sentence(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """The first whole sentence left out after what is kept: does it take back or limit what was just said?"""
    if start >= end:
        return None
    stop = next((at for at in range(start + 1, end) if side.breaks[at] == "."), end)
    opening = side.words[start : start + 2]
    if opening and opening[0] in ("but", "however", "unless", "except", "yet", "though", "although"):
        return CONTRAST
    told = side.words[start:stop]
    denied = any(negates(side, at) for at in range(start, stop)) and not AFFIRMING.isdisjoint(told)
    return DENIAL if stop - start <= 7 and (denied or not UNTRUE.isdisjoint(told)) else None


def _head(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """Words before the kept part of a sentence."""
    words = side.words[start:end]
    if not words:
        return None
    if words[-1] == "or" and len(words) > 1 and not denied(side, end):
        return ALTERNATIVE
    clause = _last_clause(side, start, end)
    if any(negates(side, at) for at in range(clause, end)):
        return DENIAL if any(w in CLAIMS for w in side.words[clause:end]) else NEGATION
    if any(_condition(side, at) for at in range(start, end)) and _opens_clause(side, start, end):
        return CONDITION
    if any(side.words[clause : clause + len(hedge)] == hedge for hedge in HEDGES_OF_MANY):
        return HEDGE
    if any(w in ("although", "though", "while", "despite", "whereas") for w in words[:2]):
        return CONTRAST
    reach = side.words[max(clause, end - 6) : end]
    if _frames(reach):
        return _frame(reach)
    if _doubted(reach):
        return HEDGE
    if _hedging(side, max(start, end - 3), end):
        return HEDGE
    last = side.words[end - 1 if side.words[end - 1] not in ("of", "the") or end - 1 == start else end - 2]
    if last in RESTRICTING or (end - start <= 2 and QUANTIFIERS.get(last) in LOSS):
        return QUANTITY
    return None


def _opens_clause(side: Reading, start: int, end: int) -> bool:
    """Whether a condition stands first in what is left out, or what is kept hangs on it: not far back in a sentence
    that goes on."""
    return any(
        _condition(side, at) and (at == start or side.breaks[at] != "" or side.words[at - 1] in LEADING)
        for at in range(start, end)
    )


def _frames(words: tuple[str, ...]) -> bool:
    """Whether words such as "they claim that" or "I think" lead into what follows."""
    at = max((n for n, word in enumerate(words) if word in CLAIMS), default=None)
    return (
        at is not None
        and words[at + 1 : at + 2] != ("in",)  # "believe in" claims nothing
        and all(word in FUNCTION or word in FILLERS or word.endswith("ly") for word in words[at + 1 :])
        and (len(words) - at <= 3 or "that" in words[-2:])
    )


def _doubted(words: tuple[str, ...]) -> bool:
    """Whether words such as "there is some evidence that" lead into what follows."""
    return words[-1:] == ("that",) and any(word in DOUBTED for word in words[-4:])


def _frame(words: tuple[str, ...]) -> tuple[str, Effect]:
    """What leaving out "they claim that" or "I think" does; "I can tell you that" only stresses what follows."""
    if "i" not in words:
        return FRAME
    stressed = any(word in STRESSING for word in words) and not any(word in MILDER for word in words)
    return LEFT_OUT if stressed else HEDGE


def _last_clause(side: Reading, start: int, end: int) -> int:
    return max((at for at in range(start, end) if side.breaks[at] in (".", ",", "…")), default=start)


def _inside(side: Reading, start: int, end: int) -> tuple[str, Effect]:
    """Words left out of the middle of a sentence."""
    words = side.words[start:end]
    if _alternative(side, start, end) or (len(words) > 1 and words[-1] == "or" and not denied(side, end)):
        return ALTERNATIVE
    if any(negates(side, at) for at in range(start, end)) and (len(words) <= 4 or negates(side, end - 1)):
        return NEGATION
    if _condition(side, start):
        return CONDITION
    if words[0] in CONTRASTS and len(words) > 3:
        return CONTRAST
    if any(words[: len(hedge)] == hedge for hedge in HEDGES_OF_MANY):
        return HEDGE
    if words[:2] in LIMITS_OF_TWO and (words[2:] or side.words[end : end + 2])[0][:1].isdigit():
        return LIMIT
    if words[0] in ("who", "that", "whose") and start and side.words[start - 1] in ANYBODY:
        return LIMIT
    reach = words[-6:]
    if _frames(reach):
        return _frame(reach)
    if _doubted(reach):
        return HEDGE
    if len(words) <= 4 and any(w in HEDGES and w not in FILLERS and w not in MILD for w in words):
        return HEDGE
    if words[0] == "or" and len(words) == 2 and words[1] in VAGUE:
        return LEFT_OUT
    lost = any(QUANTIFIERS.get(w) in LOSS or w in RESTRICTING for w in words)
    if len(words) <= 3 and lost and not any(telling(w) for w in words if w not in RESTRICTING):
        return QUANTITY
    return LEFT_OUT


def _hedging(side: Reading, start: int, end: int) -> bool:
    """Whether a hedge is among some words; "believe in" is none."""
    return any(
        side.words[at] in HEDGES
        and side.words[at] not in FILLERS
        and side.words[at] not in WEAK
        and side.words[at + 1 : at + 2] != ("in",)
        for at in range(start, end)
    )


def slight(side: Reading, start: int, end: int) -> bool:
    """One or two small words, not at a sentence's end: "and", "either", "until after"."""
    return (
        end - start <= 2
        and end < len(side.words)
        and side.breaks[end] == ""
        and side.words[start] != "that"
        and all(side.words[at] in FUNCTION or side.words[at] in FILLERS for at in range(start, end))
    )
