"""Every page on an empty, a small, a large and a hostile ledger: it draws, and nothing of an article becomes markup."""

from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from attribution.view.navigation import PAGES

Page = Callable[..., AppTest]
SIZES = ("small", "large", "hostile")
# Elements that show words as they are; everything else in Streamlit reads Markdown.
PLAIN = {"html", "dataframe", "selectbox", "text_input", "text_area", "vega_lite_chart"}
TAGS = {
    *(
        "a",
        "article",
        "aside",
        "b",
        "bdi",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "header",
        "li",
    ),
    *("mark", "ol", "p", "pre", "small", "span", "strong", "summary", "sup", "table", "tbody", "td", "th", "thead"),
    *("tr", "ul"),
}
ATTRIBUTES = {"class", "dir", "id", "role", "scope", "title", "href", "target", "rel", "aria-hidden", "aria-label"}
DEEP = (
    pytest.param("article", {"article": "story-1"}, id="article"),
    pytest.param("article", {"article": "story-1", "quote": "first"}, id="article-quote"),
    pytest.param("quotes", {"mode": "One by one"}, id="one-by-one"),
    pytest.param("quotes", {"mode": "Table", "queue": "All"}, id="table"),
    pytest.param("quotes", {"words": "bold", "fuzzy": "true", "queue": "All"}, id="fuzzy"),
    pytest.param("repeated", {"utterance": "utterance"}, id="repeat"),
    pytest.param("speakers", {"speaker": "speaker"}, id="speaker"),
    pytest.param("speakers", {"part": "Suggested merges"}, id="merges"),
    pytest.param("report", {"format": "csv", "decision": "Not reviewed"}, id="report"),
)


class Markup(HTMLParser):
    """Collects what could load, run or cover something."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" and tag == "span" and (value or "").startswith("width:"):
                continue
            if name not in ATTRIBUTES or (name == "href" and urlsplit(value or "").scheme not in ("", "http", "https")):
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")


def wrong_in(drawn: str) -> list[str]:
    parser = Markup()
    parser.feed(drawn)
    parser.close()
    return parser.wrong


@pytest.mark.parametrize("name", PAGES)
def test_empty(page: Page, texts: Callable[[AppTest], str], empty: object, name: str) -> None:
    test = page(name, empty)
    assert not test.exception
    assert "Nothing is stored yet" in texts(test)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_draws(
    page: Page, texts: Callable[[AppTest], str], request: pytest.FixtureRequest, name: str, size: str
) -> None:
    test = page(name, request.getfixturevalue(size))
    assert not test.exception
    assert 'class="at-notice error"' not in texts(test, True)
    assert texts(test).strip()


@pytest.mark.parametrize(("name", "address"), DEEP)
@pytest.mark.parametrize("size", ["small", "hostile"])
def test_deep_links_draw(
    page: Page, texts: Callable[..., str], request: pytest.FixtureRequest, name: str, address: dict[str, str], size: str
) -> None:
    test = page(name, request.getfixturevalue(size), **_resolved(request.getfixturevalue(size), address))
    assert not test.exception
    assert 'class="at-notice error"' not in texts(test, True)


def _resolved(ledger: object, address: dict[str, str]) -> dict[str, str]:
    """The address with the names of what this ledger holds."""
    first = ledger.all()[0]  # type: ignore[attr-defined]  # the fake ledger's
    known = {
        "first": first.attribution.id,
        "utterance": ledger.repeated[0].utterance,  # type: ignore[attr-defined]  # the fake ledger's
        "speaker": first.attribution.speaker.canonical,
    }
    return {key: known.get(value, value) for key, value in address.items()}


@pytest.mark.parametrize(("name", "address"), [*(pytest.param(name, {}, id=f"{name}-plain") for name in PAGES), *DEEP])
def test_nothing_in_an_article_becomes_markup(
    page: Page, texts: Callable[..., str], hostile: object, name: str, address: dict[str, str]
) -> None:
    test = page(name, hostile, **_resolved(hostile, address))
    assert wrong_in(texts(test, True)) == []
    read = [node for node in test._tree if "evil.example" in str(getattr(node, "proto", ""))]
    assert {node.type for node in read} <= PLAIN


def test_the_check_of_markup_sees_markup() -> None:
    drawn = '<p>fine</p><img src="x"><a href="javascript:x">y</a><p onclick="x">z</p><span style="color:red"></span>'
    assert len(wrong_in(drawn)) == 5  # the image counts as an element and for its address
