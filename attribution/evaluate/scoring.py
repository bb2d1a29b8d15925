"""Predicted attributions scored against gold ones, by the measures of the quotation literature.

Only letters and digits count, so marks, commas and white space at an edge never matter. Two contents are partners, one
to one, when they share at least half of their union (intersection over union, IoU ≥ 0.5), best pairs first.

- *content*: the content has a partner; *strict*: it has one with exactly the same letters;
- *overlap*: the share of its letters in its best counterpart (proportional overlap: Johansson and Moschitti 2010);
- *attributed*: its partner's source agrees too (IoU ≥ 0.5, or neither has one);
- *source*: of the partnered gold contents with a source, those whose predicted source touches it.

In a slice by kind, recall runs over the gold of that kind and precision over the predictions of that kind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attribution.model import Article, Attribution, Kind, Span

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 in percent; 0 where nothing could be right."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """One slice: how many gold and predicted attributions, and the measures; ``source`` is None without any source."""

    gold: int
    predicted: int
    content: Rate
    strict: Rate
    overlap: Rate
    attributed: Rate
    source: float | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """One article's partners: ``half`` and ``exact`` map a prediction's number to its gold attribution's."""

    article: Article
    gold: tuple[Attribution, ...]
    predicted: tuple[Attribution, ...]
    half: dict[int, int]
    exact: dict[int, int]

    def attributed(self, number: int) -> bool:
        """Whether a prediction has a partner and names the same source."""
        if number not in self.half:
            return False
        here, there = self.predicted[number].source, self.gold[self.half[number]].source
        return (not here and not there) or _iou(self._letters(here), self._letters(there)) >= HALF

    def touches(self, number: int) -> bool:
        """Whether a partnered prediction's source shares a letter with the gold one."""
        there = self.gold[self.half[number]].source
        return bool(self._letters(self.predicted[number].source) & self._letters(there))

    def _letters(self, spans: Iterable[Span]) -> frozenset[int]:
        return letters(self.article.text, spans)


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The offsets of the letters and digits inside the spans."""
    return frozenset(at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum())


def _iou(a: frozenset[int], b: frozenset[int]) -> float:
    union = len(a | b)
    return len(a & b) / union if union else 0.0


def paired(gold: Article, predicted: Sequence[Attribution]) -> Pairing:
    """The partners of one article's predictions among its gold attributions; contents without a letter are left out."""
    golds = _worded(gold.text, gold.attributions or ())
    predictions = _worded(gold.text, predicted)
    contents = [letters(gold.text, each.content) for each in golds]
    found = [letters(gold.text, each.content) for each in predictions]
    return Pairing(gold, golds, predictions, _partners(found, contents, HALF), _partners(found, contents, 1.0))


def _worded(text: str, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    return tuple(each for each in attributions if letters(text, each.content))


def _partners(found: Sequence[frozenset[int]], gold: Sequence[frozenset[int]], floor: float) -> dict[int, int]:
    scored = ((_iou(p, g), i, j) for i, p in enumerate(found) for j, g in enumerate(gold) if p & g)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in sorted(scored, reverse=True):
        if value >= floor and i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    return partners


def score(pairings: Sequence[Pairing], kind: Kind | None = None) -> Score:
    """The measures over all articles, of one kind or of all."""
    mine = [(p, i) for p in pairings for i, each in enumerate(p.predicted) if kind in (None, each.kind)]
    theirs = [(p, j) for p in pairings for j, each in enumerate(p.gold) if kind in (None, each.kind)]
    partner = {(id(p), j): i for p in pairings for i, j in p.half.items()}
    exact = {(id(p), j) for p in pairings for j in p.exact.values()}
    with_source = [(p, partner[id(p), j]) for p, j in theirs if p.gold[j].source and (id(p), j) in partner]
    return Score(
        gold=len(theirs),
        predicted=len(mine),
        content=_rate([i in p.half for p, i in mine], [(id(p), j) in partner for p, j in theirs]),
        strict=_rate([i in p.exact for p, i in mine], [(id(p), j) in exact for p, j in theirs]),
        overlap=_rate(
            [_best(p, p.predicted[i], p.gold) for p, i in mine], [_best(p, p.gold[j], p.predicted) for p, j in theirs]
        ),
        attributed=_rate(
            [p.attributed(i) for p, i in mine],
            [(id(p), j) in partner and p.attributed(partner[id(p), j]) for p, j in theirs],
        ),
        source=_percent([p.touches(i) for p, i in with_source]) if with_source else None,
    )


def _best(pairing: Pairing, one: Attribution, others: Iterable[Attribution]) -> float:
    """The largest share of one content's letters that some other content covers."""
    mine = letters(pairing.article.text, one.content)
    near = (other for other in others if other.content[0].start < one.content[-1].end)
    return max((len(mine & letters(pairing.article.text, other.content)) / len(mine) for other in near), default=0.0)


def _rate(predicted: Sequence[float], gold: Sequence[float]) -> Rate:
    return Rate(_percent(predicted), _percent(gold))


def _percent(values: Sequence[float]) -> float:
    return 100 * sum(values) / len(values) if values else 0.0
