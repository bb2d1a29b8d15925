"""Words that lead into a statement and say how far it is meant: whose claim it is, how sure, how doubtful."""

from attribution.match.changes import Effect
from attribution.match.reading import Reading
from attribution.match.wordlists import CLAIMS, FILLERS, FUNCTION, HEDGES, listed, sequences

LEFT_OUT = ("words left out", Effect.LEFT_OUT)
FRAME = ("whose claim it is left out", Effect.MEANING)
HEDGE = ("hedge left out", Effect.MEANING)
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


def hedging(side: Reading, start: int, end: int) -> bool:
    """Whether a hedge is among some words; "believe in" is none."""
    return any(
        side.words[at] in HEDGES
        and side.words[at] not in FILLERS
        and side.words[at] not in WEAK
        and side.words[at + 1 : at + 2] != ("in",)
        for at in range(start, end)
    )
