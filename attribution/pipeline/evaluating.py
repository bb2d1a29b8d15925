"""How good predictions are against articles that somebody annotated."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from attribution.evaluate.scoring import Pairing, Score, paired, score
from attribution.model import Article, Attribution, Kind


def pairings(gold: Iterable[Article], predicted: Mapping[str, Article]) -> list[Pairing]:
    """Each gold article with its predictions, by id; an article without predictions counts with none.

    Both sides' kinds are worked out anew from the text's quotation marks, so that they are told apart in one way.
    """
    return [paired(_with_kinds(article), _predictions(article, predicted)) for article in gold]


def _predictions(article: Article, predicted: Mapping[str, Article]) -> tuple[Attribution, ...]:
    found = predicted.get(article.id)
    return _with_kinds(replace(article, attributions=found.attributions)).attributions or () if found else ()


def _with_kinds(article: Article) -> Article:
    from attribution.extract.kinds import kind_of
    from attribution.extract.quotations import read_quotations

    marks = read_quotations(article.text)
    told = tuple(replace(a, kind=kind_of(article.text, a.content, marks)) for a in article.attributions or ())
    return replace(article, attributions=told)


def scores(found: list[Pairing]) -> dict[str, Score]:
    """The measures for all attributions and for each kind."""
    return {"all": score(found)} | {kind.value: score(found, kind) for kind in Kind}
