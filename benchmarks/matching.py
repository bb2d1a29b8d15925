"""How well and how fast statements are matched at scale, on planted repeats.

    python benchmarks/matching.py [--sizes 1000 10000] [--rivals 1000 10000] [--arrivals 20000]

For each size how many pairs of distinct wordings are proposed for each, the share of the true pairs among them and the
CPU time of that alone, for ``--rivals`` beside other ways (see ``rivals.py``; MinHash needs datasketch, of the extra
"bench").
Then CPU-seconds and statements a CPU-second of the whole batch, F1 of matched pairs against the planted ones, B³ (Bagga
and Baldwin 1998: each statement's partners against its true ones, itself included) and the largest utterance beside the
true one; and how the time grows, as the slope of a line through all sizes on logarithmic scales. With ``--arrivals`` so
many statements are put into a ledger's index in a temporary file, and articles of ten new ones are matched against it:
median and 99th percentile in milliseconds, bytes a statement, and the time of a search (see ``arrivals.py``).
"""

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from arrivals import arrivals
from planted import Planted, planted
from rivals import compared

from attribution.match.matching import matches
from attribution.match.utterances import utterances


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


def slope(spent: Mapping[int, float]) -> float:
    """The power of the number with which the time grows, by least squares on logarithms."""
    places = [(log(count), log(seconds)) for count, seconds in spent.items()]
    x, y = (sum(each) / len(places) for each in zip(*places, strict=True))
    return float(sum((a - x) * (b - y) for a, b in places) / sum((a - x) ** 2 for a, _ in places))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument("--rivals", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument("--arrivals", type=int, nargs="*", default=[20_000])
    given = options.parse_args()
    # What is read once, such as the lexicon, belongs to no size.
    list(matches(planted(100).statements))
    spent = {size: batch(size) for size in given.sizes}
    if len(spent) > 1:
        print(f"time grows with the power {slope(spent):.2f} of the number")
    for size in sorted({*given.sizes, *given.rivals}):
        compared(size, rivals=size in given.rivals)
    for stored in given.arrivals:
        arrivals(stored)


if __name__ == "__main__":
    main()
