"""From articles with known speakers to ``weights.json``: logistic regression over the features of each choice.

    python -m attribution.identify.training articles.jsonl speakers.jsonl

Needs numpy and scipy (the extra ``train``). Every article is read twice: with the right answers put in as it goes
(teacher forcing), and, for descriptions, with the resolver's own answers and their mistakes (DAgger: Ross, Gordon and
Bagnell 2011). Figures printed are cross-validated by article, five folds. Deterministic: no random start, folds by the
article's place in the file.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from attribution.identify.candidates import Choice
from attribution.identify.kinds import TYPES, kind_choice
from attribution.identify.ranking import probabilities
from attribution.identify.referents import Referent
from attribution.identify.resolving import Resolver
from attribution.identify.slips import contradicts
from attribution.identify.sources import Form, Source
from attribution.model import Attribution, Kind, Sentence, Span, Speaker, SpeakerType

FOLDS = 5
ROUNDS = 2
# Chosen by the cross-validated likelihood of the right candidates; descriptions have the most features for a lesson.
PENALTIES = {"description": 10.0, "kind": 1.0}
PENALTY = 2.0
# A label that contradicts its source and is no likelier than this is set aside: more of the lower chances are right.
LEAST = 0.2
# Pronouns are learned worse from a history with mistakes (83.7 % of them right instead of 84.9), descriptions better.
UNFORCED = frozenset({"description"})


@dataclass(frozen=True, slots=True)
class Lesson:
    """One choice of one article with the number of the right candidate; ``number`` counts the article's attributions,
    and ``odd`` says that the label contradicts its source.
    """

    article: int
    number: int
    choice: Choice
    right: int
    source: str
    odd: bool = False


def plain_name(name: str) -> str:
    """A name as the scorer compares it."""
    name = re.sub(r"\s+", " ", (name or "").strip().casefold()).replace("’", "'")
    return re.sub(r"^(the|a|an) ", "", re.sub(r"'s$", "", name))


class Teacher(Resolver):
    """Resolves an article while the right answers are known, and keeps what there was to choose from."""

    def teach(
        self, attributions: Sequence[Attribution], known: Mapping[int, Mapping[str, str]], article: int, forced: bool
    ) -> list[Lesson]:
        """The lessons of one article; ``known`` holds name and type by the attribution's number. ``forced`` puts the
        right answers on record as the article is read, else the resolver's own stand, right or wrong.
        """
        self.lessons: list[Lesson] = []
        self.forced = forced
        self.answers, self.article = known, article
        self.number = {id(a): i for i, a in enumerate(attributions)}
        self.run(attributions)
        return self.lessons

    def _lesson(self, choice: Choice, right: int, source: str) -> Lesson:
        return Lesson(self.article, self.at, choice, right, source, self.odd)

    def one(self, attribution: Attribution) -> Speaker:
        """As the resolver's, knowing the answer."""
        self.at = self.number[id(attribution)]
        self.answer = self.answers.get(self.at)
        self.odd = self.answer is not None and contradicts(
            self.story.source(attribution.source),
            " ".join(span.of(self.text) for span in attribution.source),
            self.answer["name"],
            self.answer["type"],
        )
        speaker = super().one(attribution)
        if self.answer is not None and self.choices and self.choices[0].task == "omitted":
            nobody = self.answer["type"] == "none"
            right = 0 if nobody else _find(self.choices[0], plain_name(self.answer["name"]), "")
            if right is not None:
                self.lessons.append(self._lesson(self.choices[0], right, ""))
        return speaker

    def decide(self, source: Source) -> tuple[Speaker, Referent | None]:
        """As the resolver's; with ``forced``, whoever is right goes on record as the speaker."""
        speaker, own = super().decide(source)
        right = self._correct(source, speaker, own)
        return (speaker, own) if not self.forced else right

    def _correct(self, source: Source, speaker: Speaker, referent: Referent | None) -> tuple[Speaker, Referent | None]:
        if self.answer is None:
            return speaker, referent
        gold = plain_name(self.answer["name"])
        own = plain_name(self.own_name(source))
        for choice in self.choices:
            right = self._kind_of(choice) if choice.task == "kind" else _find(choice, gold, own)
            if right is None:
                continue
            if choice.task == "name":
                self.lessons.append(self._lesson(choice, right, ""))
                referent = choice.candidates[right].referent or referent
                continue
            if choice.task != "kind" or source.form is Form.NAME:
                self.lessons.append(self._lesson(choice, right, self.text[source.start : source.end]))
            chosen = choice.candidates[right].referent
            if chosen is not None:
                return speaker, chosen
            if choice.task == "description":
                kind = SpeakerType(self.answer["type"])
                self.lessons.append(self._lesson(kind_choice(source, None), TYPES.index(kind), ""))
                return speaker, self.story.thing(self.own_name(source), kind, source.head) if self.forced else None
        if source.form in (Form.DESCRIPTION, Form.JOINT) and self.answer["type"] in ("group", "anonymous", "none"):
            self.lessons.append(
                self._lesson(kind_choice(source, None), TYPES.index(SpeakerType(self.answer["type"])), "")
            )
        return speaker, referent

    def _kind_of(self, choice: Choice) -> int | None:
        return TYPES.index(SpeakerType(self.answer["type"])) if self.answer else None


