"""The scorer agrees with hand-counted cases and with the shared scorer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.evaluate.scoring import paired, score
from attribution.model import Article, Attribution, Kind, Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = "“The gates are open,” said Ruth Adeyo, and the mayor warned that the siren had failed."


def where(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),) if words else ()


def made(content: str, source: str = "", kind: Kind = Kind.DIRECT) -> Attribution:
    return Attribution("x", where(content), (), where(source) if source else (), kind, 0.5)


GOLD = Article(
    "a",
    TEXT,
    attributions=(
        made("The gates are open", "Ruth Adeyo"),
        made("the siren had failed", "the mayor", Kind.INDIRECT),
    ),
)


@pytest.mark.parametrize(
    ("predicted", "content", "strict", "attributed", "source"),
    [
        pytest.param(GOLD.attributions, 100, 100, 100, 100, id="the-gold-itself"),
        pytest.param((), 0, 0, 0, None, id="nothing-found"),
        pytest.param((made("“The gates are open,”", "Ruth Adeyo"),), 66.7, 66.7, 66.7, 100, id="marks-do-not-count"),
        pytest.param((made("gates are open", "Ruth Adeyo"),), 66.7, 0, 66.7, 100, id="an-edge-off-is-not-strict"),
        pytest.param((made("open", "Ruth Adeyo"),), 0, 0, 0, None, id="less-than-half-is-no-partner"),
        pytest.param((made("The gates are open", "the mayor"),), 66.7, 66.7, 0, 0, id="another-source"),
        pytest.param((made("The gates are open"),), 66.7, 66.7, 0, 0, id="no-source-where-gold-has-one"),
        pytest.param((made("The gates are open", "Adeyo"),), 66.7, 66.7, 66.7, 100, id="half-of-the-source"),
    ],
)
def test_measures(
    predicted: tuple[Attribution, ...], content: float, strict: float, attributed: float, source: float | None
) -> None:
    found = score([paired(GOLD, predicted)])
    assert [round(x.f1, 1) for x in (found.content, found.strict, found.attributed)] == [content, strict, attributed]
    assert found.source == source


def test_one_prediction_has_one_partner() -> None:
    twice = (made("The gates are open", "Ruth Adeyo"), made("gates are open", "Ruth Adeyo"))
    found = score([paired(GOLD, twice)])
    assert (found.content.precision, found.content.recall) == (50, 50)


def test_a_slice_counts_its_kind_only() -> None:
    found = score([paired(GOLD, (made("The gates are open", "Ruth Adeyo"),))], Kind.INDIRECT)
    assert (found.gold, found.predicted, found.content.f1) == (1, 0, 0)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles of ../shared are not beside this checkout")
def test_agrees_with_the_shared_scorer(tmp_path: Path) -> None:
    """Gold against gold with every third content cut short and every fourth source missing, on twelve real articles."""
    from attribution.articles import lines
    from attribution.pipeline.extracting import kinds

    def article_from(record: object) -> Article:
        return lines.article_from(record, "x", kinds)[0]

    records = [json.loads(line) for line in (SHARED / "data/polnear-dev.jsonl").open(encoding="utf-8")][:12]
    for record in records:
        record["attributions"] = [_worse(each, n) for n, each in enumerate(record["attributions"])]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    gold = [article_from(json.loads(line)) for line in (SHARED / "data/polnear-dev.jsonl").open()][:12]
    (tmp_path / "gold.jsonl").write_text(
        "".join(json.dumps(json.loads(line)) + "\n" for line in list((SHARED / "data/polnear-dev.jsonl").open())[:12])
    )
    command = [sys.executable, SHARED / "bench/score_attributions.py", tmp_path / "gold.jsonl", predicted, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["all"]
    ours = score([paired(g, article_from(r).attributions or ()) for g, r in zip(gold, records, strict=True)])
    for name in ("content", "strict", "overlap", "attributed"):
        rate = getattr(ours, name)
        assert [round(rate.precision, 1), round(rate.recall, 1)] == [theirs[name]["p"], theirs[name]["r"]], name
    assert ours.source is not None
    assert round(ours.source, 1) == theirs["source_acc"]


def _worse(attribution: dict[str, list[list[int]]], number: int) -> dict[str, list[list[int]]]:
    start, end = attribution["content"][0]
    if number % 3 == 0:
        attribution["content"][0] = [start, start + max(1, (end - start) * (number % 5 + 1) // 6)]
    return attribution | ({"source": []} if number % 4 == 0 else {})
