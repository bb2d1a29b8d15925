"""Ways to find, in a batch, which wordings are worth comparing: ours and three that others use, on the same planted
statements.

- all: brute force, every wording with every other
- MinHash LSH (Broder 1997; datasketch): runs of three words, 64 permutations, a likeness of 0.3
- FTS5 trigram: SQLite's full-text index of three letters, asked for any of a wording's five longest words, best 30

Each is told the texts and asked for pairs; a few are asked about some wordings only, where all would take hours.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from planted import planted, true_pairs
from rapidfuzz.distance import LCSseq

from attribution.match.batch import LOT, Batch
from attribution.match.candidates import candidates
from attribution.match.shingles import joined, shingled

ASKED, NEAREST, LONGEST = 300, 30, 5
PERMUTATIONS, ALIKE, RUN = 64, 0.3, 3
# All pairs of more wordings than this would take hours.
BRUTE = 2000

Pair = tuple[int, int]
Way = Callable[[Sequence[Sequence[str]], Sequence[int]], Iterator[Pair]]


@dataclass(frozen=True, slots=True)
class Told:
    """Distinct wordings as folded words, and which pairs tell one utterance: those of which the shorter has half its
    words in the longer, in order. Two cuts without overlap nobody can know."""

    words: list[list[str]]
    true: set[Pair]


def told(count: int) -> Told:
    """Planted statements of this number."""
    given = planted(count)
    batch = Batch.of(given.statements)
    own = {place: number for number, places in enumerate(batch.places) for place in places}
    words = [batch.words(number) for number in range(len(batch.texts))]
    pairs = {_pair(own[a], own[b]) for a, b in true_pairs(given.truth) if own[a] != own[b]}
    return Told(words, {(a, b) for a, b in pairs if _shown(words[a], words[b])})


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _shown(a: Sequence[str], b: Sequence[str]) -> bool:
    return 2 * LCSseq.similarity(a, b) >= min(len(a), len(b))


def compared(count: int, rivals: bool = True) -> None:
    """Print for each way how many true pairs it proposes, how many pairs in all, and how long it takes."""
    known = told(count)
    every = range(len(known.words))
    some = sorted(random.Random(1).sample(every, min(ASKED, len(every))))
    start = time.process_time()
    found = {(a, b) for lot in _ours(known) for a, b in lot}
    _line(count, "ours", known, found, every, time.process_time() - start)
    if not rivals:
        return
    ways: list[tuple[str, Way, Sequence[int]]] = [("MinHash LSH", minhash, every), ("FTS5 trigram", trigrams, some)]
    if len(every) <= BRUTE:
        ways.append(("all pairs", brute, every))
    for name, way, asked in ways:
        start = time.process_time()
        found = set(way(known.words, asked))
        _line(count, name, known, found, asked, time.process_time() - start)


def _ours(known: Told) -> Iterator[Iterator[Pair]]:
    lots = [known.words[at : at + LOT] for at in range(0, len(known.words), LOT)]
    parts = [shingled(lot) for lot in lots]
    sizes = [len(lot) for lot in lots]
    narrow, wide = joined([part for part, _ in parts], sizes), joined([part for _, part in parts], sizes)
    for lot in candidates(narrow, wide, len(known.words)):
        yield zip(lot.first.tolist(), lot.second.tolist(), strict=True)


def _line(count: int, name: str, known: Told, found: set[Pair], asked: Sequence[int], spent: float) -> None:
    within = set(asked)
    true = {pair for pair in known.true if not within.isdisjoint(pair)}
    recall = 100 * len(true & found) / max(1, len(true))
    print(
        f"{count:>9,} statements  {name:13} recall {recall:5.1f}  {len(found) / len(asked):9.2f} pairs a wording  "
        f"{1e6 * spent / len(asked):10,.0f} µs a wording"
    )


def brute(words: Sequence[Sequence[str]], asked: Sequence[int]) -> Iterator[Pair]:
    """Every pair, of which the shorter has half its words in the longer."""
    codes: dict[str, str] = {}
    coded = ["".join([codes.setdefault(word, chr(len(codes) + 0x4E00)) for word in each]) for each in words]
    for a, b in combinations(asked, 2):
        least = (min(len(coded[a]), len(coded[b])) + 1) // 2
        if LCSseq.similarity(coded[a], coded[b], score_cutoff=least):
            yield a, b


def minhash(words: Sequence[Sequence[str]], asked: Sequence[int]) -> Iterator[Pair]:
    """Pairs that share a band of MinHash values."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    for number in asked:
        each = words[number]
        runs = {" ".join(each[at : at + RUN]) for at in range(max(1, len(each) - RUN + 1))}
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([run.encode() for run in runs])
        yield from ((other, number) for other in index.query(made))
        index.insert(number, made)


def trigrams(words: Sequence[Sequence[str]], asked: Sequence[int]) -> Iterator[Pair]:
    """The nearest of those that have one of the longest words in them."""
    with sqlite3.connect(":memory:") as store:
        store.execute("CREATE VIRTUAL TABLE told USING fts5(text, tokenize = trigram)")
        store.executemany("INSERT INTO told (rowid, text) VALUES (?, ?)", enumerate(map(" ".join, words)))
        query = "SELECT rowid FROM told WHERE told MATCH ? ORDER BY rank LIMIT ?"
        for number in asked:
            longest = sorted({word for word in words[number] if len(word) > 2}, key=lambda word: (-len(word), word))
            any_of = " OR ".join('"' + word.replace('"', "") + '"' for word in longest[:LONGEST])
            found = store.execute(query, (any_of, NEAREST + 1)).fetchall() if any_of else []
            yield from (_pair(number, other) for (other,) in found if other != number)
