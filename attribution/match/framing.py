"""Words that lead into a statement and say how far it is meant: whose claim it is, how sure, how doubtful."""

from collections.abc import Sequence

from attribution.match.changes import Effect
from attribution.match.reading import Reading
from attribution.match.wordlists import BE, CLAIMS, FILLERS, FUNCTION, HEDGES, listed, sequences

LEFT_OUT = ("words left out", Effect.LEFT_OUT)
FRAME = ("whose claim it is left out", Effect.MEANING)
HEDGE = ("hedge left out", Effect.MEANING)
CONDITION = ("condition left out", Effect.MEANING)
LIMIT = ("limit left out", Effect.MEANING)
# "Weather permitting", "God willing" have few words; ", at least in my view" has some more.
GIVEN, GIVEN_IN, LIMITED = listed("permitting willing"), 2, 7
# Hedges of several words, by their first two or three.
HEDGES_OF_MANY = sequences(
    "as+far+as in+my+opinion in+my+view in+our+view in+our+opinion to+my+knowledge to+our+knowledge to+the+best "
    "it+seems it+appears it+would+seem it+looks+like it+looks+as it+sounds+like "
    "from+my+perspective from+our+perspective in+my+judgment in+my+estimation to+my+mind as+i+understand "
    "in+theory in+principle"
)
DOUBTED = listed(
    "accusation accusations allegation allegations assumption belief chance claim claims concern danger doubt evidence "
    "fear fears hint hope indication indications likelihood perception possibility reports risk rumor rumors sign "
    "signs speculation suspicion suspicions theory worry"
)
# What is only near to something is not that thing.
NEARING = sequences(
    "close+to closer+to closest+to near+to next+to akin+to tantamount+to verge+of brink+of edge+of inch+of look+like "
    "looks+like looked+like sound+like sounds+like sounded+like feel+like feels+like felt+like"
)
# "As they say", "as my mother used to say": no more than a way of saying it.
SAYINGS = sequences("they+say to+say saying+goes")
ARTICLES, LIKENING = listed("a an the"), listed("almost more much of something")
ONE_ARTICLE, ONE_BE = {(word,) for word in ARTICLES}, {(word,) for word in (*BE, "not")}
SAID_OF = listed(
    "accused alleged assumed believed charged claimed considered expected feared reported rumored said suspected "
    "thought understood"
)
OF_OR_TO = (("of",), ("to",), ("with",))
# These deny what follows: "far from ready".
FAR_FROM = sequences("far+from anything+but")
STRESSING, MILDER = listed("said say tell told"), listed("could dare might venture would")
MILD = listed("just even right only")
# Hedges that are as often something else: "about" the matter, "expected" guests.
WEAK = MILD | listed("might may could about around expected often thought sometimes usually")


def framed(words: tuple[str, ...]) -> tuple[str, Effect] | None:
    """What leaving out words before a statement does, if they say whose claim it is or how sure it is."""
    if _frames(words):
        return _frame(words)
    return HEDGE if _doubted(words) else None


def _frames(words: tuple[str, ...]) -> bool:
    """Whether words such as "they claim that" or "I think" lead into what follows."""
    if words[0] == "as" and words[-2:] in SAYINGS:
        return False
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


def trailing(side: Reading, start: int, end: int) -> tuple[str, Effect] | None:
    """What leaving out words set off behind a statement does, where they say how far it is meant: ", in theory"."""
    words = side.words[start:end]
    if side.breaks[start] != ",":
        return None
    if any(words[: len(hedge)] == hedge for hedge in HEDGES_OF_MANY):
        return HEDGE
    if words[:2] == ("or", "so") and not CLAIMS.isdisjoint(words):
        return FRAME
    if words[:2] == ("at", "least") and end - start <= LIMITED:
        return LIMIT
    return CONDITION if words[-1] in GIVEN and end - start <= GIVEN_IN else None


def source(side: Reading, start: int, end: int) -> bool:
    """Whether "according to" somebody stands set off from the rest in what is left out."""
    return any(
        side.words[at : at + 2] == ("according", "to") and (at == 0 or side.breaks[at] != "")
        for at in range(start, end - 1)
    )


def said_of(side: Reading, at: Sequence[int]) -> bool:
    """Whether some words say that something is believed or said of somebody: "is believed to", "was accused of"."""
    return any(
        side.words[n] in SAID_OF and side.words[max(0, n - 1) : n] in ONE_BE and side.words[n + 1 : n + 2] in OF_OR_TO
        for n in at
    )


def nearing(side: Reading, start: int, end: int) -> bool:
    """Whether some words say that a thing is only near to what follows, or like it: "is [close to] a disaster", "was
    [like] a war"; "was, like, late" says nothing by it."""
    words = side.words[start:end]
    while words[-1:] and words[-1] in ARTICLES:
        words = words[:-1]
    near = (
        words[-2:] in NEARING
        and words[-3:-2] != ("a",)
        and all(word in FUNCTION or word in FILLERS for word in words[:-2])
    )
    return near or _likened(side, start, words)


def _likened(side: Reading, start: int, words: tuple[str, ...]) -> bool:
    stop = start + len(words)
    return (
        words[-1:] == ("like",)
        and all(word in FILLERS or word in LIKENING for word in words[:-1])
        and side.words[max(0, start - 1) : start] in ONE_BE
        and side.words[stop : stop + 1] in ONE_ARTICLE
        and not (side.breaks[start] or side.breaks[stop])
    )


def hedging(side: Reading, start: int, end: int) -> bool:
    """Whether a hedge is among some words; "believe in" is none."""
    return any(
        side.words[at] in HEDGES
        and side.words[at] not in FILLERS
        and side.words[at] not in WEAK
        and side.words[at + 1 : at + 2] != ("in",)
        for at in range(start, end)
    )
