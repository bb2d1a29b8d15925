"""The report page: what it will hold is told before it is made, and the file is the pipeline's."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution import pipeline
from attribution.errors import LedgerError
from attribution.model import Decision, Selection
from attribution.view import deciding, download

Page = Callable[..., AppTest]
Texts = Callable[..., str]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param({}, "machine-made: 4 of 4 not reviewed", id="all"),
        pytest.param({"outlet": "Chronicle"}, "machine-made: 2 of 2 not reviewed", id="outlet"),
        pytest.param({"decision": "Accepted"}, "the report would be empty", id="accepted"),
    ],
)
def test_what_stands_on_top(page: Page, texts: Texts, small: object, address: dict[str, str], shown: str) -> None:
    assert shown in texts(page("report", small, **address))


def test_reviewed_ones_are_counted(page: Page, texts: Texts, small: Any) -> None:
    page("report", small)
    deciding.decide(small, "attribution", [small.all()[0].attribution.id], Decision.ACCEPTED)
    assert "machine-made: 3 of 4 not reviewed" in texts(page("report", small))
    assert "machine-made: 0 of 1 not reviewed" in texts(page("report", small, decision="Accepted"))


@pytest.mark.parametrize(("name", "ending"), [("html", ".html"), ("csv", ".csv"), ("jsonl", ".jsonl")])
def test_download(page: Page, small: Any, name: str, ending: str) -> None:
    test = page("report", small, format=name)
    assert not test.exception
    assert test.get("download_button")
    made = download.made(small, Selection(outlet="Chronicle", limit=None), name)
    assert b"three bridges" in made
    assert b"Nobody was hurt" not in made
    if name == "jsonl":
        assert [json.loads(line) for line in made.splitlines()]


def test_the_preview_is_short(page: Page, texts: Texts, large: object) -> None:
    test = page("report", large)
    assert "The first 10 of 400" in texts(test)
    assert texts(test, True).count('class="card"') == 10


def test_the_chosen_format_is_told(page: Page, texts: Texts, small: object) -> None:
    assert "Table for spreadsheets" in texts(page("report", small, format="csv"))
    assert "Web page to read and print" in texts(page("report", small))


def test_why_a_file_could_not_be_made(page: Page, texts: Texts, small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*given: object) -> None:
        raise LedgerError("ledger.sqlite: locked by another program; try again")

    test = page("report", small)
    monkeypatch.setattr(pipeline, "report", failing)
    faults: list[str] = []
    with pytest.raises(LedgerError):
        download._made_or_noted(small, Selection(), "csv", faults)
    test.session_state["download faults"] = faults
    assert "locked by another program" in texts(test.run())
    assert "locked by another program" not in texts(test.run())
