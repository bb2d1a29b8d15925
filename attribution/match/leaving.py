"""What was left out, and whether the rest can still be read as it was meant.

Words are left out of one side: before what is kept of a sentence, after it, or inside it. Leaving out whole sentences,
reasons and details is cutting; leaving out the condition, the denial, the hedge or the "but" changes what was said.
"""

from attribution.match.changes import Effect
from attribution.match.framing import (
    CONDITION,
    FAR_FROM,
    FRAME,
    HEDGE,
    HEDGES_OF_MANY,
    LEFT_OUT,
    LIMIT,
    MILD,
    framed,
    hedging,
    nearing,
    source,
    trailing,
)
from attribution.match.intending import intended, is_or_ought
from attribution.match.lexicon import base, part
from attribution.match.limiting import (
    LEADING,
    VAGUE,
    alternative,
    conceded,
    condition,
    degree_denied,
    denied_beside,
    few,
    opens_clause,
    restricting,
    share_of,
)
from attribution.match.pairing import denied
from attribution.match.reading import Reading
from attribution.match.residue import negates, said_again, telling
from attribution.match.verbs import is_verb
from attribution.match.wordlists import (
    AFFIRMING,
    AUXILIARIES,
    CLAIMS,
    CONTRASTS,
    FILLERS,
    FUNCTION,
    HEDGES,
    PRONOUNS,
    QUANTIFIERS,
    RESTRICTING,
    UNTRUE,
    listed,
    sequences,
)

FILLER = ("filler left out", Effect.WORDING)
CONTRAST = ("'but' half left out", Effect.MEANING)
DENIAL = ("denial left out", Effect.MEANING)
NEGATION = ("negation left out", Effect.MEANING)
QUANTITY = ("quantifier left out", Effect.MEANING)
DOUBTING = listed("challenge contest contradict deny dispute doubt question refute")
DEGREE = ("degree of a denial left out", Effect.MEANING)
TOO = ("degree", Effect.MEANING)
DATE = ("date", Effect.MEANING)
ALTERNATIVE = ("alternative left out", Effect.MEANING)
MODAL = ("modal", Effect.MEANING)
SPLICE = ("splice of two places", Effect.MEANING)
LIMITS_OF_TWO = sequences("up+to at+most at+least no+more not+more more+than less+than fewer+than")
# With "who" and more behind them they are not everybody any more.
ANYBODY = listed("all anybody anyone everybody everyone nobody none one people somebody someone those")
# Without these a state of things for the time being becomes one for good.
FOR_NOW = sequences("for+now so+far to+date for+the+moment for+the+time as+yet")
# A hedge behind a statement is short: "they will win, I think". A longer one begins a statement of its own.
TRAILING = 5
# An object may begin with these.
OBJECTS = listed("a all an any every her his its my our that the their these this those your")
# A clause has so many words at least.
CLAUSE = 4
LOSS = listed("most some few only almost half many")


def left_out(side: Reading, start: int, end: int, kept_before: bool, kept_after: bool) -> tuple[str, Effect]:
    """What leaving words ``start`` to ``end`` out of ``side`` does, by where kept words stand next to them."""
    if kept_before and kept_after and said_again(side, range(start, end)):
        return LEFT_OUT
    if degree_denied(side, start, end):
        return DEGREE
    if kept_after and nearing(side, start, end):
        return HEDGE
    if kept_after and side.words[start:end][-2:] in FAR_FROM:
        return NEGATION
    if kept_after and side.words[start:end] == ("too",) and _too(side, end):
        return TOO
    if all(side.words[i] in FILLERS and side.words[i] not in RESTRICTING for i in range(start, end)):
        return FILLER
    if side.words[start:end] == ("ago",):
        return DATE
    if kept_after and side.words[start:end] == ("a",) and few(side, end):
        return QUANTITY
    if kept_after and share_of(side, start, end):
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


def _too(side: Reading, at: int) -> bool:
    """Whether what "too" stands before is more than there should be: "too old", "too many"."""
    return not side.breaks[at] and (part(side.words[at]) in ("a", "r") or side.words[at] in QUANTIFIERS)


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
    if alternative(side, start, end):
        return ALTERNATIVE
    if source(side, start, end):
        return FRAME
    if any(words[start : start + len(limit)] == limit for limit in FOR_NOW):
        return LIMIT
    if meant := trailing(side, start, end):
        return meant
    for at in range(start, end):
        if not (at == start or side.breaks[at] != "" or words[at - 1] in LEADING):
            continue
        if condition(side, at) and not (at > start and words[at - 1 : at + 1] == ("and", "if")):
            return CONDITION
        if words[at] in CONTRASTS and not conceded(side, start, at):
            return CONTRAST
        if words[at : at + 2] in LIMITS_OF_TWO and at <= start + 1 and any(w[:1].isdigit() for w in words[at:end]):
            return LIMIT
    if restricting(side, start, end) and (end - start <= 3 or words[start] in RESTRICTING):
        return QUANTITY
    return HEDGE if end - start <= TRAILING and hedging(side, start, end) else None


