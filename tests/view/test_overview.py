"""The overview's figures, lists and links."""

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

Page = Callable[..., AppTest]
Texts = Callable[..., str]


def test_counts_and_lists(page: Page, texts: Texts, small: object) -> None:
    found = texts(page("overview", small))
    for part in ("3 articles from 2 outlets", "4 statements not reviewed", "1 finding in", "Ida Marsh", "Chronicle"):
        assert part in found


def test_links_lead_to_filtered_pages(page: Page, texts: Texts, small: Any) -> None:
    drawn = texts(page("overview", small), True)
    for address in (
        "quotes?outlet=Chronicle&amp;queue=All",
        "quotes?kind=direct&amp;queue=All",
        "speakers?speaker=Ida+Marsh",
        f"repeated?utterance={small.repeated[0].utterance}",
        "findings",
    ):
        assert f'href="{address}"' in drawn


def test_chart_only_over_time(page: Page, texts: Texts, small: Any) -> None:
    assert page("overview", small).get("vega_lite_chart")
    small.stored = small.stored[:1]
    small.repeated = []
    test = page("overview", small)
    assert not test.get("vega_lite_chart")
    assert "All on one day: 2031-03-02" in texts(test)
    assert "No statement was found in two articles yet" in texts(test)
