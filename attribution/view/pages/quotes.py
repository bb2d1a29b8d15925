"""Quotes: find statements and review them, one by one, as a list or as a table."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Decision
from attribution.view import blocks, bulk, focus, frame, paging, queues
from attribution.view.blocks import DECISIONS
from attribution.view.cards import cards
from attribution.view.filters import wanted
from attribution.view.safe import element, fixed, join, link, number, show

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

MODES = ("List", "One by one", "Table")
LIST, TABLE = 25, 100  # statements on a page
REVIEWED = (Decision.ACCEPTED, Decision.CORRECTED, Decision.REJECTED)


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Quotes"), fixed("Find statements, and say which are right"))
    asked = wanted(ledger)
    every = queues.queue(ledger, asked)
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        decision = queues.choose()
    with right:
        mode = _mode()
    _progress(every)
    chosen = queues.within(every, decision)
    if mode == "One by one":
        focus.draw(focus.Desk(ledger, chosen, decision is Decision.UNDECIDED), (asked, decision))
    else:
        _several(ledger, chosen, mode, (asked, decision, mode))
    show(
        element(
            "p",
            fixed("A statement is missing? Open its article and add it there: "),
            link(fixed("articles"), "article"),
            cls="small",
        )
    )


def _mode() -> str:
    chosen = st.segmented_control(
        "Show as", MODES, default="List", required=True, key="mode", bind="query-params", label_visibility="collapsed"
    )
    return chosen or "List"


def _progress(every: queues.Queue) -> None:
    counts = queues.progress(every)
    total = sum(counts.values())
    if not total:
        return
    reviewed = total - counts[Decision.UNDECIDED]
    st.progress(reviewed / total)
    parts = [join((number(reviewed), fixed(" of "), number(total), fixed(" reviewed")))]
    parts += [join((number(counts[each]), fixed(" "), DECISIONS[each])) for each in REVIEWED if counts[each]]
    show(element("p", join(parts, " · "), cls="small"))


def _several(ledger: "Ledger", chosen: queues.Queue, mode: str, identity: object) -> None:
    total = chosen.count()
    if not total:
        blocks.notice(fixed("No statement fits. Take a word or a filter away, or choose another queue."))
        return
    page = paging.page(total, TABLE if mode == "Table" else LIST, identity)
    entries = chosen.part(page.limit, page.offset)
    if mode == "Table":
        bulk.draw(ledger, entries)
    else:
        show(cards(entries))


if __name__ == "__main__":
    frame.run(draw)
