"""What a trained tagger says of every word of the articles, kept for a student to learn from.

Distillation (Hinton, Vinyals and Dean 2015) of the chain's marginals: for each word how probable each label is, by
where the word begins in the unvaried text.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from attribution.extract.chain import lattices
from attribution.extract.labels import LABELS
from attribution.extract.training.corpus import Annotated
from attribution.extract.training.examples import Example, examples
from attribution.extract.training.network import Tagger, collate
from attribution.extract.words import read_words

if TYPE_CHECKING:
    from attribution.extract.training.examples import Taught


def teach(articles: Sequence[Annotated], teacher: Tagger, tokenizer: Tokenizer, out: Path) -> None:
    """Write what the teacher says of the articles to ``out``, an npz file with two arrays an article."""
    teacher.eval()
    arrays: dict[str, NDArray[np.generic]] = {}
    for article in articles:
        rows = dict(_rows(teacher, article, tokenizer))
        starts = sorted(rows)
        arrays[f"{article.id}:starts"] = np.array(starts, np.int32)
        arrays[f"{article.id}:labels"] = np.array([rows[at] for at in starts], np.float16).reshape(-1, len(LABELS))
    part = out.with_suffix(".part.npz")
    np.savez(part, **arrays)  # type: ignore[arg-type]  # numpy takes its other arguments for these
    part.replace(out)


def read_taught(path: Path) -> "dict[str, Taught]":
    """What was written, by article."""
    with np.load(path) as arrays:
        articles = [name.removesuffix(":starts") for name in arrays.files if name.endswith(":starts")]
        return {
            one: dict(zip(arrays[f"{one}:starts"].tolist(), arrays[f"{one}:labels"].astype(np.float32), strict=True))
            for one in articles
        }


def _rows(tagger: Tagger, article: Annotated, tokenizer: Tokenizer) -> Iterator[tuple[int, NDArray[np.float64]]]:
    words = read_words(article.text)
    scores = tagger.scores().detach().double().numpy()
    for example in examples(article, tokenizer):
        found = lattices(_emissions(tagger, example), scores)
        for lesson, lattice in zip(example.lessons, found, strict=True):
            numbers = example.inputs.words[lesson.first : lesson.end]
            yield from zip((words.spans[at][0] for at in numbers), lattice.marginals(), strict=True)


def _emissions(tagger: Tagger, example: Example) -> list[NDArray[np.float64]]:
    with torch.no_grad():
        labels = tagger.label(tagger.read(collate([example]))).double().numpy()
    return [row[: lesson.end - lesson.first] for row, lesson in zip(labels, example.lessons, strict=True)]
