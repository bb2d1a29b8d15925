"""How two wordings of one statement differ: each difference, and the relation that follows from the gravest of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attribution.match.aligning import Gap, gaps, parted
from attribution.match.changes import Change, Effect
from attribution.match.features import Block
from attribution.match.leaving import left_out, slight
from attribution.match.pairing import contrary, pair
from attribution.match.phrases import same_sense, spelled_out
from attribution.match.reading import Reading
from attribution.match.replacing import opposite_ways, replaced
from attribution.match.residue import Residue, negates, telling
from attribution.match.roles import contrasted, exchanged, numbers_traded, says, shifts, traded
from attribution.match.verbs import is_verb, tense
from attribution.match.wordlists import (
    COMPARATIVES,
    FUNCTION,
    HEDGES,
    NEGATIONS,
    PRONOUNS,
    QUANTIFIERS,
    SAME_PRONOUN,
    TITLES,
)

# An edge with this many words on both sides is two different surroundings, not one wording for another.
SURROUNDINGS = 6
# Pronouns of two people: one for the other is somebody else.
EXCHANGED = ({"he", "she"}, {"him", "her"}, {"his", "her"})
WEAK_DENIALS = {"barely", "hardly", "scarcely", "unlikely"}
# In so few words on both sides a preposition stands for its opposite.
SHORT = 3
# Two denials with no more words between them than this are about one thing.
ONE_PLACE = 6
# Words move so many differences on or back, no further: in long texts the same word is met again by chance.
NEAR = 24
# In a longer stretch of other words than this, on both sides, words are not paired one by one.
MOST_PAIRED = 120
REPORTED_AS = ({"i", "he"}, {"i", "she"}, {"we", "they"})
REPORTED = {("present", "past"), ("future", "would"), ("perfect", "past"), ("present", "would")}
SAME_TIME = {("perfect", "past"), ("past", "perfect"), ("present", "perfect"), ("perfect", "present")}


def changes(a: Reading, b: Reading, runs: Sequence[Block]) -> list[Change]:
    """Every difference between two wordings that share ``runs``, in the order of ``a``."""
    found = _Differing(a, b, runs=runs).changes(list(gaps(a, b, runs)))
    return sorted(found, key=lambda change: (change.a, change.b, change.kind))


@dataclass
class _Open:
    """A gap with the words of each side that nothing has been found for yet."""

    gap: Gap
    a: list[int]
    b: list[int]
    outside: bool = False


def _near(opened: Sequence[_Open]) -> Iterator[tuple[_Open, _Open]]:
    """Each gap with those close to it, in order."""
    for at, gap in enumerate(opened):
        for other in opened[max(0, at - NEAR) : at + NEAR + 1]:
            if other is not gap:
                yield gap, other


@dataclass
class _Differing:
    """One comparison at work: pairs words inside gaps, then across them, then judges what is left."""

    a: Reading
    b: Reading
    found: list[Change] = field(default_factory=list)
    pronouns: list[tuple[str, str]] = field(default_factory=list)
    tenses: list[tuple[str, str, int, int]] = field(default_factory=list)

    runs: Sequence[Block] = ()
    moves: list[tuple[int, int, int, int]] = field(default_factory=list)

    def changes(self, found: list[Gap]) -> list[Change]:
        opened = [self._open(part) for gap in found for part in parted(self.a, self.b, gap)]
        self._contract()
        self._phrase(opened)
        for gap in opened:
            if not gap.outside:
                self._join(gap)
                self._turn(gap)
                self._pair(gap)
        self._move(opened)
        self._deny(opened)
        for gap in opened:
            self._judge(gap)
        self._persons(opened)
        self._times()
        moved = any(change.kind in ("order", "name", "place", "pronoun") for change in self.found)
        if numbers_traded(self.a, self.b):
            self.found.append(Change("number", Effect.MEANING, (0, len(self.a.words)), (0, len(self.b.words))))
        if self._traded() or (moved and exchanged(self.a, self.b)):
            self.found.append(Change("roles swapped", Effect.MEANING, (0, len(self.a.words)), (0, len(self.b.words))))
        return self.found

    def _open(self, gap: Gap) -> _Open:
        a, b = list(range(gap.a_start, gap.a_end)), list(range(gap.b_start, gap.b_end))
        outside = gap.edge and not gap.one_sided and (min(len(a), len(b)) >= SURROUNDINGS or self._apart(gap))
        return _Open(gap, a, b, outside)

    def _apart(self, gap: Gap) -> bool:
        """Whether both sides of an edge end, or begin, in other sentences than the shared words."""
        at_a, at_b = (gap.a_end, gap.b_end) if gap.first else (gap.a_start, gap.b_start)
        return self.a.breaks[at_a] in (".", "…") and self.b.breaks[at_b] in (".", "…")

    def _note(self, kind: str, effect: Effect, a: tuple[int, int], b: tuple[int, int]) -> None:
        self.found.append(Change(kind, effect, a, b))

    def _join(self, gap: _Open) -> None:
        """The same letters in other pieces: tax paying, taxpaying."""
        x = "".join(self.a.words[i] for i in gap.a).replace("'", "")
        y = "".join(self.b.words[j] for j in gap.b).replace("'", "")
        if x and x == y:
            self._note("spelling", Effect.NONE, (gap.gap.a_start, gap.gap.a_end), (gap.gap.b_start, gap.gap.b_end))
            gap.a, gap.b = [], []

    def _turn(self, gap: _Open) -> None:
        """Opposite ways in one short place: "out of business", "back in business"."""
        if not gap.a or not gap.b or max(len(gap.a), len(gap.b)) > SHORT:
            return
        if opposite_ways([self.a.words[i] for i in gap.a], [self.b.words[j] for j in gap.b]):
            gap.a, gap.b = [], []
            self._note("opposite direction", Effect.MEANING, *self._range(gap))

    def _contract(self) -> None:
        """Shared words that one side prints run together: did not, didn't."""
        if not self.a.joints and not self.b.joints:
            return
        for run in self.runs:
            for i, j in zip(range(run.a, run.a + run.size - 1), range(run.b, run.b + run.size - 1), strict=True):
                if (i in self.a.joints) != (j in self.b.joints):
                    self._note("contraction", Effect.WORDING, (i, i + 2), (j, j + 2))

    def _phrase(self, opened: list[_Open]) -> None:
        """Several words for one, or for others: those in one place first, then those that moved."""
        inside = [gap for gap in opened if not gap.outside and gap.a and gap.b]
        for gap in inside:
            self._spell_out(gap)
        moved = [(x, y) for x, y in _near(opened) if not (x.outside or y.outside)]
        for gap_a, gap_b in [*((gap, gap) for gap in inside), *moved]:
            for x, y in same_sense(self.a, gap_a.a, self.b, gap_b.b, whole=gap_a is not gap_b):
                gap_a.a = [i for i in gap_a.a if not x.start <= i < x.end]
                gap_b.b = [j for j in gap_b.b if not y.start <= j < y.end]
                self._note("synonym", Effect.WORDING, (x.start, x.end), (y.start, y.end))

    def _spell_out(self, gap: _Open) -> None:
        for i in gap.a:
            full = spelled_out(self.a, i, self.b, gap.gap.b_start, gap.gap.b_end)
            if full is not None:
                gap.a, gap.b = [n for n in gap.a if n != i], [j for j in gap.b if not full[0] <= j < full[1]]
                self._note("abbreviation", Effect.WORDING, (i, i + 1), full)
                return
        for j in gap.b:
            full = spelled_out(self.b, j, self.a, gap.gap.a_start, gap.gap.a_end)
            if full is not None:
                gap.b, gap.a = [n for n in gap.b if n != j], [i for i in gap.a if not full[0] <= i < full[1]]
                self._note("abbreviation", Effect.WORDING, full, (j, j + 1))
                return

    def _pair(self, gap: _Open) -> None:
        """Words for words: those that say something first, so that "done" stands for "do" and not for "have"."""
        if self._long(gap.a, gap.b):
            return
        for content in (True, False):
            for i in list(gap.a):
                for j in list(gap.b):
                    if content and not (telling(self.a.words[i]) or self.a.words[i] == self.b.words[j]):
                        continue
                    joined = pair(self.a, i, self.b, j)
                    if joined is not None:
                        self._take(gap, gap, i, j, joined)
                        break

    def _take(self, gap_a: _Open, gap_b: _Open, i: int, j: int, joined: tuple[str, Effect]) -> None:
        kind, effect = joined
        gap_a.a.remove(i)
        gap_b.b.remove(j)
        x, y = self.a.words[i], self.b.words[j]
        if x in PRONOUNS and y in PRONOUNS:
            self.pronouns.append((x, y))
        self._time(i, j)
        self._note(kind, effect, (i, i + 1), (j, j + 1))

    def _time(self, i: int, j: int) -> None:
        x, y = tense(self.a, i), tense(self.b, j)
        if x and y and x != y and "modal" not in (x, y):
            self.tenses.append((x, y, i, j))

    def _move(self, opened: list[_Open]) -> None:
        """Words that stand in one gap of ``a`` and in another of ``b``."""
        movable = {id(gap): [i for i in gap.a if self._moves(self.a, i)] for gap in opened}
        there = {id(gap): [j for j in gap.b if self._moves(self.b, j)] for gap in opened}
        for gap_a, gap_b in _near(opened):
            those, others = movable[id(gap_a)], there[id(gap_b)]
            if those and others and not (gap_a.outside and gap_b.outside):
                self._move_between(gap_a, gap_b, those, others)

    def _move_between(self, gap_a: _Open, gap_b: _Open, those: list[int], others: list[int]) -> None:
        """Take out what both gaps have; ``those`` and ``others`` are the words that may have moved, and lose it."""
        # What was cut off at an end holds many a word of like sense by chance.
        exact = any(gap.gap.edge and gap.gap.one_sided for gap in (gap_a, gap_b))
        found = list(self._met(those, others, exact))
        if (gap_a.gap.edge or gap_b.gap.edge) and not self._enough_moved(gap_a, gap_b, found):
            return
        for i, j in found:
            those.remove(i)
            others.remove(j)
            elsewhere = negates(self.a, i) and self._parted(i, gap_b.gap.a_start)
            self._take(gap_a, gap_b, i, j, ("negation", Effect.MEANING) if elsewhere else ("order", Effect.WORDING))
            self.moves.append((id(gap_a), id(gap_b), i, j))

    def _met(self, those: Sequence[int], others: Sequence[int], exact: bool) -> Iterator[tuple[int, int]]:
        """Which of some words of ``a`` are which of some of ``b``, each once; in long stretches only equal ones."""
        equal: dict[str, list[int]] = defaultdict(list)
        for j in others:
            equal[self.b.words[j]].append(j)
        long, taken = self._long(those, others), set[int]()
        for i in those:
            likely = equal.get(self.a.words[i], ()) if long else others
            met = next((j for j in likely if j not in taken and self._same(i, j, exact)), None)
            if met is not None:
                taken.add(met)
                yield i, met

    def _long(self, those: Sequence[int], others: Sequence[int]) -> bool:
        return len(those) * len(others) > MOST_PAIRED**2

    def _parted(self, one: int, other: int) -> bool:
        """Whether a sentence of ``a`` ends between two places."""
        low, high = sorted((one, other))
        return any(self.a.breaks[at] in (".", "…") for at in range(low + 1, high + 1))

    def _enough_moved(self, gap_a: _Open, gap_b: _Open, found: Sequence[tuple[int, int]]) -> bool:
        """Whether what both have before or after the shared words is more than one word met by chance."""
        moved = sum(telling(self.a.words[i]) for i, _ in found)
        all_a = sum(telling(self.a.words[i]) for i in gap_a.a)
        all_b = sum(telling(self.b.words[j]) for j in gap_b.b)
        return moved > 0 and 2 * moved >= min(all_a, all_b)

    def _traded(self) -> bool:
        """Whether two names or nouns stand in each other's place, on two sides of a verb."""
        return any(
            x[:2] == (y[1], y[0]) and traded(self.a, (x[2], y[2]), self.b, (x[3], y[3]))
            for at, x in enumerate(self.moves)
            for y in self.moves[at + 1 :]
        )

    def _moves(self, side: Reading, at: int) -> bool:
        word = side.words[at]
        known = word in COMPARATIVES or word in QUANTIFIERS or word in HEDGES
        return known or telling(word) or negates(side, at) or word[:1].isdigit()

    def _same(self, i: int, j: int, exact: bool) -> bool:
        x, y = self.a.words[i], self.b.words[j]
        if x == y or exact:
            return x == y
        both = (telling(x) and telling(y)) or (x in HEDGES and y in HEDGES)
        return both and pair(self.a, i, self.b, j) is not None

    def _deny(self, opened: list[_Open]) -> None:
        """Denials that one side has and the other has not; an opposite counts as one ("unlikely", "not likely").

        Two of them in one place cancel each other; far apart they deny two things.
        """
        self._move_denials([gap for gap in opened if not gap.outside])
        places: list[list[tuple[_Open, int]]] = []
        for gap in opened:
            if gap.outside or (gap.gap.one_sided and len(gap.a) + len(gap.b) > 3):
                continue
            denied = self._denials(gap)
            if denied and places and self._one_place(places[-1][-1][0].gap, gap.gap):
                places[-1].append((gap, denied))
            elif denied:
                places.append([(gap, denied)])
        for place in places:
            odd = sum(denied for _, denied in place) % 2 or self._twice(place)
            for gap, _ in place[:1] if odd else place:
                self._note("negation", Effect.MEANING if odd else Effect.WORDING, *self._range(gap))

    def _one_place(self, one: Gap, other: Gap) -> bool:
        near = other.a_start - one.a_end <= ONE_PLACE
        return near and not self._parted(max(one.a_end - 1, 0), min(other.a_start, len(self.a.words) - 1))

    def _twice(self, place: Sequence[tuple[_Open, int]]) -> bool:
        """Whether one side alone denies in several gaps: two statements denied, not one denial taken back."""
        plain = [gap.gap for gap, _ in place]
        return len(plain) > 1 and (
            all(gap.b_start == gap.b_end for gap in plain) or all(gap.a_start == gap.a_end for gap in plain)
        )

    def _move_denials(self, opened: list[_Open]) -> None:
        """The same denial in another place of the sentence."""
        for at, gap_a in enumerate(opened):
            for i in [i for i in gap_a.a if negates(self.a, i)]:
                for gap_b in opened[max(0, at - NEAR) : at + NEAR + 1]:
                    j = next((j for j in gap_b.b if self.b.words[j] == self.a.words[i]), None)
                    if j is not None and gap_b is not gap_a and not self._parted(i, gap_b.gap.a_start):
                        gap_a.a, gap_b.b = [n for n in gap_a.a if n != i], [n for n in gap_b.b if n != j]
                        self._note("order", Effect.WORDING, (i, i + 1), (j, j + 1))
                        break

    def _denials(self, gap: _Open) -> int:
        """Take the denials out of a gap: how many there are where the sides differ, none where they don't."""
        x, y = [i for i in gap.a if negates(self.a, i)], [j for j in gap.b if negates(self.b, j)]
        long = self._long(gap.a, gap.b)
        opposites = [] if long else [(i, j) for i in gap.a for j in gap.b if self._opposite(i, j)]
        x = [i for i in x if all(i != at for at, _ in opposites)]
        y = [j for j in y if all(j != at for _, at in opposites)]
        gap.a = [i for i in gap.a if i not in x and all(i != at for at, _ in opposites)]
        gap.b = [j for j in gap.b if j not in y and all(j != at for _, at in opposites)]
        if len(x) != len(y) or opposites:
            return len(x) + len(y) + len(opposites)
        self._deny_otherwise([self.a.words[i] for i in x], [self.b.words[j] for j in y], gap)
        return 0

    def _deny_otherwise(self, x: Sequence[str], y: Sequence[str], gap: _Open) -> None:
        """Other words for as many denials: "no", "zero"; a weak one says less."""
        if sorted(x) != sorted(y):
            weaker = sum(word in WEAK_DENIALS for word in x) != sum(word in WEAK_DENIALS for word in y)
            self._note(*(("degree", Effect.MEANING) if weaker else ("synonym", Effect.WORDING)), *self._range(gap))

    def _opposite(self, i: int, j: int) -> bool:
        x, y = self.a.words[i], self.b.words[j]
        return contrary(x, y) and not (x in QUANTIFIERS and y in QUANTIFIERS and {x, y}.isdisjoint(NEGATIONS))

    def _range(self, gap: _Open) -> tuple[tuple[int, int], tuple[int, int]]:
        return (gap.gap.a_start, gap.gap.a_end), (gap.gap.b_start, gap.gap.b_end)

    def _judge(self, gap: _Open) -> None:
        a, b = Residue(self.a, tuple(gap.a)), Residue(self.b, tuple(gap.b))
        if not gap.a and not gap.b:
            return
        if gap.outside:
            self._leave(gap, True)
            self._leave(gap, False)
        elif gap.gap.one_sided or not gap.a or not gap.b:
            self._one_sided(gap)
        else:
            kind = ("bracketed clarification", Effect.WORDING) if _clarified(a, b) else replaced(a, b)
            self._note(*(kind or ("other words", Effect.WORDING)), *self._range(gap))

    def _one_sided(self, gap: _Open) -> None:
        first = bool(gap.a)
        side, left, whole = (
            (self.a, gap.a, not gap.gap.b_end > gap.gap.b_start)
            if first
            else (self.b, gap.b, not gap.gap.a_end > gap.gap.a_start)
        )
        if left and all(self._possessive(side, at) for at in left):
            self._note("spelling", Effect.NONE, *self._range(gap))
            return
        if all(at in side.bracketed or side.words[at] in FUNCTION for at in left) and any(
            at in side.bracketed for at in left
        ):
            self._note("bracketed clarification", Effect.WORDING, *self._range(gap))
            return
        untouched = len(left) == (gap.gap.a_end - gap.gap.a_start if first else gap.gap.b_end - gap.gap.b_start)
        if whole and untouched:
            self._leave(gap, first)
            return
        kind = replaced(Residue(self.a, tuple(gap.a)), Residue(self.b, tuple(gap.b)))
        if kind:
            self._note(*kind, *self._range(gap))
        elif any(telling(side.words[at]) for at in left):
            self._note("other words", Effect.WORDING, *self._range(gap))
        else:
            self._note("small words", Effect.WORDING, *self._range(gap))

    def _possessive(self, side: Reading, at: int) -> bool:
        """ISIS' and ISIS's are two spellings."""
        return side.words[at] == "'s" and at > 0 and side.words[at - 1].endswith("s")

    def _leave(self, gap: _Open, first: bool) -> None:
        side, start, end = (
            (self.a, gap.gap.a_start, gap.gap.a_end) if first else (self.b, gap.gap.b_start, gap.gap.b_end)
        )
        if start == end:
            return
        kind, effect = left_out(side, start, end, not gap.gap.first, not gap.gap.last)
        if effect == Effect.LEFT_OUT and not self._marked(gap, first) and slight(side, start, end):
            kind, effect = "small words left out", Effect.WORDING
        if effect == Effect.LEFT_OUT and not gap.gap.edge and self._spliced(gap, first):
            kind, effect = "splice of two places", Effect.MEANING
        spot = (gap.gap.b_start, gap.gap.b_start) if first else (gap.gap.a_start, gap.gap.a_start)
        self._note(kind, effect, *(((start, end), spot) if first else (spot, (start, end))))

    def _marked(self, gap: _Open, first: bool) -> bool:
        other, at = (self.b, gap.gap.b_start) if first else (self.a, gap.gap.a_start)
        return other.breaks[at] == "…"

    def _spliced(self, gap: _Open, first: bool) -> bool:
        """Whether two sentences were run into one with nothing to show it."""
        side, start, end = (
            (self.a, gap.gap.a_start, gap.gap.a_end) if first else (self.b, gap.gap.b_start, gap.gap.b_end)
        )
        other, at = (self.b, gap.gap.b_start) if first else (self.a, gap.gap.a_start)
        return other.breaks[at] == "" and any(side.breaks[place] == "." for place in range(start, end + 1))

    def _persons(self, opened: list[_Open]) -> None:
        """Pronouns that turn from the first person to the third: reported speech in one direction, roles swapped in
        two."""
        for gap in opened:
            if gap.outside:
                continue
            x = [self.a.words[i] for i in range(gap.gap.a_start, gap.gap.a_end) if self.a.words[i] in PRONOUNS]
            y = [self.b.words[j] for j in range(gap.gap.b_start, gap.gap.b_end) if self.b.words[j] in PRONOUNS]
            self.pronouns.extend(zip(x, y, strict=False))
        first, third = shifts(self.pronouns)
        # Speech that is reported turns every "I": where one is left, somebody else was put in its place.
        kinds = [{SAME_PRONOUN.get(word, "") for word in pair} for pair in self.pronouns]
        turned = {kind for told in REPORTED_AS if told in kinds for kind in told & {"i", "we"}}
        left = (first and says(self.b, turned)) or (third and says(self.a, turned))
        traded = any({x, y} in EXCHANGED for x, y in self.pronouns)
        if (first and third) or left or traded or contrasted(self.a, self.b):
            self._note("roles swapped", Effect.MEANING, (0, len(self.a.words)), (0, len(self.b.words)))

    def _times(self) -> None:
        self._shared_verbs()
        for x, y, i, j in self.tenses:
            if (x, y) in SAME_TIME or (y, x) in SAME_TIME:
                continue
            if self.reported and ((x, y) in REPORTED or (y, x) in REPORTED):
                self._note("reported speech", Effect.WORDING, (i, i + 1), (j, j + 1))
            else:
                self._note("tense", Effect.MEANING, (i, i + 1), (j, j + 1))

    def _shared_verbs(self) -> None:
        """Verbs that both have, where one was given another auxiliary."""
        for run in self.runs:
            i, j = run.a, run.b
            if is_verb(self.a, i) and is_verb(self.b, j) and i and j and self.a.words[i - 1] != self.b.words[j - 1]:
                self._time(i, j)

    @property
    def reported(self) -> bool:
        """Whether one side reports the other: it opens with "that" or in lower case, or turns "I" into "he"."""
        opens = [side.words[:1] == ("that",) or side.text[:1].islower() for side in (self.a, self.b)]
        first, third = shifts(self.pronouns)
        return opens[0] != opens[1] or bool(first) != bool(third)


def _clarified(a: Residue, b: Residue) -> bool:
    """Whether one side's words stand in brackets for a title or small words of the other: "[Ben] Vale", "Dr. Vale"."""
    return any(
        all(at in one.side.bracketed for at in one.at)
        and all(word in TITLES or word in FUNCTION for word in other.words)
        for one, other in ((a, b), (b, a))
    )
