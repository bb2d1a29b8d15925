"""Find every pair of statements that say the same thing: in a batch, or as they arrive."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from attribution.match.comparing import Comparison, compare_readings
from attribution.match.features import Coder
from attribution.match.postings import Postings, numbered
from attribution.match.reading import Reading, reading
from attribution.match.scoring import weights
from attribution.model import Appearance, Indexed, Match, Relation, Statement

# A wording repeated more often is tied to its first appearance only: all pairs of thousands would drown everything.
ALL_PAIRS = 60
# Progress is told every so many comparisons.
STEP = 1000


def matches(statements: Sequence[Statement], progress: Callable[[int], None] | None = None) -> Iterator[Match]:
    """Yield the matched pairs of ``statements``, ``a`` before ``b`` in input order, sorted by both places.

    ``progress`` is told how many statements are done. Statements without any word match nothing.
    """
    from attribution.match.candidates import candidates

    texts = _folded(statements)
    readings = [reading(statements[places[0]].text) for places in texts]
    found = [(i, j, _same()) for places in texts for i, j in _within(places)]
    near = candidates([each.words for each in readings])
    coder = Coder()
    for done, (x, y) in enumerate(zip(near.first.tolist(), near.second.tolist(), strict=True)):
        if progress is not None and done % STEP == 0:
            progress(min(len(statements), x))
        compared = compare_readings(readings[x], readings[y], coder)
        if compared.relation != Relation.DIFFERENT:
            found.extend(_between(texts[x], texts[y], compared))
    found.sort(key=lambda pair: pair[:2])
    if progress is not None:
        progress(len(statements))
    return (_match(statements[i], statements[j], compared) for i, j, compared in found)


def _same() -> Comparison:
    return Comparison(Relation.VERBATIM, 1.0, "the same words")


def _folded(statements: Sequence[Statement]) -> list[list[int]]:
    """The places of statements, together where their normal words are the same; without words, nowhere."""
    folded: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        key = reading(statement.text).key
        if key:
            folded.setdefault(key, []).append(place)
    return list(folded.values())


def _within(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(places) > ALL_PAIRS:
        yield from ((places[0], place) for place in places[1:])
        return
    yield from ((i, j) for at, i in enumerate(places) for j in places[at + 1 :])


def _between(x: Sequence[int], y: Sequence[int], compared: Comparison) -> Iterator[tuple[int, int, Comparison]]:
    mirrored = compared.mirrored()
    for i in x if len(x) <= ALL_PAIRS else x[:1]:
        for j in y if len(y) <= ALL_PAIRS else y[:1]:
            yield (i, j, compared) if i < j else (j, i, mirrored)


def _match(a: Statement, b: Statement, compared: Comparison) -> Match:
    return Match(
        a.id,
        b.id,
        compared.relation,
        compared.score,
        compared.reason,
        compared.edits,
        same_article=a.article is not None and a.article == b.article,
        suggested=compared.score < weights().sure,
    )


@dataclass(slots=True)
class Matcher:
    """Matches statements as they arrive against all that ``store`` holds, and adds them to it."""

    store: Postings
    cap: int = 200
    most: int = 60
    _coder: Coder = field(default_factory=Coder)

    def arrive(self, statements: Sequence[Statement]) -> list[Match]:
        """The matches of new statements with stored ones (``a``) and with each other, in order; then they are stored.

        A statement that is stored already is compared anew and replaces itself.
        """
        from attribution.match.shingles import shingled

        read = [(statement, reading(statement.text)) for statement in statements]
        read = [(statement, each) for statement, each in read if each.key]
        numbers, owners = shingled([each.words for _, each in read])
        shingles: list[list[int]] = [[] for _ in read]
        for number, owner in zip(numbers.tolist(), owners.tolist(), strict=True):
            shingles[owner].append(number)
        held = self.store.holders(numbers.tolist(), self.cap + 1)
        keys = [numbered(each.key) for _, each in read]
        stored = self.store.numbers(keys)
        arriving = {statement.id for statement, _ in read}
        found: list[Match] = []
        for (statement, each), own, key in zip(read, shingles, keys, strict=True):
            found.extend(self._against(statement, each, self._near(own, held, stored.get(key)), arriving))
        found.extend(matches([statement for statement, _ in read]))
        self.store.add(
            [
                Indexed(s.id, s.article, key, s.text, tuple(own))
                for (s, _), own, key in zip(read, shingles, keys, strict=True)
            ]
        )
        return found

    def heal(self, most: int = 1000) -> int:
        """Read in stored statements that have no index entry, at most so many; returns how many. Their matches are the
        caller's to store."""
        left = self.store.unindexed(most)
        if left:
            self.arrive(left)
        return len(left)

    def _near(self, shingles: Sequence[int], held: "dict[int, Sequence[int]] | object", same: int | None) -> list[int]:
        """Numbers of stored texts worth comparing, those with most shared shingles first."""
        assert hasattr(held, "get")
        shared: Counter[int] = Counter()
        few = max(1, len(shingles) - 1)
        for shingle in shingles:
            holders = held.get(shingle, ())
            shared.update(holders)
        needed = min(2, few)
        near = [number for number, count in shared.most_common() if count >= needed][: self.most]
        return near if same is None or same in near else [same, *near]

    def _against(self, statement: Statement, each: Reading, near: Iterable[int], arriving: set[str]) -> Iterator[Match]:
        for stored in self.store.texts(near).values():
            compared = compare_readings(reading(stored.text), each, self._coder)
            if compared.relation != Relation.DIFFERENT:
                for appearance in _few(stored.appearances, arriving):
                    other = Statement(appearance.statement, stored.text, appearance.article)
                    yield _match(other, statement, compared)


def _few(appearances: Sequence[Appearance], arriving: set[str]) -> list[Appearance]:
    kept = [appearance for appearance in appearances if appearance.statement not in arriving]
    return kept if len(kept) <= ALL_PAIRS else kept[:1]
