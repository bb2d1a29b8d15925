"""From articles with known speakers to ``weights.json``: multinomial logistic regression over the features of each choice.

    python -m attribution.identify.training articles.jsonl speakers.jsonl

Needs numpy and scipy (the extra ``train``). Every article is read with the right answers put in as it goes (teacher
forcing), so a choice is learned from the history a perfect reader would have. Figures printed are cross-validated by
article, five folds. Deterministic: no random start, folds by the article's place in the file.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from attribution.identify.candidates import Choice
from attribution.identify.resolving import Resolver
from attribution.identify.sources import Source
from attribution.identify.story import Referent
from attribution.model import Attribution, Kind, Sentence, Span, Speaker

FOLDS = 5
PENALTY = 1.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """One choice of one article with the number of the right candidate."""

    article: int
    choice: Choice
    right: int
    source: str


def plain_name(name: str) -> str:
    """A name as the scorer compares it."""
    name = re.sub(r"\s+", " ", (name or "").strip().casefold()).replace("’", "'")
    return re.sub(r"^(the|a|an) ", "", re.sub(r"'s$", "", name))


class Teacher(Resolver):
    """Resolves an article while the right names are known, and keeps what there was to choose from."""

    def teach(self, attributions: Sequence[Attribution], names: Mapping[int, str], article: int) -> list[Lesson]:
        self.lessons: list[Lesson] = []
        self.names, self.article = names, article
        self.number = {id(a): i for i, a in enumerate(attributions)}
        self.run(attributions)
        return self.lessons

    def one(self, attribution: Attribution) -> Speaker:
        self.gold = plain_name(self.names.get(self.number[id(attribution)], "?"))
        return super().one(attribution)

    def decide(self, source: Source) -> tuple[Speaker, Referent | None]:
        speaker, referent = super().decide(source)
        if self.choice is None or self.gold == "?":
            return speaker, referent
        own = plain_name(self.own_name(source))
        for i, candidate in enumerate(self.choice.candidates):
            name = own if candidate.referent is None else plain_name(candidate.referent.name)
            if name == self.gold:
                self.lessons.append(Lesson(self.article, self.choice, i, self.text[source.start : source.end]))
                return speaker, candidate.referent or referent
        return speaker, referent


def fit(lessons: Sequence[Lesson], penalty: float = PENALTY) -> dict[str, float]:
    """Weights that make the right candidates likely, by L-BFGS on the penalised log-likelihood."""
    names = sorted({f for lesson in lessons for c in lesson.choice.candidates for f in c.features})
    index = {name: i for i, name in enumerate(names)}
    rows, starts, rights = _matrix(lessons, index)
    from scipy.sparse import csr_matrix

    data, indices, indptr = rows
    x = csr_matrix((data, indices, indptr), shape=(len(indptr) - 1, len(names)))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        top = np.maximum.reduceat(scores, starts)
        sizes = np.diff([*starts, len(scores)])
        powers = np.exp(scores - np.repeat(top, sizes))
        totals = np.add.reduceat(powers, starts)
        chances = powers / np.repeat(totals, sizes)
        value = -np.log(chances[rights] + 1e-12).sum() + 0.5 * penalty * (w @ w)
        chances[rights] -= 1.0
        return value, x.T @ chances + penalty * w

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: round(float(result.x[i]), 3) for name, i in index.items() if abs(result.x[i]) >= 0.01}


def _matrix(
    lessons: Sequence[Lesson], index: Mapping[str, int]
) -> tuple[tuple[np.ndarray, np.ndarray, np.ndarray], np.ndarray, np.ndarray]:
    indices: list[int] = []
    indptr, starts, rights = [0], [], []
    for lesson in lessons:
        starts.append(len(indptr) - 1)
        rights.append(len(indptr) - 1 + lesson.right)
        for candidate in lesson.choice.candidates:
            indices.extend(index[f] for f in candidate.features)
            indptr.append(len(indices))
    rows = np.ones(len(indices)), np.array(indices), np.array(indptr)
    return rows, np.array(starts), np.array(rights)


def fit_tasks(lessons: Iterable[Lesson]) -> dict[str, dict[str, float]]:
    """Weights for every task."""
    tasks: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        tasks[lesson.choice.task].append(lesson)
    return {task: fit(own) for task, own in sorted(tasks.items())}


def read_articles(articles: Path, speakers: Path) -> list[tuple[str, str, list[Attribution], dict[int, dict[str, str]]]]:
    """Articles that have known speakers: id, text, attributions, and name and type by the attribution's number."""
    known = {}
    for line in speakers.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        known[record["id"]] = {s["i"]: s for s in record["speakers"]}
    out = []
    for line in articles.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["id"] in known:
            attributions = [_attribution(a) for a in record["attributions"]]
            out.append((record["id"], record["text"], attributions, known[record["id"]]))
    return out


def _attribution(record: Mapping[str, Sequence[Sequence[int]]]) -> Attribution:
    content, cue, source = (tuple(Span(*s) for s in sorted(record[k])) for k in ("content", "cue", "source"))
    return Attribution("", content, cue, source, Kind.DIRECT, 1.0)


def lessons_of(
    articles: Sequence[tuple[str, str, list[Attribution], dict[int, dict[str, str]]]],
    sentences: Sequence[Sequence[Sentence]],
    weights: Mapping[str, Mapping[str, float]],
) -> list[Lesson]:
    """What every article teaches."""
    out: list[Lesson] = []
    for number, ((_, text, attributions, known), own) in enumerate(zip(articles, sentences, strict=True)):
        names = {i: s["name"] for i, s in known.items()}
        out.extend(Teacher(text, own, weights).teach(attributions, names, number))
    return out


def main(arguments: Sequence[str]) -> None:
    """Train on what is given and write ``weights.json`` beside this file."""
    # Only the training reads sentences by itself: the pipeline hands them to the resolver.
    from attribution.articles.sentences import sentences

    articles = read_articles(Path(arguments[0]), Path(arguments[1]))
    cut = [list(sentences(text)) for _, text, _, _ in articles]
    lessons = lessons_of(articles, cut, {})
    for task, share, count in cross_validated(lessons):
        print(f"{task:12} {count:6} choices, {100 * share:.1f} % right")
    path = Path(__file__).with_name("weights.json")
    path.write_text(json.dumps(fit_tasks(lessons), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def cross_validated(lessons: Sequence[Lesson]) -> list[tuple[str, float, int]]:
    """Share of right choices for each task, each article judged by weights from the other folds."""
    from attribution.identify.ranking import probabilities

    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit_tasks(x for x in lessons if x.article % FOLDS != fold)
        for lesson in (x for x in lessons if x.article % FOLDS == fold):
            chances = probabilities(lesson.choice, weights)
            right[lesson.choice.task].append(max(range(len(chances)), key=chances.__getitem__) == lesson.right)
    return [(task, sum(own) / len(own), len(own)) for task, own in sorted(right.items())]


if __name__ == "__main__":
    main(sys.argv[1:])
