"""From annotated articles to the network's training examples: one window of text each, with labels and who belongs to
which cue.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attribution.extract.labels import LABELS
from attribution.extract.training.augment import vary
from attribution.extract.training.corpus import NO_OWNER, Annotated, Run, gold_runs, labels_between
from attribution.extract.vocabulary import pieces_of
from attribution.extract.windows import MOST_PIECES, Inputs, inputs, windows
from attribution.extract.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Taught = Mapping[int, NDArray[np.float32]]

SHORTEST_WINDOW = 120
MASK = 103


@dataclass(frozen=True, slots=True)
class Lesson:
    """One paragraph's part of a window: ranks first to end among the window's labelled words.

    ``cues`` are (first, last) words of each cue, ``contents`` (word, cue) and ``sources`` (word, the cues it serves);
    all counted from the paragraph's first labelled word. ``taught`` (words, C) is how probable a teacher holds each
    label, all zero for words it has not seen.
    """

    first: int
    end: int
    labels: tuple[int, ...]
    cues: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]
    sources: tuple[tuple[int, tuple[int, ...]], ...]
    taught: "NDArray[np.float32] | None" = None


@dataclass(frozen=True, slots=True)
class Example:
    inputs: Inputs
    lessons: tuple[Lesson, ...]


def examples(
    article: Annotated, tokenizer: "Tokenizer", rng: random.Random | None = None, taught: "Taught | None" = None
) -> Iterator[Example]:
    """The windows of an article; with a random generator, of a variant of it, cut at other places. ``taught`` is what
    a teacher says of its words.
    """
    text = article.text if rng is None else vary(article.text, rng)
    words = read_words(text)
    pieces = pieces_of(words, tokenizer)
    most = MOST_PIECES if rng is None or rng.random() < 0.6 else rng.randrange(SHORTEST_WINDOW, MOST_PIECES)
    taggable = [at for at in range(len(words)) if words.may_be_tagged(at)]
    rank = {at: i for i, at in enumerate(taggable)}
    runs = gold_runs(words, taggable, article.gold)
    for window in windows(words, [len(p) for p in pieces], most):
        given = inputs(words, window, pieces)
        parts = [[rank[at] for at in range(first, end) if at in rank] for first, end in window.paragraphs]
        lessons = tuple(_lesson(runs, ranks[0], ranks[-1] + 1, rank[given.words[0]]) for ranks in parts if ranks)
        if taught is not None:
            lessons = tuple(_taught(words, given, lesson, taught) for lesson in lessons)
        if lessons:
            yield Example(given if rng is None else _dimmed(given, rng), lessons)


def _taught(words: Words, given: Inputs, lesson: Lesson, taught: "Taught") -> Lesson:
    """The lesson with what the teacher says of its words, found by where the words begin: variants move no letter."""
    import numpy as np

    unseen = np.zeros(len(LABELS), np.float32)
    starts = (words.spans[at][0] for at in given.words[lesson.first : lesson.end])
    return replace(lesson, taught=np.stack([taught.get(start, unseen) for start in starts]))


def _lesson(runs: Sequence[Run], first: int, end: int, base: int) -> Lesson:
    here = [run for run in runs if run.first < end and run.end > first]
    clip = [(max(run.first, first) - first, min(run.end, end) - first, run) for run in here]
    cues = [(low, high - 1) for low, high, run in clip if run.role == "cue"]
    number: dict[int, int] = {}
    for at, (_, _, run) in enumerate(c for c in clip if c[2].role == "cue"):
        for owner in run.owners:
            number.setdefault(owner, at)
    contents = [
        (at, _owner(run, number)) for low, high, run in clip if run.role == "content" for at in range(low, high)
    ]
    sources = [
        (at, tuple(sorted(number[o] for o in run.owners if o in number)))
        for low, high, run in clip
        if run.role == "source"
        for at in range(low, high)
    ]
    labels = labels_between(runs, first, end)
    return Lesson(first - base, end - base, tuple(labels), tuple(cues), tuple(contents), tuple(sources))


def _owner(run: Run, number: dict[int, int]) -> int:
    return min((number[owner] for owner in run.owners if owner in number), default=NO_OWNER)


def _dimmed(given: Inputs, rng: random.Random) -> Inputs:
    """Some pieces hidden, and now and then the quotation states or the case: what a real text may withhold."""
    ids = tuple(
        MASK if 0 < i < len(given.ids) - 1 and rng.random() < 0.05 else piece for i, piece in enumerate(given.ids)
    )
    quoted = given.quoted if rng.random() > 0.06 else tuple(3 if state > 2 else 0 for state in given.quoted)
    case = given.case if rng.random() > 0.06 else tuple(0 if kind < 3 else kind for kind in given.case)
    return Inputs(ids, quoted, case, given.words, given.first)
