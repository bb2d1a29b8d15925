"""Whether the confidence is what it says: how often attributions are right, by how sure the extractor was of them::

    python benchmarks/calibration.py ../shared/data/polnear-dev.jsonl
    python benchmarks/calibration.py ../shared/data/polnear-dev.jsonl --weights FOLDER --predicted /tmp/dev.jsonl

The file's own attributions are the gold; right is right by the scorer's *attributed*. Printed are a table of 15 bins of
equal mass and the expected calibration error over them (Nixon et al. 2019), with the error that a perfect confidence
would show by chance on so few attributions. --predicted keeps what was found, for the scorers.
"""

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path

from attribution.articles.sentences import sentences
from attribution.extract.extractor import Extractor
from attribution.extract.training.scoring import match, overlap
from attribution.model import Attribution, Span

BINS = 15


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--weights", type=Path, help="a folder of weights instead of the shipped ones")
    parser.add_argument("--predicted", type=Path, help="where the predictions go, one article a line")
    given = parser.parse_args()
    with given.articles.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    found = _found(articles, given.weights)
    if given.predicted is not None:
        rows = (_row(article, attributions) for article, attributions in zip(articles, found, strict=True))
        given.predicted.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
        )
    _print_reliability(articles, found)


def _found(articles: Sequence[dict[str, object]], weights: Path | None) -> list[tuple[Attribution, ...]]:
    extractor = Extractor.load(folder=weights)
    texts = ((str(a["id"]), str(a["text"])) for a in articles)
    return list(extractor.batch((key, text, sentences(text)) for key, text in texts))


def _row(article: dict[str, object], attributions: Sequence[Attribution]) -> dict[str, object]:
    return {"id": article["id"], "attributions": [_line(a) for a in attributions]}


def _line(a: Attribution) -> dict[str, object]:
    spans = {name: [[s.start, s.end] for s in getattr(a, name)] for name in ("content", "cue", "source")}
    return {"id": a.id, **spans, "kind": a.kind.value, "confidence": a.confidence}


def _print_reliability(articles: Sequence[dict[str, object]], found: Sequence[Sequence[Attribution]]) -> None:
    judged = sorted(
        pair for article, attributions in zip(articles, found, strict=True) for pair in _judged(article, attributions)
    )
    error = chance = 0.0
    print("confidence   right   number")
    for number in range(BINS):
        inside = judged[number * len(judged) // BINS : (number + 1) * len(judged) // BINS]
        sure, right = (sum(pair[i] for pair in inside) / len(inside) for i in (0, 1))
        error += abs(sure - right) * len(inside) / len(judged)
        # The mean distance of a bin's share from its probability, were that true: a normal's, sqrt(2 / pi) deviations.
        chance += math.sqrt(2 / math.pi * sure * (1 - sure) / len(inside)) * len(inside) / len(judged)
        print(f"{sure:10.3f}{right:8.3f}{len(inside):9}  {'#' * round(40 * right)}")
    print(f"expected calibration error {error:.3f} over {BINS} bins of equal mass; {chance:.3f} by chance alone")


def _judged(article: dict[str, object], attributions: Sequence[Attribution]) -> list[tuple[float, bool]]:
    """Each attribution's confidence and whether it is right by the scorer's *attributed*."""
    text, gold = str(article["text"]), article["attributions"]
    assert isinstance(gold, list)
    wanted = [(_letters(text, g["content"]), _letters(text, g["source"])) for g in gold]
    ours = [(_letters(text, _pairs(a.content)), _letters(text, _pairs(a.source))) for a in attributions]
    pairs = match([o[0] for o in ours], [w[0] for w in wanted])
    return [(a.confidence, i in pairs and _same(ours[i][1], wanted[pairs[i]][1])) for i, a in enumerate(attributions)]


def _same(a: frozenset[int], b: frozenset[int]) -> bool:
    return overlap(a, b) >= 0.5 or not (a or b)


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _letters(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


if __name__ == "__main__":
    main()
