"""How good predictions are against articles that somebody annotated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from attribution.errors import AttributionError, UnreadableArticle
from attribution.evaluate.as_html import page
from attribution.evaluate.misses import Difference, differences
from attribution.evaluate.scoring import Pairing, Score, paired, score
from attribution.evaluate.table import as_text
from attribution.model import Article, Kind


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures by slice, every miss, and what had no counterpart."""

    scores: Mapping[str, Score]
    misses: list[Difference]
    problems: list[UnreadableArticle]

    def lines(self) -> Iterator[str]:
        """The table of measures, line by line."""
        yield from as_text(self.scores)


def evaluate(gold: Iterable[Article], predicted: Iterable[Article], nested: bool = False) -> Evaluation:
    """Compare annotated articles with predicted ones, by article id. Nested attributions count only when asked for.

    Raises AttributionError when one side has no article with attributions, or the two share no article.
    """
    annotated, found = (_with_attributions(articles, nested) for articles in (gold, predicted))
    for what, articles in (("annotated", annotated), ("predicted", found)):
        if not articles:
            raise AttributionError(f"no {what} article has attributions; each line must be one article with its own")
    if not annotated.keys() & found.keys():
        raise AttributionError("no predicted article has the id of an annotated one; ids must be the same")
    lost = [name for name in annotated if name not in found]
    problems = [UnreadableArticle(f"{name}: not among the predictions; counted as nothing found") for name in lost]
    pairings = [_paired(article, found.get(name)) for name, article in annotated.items()]
    return Evaluation(_scores(pairings), differences(pairings), problems)


def _with_attributions(articles: Iterable[Article], nested: bool) -> dict[str, Article]:
    """The articles that carry attributions, by id; nested ones only when asked for."""
    return {
        each.id: replace(each, attributions=tuple(told for told in each.attributions if nested or not told.nested))
        for each in articles
        if each.attributions is not None
    }


def _paired(article: Article, predicted: Article | None) -> Pairing:
    """An article's partners; both sides' kinds are told anew from the quotation marks, so in one way."""
    if predicted is not None and predicted.text != article.text:
        raise AttributionError(f"{article.id}: the predictions are of another text; run them on the annotated one")
    both = replace(article, attributions=(predicted.attributions if predicted else None) or ())
    return paired(_with_kinds(article), _with_kinds(both).attributions or ())


def _with_kinds(article: Article) -> Article:
    from attribution.extract.kinds import kind_of
    from attribution.extract.quotations import read_quotations

    marks = read_quotations(article.text)
    told = tuple(replace(a, kind=kind_of(article.text, a.content, marks)) for a in article.attributions or ())
    return replace(article, attributions=told)


def _scores(found: list[Pairing]) -> dict[str, Score]:
    return {"all": score(found)} | {kind.value: score(found, kind) for kind in Kind}


def write_evaluation(evaluation: Evaluation, path: Path) -> None:
    """Write measures and misses as a page. Raises AttributionError where that cannot be."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
            out.writelines(page(evaluation.scores, evaluation.misses))
    except OSError as fault:
        raise AttributionError(f"{path}: cannot be written ({fault.strerror}); choose another place") from fault
