"""How good predictions are against articles that somebody annotated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from attribution.errors import AttributionError, UnreadableArticle
from attribution.evaluate.as_html import page
from attribution.evaluate.misses import Difference, differences
from attribution.evaluate.scoring import Pairing, Score, paired, score
from attribution.evaluate.table import as_text
from attribution.model import Article, Kind
from attribution.pipeline.extracting import read


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures by slice, every miss, and what could not be read or had no counterpart."""

    scores: Mapping[str, Score]
    misses: list[Difference]
    problems: list[UnreadableArticle]

    def lines(self) -> Iterator[str]:
        """The table of measures, line by line."""
        yield from as_text(self.scores)


def evaluate(gold: str, predicted: str, nested: bool = False) -> Evaluation:
    """Compare two files of articles with attributions, by article id. Nested attributions count only when asked for.

    Raises AttributionError when no gold article is there, or the two files share no article.
    """
    problems: list[UnreadableArticle] = []
    annotated, found = (_articles(path, nested, problems) for path in (gold, predicted))
    if not annotated:
        raise AttributionError(f"{gold}: no article with attributions there; each line must be one annotated article")
    if not annotated.keys() & found.keys():
        raise AttributionError(f"{predicted}: none of its articles has an id that {gold} has; ids must be the same")
    lost = [name for name in annotated if name not in found]
    problems += [UnreadableArticle(f"{name}: not among the predictions; counted as nothing found") for name in lost]
    pairings = [_paired(article, found.get(name)) for name, article in annotated.items()]
    return Evaluation(_scores(pairings), differences(pairings), problems)


def _articles(path: str, nested: bool, problems: list[UnreadableArticle]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for item in read([path]):
        if isinstance(item, UnreadableArticle):
            problems.append(item)
        elif isinstance(item, Article) and item.attributions is not None:
            kept = tuple(each for each in item.attributions if nested or not each.nested)
            found[item.id] = replace(item, attributions=kept)
    return found


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
