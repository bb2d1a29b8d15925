"""Find every pair of statements that say the same thing in a batch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from attribution.match.batch import Batch, uncollected
from attribution.match.coding import coder
from attribution.match.comparing import Comparison, compare_readings, likely, same, weighed
from attribution.match.indirect import certain
from attribution.match.reading import Reading, reading
from attribution.match.scoring import weights
from attribution.model import Match, Relation, Statement

# A wording repeated more often is tied to its first appearance only: all pairs of thousands would drown everything.
ALL_PAIRS = 60
T = TypeVar("T")
# So many texts are remembered once read.
READ = 16384
Progress = Callable[[int], None]


def matches(statements: Sequence[Statement], progress: Progress | None = None) -> Iterator[Match]:
    """Yield the matched pairs of ``statements``, ``a`` before ``b`` in input order, sorted by both places.

    ``progress`` is told how many statements are done. Statements without any word match nothing.
    """
    with uncollected(len(statements)):
        found = _found(statements, progress)
        found.sort(key=lambda pair: pair[:2])
    if progress is not None:
        progress(len(statements))
    return (match_of(statements[i], statements[j], compared) for i, j, compared in found)


def _found(statements: Sequence[Statement], progress: Progress | None) -> list[tuple[int, int, Comparison]]:
    from attribution.match.candidates import candidates

    batch = Batch.of(statements)
    found = [(i, j, same()) for places in batch.places for i, j in _within(places)]
    kin = batch.kin(statements)
    for lot in candidates(*batch.shingled(), len(batch.places)):
        pairs = list(zip(lot.first.tolist(), lot.second.tolist(), strict=True))
        kin.difference_update(pairs)
        for x, y, compared in _compared(batch, pairs):
            found.extend(_between(statements, batch, (x, y), compared))
        if progress is not None and len(lot):
            progress(batch.places[int(lot.second[-1])][0])
    for x, y, compared in _compared(batch, sorted(kin)):
        found.extend(_between(statements, batch, (x, y), compared))
    return found


@dataclass(frozen=True)
class _Worded:
    """A text before it is read."""

    coded: str

    @cached_property
    def content(self) -> frozenset[str]:
        return coder().content(self.coded)


def _compared(batch: Batch, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, Comparison]]:
    @lru_cache(maxsize=READ)
    def worded(number: int) -> _Worded:
        return _Worded(batch.coded[number])

    @lru_cache(maxsize=READ)
    def reading(number: int) -> Reading:
        made = batch.reading(number)
        # What was worked out before the text was read is not worked out again.
        made.__dict__.update(worded(number).__dict__)
        return made

    for x, y in pairs:
        if not likely(worded(x), worded(y)):
            continue
        compared = weighed(reading(x), reading(y))
        if compared.relation != Relation.DIFFERENT or compared.open:
            yield x, y, compared


def _within(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(places) > ALL_PAIRS:
        yield from ((places[0], place) for place in places[1:])
        return
    yield from ((i, j) for at, i in enumerate(places) for j in places[at + 1 :])


def _between(
    statements: Sequence[Statement], batch: Batch, texts: tuple[int, int], compared: Comparison
) -> Iterator[tuple[int, int, Comparison]]:
    """The matches between all that have one text and all that have another."""
    told = {(batch.texts[texts[0]], batch.texts[texts[1]], False): compared}
    for x in some(batch.places[texts[0]]):
        for y in some(batch.places[texts[1]]):
            i, j = min(x, y), max(x, y)
            of = as_printed(statements[x], statements[y], compared.open, told)
            if of.relation != Relation.DIFFERENT:
                yield i, j, of if x < y else of.mirrored()


def as_printed(a: Statement, b: Statement, doubtful: bool, told: dict[tuple[str, str, bool], Comparison]) -> Comparison:
    """How two statements compare in their own print, with its capitals and offsets; of one speaker more is believed.

    ``told`` holds what is known already, and is added to.
    """
    asked = (a.text, b.text, doubtful and one_speaker(a, b))
    if asked not in told:
        told[asked] = compare_readings(reading(a.text), reading(b.text), asked[2])
    return told[asked]


def one_speaker(a: Statement, b: Statement) -> bool:
    """Whether one speaker, who is known, said both."""
    return bool(a.speaker and b.speaker) and str(a.speaker).casefold() == str(b.speaker).casefold()


def some(appearances: Sequence[T]) -> Sequence[T]:
    """All appearances of a wording, or where they are too many the first."""
    return appearances if len(appearances) <= ALL_PAIRS else appearances[:1]


def match_of(a: Statement, b: Statement, compared: Comparison) -> Match:
    """A comparison as a match of two statements: suggested only, where it is not sure."""
    sure = compared.score >= weights().sure
    told = sure and certain(a, b, compared.score)
    return Match(
        a.id,
        b.id,
        compared.relation,
        compared.score,
        compared.reason if told or not sure else f"{compared.reason}; not quoted, so not sure",
        compared.edits,
        same_article=a.article is not None and a.article == b.article,
        suggested=not told,
    )
