"""Nothing from an article becomes markup."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.report.escaping import escaped, isolated, plain, web_address


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_any_text_stays_text(text: str) -> None:
    reader = _Elements()
    reader.feed(f"<p>{escaped(text)}</p>")
    reader.close()
    assert reader.names == ["p"]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Cf"])))
def test_ordinary_text_reads_back_unaltered(text: str) -> None:
    assert html.unescape(escaped(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", id="element"),
        pytest.param('" onload="x', "&quot; onload=&quot;x", id="attribute"),
        pytest.param("a\u202egnp.exe", "a[RLO]gnp.exe", id="right-to-left-override"),
        pytest.param("שלום\u200f", "שלום\u200f", id="right-to-left-script-left-alone"),
        pytest.param("\x00\x1b", "[U+0000][U+001B]", id="controls"),
        pytest.param("\ud800", "[U+D800]", id="lone-surrogate"),
        pytest.param("a\n\tb", "a\n\tb", id="line-ends-and-tabs-kept"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_plain_escapes_no_markup() -> None:
    assert plain("a < b \u202e") == "a < b [RLO]"


def test_isolated_keeps_direction_inside() -> None:
    assert isolated("<b>") == '<bdi dir="auto">&lt;b&gt;</bdi>'


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param("https://courier.example/a?b=c", True, id="https"),
        pytest.param("http://courier.example", True, id="http"),
        pytest.param("javascript:alert(1)", False, id="javascript"),
        pytest.param("JaVaScRiPt:alert(1)", False, id="javascript-in-capitals"),
        pytest.param(" javascript:alert(1)", False, id="leading-space"),
        pytest.param("java\nscript:alert(1)", False, id="line-end-inside"),
        pytest.param("data:text/html,<script>", False, id="data"),
        pytest.param("file:///etc/passwd", False, id="file"),
        pytest.param("https:", False, id="no-host"),
        pytest.param("//courier.example", False, id="no-scheme"),
        pytest.param("http://[", False, id="broken"),
        pytest.param(None, False, id="none"),
    ],
)
def test_web_address(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)
