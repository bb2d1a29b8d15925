"""Match statements as they arrive with all that is stored, by asking an index for a few likely ones each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from attribution.match.comparing import Comparison, compare_readings
from attribution.match.matching import as_printed, match_of, matches, some
from attribution.match.postings import Postings, numbered
from attribution.match.reading import Reading, reading
from attribution.match.wordlists import FUNCTION
from attribution.model import Indexed, Match, Relation, Statement, StoredText

if TYPE_CHECKING:
    from attribution.match.shingles import Shingles

# So many stored texts that share most with a statement are looked at more closely, and so many read and compared.
NEAR, MOST = 48, 16


@dataclass(frozen=True, slots=True)
class _New:
    """A statement on arrival: what it says, and what it is found by."""

    statement: Statement
    reading: Reading
    key: int
    narrow: tuple[int, ...]
    wide: tuple[int, ...]

    @property
    def entry(self) -> Indexed:
        words = tuple(word for word in dict.fromkeys(self.reading.normal.words) if word not in FUNCTION)
        found_by = (*self.narrow, *self.wide)
        return Indexed(self.statement.id, self.statement.article, self.key, self.statement.text, found_by, words)


@dataclass(frozen=True, slots=True)
class _Found:
    """A stored text that a new statement matches or may match."""

    new: _New
    stored: StoredText
    compared: Comparison

    def others(self, arriving: set[str]) -> dict[str, str | None]:
        """The statements that have the text, with their articles; not those that arrive just now."""
        kept = [each for each in self.stored.appearances if each.statement not in arriving]
        return {each.statement: each.article for each in some(kept)}

    def matches(self, arriving: set[str], known: Mapping[str, Statement]) -> Iterator[Match]:
        """The matches with each appearance, as it is printed there where that is ``known``."""
        told = {(self.stored.text, self.new.statement.text, False): self.compared}
        for name, article in self.others(arriving).items():
            other = known.get(name, Statement(name, self.stored.text, article))
            compared = as_printed(other, self.new.statement, self.compared.open, told)
            if compared.relation != Relation.DIFFERENT:
                yield match_of(other, self.new.statement, compared)


@dataclass(slots=True)
class Matcher:
    """Matches statements as they arrive against all that ``store`` holds, and adds them to it."""

    store: Postings

    def arrive(self, statements: Sequence[Statement]) -> list[Match]:
        """The matches of new statements with stored ones (``a``) and with each other, in order; then they are stored.

        A statement that is stored already is compared anew and replaces itself. One without words is stored, so that
        it is known to have been seen, and matches nothing.
        """
        new = list(_read(statements))
        arriving = {each.statement.id for each in new}
        found = list(self._stored(new, arriving))
        found.extend(matches([each.statement for each in new]) if len(new) > 1 else ())
        self.store.add([each.entry for each in new])
        return found

    def _stored(self, new: Sequence[_New], arriving: set[str]) -> Iterator[Match]:
        told = [each for each in new if each.reading.words]
        near = self._near(told)
        texts = self.store.texts(sorted({number for numbers in near for number in numbers}))
        asked = ((each, texts[n]) for each, numbers in zip(told, near, strict=True) for n in numbers if n in texts)
        found = [_Found(each, text, compare_readings(reading(text.text), each.reading)) for each, text in asked]
        found = [each for each in found if each.compared.relation != Relation.DIFFERENT or each.compared.open]
        wanted = dict.fromkeys(name for each in found for name in each.others(arriving))
        known = {each.id: each for each in self.store.statements(list(wanted))} if wanted else {}
        for each in found:
            yield from each.matches(arriving, known)

    def _near(self, new: Sequence[_New]) -> list[list[int]]:
        """For each statement the numbers of stored texts worth comparing, most likely first."""
        from attribution.match.candidates import CAP, FIRST

        asked = sorted({shingle for each in new for shingle in (*each.narrow, *each.wide)})
        held = self.store.holders(asked, CAP)
        same = self.store.numbers([each.key for each in new])
        shared = [_shared(each, held) for each in new]
        sizes = self.store.sizes(sorted({number for some_ in shared for number in some_.numbers}))
        near = [each.fair(sizes) for each in shared]
        # What shares only boilerplate with everything is compared with the first that have it.
        lost = [n for n, each in enumerate(new) if not near[n] and each.key not in same and each.wide]
        first = self.store.first(sorted({shingle for n in lost for shingle in new[n].wide}), FIRST) if lost else {}
        for n in lost:
            near[n] = sorted({number for shingle in new[n].wide for number in first.get(shingle, ())})[:MOST]
        exact = [same.get(each.key) for each in new]
        return [
            numbers if number is None else [number, *(n for n in numbers if n != number)]
            for numbers, number in zip(near, exact, strict=True)
        ]


def _read(statements: Sequence[Statement]) -> Iterator[_New]:
    from attribution.match.shingles import shingled

    readings = [reading(statement.text) for statement in statements]
    narrow, wide = (_by_owner(part, len(readings)) for part in shingled([each.words for each in readings]))
    for n, (statement, each) in enumerate(zip(statements, readings, strict=True)):
        yield _New(statement, each, numbered(each.key), tuple(narrow[n]), tuple(wide[n]))


def _by_owner(shingles: "Shingles", count: int) -> list[list[int]]:
    made: list[list[int]] = [[] for _ in range(count)]
    for number, owner in zip(shingles.numbers.tolist(), shingles.owners.tolist(), strict=True):
        made[owner].append(number)
    return made


@dataclass(frozen=True, slots=True)
class _Shared:
    """The stored texts that share most with a statement, with what they share; ``total`` is what it has itself."""

    numbers: dict[int, float]
    total: float
    size: int

    def fair(self, sizes: Mapping[int, int]) -> list[int]:
        """Those that share a fair part of what the poorer one has; a stored text's shingles are taken to count as much
        as this statement's do on average."""
        from attribution.match.candidates import PART

        each = self.total / max(1, self.size)
        return [
            number
            for number, shared in self.numbers.items()
            if shared >= PART * min(self.total, each * sizes.get(number, 0))
        ][:MOST]


def _shared(new: _New, held: Mapping[int, Sequence[int]]) -> _Shared:
    from attribution.match.candidates import FEWEST, PART, PART_OF_TWO, weight

    holders = {shingle: held.get(shingle, ()) for shingle in new.narrow}
    counts = {shingle: weight(len(those) + 1) for shingle, those in holders.items()}
    total = sum(counts.values())
    wide = {number for shingle in new.wide for number in held.get(shingle, ())}
    fewest = min(FEWEST, max(1, len(new.narrow) - 1))
    # Most share one shingle by chance: what the others share is summed for them alone.
    times = Counter(chain.from_iterable(holders.values()))
    likely = {number for number, count in times.items() if count >= fewest} | (wide & times.keys())
    shared = dict.fromkeys(likely, 0.0)
    for shingle, those in holders.items():
        for number in likely.intersection(those):
            shared[number] += counts[shingle]
    for number in likely - wide:
        if times[number] == FEWEST:
            shared[number] *= PART / PART_OF_TWO
    ranked = sorted(likely, key=lambda number: (-shared[number], number))
    only = sorted(wide - times.keys())
    return _Shared(dict([(n, shared[n]) for n in ranked] + [(n, total) for n in only][:NEAR]), total, len(new.narrow))