def _next_sentence(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """The first whole sentence left out after what is kept: does it take back or limit what was just said?"""
    if start >= end:
        return None
    stop = next((at for at in range(start + 1, end) if side.breaks[at] == "."), end)
    opening = side.words[start : start + 2]
    if opening and opening[0] in ("but", "however", "unless", "except", "yet", "though", "although"):
        return CONTRAST
    return DENIAL if stop - start <= 7 and _takes_back(side, start, stop) else None


def _takes_back(side: Reading, start: int, stop: int) -> bool:
    """Whether a sentence denies the one before: "that is not true", "I doubt it"; "no one disputes it" upholds it."""
    told = side.words[start:stop]
    negated = any(negates(side, at) for at in range(start, stop))
    if any(base(word) in DOUBTING for word in told):
        return not negated and told[0] in ("i", "we") and base(told[1]) in DOUBTING
    return (negated and not AFFIRMING.isdisjoint(told)) or not UNTRUE.isdisjoint(told)


def _head(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """Words before the kept part of a sentence."""
    words = side.words[start:end]
    if not words:
        return None
    if words[-1] == "or" and len(words) > 1 and not denied(side, end):
        return ALTERNATIVE
    if source(side, start, end):
        return FRAME
    clause = _last_clause(side, start, end)
    if _beside(side, clause, end):
        return None
    if any(negates(side, at) for at in range(clause, end)):
        return DENIAL if any(w in CLAIMS for w in side.words[clause:end]) else NEGATION
    if any(condition(side, at) for at in range(start, end)) and opens_clause(side, start, end):
        return CONDITION
    if any(side.words[clause : clause + len(hedge)] == hedge for hedge in HEDGES_OF_MANY):
        return HEDGE
    if any(w in ("although", "though", "while", "despite", "whereas") for w in words[:2]):
        return CONTRAST
    reach = side.words[max(clause, end - 6) : end]
    if led := framed(reach):
        return led
    if hedging(side, max(start, end - 3), end):
        return HEDGE
    last = side.words[end - 1 if side.words[end - 1] not in ("of", "the") or end - 1 == start else end - 2]
    if last in RESTRICTING or (end - start <= 2 and QUANTIFIERS.get(last) in LOSS):
        return QUANTITY
    return None


def _beside(side: Reading, start: int, end: int) -> bool:
    """Whether some words make a clause of their own beside a clause that follows: "I don't care, we are going"."""
    own = side.breaks[end] == "," and end - start >= CLAUSE and side.words[start] in PRONOUNS
    return own and side.words[end : end + 1] != () and side.words[end] in PRONOUNS


def _last_clause(side: Reading, start: int, end: int) -> int:
    return max((at for at in range(start, end) if side.breaks[at] in (".", ",", "…")), default=start)


def _inside(side: Reading, start: int, end: int) -> tuple[str, Effect]:
    """Words left out of the middle of a sentence."""
    words = side.words[start:end]
    if _verb_between(side, start, end):
        return SPLICE
    if alternative(side, start, end) or (len(words) > 1 and words[-1] == "or" and not denied(side, end)):
        return ALTERNATIVE
    if end - start <= 5 and (intended(side, range(start, end)) or is_or_ought(side, start, end)):
        return MODAL
    if denied_beside(side, start, end):
        return LEFT_OUT
    if any(negates(side, at) for at in range(start, end)) and (len(words) <= 4 or negates(side, end - 1)):
        return NEGATION
    if condition(side, start):
        return CONDITION
    if words[0] in CONTRASTS and len(words) > 3:
        return CONTRAST
    clauses = [n for n in range(len(words)) if n == 0 or side.breaks[start + n] == ","]
    if any(words[n : n + len(hedge)] == hedge for hedge in HEDGES_OF_MANY for n in clauses):
        return HEDGE
    if words[:2] in LIMITS_OF_TWO and (words[2:] or side.words[end : end + 2])[0][:1].isdigit():
        return LIMIT
    if words[0] in ("who", "that", "whose") and start and side.words[start - 1] in ANYBODY:
        return LIMIT
    reach = words[-6:]
    if led := framed(reach):
        return led
    if len(words) <= 4 and any(w in HEDGES and w not in FILLERS and w not in MILD for w in words):
        return HEDGE
    if words[0] == "or" and len(words) == 2 and words[1] in VAGUE:
        return LEFT_OUT
    lost = any(QUANTIFIERS.get(w) in LOSS or w in RESTRICTING for w in words)
    if words == ("little",) and side.words[start - 1] in ("a", "the"):
        return LEFT_OUT  # "a little bit", "the little boat": of a size, not few
    if len(words) <= 3 and lost and not any(telling(w) for w in words if w not in RESTRICTING):
        return QUANTITY
    return LEFT_OUT


def _verb_between(side: Reading, start: int, end: int) -> bool:
    """Whether a verb is left out between "and" and its object, which falls to the verb before: "take the town and
    [spare] the bridge"."""
    return (
        end - start <= 2
        and start > 0
        and side.words[start - 1] in ("and", "or", "but")
        and is_verb(side, start)
        and part(side.words[start]) == "v"
        and not any(side.breaks[at] for at in range(start, end + 1))
        and side.words[end] in OBJECTS
    )


def slight(side: Reading, start: int, end: int) -> bool:
    """One or two small words, not at a sentence's end: "and", "either", "until after"; a subject and its auxiliary,
    "we are" before "asking", are more."""
    return (
        end - start <= 2
        and not (side.words[start] in PRONOUNS and side.words[end - 1] in AUXILIARIES)
        and end < len(side.words)
        and side.breaks[end] == ""
        and side.words[start] != "that"
        and all(side.words[at] in FUNCTION or side.words[at] in FILLERS for at in range(start, end))
    )
