"""Learn the weights of the score from judged pairs, with nothing but numpy.

    python -m attribution.match.training.weights STATEMENTS PAIRS ALTERED > attribution/match/data/weights.json

STATEMENTS, PAIRS and ALTERED are ``matching-dev-statements.jsonl``, ``matching-dev-pairs.jsonl`` and
``altered-dev.jsonl``. A pair that the candidate index proposes and nobody judged is a different statement: the judged
ones were pooled from exhaustive comparisons. Figures of a ten-fold cross-validation go to standard error.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attribution.match.candidates import candidates
from attribution.match.features import NAMES, blocks, features
from attribution.match.reading import Reading, reading
from attribution.match.shingles import shingled

CUT = "2016-03-20"
RIDGE = 1.0
FOLDS = 10
# Cross-validated over six divisions, counted by appearances, F1 of real pairs is 98 from 0.35 to 0.6; precision passes
# 98.5 % at a half, and openings that many statements share stay below it.
SURE, LIKELY = 0.5, 0.1
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Two different wordings, and whether they are the same utterance."""

    a: str
    b: str
    same: bool


def lines(path: str) -> list[dict[str, object]]:
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def real_pairs(statements: str, pairs: str) -> Iterator[Judged]:
    """Judged pairs of real statements, and all proposed pairs of two articles of which one is older than ``CUT``."""
    rows = lines(statements)
    texts: dict[str, str] = {}
    where: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        key = reading(str(row["text"])).key
        texts.setdefault(key, str(row["text"]))
        where.setdefault(key, []).append(row)
    by_id = {row["id"]: reading(str(row["text"])).key for row in rows}
    judged = {frozenset((by_id[p["a"]], by_id[p["b"]])): p for p in lines(pairs)}
    keys = list(texts)
    near = candidates(*shingled([reading(text).words for text in texts.values()]), len(texts))
    proposed = {
        frozenset((keys[a], keys[b]))
        for lot in near
        for a, b in zip(lot.first.tolist(), lot.second.tolist(), strict=True)
    }
    for pair in sorted(proposed | set(judged), key=sorted):
        verdict = judged.get(pair)
        if (
            len(pair) < 2
            or (verdict is None and not _counted(where, *pair))
            or (verdict and "ambiguous" in str(verdict["flags"]))
        ):
            continue
        a, b = sorted(pair)
        yield Judged(texts[a], texts[b], verdict is not None and verdict["relation"] != "different")


def _counted(where: dict[str, list[dict[str, object]]], a: str, b: str) -> bool:
    return any(
        x["article"] != y["article"] and min(str(x["published"]), str(y["published"])) < CUT
        for x in where[a]
        for y in where[b]
    )


def altered_pairs(path: str) -> Iterator[Judged]:
    for p in lines(path):
        if reading(str(p["a"])).key != reading(str(p["b"])).key:
            yield Judged(str(p["a"]), str(p["b"]), p["relation"] != "different")


def measured(pairs: list[Judged]) -> tuple[Floats, Floats]:
    """Features, one row a pair, and 1 or 0."""

    def row(a: Reading, b: Reading) -> tuple[float, ...]:
        return features(a, b, blocks(a.coded, b.coded))

    x = np.array([row(reading(p.a), reading(p.b)) for p in pairs])
    return x, np.array([float(p.same) for p in pairs])


def fitted(x: Floats, y: Floats) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression with a ridge, by Newton's method, for features as they come."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    w = np.zeros(z.shape[1])
    ridge = np.r_[np.full(x.shape[1], RIDGE), 0.0]
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        gradient = z.T @ (p - y) + ridge * w
        hessian = (z * (p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return w[:-1] / scale, float(w[-1] - (w[:-1] * mean / scale).sum())


def scored(x: Floats, weights: Floats, bias: float) -> Floats:
    result: Floats = 1 / (1 + np.exp(-np.clip(x @ weights + bias, -50, 50)))
    return result


def crossed(x: Floats, y: Floats) -> Floats:
    """The score of each pair by weights learned on the other folds."""
    fold = np.random.default_rng(0).permutation(len(y)) % FOLDS
    result = np.zeros(len(y))
    for k in range(FOLDS):
        result[fold == k] = scored(x[fold == k], *fitted(x[fold != k], y[fold != k]))
    return result


def report(s: Floats, y: Floats, threshold: float) -> str:
    hit = float(((s >= threshold) & (y > 0)).sum())
    called = float((s >= threshold).sum())
    precision, recall, f1 = hit / max(called, 1), hit / y.sum(), 2 * hit / (called + y.sum())
    return f"from {threshold:.2f} on: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def main(statements: str, pairs: str, altered: str) -> None:
    judged = [*real_pairs(statements, pairs), *altered_pairs(altered)]
    x, y = measured(judged)
    s = crossed(x, y)
    print(
        f"{len(y)} pairs, {int(y.sum())} the same",
        *(report(s, y, t / 20) for t in range(2, 18)),
        sep="\n",
        file=sys.stderr,
    )
    worst = np.argsort(-np.abs(s - y))[:30]
    for k in worst.tolist():
        print(
            f"{s[k]:.2f} {judged[k].same} {np.round(x[k], 2).tolist()}\n   {judged[k].a[:160]}\n   {judged[k].b[:160]}",
            file=sys.stderr,
        )
    w, bias = fitted(x, y)
    table = {
        "weights": {name: round(float(v), 5) for name, v in zip(NAMES, w, strict=True)},
        "bias": round(bias, 5),
        "sure": SURE,
        "likely": LIKELY,
    }
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:4])
