"""What every page runs in: the style, the ledger, the empty state and the errors that are raised on purpose."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from attribution.errors import AttributionError
from attribution.view import blocks, source
from attribution.view.safe import cell, element, fixed, join, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

STYLE = Path(__file__).with_name("dashboard.css")


def run(draw: Callable[["Ledger"], None]) -> None:
    """Draw a page on the ledger; what goes wrong on purpose becomes its one line, in place of the page."""
    st.html(STYLE)
    try:
        ledger = source.ledger()
        if ledger.count_articles() == 0:
            blocks.empty_ledger()
        else:
            draw(ledger)
        _beside(ledger)
    except AttributionError as fault:
        blocks.error(str(fault))
        if st.button("Try again", key="again"):
            st.rerun()


def _beside(ledger: "Ledger") -> None:
    """Under the menu: what is looked at, and whose name decisions are kept under."""
    where = ledger.url.rpartition("@")[2].removeprefix("sqlite:///")  # an address may hold a password
    name = element("span", words(where.rpartition("/")[2]), title=cell(where))
    reviewer = words(source.settings().reviewer)
    lines = (join((fixed("Ledger "), name)), join((fixed("Decisions by "), reviewer)))
    with st.sidebar:
        show(element("div", *(element("p", line) for line in lines), cls="at-side"))
