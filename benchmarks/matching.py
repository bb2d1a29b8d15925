"""How well and how fast statements are matched at scale, on planted repeats.

    python benchmarks/matching.py [--sizes 1000 10000] [--arrivals 20000]

For each size: how many pairs of distinct wordings are proposed for each and the share of the true pairs among them
(those of which the shorter has half its words in the longer, in order: two cuts without overlap nobody can know);
CPU-seconds and statements a CPU-second of the batch, F1 of matched pairs against the planted ones, B³
(Bagga and Baldwin 1998: each statement's partners against its true ones, itself included) and the largest utterance
beside the true one; then how the time grows, as the slope between the sizes on logarithmic scales. With ``--arrivals``
so many statements are put into a ledger's index in a temporary file, and articles of ten new ones are matched against
it: median and 99th percentile of an article, in milliseconds, and bytes a statement.
"""

import argparse
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log
from pathlib import Path

from planted import Planted, planted, true_pairs
from rapidfuzz.distance import LCSseq

from attribution.ledger.store import Ledger
from attribution.match.arriving import Matcher
from attribution.match.candidates import candidates
from attribution.match.matching import matches
from attribution.match.normalising import bare
from attribution.match.reading import reading
from attribution.match.shingles import shingled
from attribution.match.utterances import utterances

ARTICLE, MEASURED = 10, 100


def batch(count: int) -> float:
    """Match so many statements, print the figures, and return the CPU-seconds."""
    given = planted(count)
    start = time.process_time()
    found = list(matches(given.statements))
    spent = time.process_time() - start
    sure = [match for match in found if not match.suggested]
    groups = [utterance.members for utterance in utterances(given.statements, sure)]
    tellings = _tellings(given)
    pairs = {frozenset((match.a, match.b)) for match in sure}
    true = {frozenset((a, b)) for ids in tellings for a in ids for b in ids if a < b}
    largest = max(map(len, groups), default=1), max(map(len, tellings))
    rate, memory = count / spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>9,} statements  {spent:7.1f} CPU-s  {rate:8,.0f}/CPU-s  pairs F1 {_f1(pairs, true):5.1f}  "
        f"B3 {_b_cubed(given, groups, tellings):5.1f}  largest {largest[0]} of {largest[1]}  peak {memory:,.0f} MB"
    )
    return spent


def proposals(count: int) -> None:
    """Print how many pairs are proposed, and how many of the true ones are among them."""
    given = planted(count)
    numbers: dict[str, int] = {}
    own = [numbers.setdefault(reading(s.text).key, len(numbers)) for s in given.statements]
    words = {number: bare(s.text)[0] for number, s in zip(own, given.statements, strict=True)}
    lots = candidates(*shingled([words[n] for n in range(len(words))]), len(words))
    found = {pair for lot in lots for pair in zip(lot.first.tolist(), lot.second.tolist(), strict=True)}
    true = {tuple(sorted((own[a], own[b]))) for a, b in true_pairs(given.truth) if own[a] != own[b]}
    shown = {(a, b) for a, b in true if 2 * LCSseq.similarity(words[a], words[b]) >= min(len(words[a]), len(words[b]))}
    recall = 100 * len(shown & found) / len(shown)
    print(f"{count:>9,} statements  {len(found) / len(words):.2f} pairs a wording proposed, recall {recall:.1f}")


def _tellings(given: Planted) -> list[list[str]]:
    """The ids of the statements that tell each planted utterance."""
    told: dict[int, list[str]] = defaultdict(list)
    for statement, numbers in zip(given.statements, given.truth, strict=True):
        for number in numbers:
            told[number].append(statement.id)
    return list(told.values())


def _f1(found: set[frozenset[str]], true: set[frozenset[str]]) -> float:
    return 200 * len(found & true) / (len(found) + len(true)) if found or true else 100.0


def _b_cubed(given: Planted, groups: Iterable[Sequence[str]], tellings: Iterable[Sequence[str]]) -> float:
    mine, true = _partners(groups), _partners(tellings)
    precision = recall = 0.0
    for statement in given.statements:
        found, wanted = (table[statement.id] | {statement.id} for table in (mine, true))
        precision += len(found & wanted) / len(found)
        recall += len(found & wanted) / len(wanted)
    return 200 * precision * recall / (precision + recall) / len(given.statements)


def _partners(groups: Iterable[Sequence[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for member in group:
            found[member].update(group)
    return found


def arrivals(stored: int) -> None:
    """Fill a ledger's index, then match articles of ten against it."""
    given = planted(stored + ARTICLE * MEASURED).statements
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.sqlite")) as ledger:
        start = time.process_time()
        for at in range(0, stored, ARTICLE):
            with ledger.transaction():
                Matcher(ledger.index).arrive(given[at : at + ARTICLE])
        filled = time.process_time() - start
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / stored
        taken = []
        for number in range(MEASURED):
            at = stored + ARTICLE * number
            new = [replace(each, id=f"new {each.id}", article=f"new {number}") for each in given[at : at + ARTICLE]]
            start = time.perf_counter()
            with ledger.transaction():
                Matcher(ledger.index).arrive(new)
            taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    print(
        f"{stored:>9,} stored  {filled:7.1f} CPU-s to fill, {size:,.0f} bytes a statement; an article of {ARTICLE}: "
        f"median {taken[len(taken) // 2]:.1f} ms, 99 % within {taken[int(0.99 * len(taken)) - 1]:.1f} ms"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument("--arrivals", type=int, nargs="*", default=[20_000])
    given = options.parse_args()
    for size in given.sizes:
        proposals(size)
    spent = {size: batch(size) for size in given.sizes}
    if len(spent) > 1:
        (few, less), *_, (many, more) = spent.items()
        print(f"time grows with the power {log(more / less) / log(many / few):.2f} of the number")
    for stored in given.arrivals:
        arrivals(stored)


if __name__ == "__main__":
    main()