def _find(choice: Choice, gold: str, own: str) -> int | None:
    for i, candidate in enumerate(choice.candidates):
        name = own if candidate.referent is None else plain_name(candidate.referent.name)
        if name == gold:
            return i
    return None


def fit(lessons: Sequence[Lesson], penalty: float) -> dict[str, float]:
    """Weights that make the right candidates likely, by L-BFGS on the penalised log-likelihood."""
    names = sorted({f for lesson in lessons for c in lesson.choice.candidates for f in c.features})
    index = {name: i for i, name in enumerate(names)}
    rows, starts, rights = _matrix(lessons, index)
    from scipy.optimize import minimize
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
    return {task: fit(own, PENALTIES.get(task, PENALTY)) for task, own in sorted(tasks.items())}


def read_articles(
    articles: Path, speakers: Path
) -> list[tuple[str, str, list[Attribution], dict[int, dict[str, str]]]]:
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


def _attribution(record: Mapping[str, Sequence[list[int]]]) -> Attribution:
    content, cue, source = (tuple(Span(*s) for s in sorted(record[k])) for k in ("content", "cue", "source"))
    return Attribution("", content, cue, source, Kind.DIRECT, 1.0)


Known = Mapping[int, Mapping[str, str]]
Record = tuple[str, str, list[Attribution], dict[int, dict[str, str]]]
Weighting = dict[str, dict[str, float]]


def lessons_of(
    articles: Sequence[Record], sentences: Sequence[Sequence[Sentence]], weights: Sequence[Weighting], forced: bool
) -> list[Lesson]:
    """What every article teaches, read with the weights of its fold, which tell shared names apart."""
    out: list[Lesson] = []
    for number, ((_, text, attributions, known), own) in enumerate(zip(articles, sentences, strict=True)):
        out.extend(Teacher(text, own, weights[number % len(weights)]).teach(attributions, known, number, forced))
    return out


def cross_weights(
    articles: Sequence[Record], cut: Sequence[Sequence[Sentence]]
) -> tuple[list[Lesson], list[Weighting]]:
    """The lessons, and for each fold the weights learned from the other folds' articles; two rounds of reading."""
    weights: list[Weighting] = [{}]
    lessons: list[Lesson] = []
    for _ in range(ROUNDS):
        lessons = lessons_of(articles, cut, weights, True)
        if len(weights) > 1:
            own = lessons_of(articles, cut, weights, False)
            lessons += [lesson for lesson in own if lesson.choice.task in UNFORCED]
        weights = [fit_tasks(x for x in lessons if x.article % FOLDS != fold) for fold in range(FOLDS)]
    return lessons, weights


def main(arguments: Sequence[str]) -> None:
    """Train on what is given and write ``weights.json`` beside this file."""
    # Only the training reads sentences by itself: the pipeline hands them to the resolver.
    from attribution.articles.sentences import sentences

    articles = read_articles(Path(arguments[0]), Path(arguments[1]))
    cut = [list(sentences(text)) for _, text, _, _ in articles]
    lessons, weights = cross_weights(articles, cut)
    for task, share, count in cross_validated(lessons, weights):
        print(f"{task:12} {count:6} choices, {100 * share:.1f} % right")
    aside = slips(lessons, weights)
    print(f"{len(aside)} labels set aside, for their sources speak against them:")
    for article, number in sorted(aside):
        id_, text, attributions, known = articles[article]
        printed = " ".join(span.of(text) for span in attributions[number].source)
        print(f"  {id_} {number}: “{printed}” as {known[number]['name']}, {known[number]['type']}")
    lessons = [lesson for lesson in lessons if (lesson.article, lesson.number) not in aside]
    path = Path(__file__).with_name("weights.json")
    path.write_text(
        json.dumps(fit_tasks(lessons), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )


def slips(lessons: Sequence[Lesson], weights: Sequence[Weighting]) -> set[tuple[int, int]]:
    """The labels to set aside, as article and attribution number: their source speaks against them, and the weights of
    the other folds give them less than ``LEAST`` where something else is likelier.
    """
    out = set()
    for lesson in (x for x in lessons if x.odd):
        chances = probabilities(lesson.choice, weights[lesson.article % FOLDS])
        if chances[lesson.right] < LEAST:
            out.add((lesson.article, lesson.number))
    return out


def cross_validated(lessons: Sequence[Lesson], weights: Sequence[Weighting]) -> list[tuple[str, float, int]]:
    """Share of right choices for each task, each article judged by weights from the other folds."""
    right: dict[str, list[bool]] = defaultdict(list)
    for lesson in lessons:
        chances = probabilities(lesson.choice, weights[lesson.article % FOLDS])
        right[lesson.choice.task].append(max(range(len(chances)), key=chances.__getitem__) == lesson.right)
    return [(task, sum(own) / len(own), len(own)) for task, own in sorted(right.items())]


if __name__ == "__main__":
    main(sys.argv[1:])
