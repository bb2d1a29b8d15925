"""Words that make a deed one that is wanted, tried, allowed or owed: without them it is done."""

from collections.abc import Iterable

from attribution.match.lexicon import base
from attribution.match.reading import Reading
from attribution.match.verbs import verb_form
from attribution.match.wordlists import AUXILIARIES, FILLERS, FUNCTION, MODALS, listed

# Verbs, with "to" behind them, and what stands with "be".
INTENDING = listed(
    "able afraid agree aim allow allowed appear ask attempt authorized bound claim consider decline demand design "
    "determined eager encouraged expect expected forced free hesitate hope intend invited likely mean need obliged "
    "offer permitted plan pledge pretend prepare prepared promise propose ready reluctant required scheduled seek seem "
    "struggle supposed tend threaten tried try unlikely vow want willing wish"
)
# Verbs of making or having somebody do it.
ASKING = listed("ask beg force get order pay persuade press tell urge want")
BOUND = listed("have has had got")
MUST = frozenset(word for word, kind in MODALS.items() if kind in ("must", "should", "can"))
UNSURE = frozenset(word for word, kind in MODALS.items() if kind in ("must", "should", "may", "could"))
# Of these it makes no difference that they can or must be done: "you can see", "I have to say", "I want to thank".
DONE_ANYWAY = listed(
    "add admit agree be call emphasize guess hear imagine make point remember remind repeat say see stress tell thank "
    "understand"
)
# The other one of two has the same auxiliary: "we must stay and [we must] fight".
JOINING = listed("and but or nor")


def intended(side: Reading, at: Iterable[int]) -> bool:
    """Whether some words, left out of one side, say that the deed behind them is only wanted, tried, allowed or
    owed."""
    places = tuple(at)
    if not places or places[0] == 0 or side.words[places[0] - 1] in JOINING or side.breaks[places[0]] != "":
        return False
    last = places[-1]
    deed = side.words[last + 1] if last + 1 < len(side.words) else ""
    if (not verb_form(deed) and deed not in ("be", "have", "do")) or base(deed) in DONE_ANYWAY - {"be"}:
        return False
    if side.words[last] == "to":
        if side.words[last - 1] in BOUND and side.words[places[0] - 1] in ("must", "should"):
            return False  # what one should have to do one should do
        return len(places) > 1 and (_before_to(side, last - 1) or (places[1] != last and _asked(side, places[0], deed)))
    return side.words[last] in MUST or (
        len(places) > 1 and side.words[places[0]] in MUST and all(side.words[n] in FUNCTION | FILLERS for n in places)
    )


def _asked(side: Reading, at: int, deed: str) -> bool:
    """Whether somebody else is to do it: "will [ask a friend to] sell"; but not "I [want you to] know"."""
    return base(side.words[at]) in ASKING and base(deed) != "know"


def is_or_ought(side: Reading, start: int, end: int) -> bool:
    """Whether the one of two auxiliaries is left out, where just one of them says what may or ought to be: "[are and]
    should be", "is [and must be]"."""
    words = side.words[start:end]
    first, second = side.words[max(0, start - 1) : start], side.words[end : end + 1]
    if words[-1] in JOINING:
        pair = (*words[:1], *second)
    elif words[0] in JOINING:
        pair = (*first, *(word for word in words[1:2] if word in AUXILIARIES))
    else:
        return False
    return len(pair) == 2 and AUXILIARIES.issuperset(pair) and (pair[0] in UNSURE) != (pair[1] in UNSURE)


def _before_to(side: Reading, at: int) -> bool:
    word = side.words[at]
    if word == "able" and any(before in ("was", "were", "been") for before in side.words[max(0, at - 2) : at]):
        return False  # what one was able to do one did
    return word in BOUND or word in INTENDING or base(word) in INTENDING
