"""What is set over what: affirmed and denied, compared, cause and effect. Turned round it is another statement."""

from collections.abc import Iterator, Mapping
from itertools import islice

from attribution.match.reading import Reading
from attribution.match.residue import telling
from attribution.match.wordlists import MODALS, NEGATIONS, listed

# "instead of" and what is not done end within so many words.
LONG = 12
# So many contrasts of one text are looked at: each is held against each of the other text.
MOST = 12
# What one of these leads is why, when or on what condition the rest of the sentence is so.
LINKS = listed("after because before if unless until when")
# What stands on the one side, and on the other, as stems; and how it is told.
Contrast = tuple[frozenset[str], frozenset[str]]
Ways = Contrast
# "Not only A but B" denies nothing.
DEGREES = (("only",), ("just",), ("merely",))
JOINS, WAYS = listed("but while whereas"), {**MODALS, **dict.fromkeys(NEGATIONS, "not")}


def contrasted(a: Reading, b: Reading) -> bool:
    """Whether what ``a`` affirms and denies, sets over something else, or makes the cause, condition or time of
    something else, is the other way round in ``b``."""
    turned = "than" in a.words and "than" in b.words and _crossed(_compared(a), _compared(b))
    if turned or _hung_over(a, b) or _joined_crosswise(a, b):
        return True
    return any(_crossed(x, y) or _denied_instead(x, y) for x in contrasts(a) for y in contrasts(b))


def _denied_instead(x: Contrast, y: Contrast) -> bool:
    """Whether what only one affirms the other denies, of two that have words in common: "the mayor's aides, not the
    mayor"."""
    return any(
        bool((one[0] & other[1]) - one[1] - other[0]) and bool(one[1] & other[0]) and one[1] <= one[0]
        for one, other in ((x, y), (y, x))
    )


def _joined_crosswise(a: Reading, b: Reading) -> bool:
    """Whether two clauses that say in unlike ways what is, may be or was not have exchanged what they say it of: "we
    might lose the mill, but we will keep the dam"."""
    if JOINS.isdisjoint(a.words) or JOINS.isdisjoint(b.words):
        return False
    return any(ways == others and _crossed(x, y) for ways, x in joined(a) for others, y in joined(b))


def joined(side: Reading) -> tuple[tuple[Ways, Contrast], ...]:
    """How, and what, is told on both sides of each "but", where the ways are unlike."""
    return side.known("joined", lambda side: tuple(islice(_joined(side), MOST)))


def _joined(side: Reading) -> Iterator[tuple[Ways, Contrast]]:
    for at, word in enumerate(side.words):
        if word in JOINS and side.breaks[at] != "":
            ways = _ways(side, at, -1), _ways(side, at, 1)
            if ways[0] != ways[1]:
                yield ways, (_told(side, at, -1), _told(side, at, 1))


def _ways(side: Reading, at: int, step: int) -> frozenset[str]:
    """The modals and denials close before or behind a place in its sentence."""
    reach = range(at + step, at + step * (LONG + 1), step)
    ended = (n for n in reach if not 0 <= n < len(side.words) or side.breaks[n + (step < 0)] in (".", "…"))
    end = next(ended, at + step * (LONG + 1))
    return frozenset(WAYS[side.words[n]] for n in range(at + step, end, step) if side.words[n] in WAYS)


def _hung_over(a: Reading, b: Reading) -> bool:
    """Whether the main clause of one is the subordinate clause of the other: "A because B", "B because A"."""
    x, y = subordinate(a), subordinate(b)
    return any(_crossed(x[link], y[link]) for link in x.keys() & y.keys())


def subordinate(side: Reading) -> Mapping[str, Contrast]:
    """What stands in the main and in the subordinate clause, by the word between them, if it is there once."""
    return side.known("subordinate", lambda side: dict(_subordinate(side)))


def _subordinate(side: Reading) -> Iterator[tuple[str, Contrast]]:
    for link in LINKS.intersection(side.words):
        at = side.words.index(link)
        if link in side.words[at + 1 :]:
            continue
        if at and side.breaks[at] not in (".", "…"):
            yield link, (_told(side, at, -1), _told(side, at, 1))
            continue
        comma = _comma(side, at + 1)
        if comma is not None:
            yield link, (_told(side, comma - 1, 1), _told(side, at, 1, comma))


def _crossed(x: Contrast, y: Contrast) -> bool:
    """Whether something is on the first side in ``x`` and only on the second in ``y``, and something the other way
    round."""
    return bool((x[0] & y[1]) - x[1] - y[0] and (x[1] & y[0]) - x[0] - y[1])


def contrasts(side: Reading) -> tuple[Contrast, ...]:
    """What each "A, not B", "not B but A" and "A instead of B" affirms and denies, as stems."""
    return side.known("contrasts", lambda side: tuple(islice(_contrasts(side), MOST)))


def _contrasts(side: Reading) -> Iterator[Contrast]:
    for at, word in enumerate(side.words):
        if word == "not" and side.words[at + 1 : at + 2] not in DEGREES:
            but = next((n for n in range(at + 1, min(at + LONG, len(side.words))) if side.words[n] == "but"), None)
            if but is not None:
                yield _told(side, but, 1), _told(side, at, 1, but)
            elif side.breaks[at] == ",":
                yield _told(side, at, -1), _told(side, at, 1, _comma(side, at))
        elif word in ("instead", "rather") and side.words[at + 1 : at + 2] in (("of",), ("than",)):
            comma = _comma(side, at + 1)
            if comma is not None and side.breaks[at] != "":
                yield _told(side, comma - 1, 1), _told(side, at + 1, 1, comma)
            else:
                yield _told(side, at, -1), _told(side, at + 1, 1)


def _comma(side: Reading, at: int) -> int | None:
    """The first word behind a comma, behind the word at a place."""
    return next((n for n in range(at + 1, min(at + LONG, len(side.words))) if side.breaks[n] == ","), None)


def _told(side: Reading, at: int, step: int, until: int | None = None) -> frozenset[str]:
    """The stems of the telling words close before or behind a place in its sentence."""
    found: set[str] = set()
    place = at + step
    while 0 <= place < len(side.words) and abs(place - at) <= LONG and place != until:
        if side.breaks[place + (step < 0)] in (".", "…"):
            break
        found.update([side.stems[place]] if telling(side.words[place]) else [])
        place += step
    return frozenset(found)


def _compared(side: Reading) -> Contrast:
    """What stands before and behind the one "than"."""
    if side.words.count("than") != 1:
        return frozenset(), frozenset()
    at = side.words.index("than")
    return _told(side, at, -1), _told(side, at, 1)
