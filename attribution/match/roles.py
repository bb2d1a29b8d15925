"""Who does what to whom: the same words with the parts exchanged are another statement."""

from collections.abc import Iterator

from attribution.match.lexicon import base, part
from attribution.match.reading import Reading
from attribution.match.residue import named, telling
from attribution.match.wordlists import AUXILIARIES, BE, PRONOUNS, SAME_PRONOUN, listed

BEFORE, BEHIND = 5, 5
# What joins two of a kind: who comes first makes no difference.
SYMMETRIC = listed("and or meet marry join equal resemble talk with")


def roles(side: Reading) -> Iterator[tuple[str, str, str, bool]]:
    """(who, verb, whom, passive) for each verb, and for "than", that has somebody or something close on both sides of
    it."""
    for at, word in enumerate(side.words):
        if word == "than" or _verb(side, at):
            who, whom = _nearest(side, at, -1), _nearest(side, at, 1)
            if who and whom:
                yield who, base(word), whom, _passive(side, at)


def exchanged(a: Reading, b: Reading) -> bool:
    """Whether some verb has its two sides the other way round in ``b``."""
    told = {(who, verb, whom): passive for who, verb, whom, passive in roles(a) if who != whom}
    for who, verb, whom, passive in roles(b):
        turned = told.get((whom, verb, who))
        if turned is not None and turned == passive and (who, verb, whom) not in told:
            return True
    return False


def _verb(side: Reading, at: int) -> bool:
    word = side.words[at]
    return (
        word not in AUXILIARIES
        and word not in SYMMETRIC
        and word not in BE
        and part(word) == "v"
        and telling(word)
        and not side.capital(at)
    )


def _nearest(side: Reading, at: int, step: int) -> str:
    """The nearest name, pronoun or noun before or behind a verb, within its sentence; a noun phrase by its last
    word."""
    reach = range(at + step, at + step * ((BEFORE if step < 0 else BEHIND) + 1), step)
    for place in reach:
        if not 0 <= place < len(side.words) or side.breaks[place + (step < 0)] in (".", "…"):
            return ""
        word = side.words[place]
        if word in SAME_PRONOUN and word not in ("my", "our", "your", "his", "her", "their", "its"):
            return SAME_PRONOUN[word]
        if named(side, place) or (telling(word) and part(word) == "n"):
            return base(side.words[_head(side, place)])
        if place != at + step and _verb(side, place):
            return ""
    return ""


def _head(side: Reading, at: int) -> int:
    """The last word of the noun phrase that ``at`` stands in."""
    while (
        at + 1 < len(side.words)
        and side.breaks[at + 1] == ""
        and (named(side, at + 1) or (telling(side.words[at + 1]) and part(side.words[at + 1]) == "n"))
    ):
        at += 1
    return at


def _passive(side: Reading, at: int) -> bool:
    before = side.words[max(0, at - 2) : at]
    after = side.words[at + 1 : at + 3]
    return any(word in BE for word in before) and "by" in after


def shifts(pairs: list[tuple[str, str]]) -> tuple[int, int]:
    """How many pronouns turn from the first person to the third, and from the third to the first."""
    persons = [(PRONOUNS[x], PRONOUNS[y]) for x, y in pairs if x in PRONOUNS and y in PRONOUNS]
    return sum(p == (1, 3) for p in persons), sum(p == (3, 1) for p in persons)
