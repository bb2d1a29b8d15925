"""Where predictions and gold differ, sorted by what went wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from attribution.evaluate.scoring import Pairing, letters
from attribution.model import Article, Attribution


class Miss(StrEnum):
    """What went wrong: the first of these that fits."""

    MISSED = "missed: in the gold annotation only"
    SPURIOUS = "spurious: predicted only"
    NO_SOURCE = "source left out"
    EXTRA_SOURCE = "source where the gold has none"
    WRONG_SOURCE = "another source"
    EDGES = "right statement, other edges"


@dataclass(frozen=True, slots=True)
class Difference:
    """One miss in one article; the side that is missing is None."""

    article: Article
    miss: Miss
    gold: Attribution | None
    predicted: Attribution | None

    @property
    def place(self) -> int:
        known = self.gold or self.predicted
        return known.content[0].start if known else 0


def differences(pairings: Iterable[Pairing]) -> list[Difference]:
    """Every miss, by article and place in it."""
    return [miss for pairing in pairings for miss in sorted(_of(pairing), key=lambda each: each.place)]


def _of(pairing: Pairing) -> Iterator[Difference]:
    article = pairing.article
    for number, predicted in enumerate(pairing.predicted):
        if number not in pairing.half:
            yield Difference(article, Miss.SPURIOUS, None, predicted)
            continue
        gold = pairing.gold[pairing.half[number]]
        miss = _miss(pairing, number, gold, predicted)
        if miss is not None:
            yield Difference(article, miss, gold, predicted)
    found = set(pairing.half.values())
    yield from (Difference(article, Miss.MISSED, g, None) for n, g in enumerate(pairing.gold) if n not in found)


def _miss(pairing: Pairing, number: int, gold: Attribution, predicted: Attribution) -> Miss | None:
    if not pairing.attributed(number):
        if not predicted.source:
            return Miss.NO_SOURCE
        return Miss.WRONG_SOURCE if gold.source else Miss.EXTRA_SOURCE
    text = pairing.article.text
    return None if letters(text, gold.content) == letters(text, predicted.content) else Miss.EDGES
