"""From a trained tagger to shipped weights: the graph, the linker, the choice of spans, the confidence and its
threshold.

The linker learns from spans with honest errors: those that an early state of the tagger finds in articles it has
seen a few times only. The confidence is fitted on the held-out articles, read by the final 8-bit graph.
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from attribution.extract.choosing import Taste
from attribution.extract.confidence import Confidence
from attribution.extract.extractor import tokenizer_of
from attribution.extract.labels import LABELS, may_follow
from attribution.extract.linker import Linked, Linker, LinkRules
from attribution.extract.pairs import scene
from attribution.extract.spans import read_spans
from attribution.extract.tagger import Part, Tagger
from attribution.extract.training.corpus import Annotated, held_out, read_corpus
from attribution.extract.training.export import Array, save_graph
from attribution.extract.training.linking import Tagged, fit_confidence, fit_linker
from attribution.extract.training.network import FORBIDDEN
from attribution.extract.training.scoring import Tally, tally
from attribution.extract.weights import Choices, Weights, encoded
from attribution.extract.words import read_words

if TYPE_CHECKING:
    from attribution.extract.chain import Floats
    from attribution.extract.training.learn import Plan

# Cues and sources may be doubtful: without a content they come to nothing. Contents may not. Of seven choices tried on
# the held-out articles the best; those beside it differ by chance.
TASTES = (Taste(0.75, 0.25, {"source": 0.25, "cue": 0.2, "content": 0.35}),)
LEAST = (0.25,)


@dataclass(frozen=True, slots=True)
class Read:
    """An article with the network's answer, before any span is chosen."""

    article: Annotated
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """One choice of spans with what follows from it, and how well it does on the held-out articles."""

    taste: Taste
    linker: Linker
    confidence: Confidence
    least: float
    tally: Tally


def finish(plan: "Plan", early_weights: Path, out: Path) -> Tally:
    """Write the weights of a finished run to ``out``; returns how they do on the held-out articles. ``early_weights``
    are those of a tagger that has seen no article often.
    """
    train, kept = held_out(read_corpus(plan.corpus), plan.held_out, plan.seed)
    vocabulary = plan.vocabulary.read_bytes()
    final, early = state(plan.folder / "tagger.pt"), state(early_weights)
    graph = graph_of(final)
    for_linker = list(read(graph_of(early), vocabulary, train))
    honest = list(read(graph, vocabulary, kept))
    fits = (_fit(for_linker, chain_scores(early), honest, chain_scores(final), taste, plan.seed) for taste in TASTES)
    best = max(fits, key=lambda fit: fit.tally.worth)
    choices = Choices(chain_scores(final), best.linker, best.confidence, best.taste, best.least)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in encoded(Weights(graph, vocabulary, choices)).items():
        (out / name).write_bytes(data)
    return best.tally


def state(path: Path) -> dict[str, Array]:
    """The weights in a checkpoint or a final file, by name."""
    kept: dict[str, Any] = torch.load(path, weights_only=True)
    return {name: tensor.numpy() for name, tensor in kept.get("model", kept).items()}


def graph_of(weights: dict[str, Array]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tagger.onnx"
        save_graph(weights, path)
        return path.read_bytes()


def chain_scores(weights: dict[str, Array]) -> "Floats":
    """The CRF's transitions with the impossible ones forbidden."""
    names = [*LABELS, None]
    allowed = np.array([[may_follow(a, b) for b in names] for a in names])
    return np.where(allowed, weights["transition"], FORBIDDEN).astype(np.float64)


def read(graph: bytes, vocabulary: bytes, articles: Iterable[Annotated]) -> Iterable[Read]:
    tagger = Tagger(graph, tokenizer_of(vocabulary))
    return (Read(article, tuple(tagger.parts(read_words(article.text)))) for article in articles)


def tagged(articles: Sequence[Read], scores: "Floats", taste: Taste) -> list[Tagged]:
    """The articles with their spans chosen."""
    return [
        Tagged(scene(read_spans(read_words(r.article.text), r.parts, scores, taste)), r.article.gold) for r in articles
    ]


def _fit(
    for_linker: Sequence[Read], early: "Floats", honest: Sequence[Read], final: "Floats", taste: Taste, seed: int
) -> _Fit:
    linker = fit_linker(tagged(for_linker, early, taste), LinkRules(), seed)
    articles = tagged(honest, final, taste)
    found = [linker.attributions(article.scene) for article in articles]
    confidence = fit_confidence(articles, found)
    return _best_least(_Fit(taste, linker, confidence, 0.0, Tally()), articles, found)


def _best_least(fit: _Fit, articles: Sequence[Tagged], found: Sequence[Sequence[Linked]]) -> _Fit:
    tries = []
    for least in LEAST:
        kept = [
            [linked for linked in attributions if fit.confidence.of(article.scene, linked) >= least]
            for article, attributions in zip(articles, found, strict=True)
        ]
        total = sum((tally(a.scene.words, k, a.gold) for a, k in zip(articles, kept, strict=True)), Tally())
        tries.append(replace(fit, least=least, tally=total))
    return max(tries, key=lambda tried: tried.tally.worth)
