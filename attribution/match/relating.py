"""How two wordings of one statement differ: each difference, and the relation that follows from the gravest of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attribution.match.aligning import Gap, gaps
from attribution.match.changes import Change, Effect
from attribution.match.features import Block
from attribution.match.leaving import left_out
from attribution.match.lexicon import lexicon
from attribution.match.pairing import contrary, pair
from attribution.match.reading import Reading
from attribution.match.residue import Residue, dates, measures, named, negates, spans_of_time, telling, tense
from attribution.match.roles import exchanged, shifts
from attribution.match.wordlists import COMPARATIVES, FUNCTION, PRONOUNS

# An edge with this many words on both sides is two different surroundings, not one wording for another.
SURROUNDINGS = 6
REPORTED = {("present", "past"), ("future", "would"), ("perfect", "past"), ("present", "would")}
SAME_TIME = {("perfect", "past"), ("past", "perfect"), ("present", "perfect"), ("perfect", "present")}
BACKSHIFTED = {("will", "would"), ("can", "could"), ("may", "might"), ("must", "had")}


def changes(a: Reading, b: Reading, runs: Sequence[Block]) -> list[Change]:
    """Every difference between two wordings that share ``runs``, in the order of ``a``."""
    return sorted(
        _Differing(a, b).changes(list(gaps(a, b, runs))), key=lambda change: (change.a, change.b, change.kind)
    )


@dataclass
class _Open:
    """A gap with the words of each side that nothing has been found for yet."""

    gap: Gap
    a: list[int]
    b: list[int]
    outside: bool = False


@dataclass
class _Differing:
    """One comparison at work: pairs words inside gaps, then across them, then judges what is left."""

    a: Reading
    b: Reading
    found: list[Change] = field(default_factory=list)
    pronouns: list[tuple[str, str]] = field(default_factory=list)
    tenses: list[tuple[str, str, int, int]] = field(default_factory=list)

    def changes(self, found: list[Gap]) -> list[Change]:
        opened = [self._open(gap) for gap in found]
        for gap in opened:
            if not gap.outside:
                self._join(gap)
                self._pair(gap)
        self._move(opened)
        self._deny(opened)
        for gap in opened:
            self._judge(gap)
        self._persons(opened)
        self._times()
        if exchanged(self.a, self.b) and any(
            change.kind == "order" or change.kind in ("name", "place", "pronoun") for change in self.found
        ):
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

    def _pair(self, gap: _Open) -> None:
        for i in list(gap.a):
            for j in list(gap.b):
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
        times = tense(self.a, i), tense(self.b, j)
        if all(times) and times[0] != times[1]:
            self.tenses.append((*times, i, j))
        self._note(kind, effect, (i, i + 1), (j, j + 1))

    def _move(self, opened: list[_Open]) -> None:
        """Words that stand in one gap of ``a`` and in another of ``b``."""
        for gap_a in opened:
            for i in list(gap_a.a):
                if not self._moves(self.a, i):
                    continue
                for gap_b in opened:
                    if gap_b is gap_a or (gap_a.outside and gap_b.outside):
                        continue
                    j = next((j for j in gap_b.b if self._moves(self.b, j) and self._same(i, j)), None)
                    if j is not None:
                        self._take(gap_a, gap_b, i, j, ("order", Effect.WORDING))
                        break

    def _moves(self, side: Reading, at: int) -> bool:
        word = side.words[at]
        return (
            telling(word)
            or negates(side, at)
            or word[:1].isdigit()
            or word in COMPARATIVES
            or bool(Residue(side, (at,)).quantities)
        )

    def _same(self, i: int, j: int) -> bool:
        x, y = self.a.words[i], self.b.words[j]
        return x == y or (telling(x) and telling(y) and pair(self.a, i, self.b, j) is not None)

    def _deny(self, opened: list[_Open]) -> None:
        """Denials that one side has and the other has not; an opposite counts as one ("unlikely", "not likely")."""
        denied = 0
        where: list[_Open] = []
        for gap in opened:
            if gap.outside or (gap.gap.one_sided and len(gap.a) + len(gap.b) > 3):
                continue
            x, y = [i for i in gap.a if negates(self.a, i)], [j for j in gap.b if negates(self.b, j)]
            opposites = [(i, j) for i in gap.a for j in gap.b if contrary(self.a.words[i], self.b.words[j])]
            if len(x) != len(y) or opposites:
                where.append(gap)
                denied += len(x) + len(y) + len(opposites)
            for i in x:
                gap.a.remove(i)
            for j in y:
                gap.b.remove(j)
            for i, j in opposites:
                if i in gap.a and j in gap.b:
                    gap.a.remove(i)
                    gap.b.remove(j)
        if where:
            effect = Effect.MEANING if denied % 2 else Effect.WORDING
            spots = where if effect == Effect.WORDING else where[:1]
            for gap in spots:
                self._note("negation", effect, *self._range(gap))

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
            kind = _replaced(a, b)
            self._note(*(kind or ("other words", Effect.WORDING)), *self._range(gap))

    def _one_sided(self, gap: _Open) -> None:
        first = bool(gap.a)
        side, left, whole = (
            (self.a, gap.a, not gap.gap.b_end > gap.gap.b_start)
            if first
            else (self.b, gap.b, not gap.gap.a_end > gap.gap.a_start)
        )
        if all(at in side.bracketed for at in left):
            self._note("bracketed clarification", Effect.WORDING, *self._range(gap))
            return
        untouched = len(left) == (gap.gap.a_end - gap.gap.a_start if first else gap.gap.b_end - gap.gap.b_start)
        if whole and untouched:
            self._leave(gap, first)
            return
        kind = _replaced(Residue(self.a, tuple(gap.a)), Residue(self.b, tuple(gap.b)))
        if kind:
            self._note(*kind, *self._range(gap))
        elif any(telling(side.words[at]) for at in left):
            self._note("other words", Effect.WORDING, *self._range(gap))
        else:
            self._note("small words", Effect.WORDING, *self._range(gap))

    def _leave(self, gap: _Open, first: bool) -> None:
        side, start, end = (
            (self.a, gap.gap.a_start, gap.gap.a_end) if first else (self.b, gap.gap.b_start, gap.gap.b_end)
        )
        if start == end:
            return
        kind, effect = left_out(side, start, end, not gap.gap.first, not gap.gap.last)
        if effect == Effect.LEFT_OUT and not gap.gap.edge and self._spliced(gap, first):
            kind, effect = "splice of two places", Effect.MEANING
        spot = (gap.gap.b_start, gap.gap.b_start) if first else (gap.gap.a_start, gap.gap.a_start)
        self._note(kind, effect, *(((start, end), spot) if first else (spot, (start, end))))

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
        if first and third:
            self._note("roles swapped", Effect.MEANING, (0, len(self.a.words)), (0, len(self.b.words)))

    def _times(self) -> None:
        for x, y, i, j in self.tenses:
            if (x, y) in SAME_TIME or (y, x) in SAME_TIME or self._auxiliary(i, j):
                continue
            if self.reported and ((x, y) in REPORTED or (y, x) in REPORTED):
                self._note("reported speech", Effect.WORDING, (i, i + 1), (j, j + 1))
            else:
                self._note("tense", Effect.MEANING, (i, i + 1), (j, j + 1))

    def _auxiliary(self, i: int, j: int) -> bool:
        """A verb form led by an auxiliary on either side tells no time of its own."""
        from attribution.match.wordlists import AUXILIARIES

        x, y = self.a.words[i], self.b.words[j]
        if x in AUXILIARIES or y in AUXILIARIES:
            return False
        return any(
            w in AUXILIARIES or w == "to" or w == "not"
            for w in (*self.a.words[max(0, i - 2) : i], *self.b.words[max(0, j - 2) : j])
        )

    @property
    def reported(self) -> bool:
        """Whether one side reports the other: it opens with "that" or in lower case, or turns "I" into "he"."""
        opens = [side.words[:1] == ("that",) or side.normal.text[:1].islower() for side in (self.a, self.b)]
        first, third = shifts(self.pronouns)
        return opens[0] != opens[1] or bool(first) != bool(third)


def _replaced(a: Residue, b: Residue) -> tuple[str, Effect] | None:
    """What kind of change of meaning it is that ``a`` stands where ``b`` does, or None where it is none."""
    checks = (_numbers, _dates, _units, _modals, _tenses, _quantities, _comparatives, _names, _contents)
    return next(((kind, Effect.MEANING) for check in checks for kind in check(a, b)), None)


def _numbers(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.numbers, b.numbers
    if sorted(x) != sorted(y) and x and y:
        yield "date" if dates(a.words) and dates(b.words) else "number"


def _dates(a: Residue, b: Residue) -> Iterator[str]:
    if dates(a.words) and dates(b.words) and dates(a.words) != dates(b.words):
        yield "date"


def _units(a: Residue, b: Residue) -> Iterator[str]:
    x, y = measures(a.words), measures(b.words)
    if x and y and x != y:
        dated = spans_of_time(a.words) and spans_of_time(b.words) and not (_counted(a) or _counted(b))
        yield "date" if dated else "unit"


def _counted(side: Residue) -> bool:
    """Whether a number stands before the unit."""
    return any(side.side.words[at - 1][:1].isdigit() for at in side.at if at)


def _modals(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.modals, b.modals
    if x != y and x and y and not (x & y):
        if not any((p, q) in BACKSHIFTED or (q, p) in BACKSHIFTED for p in x for q in y):
            yield "modal"
    elif (x ^ y) & {"may", "might", "must", "should", "can", "could"} and not (x and y) and (a.tenses or b.tenses):
        yield "modal"


def _tenses(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.tenses - {"would"}, b.tenses - {"would"}
    if x and y and ("future" in x) != ("future" in y):
        yield "tense"


def _quantities(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.quantities, b.quantities
    if x != y and ((x and y) or (x ^ y) & {"most", "few", "only", "almost", "half"}):
        yield "quantifier"


def _comparatives(a: Residue, b: Residue) -> Iterator[str]:
    x, y = set(a.among(COMPARATIVES)), set(b.among(COMPARATIVES))
    if x and y and x != y:
        yield "comparative"


def _names(a: Residue, b: Residue) -> Iterator[str]:
    x, y = {a.side.words[i] for i in a.names}, {b.side.words[j] for j in b.names}
    if x and y and x != y:
        yield "place" if x & lexicon().places and y & lexicon().places else "name"


def _contents(a: Residue, b: Residue) -> Iterator[str]:
    x = [i for i in a.content if not named(a.side, i)]
    y = [j for j in b.content if not named(b.side, j)]
    if x and y:
        yield "another word"


__all__ = ["FUNCTION", "changes"]
