"""The pieces that pages are made of: markup, marks, charts, filters."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.model import Selection, Span, Tally
from attribution.view import charts, filters, safe
from attribution.view.highlighting import Mark, marked_paragraphs, paragraphs


@pytest.mark.parametrize(
    ("url", "link"),
    [
        pytest.param("https://a.example/x?y=1&z", 'href="https://a.example/x?y=1&amp;z"', id="https"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("//a.example", None, id="no-scheme"),
        pytest.param("java\tscript:alert(1)", None, id="tab-in-scheme"),
        pytest.param("file:///etc/passwd", None, id="file"),
    ],
)
def test_outside_links(url: str, link: str | None) -> None:
    drawn = safe.outside(url)
    assert (link in drawn) if link is not None else ("href" not in drawn)


@pytest.mark.parametrize("name", ["href", "src", "style", "onclick", "action", "srcset"])
def test_an_element_takes_no_address_style_or_handler(name: str) -> None:
    with pytest.raises(ValueError, match="not set here"):
        safe.element("p", **{name: "x"})


def test_words_are_escaped_and_kept_apart() -> None:
    assert safe.words("<b>&") == '<bdi dir="auto">&lt;b&gt;&amp;</bdi>'
    assert "\u202e" not in safe.words("a\u202eb")


def test_links_carry_their_parameters() -> None:
    assert (
        safe.link(safe.fixed("x"), "quotes", speaker="A & B?")
        == '<a href="quotes?speaker=A+%26+B%3F" target="_self">x</a>'
    )


@given(st.text("ab <&\n“”", max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=5))
def test_marks_lose_no_character(text: str, places: list[tuple[int, int]]) -> None:
    import html
    import re

    found = [
        Mark(Span(start, min(start + length, len(text))), "content", 1) for start, length in places if start < len(text)
    ]
    drawn = marked_paragraphs(text, paragraphs(text), found)
    shown = "".join(html.unescape(re.sub(r"<[^>]+>", "", drawn)).split())
    assert shown == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [("a\n\nb", 2), ("a\nb", 2), ("a\nb\n\nc", 2), ("  \n", 0), ("a\n \n\n b ", 2)],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


def test_a_chart_over_years_counts_months() -> None:
    days = [Tally(f"20{year}-05-0{day}", 1) for year in (20, 24) for day in (1, 2)]
    assert _unit(days) == "yearmonth"
    assert _unit(days[:2]) == "yearmonthdate"
    assert _unit([Tally("soon", 1)]) == "yearmonthdate"


def _unit(found: Sequence[Tally]) -> object:
    return charts.by_day(found).to_dict()["encoding"]["x"]["timeUnit"]


def test_a_chart_puts_the_many_together(large: Any) -> None:
    (rows,) = charts.appearances(large.all()).to_dict()["datasets"].values()
    assert len({row["speaker"] for row in rows}) == charts.SPEAKERS + 1


@pytest.mark.parametrize(
    ("selection", "fitting"),
    [
        pytest.param(Selection(), True, id="any"),
        pytest.param(Selection(since="2031-03-02", until="2031-03-02"), True, id="that-day"),
        pytest.param(Selection(since="2031-03-03"), False, id="later"),
        pytest.param(Selection(until="2031-03-01"), False, id="earlier"),
        pytest.param(Selection(speaker="Tom Vale"), False, id="another-speaker"),
        pytest.param(Selection(speaker="Ida Marsh", outlet="Hollin Courier"), True, id="speaker-and-outlet"),
    ],
)
def test_what_a_search_found_is_filtered_too(small: Any, selection: Selection, fitting: bool) -> None:
    assert filters.fits(small.all()[0], selection) is fitting


def test_undated_entries_fit_no_date(small: Any) -> None:
    entry = small.all()[0]
    undated = replace(entry, article=replace(entry.article, published=None))
    assert not filters.fits(undated, Selection(since="2000-01-01"))
    assert not filters.fits(undated, Selection(until="2100-01-01"))
    assert filters.fits(undated, Selection())
