"""Reports from a real ledger: what is in them, and that a file is whole or not there."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from attribution.errors import AttributionError, BadSettings
from attribution.model import Article, Selection
from attribution.pipeline import Work, add, check_days, report, report_format, write_report

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

Tell = Callable[..., Article]
BRIDGES = "We open two bridges on Monday, whatever the weather does to us"
ALL = Selection(order="text", limit=None)


@pytest.fixture
def filled(ledger: "Ledger", told: Tell) -> "Ledger":
    stories = [
        told("a", ("Ida Marsh", BRIDGES), ("Tom Vale", "=1+1 is what the sign says")),
        told("b", ("Ida Marsh", BRIDGES), day="2031-03-02"),
    ]
    list(add(stories, ledger, Work(keep=True, speakers=False)))
    return ledger


def made(ledger: "Ledger", name: str, selection: Selection = ALL) -> str:
    out = io.BytesIO()
    report(ledger, selection, name, out)
    return out.getvalue().decode("utf-8-sig")


def test_csv_has_every_attribution_and_no_formula(filled: "Ledger") -> None:
    text = made(filled, "csv")
    assert text.count(BRIDGES) >= 2
    rows = list(csv.reader(io.StringIO(text)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_jsonl_points_at_the_text(filled: "Ledger") -> None:
    records = [json.loads(line) for line in made(filled, "jsonl").splitlines()]
    told = [record for record in records if record["record"] == "attribution"]
    assert [(r["article"], r["speaker"]) for r in told] == [("a", "Ida Marsh"), ("a", "Tom Vale"), ("b", "Ida Marsh")]
    for record in told:
        text = filled.article(record["article"]).text
        for name, words in (("content_offsets", record["words"]), ("source_offsets", record["source"])):
            assert " ".join(text[start:end] for start, end in record[name]) == words


def test_html_says_what_is_machine_made(filled: "Ledger") -> None:
    page = made(filled, "html")
    assert "3 of 3 not reviewed" in page
    assert "<script" not in page


def test_selection(filled: "Ledger") -> None:
    assert BRIDGES not in made(filled, "csv", Selection(speaker="Tom Vale", limit=None))
    assert "1 of 1 not reviewed" in made(filled, "html", Selection(since="2031-03-02", limit=None))


def test_a_file_is_whole_or_not_there(filled: "Ledger", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("the one before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("attribution.report.writing.write_report", full)
    with pytest.raises(AttributionError, match=r"report\.html: could not be finished \(No space left on device\)"):
        write_report(filled, ALL, "html", path)
    assert path.read_text() == "the one before"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("report")] == ["report.html"]


def test_no_such_folder(filled: "Ledger", tmp_path: Path) -> None:
    with pytest.raises(AttributionError, match="cannot be written"):
        write_report(filled, ALL, "csv", tmp_path / "gone" / "report.csv")


@pytest.mark.parametrize("day", ["May", "2020-13-01", "2020-02-30", "20201002", "2020-10-02T10:00", ""])
def test_no_day(day: str) -> None:
    with pytest.raises(BadSettings, match="2020-10-02"):
        check_days(None, day)


@pytest.mark.parametrize("days", [("2020-10-02", None), (None, None), ("2020-10-02", "2020-10-02")])
def test_days(days: tuple[str | None, str | None]) -> None:
    check_days(*days)


def test_days_the_wrong_way_round() -> None:
    with pytest.raises(BadSettings, match="2020-10-03 is after --until 2020-10-02"):
        check_days("2020-10-03", "2020-10-02")


@pytest.mark.parametrize(
    ("name", "asked", "written"),
    [
        ("r.csv", None, "csv"),
        ("r.HTML", None, "html"),
        ("r.htm", None, "html"),
        ("r.jsonl", "jsonl", "jsonl"),
        ("r.csv.txt", None, "html"),
        ("csv", None, "html"),
        ("r.txt", "csv", "csv"),
    ],
)
def test_a_file_is_written_as_it_ends_unless_told(name: str, asked: str | None, written: str) -> None:
    assert report_format(Path(name), asked) == written


@pytest.mark.parametrize(("name", "asked"), [("r.csv", "html"), ("r.htm", "csv"), ("r.html", "jsonl")])
def test_a_file_that_ends_otherwise_than_asked_is_named(name: str, asked: str) -> None:
    with pytest.raises(BadSettings, match=f"--format says {asked}"):
        report_format(Path(name), asked)
