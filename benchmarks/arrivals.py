"""How fast new statements are matched with all that a ledger holds: articles of ten, on planted repeats."""

import random
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planted import planted

from attribution.ledger.index import Index
from attribution.ledger.store import Ledger
from attribution.match.arriving import Matcher
from attribution.match.searching import search
from attribution.model import Indexed, Statement

ARTICLE, MEASURED, LOT, QUERIES = 10, 200, 10_000, 20


class Filled(Index):
    """An index that finds nothing, so that statements are put into it without being matched."""

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        return {}

    def first(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        return {}


class Asked(Index):
    """An index that keeps nothing, so that matching alone is measured."""

    def add(self, entries: Sequence[Indexed]) -> None:
        pass


def arrivals(stored: int) -> None:
    """Fill a ledger's index, then match articles of ten and lone statements against it, and search it."""
    given = planted(stored + ARTICLE * MEASURED).statements
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.sqlite")) as ledger:
        start = time.process_time()
        for at in range(0, stored, LOT):
            with ledger.transaction():
                Matcher(Filled(ledger.index._connection)).arrive(given[at : min(stored, at + LOT)])
        filled = time.process_time() - start
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / stored
        print(f"{stored:>9,} stored  {filled:7.1f} CPU-s to fill, {size:,.0f} bytes a statement")
        new = [replace(each, id=f"new {each.id}", article=f"new {each.article}") for each in given[stored:]]
        articles = [new[at : at + ARTICLE] for at in range(0, len(new), ARTICLE)]
        asked = Matcher(Asked(ledger.index._connection))
        _taken(asked, ledger, articles[: MEASURED // 4])
        print(f"{stored:>9,} stored  an article of {ARTICLE}, matching alone: {_taken(asked, ledger, articles)}")
        lone = [[statement] for article in articles for statement in article]
        print(f"{stored:>9,} stored  one statement, matching alone: {_taken(asked, ledger, lone)}")
        kept = Matcher(ledger.index)
        print(f"{stored:>9,} stored  an article of {ARTICLE}, matched and kept: {_taken(kept, ledger, articles)}")
        print(f"{stored:>9,} stored  search by four words, one misspelt: {_searched(ledger, given[:stored])}")


def _taken(matcher: Matcher, ledger: Ledger, articles: Iterable[Sequence[Statement]]) -> str:
    taken = []
    for article in articles:
        start = time.perf_counter()
        with ledger.transaction():
            matcher.arrive(article)
        taken.append(1000 * (time.perf_counter() - start))
    return _spread(taken)


def _searched(ledger: Ledger, given: Sequence[Statement]) -> str:
    rng, taken = random.Random(2), []
    for statement in rng.sample(given, QUERIES):
        words = rng.sample(statement.text.split(), 4)
        query = " ".join([words[0][:2] + words[0][3:], *words[1:]])
        start = time.perf_counter()
        search(query, ledger.index)
        taken.append(1000 * (time.perf_counter() - start))
    return _spread(taken)


def _spread(taken: list[float]) -> str:
    taken.sort()
    return f"median {taken[len(taken) // 2]:.1f} ms, 99 % within {taken[int(0.99 * len(taken)) - 1]:.1f} ms"
