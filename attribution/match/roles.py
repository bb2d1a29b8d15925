"""Who does what to whom: the same words with the parts exchanged are another statement."""

from collections.abc import Iterator

from attribution.match.lexicon import base, part
from attribution.match.reading import Reading
from attribution.match.residue import named, telling
from attribution.match.verbs import is_verb
from attribution.match.wordlists import BE, PRONOUNS, SAME_PRONOUN, UNITS, listed

BEFORE, BEHIND = 5, 5
# "A and B" are so many words at most.
PAIR = 7
RELATIVE = listed("who whom whose which that")
OURS = listed("my our your")
# What an amount is of stands so near behind its number.
AMOUNT = 5
# Between these two things are told of two.
PARTING = listed("and but or while whereas though although")
# What joins two of a kind: who comes first makes no difference.
SYMMETRIC = listed("and or meet met marry married join joined equal resemble talk talked with")


def roles(side: Reading) -> tuple[tuple[str, str, str, bool], ...]:
    """(who, verb, whom, passive) for each verb, and for "than", that has somebody or something close on both sides of
    it."""
    return side.known("roles", lambda side: tuple(_roles(side)))


def _roles(side: Reading) -> Iterator[tuple[str, str, str, bool]]:
    for at, word in enumerate(side.words):
        compares = word == "than" or (word == "as" and _as_many(side, at))
        if compares or _verb(side, at) or (word.endswith(("s", "ed")) and _between(side, at)):
            for who in _each(side, at, -1):
                for whom in _each(side, at, 1):
                    yield who, base(word), whom, _passive(side, at)


def _as_many(side: Reading, at: int) -> bool:
    """The second "as" of "as many men as women"."""
    return "as" in side.words[max(0, at - BEFORE) : at - 1]


def _between(side: Reading, at: int) -> bool:
    """A verb that is mostly something else, between two names: "Kosta backs Alder"."""
    word = side.words[at]
    if not 0 < at < len(side.words) - 1 or side.breaks[at] or side.breaks[at + 1]:
        return False
    told = telling(word) and not side.upper[at] and word not in SYMMETRIC
    return told and named(side, at - 1) and named(side, at + 1)


def _each(side: Reading, at: int, step: int) -> Iterator[str]:
    """The nearest one before or behind a verb, and the other of "A and B"."""
    first = nearest(side, at, step)
    if not first:
        return
    yield first
    reach = side.stems[max(0, at - PAIR) : at] if step < 0 else side.stems[at + 1 : at + 1 + PAIR]
    if "and" in reach:
        place = at - len(reach) + reach.index("and") if step < 0 else at + 1 + reach.index("and")
        other = nearest(side, place, step)
        if other and other != first:
            yield other


def exchanged(a: Reading, b: Reading) -> bool:
    """Whether some verb has its two sides the other way round in ``b``."""
    told = {(who, verb, whom): passive for who, verb, whom, passive in roles(a) if who != whom}
    for who, verb, whom, passive in roles(b):
        turned = told.get((whom, verb, who))
        if turned is not None and turned == passive and (who, verb, whom) not in told:
            return True
    return False


def owners_exchanged(a: Reading, b: Reading) -> bool:
    """Whether what is "ours" in one is somebody's in the other, and both are in both: "the council reads our letters",
    "we read the council's letters"."""
    return any(
        thing in theirs and theirs[thing] in one.stems and says(other, {owner})
        for one, other in ((a, b), (b, a))
        for theirs in (dict(_owned(other)),)
        for thing, owner in _ours(one)
    )


def _ours(side: Reading) -> Iterator[tuple[str, str]]:
    """(thing, "i", "we" or "you") for what somebody who speaks or is spoken to has."""
    for at, word in enumerate(side.words[:-1]):
        if word in OURS:
            yield side.stems[at + 1], SAME_PRONOUN[word]


def _owned(side: Reading) -> Iterator[tuple[str, str]]:
    """(thing, owner) for each "the owner's thing"."""
    for at in range(1, len(side.words) - 1):
        if side.words[at] == "'s" and telling(side.words[at - 1]):
            yield side.stems[at + 1], side.stems[at - 1]


def _verb(side: Reading, at: int) -> bool:
    return side.words[at] not in SYMMETRIC and is_verb(side, at) and not _listed(side, at)


def nearest(side: Reading, at: int, step: int) -> str:
    """The nearest name, pronoun or noun before or behind a verb, within its sentence; a noun phrase by its last
    word. What a comma parts from its verb it is not done to: "people, me included, …"."""
    if step > 0 and side.breaks[at + 1] != "":
        return ""
    reach = range(at + step, at + step * ((BEFORE if step < 0 else BEHIND) + 1), step)
    for place in reach:
        if not 0 <= place < len(side.words) or side.breaks[place + (step < 0)] in (".", "…"):
            return ""
        word = side.words[place]
        if word in SAME_PRONOUN and word not in ("my", "our", "your", "his", "her", "their", "its"):
            return SAME_PRONOUN[word]
        if named(side, place) or (telling(word) and part(word) == "n"):
            return base(side.words[_head(side, place, at)])
        if place != at + step and _verb(side, place):
            return ""
    return ""


