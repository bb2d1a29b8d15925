"""The entry script: the menu, and a file for each page in it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from attribution.view import navigation, source

APP = Path(__file__).resolve().parents[2] / "app.py"


def test_every_page_has_its_file() -> None:
    files = {path.stem for path in navigation.FOLDER.glob("*.py")} - {"__init__"}
    assert files == navigation.PAGES.keys()


def test_the_entry_opens_on_the_overview(small: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "ledger", lambda: small)
    test = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not test.exception
    assert any("What to do next" in block.proto.body for block in test.get("html"))
