"""Report: choose what goes in, see what it will say, and take it away as a file."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Decision, Selection
from attribution.report.about import selection_line
from attribution.report.writing import FORMATS
from attribution.view import blocks, download, filters, frame
from attribution.view.cards import cards
from attribution.view.safe import element, fixed, join, number, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SHOWN = 10
DECISIONS: dict[str, Decision | None] = {
    "All": None,
    "Accepted": Decision.ACCEPTED,
    "Corrected": Decision.CORRECTED,
    "Rejected": Decision.REJECTED,
    "Not reviewed": Decision.UNDECIDED,
}


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Report"), fixed("Every chosen statement with where it stands, and how far it was checked"))
    selection = replace(filters.plain(ledger), decision=_decision(), limit=None)
    total = ledger.count(selection)
    if not total:
        blocks.notice(fixed("No statement fits: the report would be empty. Take a filter away."))
        return
    _on_top(selection, total, _unreviewed(ledger, selection))
    chosen = st.segmented_control(
        "As", list(FORMATS), default="html", required=True, key="format", bind="query-params",
    )  # fmt: skip
    download.button(ledger, selection, chosen or "html")
    _preview(ledger, selection, total)


def _decision() -> Decision | None:
    chosen = st.segmented_control(
        "Review", list(DECISIONS), default="All", required=True, key="decision", bind="query-params"
    )
    return DECISIONS[chosen or "All"]


def _unreviewed(ledger: "Ledger", selection: Selection) -> int:
    if selection.decision not in (None, Decision.UNDECIDED):
        return 0
    waiting: int = ledger.count(replace(selection, decision=Decision.UNDECIDED))
    return waiting


def _on_top(selection: Selection, total: int, unreviewed: int) -> None:
    """The warning that the report carries on its first page."""
    line = join((fixed("<strong>machine-made: "), number(unreviewed), fixed(" of "), number(total),
                 fixed(" not reviewed</strong> stands on top of it.")))  # fmt: skip
    chosen = element("div", fixed("It holds "), words(selection_line(selection)), fixed("."), cls="small")
    blocks.notice(join((line, chosen)), "warn" if unreviewed else "info")


def _preview(ledger: "Ledger", selection: Selection, total: int) -> None:
    entries = ledger.entries(replace(selection, limit=SHOWN))
    rest = (
        join((fixed("The first "), number(len(entries)), fixed(" of "), number(total))) if total > SHOWN else fixed("")
    )
    blocks.heading(fixed("What is in it"), rest, "h2")
    show(cards(entries))


if __name__ == "__main__":
    frame.run(draw)
