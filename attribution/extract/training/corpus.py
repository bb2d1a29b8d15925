"""Annotated articles in the contract's format, and what they teach for each word."""

import json
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attribution.extract.labels import OUTSIDE, span_labels
from attribution.extract.words import Words, paragraph_numbers

SpanPair = tuple[int, int]
NO_OWNER = -100


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution, in offsets."""

    source: tuple[SpanPair, ...]
    cue: tuple[SpanPair, ...]
    content: tuple[SpanPair, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and its gold attributions."""

    id: str
    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``end`` (numbers among the words that can carry a label) with one role, of one paragraph.

    ``owners`` are the numbers of the attributions it belongs to: several share a source.
    """

    first: int
    end: int
    role: str
    owners: frozenset[int]


def read_corpus(path: Path) -> list[Annotated]:
    """Every article of a JSON Lines file. Raises KeyError or ValueError for lines that are not in the contract's
    format.
    """
    with path.open(encoding="utf-8") as lines:
        return [_annotated(json.loads(line)) for line in lines if line.strip()]


def _annotated(line: dict[str, object]) -> Annotated:
    attributions = line["attributions"]
    if not isinstance(attributions, list):
        raise ValueError(f"{line['id']}: attributions is no list")
    gold = (Gold(*(_pairs(a.get(role)) for role in ("source", "cue", "content"))) for a in attributions)
    return Annotated(str(line["id"]), str(line["text"]), tuple(gold))


def _pairs(spans: Sequence[Sequence[int]] | None) -> tuple[SpanPair, ...]:
    return tuple(sorted((start, end) for start, end in spans or ()))


def held_out(articles: Sequence[Annotated], number: int, seed: int) -> tuple[list[Annotated], list[Annotated]]:
    """The articles to train the tagger on, and ``number`` others for the linker, the thresholds and the calibration."""
    chosen = {article.id for article in random.Random(seed).sample(sorted(articles, key=lambda a: a.id), number)}
    return [a for a in articles if a.id not in chosen], [a for a in articles if a.id in chosen]


def gold_runs(words: Words, taggable: Sequence[int], gold: Sequence[Gold]) -> list[Run]:
    """The runs that the tagger should find, in order and without overlap; where two overlap, cues go before contents
    before sources, then the earlier attribution.
    """
    paragraph = paragraph_numbers(words)
    taken: dict[int, tuple[str, SpanPair]] = {}
    owners: dict[tuple[str, SpanPair], set[int]] = {}
    for role in ("cue", "content", "source"):
        for number, attribution in enumerate(gold):
            for span in getattr(attribution, role):
                owners.setdefault((role, span), set()).add(number)
                for at in _covered(words, taggable, span, role):
                    taken.setdefault(at, (role, span))
    return list(_runs(taken, owners, [paragraph[at] for at in taggable]))


def _covered(words: Words, taggable: Sequence[int], span: SpanPair, role: str) -> list[int]:
    """The words (by rank among the taggable) that a span covers. A mark such as ":" counts only where it is the whole
    cue or stands inside.
    """
    start, end = span
    low = bisect_left(taggable, start, key=lambda at: words.spans[at][1] - 1)
    ranks = []
    while low < len(taggable) and words.spans[taggable[low]][0] < end:
        ranks.append(low)
        low += 1
    if role == "cue" and not any(ch.isalnum() for ch in words.text[start:end]):
        return ranks
    while ranks and not _is_word(words, taggable[ranks[0]]):
        del ranks[0]
    while ranks and not _is_word(words, taggable[ranks[-1]]):
        del ranks[-1]
    return ranks


def _is_word(words: Words, at: int) -> bool:
    return words.text[words.spans[at][0]].isalnum()


def _runs(
    taken: dict[int, tuple[str, SpanPair]], owners: dict[tuple[str, SpanPair], set[int]], paragraph: Sequence[int]
) -> Iterator[Run]:
    ranks = sorted(taken)
    first = 0
    for i, rank in enumerate(ranks):
        last = i + 1 == len(ranks)
        if (
            last
            or ranks[i + 1] != rank + 1
            or taken[ranks[i + 1]] != taken[rank]
            or paragraph[rank] != paragraph[rank + 1]
        ):
            yield Run(ranks[first], rank + 1, taken[rank][0], frozenset(owners[taken[rank]]))
            first = i + 1


def labels_between(runs: Sequence[Run], first: int, end: int) -> list[int]:
    """The labels of the words with rank first to end; a run that reaches over an edge is cut there."""
    labels = [OUTSIDE] * (end - first)
    for run in runs:
        low, high = max(run.first, first), min(run.end, end)
        if low < high:
            labels[low - first : high - first] = span_labels(high - low, run.role)
    return labels
