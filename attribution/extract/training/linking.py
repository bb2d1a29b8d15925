"""Fitting the linker's forests and the confidence on what the tagger really finds, with its errors, against gold
annotation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from attribution.extract.confidence import Confidence, signs
from attribution.extract.forest import Forest
from attribution.extract.linker import Linked, Linker, LinkRules, content_pairs, source_pairs, spans_by_part
from attribution.extract.pairs import Pair, Scene, features
from attribution.extract.spans import TaggedSpan
from attribution.extract.training.corpus import Gold, SpanPair
from attribution.extract.training.scoring import outcome


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article with what the tagger found in it and what stands in the gold annotation."""

    scene: Scene
    gold: tuple[Gold, ...]


def fit_linker(articles: Sequence[Tagged], rules: LinkRules, seed: int) -> Linker:
    """Both forests, trained on the pairs of all articles."""
    content: list[tuple[list[float], bool]] = []
    source: list[tuple[list[float], bool]] = []
    for article in articles:
        by_part = spans_by_part(article.scene)
        owners = _Owners(article)
        content += [(features(p), owners.together(p, "content")) for p in content_pairs(article.scene, by_part)]
        source += [(features(p), owners.together(p, "source")) for p in source_pairs(article.scene, by_part)]
    return Linker(_forest(content, seed), _forest(source, seed), rules)


class _Owners:
    """Which gold attributions each tagged span lies in."""

    def __init__(self, article: Tagged) -> None:
        self.words = article.scene.words
        self.gold = article.gold

    def together(self, pair: Pair, role: str) -> bool:
        """Whether some gold attribution holds both the cue and, in that role, the other span."""
        return bool(self._of(pair.cue, "cue") & self._of(pair.other, role))

    def _of(self, span: TaggedSpan, role: str) -> set[int]:
        start, end = self.words.spans[span.first][0], self.words.spans[span.end - 1][1]
        return {n for n, g in enumerate(self.gold) if any(_overlap(start, end, piece) for piece in getattr(g, role))}


def _overlap(start: int, end: int, piece: SpanPair) -> bool:
    """More than a touch: a third of the shorter of the two."""
    shared = min(end, piece[1]) - max(start, piece[0])
    return 3 * shared >= min(end - start, piece[1] - piece[0]) and shared > 0


def _forest(rows: Sequence[tuple[list[float], bool]], seed: int) -> Forest:
    model = HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.1,
        max_leaf_nodes=24,
        min_samples_leaf=20,
        l2_regularization=1.0,
        random_state=seed,
    )
    model.fit(np.array([row for row, _ in rows]), np.array([label for _, label in rows]))
    return as_arrays(model)


def as_arrays(model: HistGradientBoostingClassifier) -> Forest:
    """The trees of a fitted binary classifier as plain arrays."""
    trees = [predictors[0].nodes for predictors in model._predictors]
    size = max(len(nodes) for nodes in trees)
    shape = (len(trees), size)
    feature, left, right = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    threshold, value = np.zeros(shape), np.zeros(shape)
    for row, nodes in enumerate(trees):
        leaf, here = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
        feature[row, here] = np.where(leaf, 0, nodes["feature_idx"])
        threshold[row, here] = np.where(leaf, 0.0, nodes["num_threshold"])
        left[row, here] = np.where(leaf, here, nodes["left"])
        right[row, here] = np.where(leaf, here, nodes["right"])
        value[row, here] = np.where(leaf, nodes["value"], 0.0)
    base = float(np.ravel(model._baseline_prediction)[0])
    return Forest(feature, threshold, left, right, value, base, int(max(nodes["depth"].max() for nodes in trees)))


def fit_confidence(articles: Sequence[Tagged], found: Sequence[Sequence[Linked]]) -> Confidence:
    """A confidence for what the linker made of each article."""
    rows, right = evidence(articles, found)
    centre, spread = rows.mean(0), rows.std(0) + 1e-6
    model = LogisticRegression(C=0.3, max_iter=2000).fit((rows - centre) / spread, right)
    weights = model.coef_[0] / spread
    return Confidence(tuple(map(float, weights)), float(model.intercept_[0] - weights @ centre))


def evidence(
    articles: Sequence[Tagged], found: Iterable[Sequence[Linked]]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The signs of every attribution found, and whether it is right."""
    rows, right = [], []
    for article, attributions in zip(articles, found, strict=True):
        rows += [signs(article.scene, linked) for linked in attributions]
        right += outcome(article.scene.words, attributions, article.gold)
    return np.array(rows), np.array(right, bool)
