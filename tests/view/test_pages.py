"""Every page on an empty, a small, a large and a hostile ledger: it draws, and nothing of an article becomes markup."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from attribution.view.navigation import PAGES

Page = Callable[..., AppTest]


def drawn(test: AppTest) -> str:
    """The markup of the page's HTML blocks."""
    return "\n".join(block.proto.body for block in test.get("html"))


def texts(test: AppTest) -> str:
    """The page's words without markup."""
    return re.sub(r"<style>.*?</style>|<[^>]+>", "", drawn(test), flags=re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_empty(page: Page, empty: object, name: str) -> None:
    test = page(name, empty)
    assert not test.exception
    assert "Nothing is stored yet" in texts(test)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", ["small", "large", "hostile"])
def test_draws(page: Page, request: pytest.FixtureRequest, name: str, size: str) -> None:
    test = page(name, request.getfixturevalue(size))
    assert not test.exception
    assert "Could not go on" not in texts(test)
    assert texts(test)
