"""What goes wrong on purpose is one line in place of the page, and can be tried again."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution.errors import BadSettings, LedgerError
from attribution.view import source
from attribution.view.navigation import PAGES

Page = Callable[..., AppTest]
Texts = Callable[..., str]
LINE = "/tmp/<b>ledger</b>.sqlite: locked by another program; close it and try again"


class Failing:
    """A ledger on which every reading fails."""

    url = "sqlite:////tmp/ledger.sqlite"

    def __getattr__(self, name: str) -> Any:
        raise LedgerError(LINE)


@pytest.mark.parametrize("name", PAGES)
def test_a_failing_ledger(page: Page, texts: Texts, name: str) -> None:
    test = page(name, Failing())
    assert not test.exception
    assert LINE in texts(test)
    assert "<b>ledger" not in texts(test, True)
    assert test.button(key="again")


def test_trying_again(page: Page, texts: Texts, small: object, monkeypatch: pytest.MonkeyPatch) -> None:
    test = page("overview", Failing())
    monkeypatch.setattr(source, "ledger", lambda: small)
    test.button(key="again").click().run()
    assert "3 articles from 2 outlets" in texts(test)


def test_bad_settings(page: Page, texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    def ledger() -> object:
        raise BadSettings("jobs: 0 processes can do nothing; give 1 or more")

    test = page("overview", object())
    monkeypatch.setattr(source, "ledger", ledger)
    assert "0 processes can do nothing" in texts(test.run())


def test_a_decision_that_cannot_be_kept(page: Page, texts: Texts, small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*reviews: object) -> None:
        raise LedgerError("the disk is full; make room and try again")

    test = page("quotes", small, mode="One by one")
    monkeypatch.setattr(small, "review", full)
    next(button for button in test.button if button.label == "Accept").click().run()
    assert "the disk is full" in texts(test)


def test_a_password_is_not_shown(page: Page, small: Any) -> None:
    small.url = "postgresql+psycopg://ana:secret@db.example/quotes"
    test = page("overview", small)
    drawn = str([block.proto.body for block in test.sidebar.get("html")])
    assert "db.example/quotes" in drawn
    assert "secret" not in drawn
