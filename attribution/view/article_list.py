"""The articles that are stored: searched by words and outlet, page by page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Head
from attribution.view import blocks, paging
from attribution.view.blocks import many
from attribution.view.cards import title_link
from attribution.view.choices import outlet_choice
from attribution.view.safe import Html, element, fixed, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 50


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Articles"))
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        said = st.text_input("Words in title or text", key="words", bind="query-params", placeholder="any words")
    with right:
        outlet = outlet_choice(ledger)
    total = ledger.count_articles(said or "", outlet)
    if not total:
        blocks.notice(fixed("No article fits. Take a word away, or choose another outlet."))
        return
    show(element("p", many(total, "article"), cls="small"))
    page = paging.page(total, SIZE, (said, outlet))
    show(_table(ledger.articles(said or "", outlet, page.limit, page.offset)))


def _table(heads: Sequence[Head]) -> Html:
    names = (fixed("Article"), fixed("Outlet"), fixed("Date"))
    top = element("thead", element("tr", *(element("th", name, scope="col") for name in names)))
    return element("table", top, element("tbody", *(_row(head) for head in heads)), cls="list")


def _row(head: Head) -> Html:
    title = title_link(head.id, head.title)
    outlet = words(head.outlet) if head.outlet is not None else fixed("–")
    date = words(head.published[:10]) if head.published is not None else fixed("–")
    return element("tr", element("td", title, cls="wide"), element("td", outlet), element("td", date, cls="date"))