def _head(side: Reading, at: int, verb: int) -> int:
    """The last word of the noun phrase that ``at`` stands in, before or behind a verb."""
    while (
        at + 1 < len(side.words)
        and at + 1 != verb
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


def says(side: Reading, kinds: set[str]) -> bool:
    """Whether somebody says "I" or "we" in it, whichever is asked for."""
    return any(SAME_PRONOUN.get(word) in kinds for word in side.words)


def traded(a: Reading, here: tuple[int, int], b: Reading, there: tuple[int, int]) -> bool:
    """Whether two words that changed places did so round a verb or "than", other words than names and nouns round
    anything that tells, and neither side is the other's passive: of a list it makes no difference which comes first.

    ``here`` are the two words' numbers in ``a``, ``there`` in ``b``.
    """
    known = [named(a, i) or named(b, j) for i, j in zip(here, there, strict=True)]
    things = all(name or part(a.words[i]) in ("n", "a") for i, name in zip(here, known, strict=True))
    spans = [(min(here), max(here)), (min(there), max(there))]
    parting = [_parting(side, *span, all(known), things) for side, span in zip((a, b), spans, strict=True)]
    passive = ["by" in side.words[start:end] for side, (start, end) in zip((a, b), spans, strict=True)]
    return all(parting) and passive[0] == passive[1]


def described_crosswise(a: Reading, here: tuple[int, int], b: Reading, there: tuple[int, int]) -> bool:
    """Whether two adjectives stand each by what the other stood by: "a bad captain but a good friend", "a good captain
    but a bad friend"."""
    if any(part(a.words[at]) != "a" or not telling(a.words[at]) for at in here):
        return False
    x, y = [_described(a, at) for at in here], [_described(b, at) for at in there]
    return x == y[::-1] and x != y and all(x)


def _described(side: Reading, at: int) -> str:
    """The stem of the next noun or name behind an adjective in its sentence."""
    for place in range(at + 1, min(at + 1 + BEHIND, len(side.words))):
        if side.breaks[place] in (".", "…"):
            break
        if named(side, place) or (telling(side.words[place]) and part(side.words[place]) == "n"):
            return side.stems[place]
    return ""


def _parting(side: Reading, start: int, end: int, names: bool, things: bool) -> bool:
    return _told_of_each(side, start, end) or any(
        side.words[at] in ("than", "not")
        or (_verb(side, at) if things else telling(side.words[at]))
        or (names and (side.breaks[at] in (".", "…") or side.words[at] in RELATIVE))
        for at in range(start + 1, end)
    )


def _told_of_each(side: Reading, start: int, end: int) -> bool:
    """Whether something is said of the first of two before the second comes: "the dam is old and the bridge …"."""
    be = next((at for at in range(start + 1, min(start + 3, end)) if side.words[at] in BE), end)
    joined = next((at for at in range(be + 1, end) if side.words[at] in PARTING), end)
    return any(telling(side.words[at]) for at in range(be + 1, joined)) and joined < end


def _listed(side: Reading, at: int) -> bool:
    """The "maps" of "letters, maps and stamps"."""
    return side.breaks[at] == "," and side.words[at + 1 : at + 2] in (("and",), ("or",))


def numbers_traded(a: Reading, b: Reading) -> bool:
    """Whether two numbers count each other's things in ``b``: "ten fold in five years", "five fold in ten years"."""
    if not (_figures(a) and _figures(b)):
        return False
    x, y = counted(a), counted(b)
    changed = [thing for thing, number in x.items() if y.get(thing, number) != number]
    return any(x[p] == y[q] and x[q] == y[p] for p in changed for q in changed if p < q)


def _figures(side: Reading) -> bool:
    """Whether there are two numbers."""
    return side.known("figures", lambda side: sum(word[:1].isdigit() for word in side.words) > 1)


def _counted_by(side: Reading, at: int) -> str:
    """The stem of what a number stands before, or, of an amount of money, when or where it was: "$3 million in
    April"."""
    if telling(side.words[at + 1]) and side.words[at + 1] not in UNITS:
        return side.stems[at + 1]
    for place in range(at + 1, min(at + AMOUNT, len(side.words))):
        if side.breaks[place] or side.words[place][:1].isdigit():
            break
        if telling(side.words[place]) and (side.words[place] not in UNITS):
            return side.stems[place]
    return side.stems[at + 1] if telling(side.words[at + 1]) else ""


def counted(side: Reading) -> dict[str, str]:
    """What each number stands before; things with two numbers are left out."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for at, word in enumerate(side.words[:-1]):
        thing = _counted_by(side, at) if word[:1].isdigit() else ""
        if thing:
            twice.update([thing] if found.get(thing, word) != word else [])
            found[thing] = word
    return {thing: number for thing, number in found.items() if thing not in twice}
