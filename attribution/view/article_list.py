"""The articles that are stored: searched by words and outlet, page by page; and the findings in them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Finding, Head
from attribution.view import blocks, paging
from attribution.view.blocks import many
from attribution.view.choices import outlet_choice
from attribution.view.safe import Html, cell, element, fixed, join, link, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 50
FINDINGS = 200


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Articles"))
    if st.query_params.get("findings"):
        _findings(ledger)
        return
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
    title = link(words(cell(head.title) or head.id), "article", article=head.id)
    outlet = words(head.outlet) if head.outlet is not None else fixed("–")
    date = words(head.published[:10]) if head.published is not None else fixed("–")
    return element("tr", element("td", title, cls="wide"), element("td", outlet), element("td", date, cls="date"))


def _findings(ledger: "Ledger") -> None:
    found = ledger.findings(limit=FINDINGS)
    show(element("p", link(fixed("All articles"), "article"), cls="small"))
    if not found:
        blocks.notice(fixed("No findings."))
        return
    show(element("ul", *(element("li", finding_line(finding, True)) for finding in found), cls="todo"))


def finding_line(finding: Finding, named: bool = False) -> Html:
    """A finding's kind and reason; with its article where ``named``."""
    kind = element("span", words(finding.kind.replace("-", " ")), cls="badge")
    where = join((fixed(" "), link(words(finding.article), "article", article=finding.article))) if named else fixed("")
    return join((kind, fixed(" "), words(finding.reason), where))
