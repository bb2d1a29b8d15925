"""Findings: what deserves a look, with the words it is about, and whether somebody has looked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Decision, Finding
from attribution.view import blocks, deciding, frame, paging
from attribution.view.deciding import finding_id
from attribution.view.finding_cards import finding_card
from attribution.view.safe import cell, element, fixed, show

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 20
NO_SUCH = fixed("No finding is of that kind. Choose another one.")
NAMES = {Decision.ACCEPTED: fixed("a real problem"), Decision.REJECTED: fixed("nothing wrong")}


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Findings"), fixed("What deserves a look: in the texts, and between what they tell"))
    kind = _kind(ledger)
    undo, cards = st.container(), st.container()
    found = paging.unfolded(lambda limit, offset: ledger.findings(None, limit, offset, kind), SIZE, ("findings", kind))
    with undo:
        if found and deciding.undo_button(ledger) is not None:
            st.rerun()
    with cards:
        if found:
            _cards(ledger, found)
        else:
            blocks.notice(fixed("No findings: nothing odd was seen in what is stored.") if kind is None else NO_SUCH)


def _kind(ledger: "Ledger") -> str | None:
    """The kind chosen, None for all; without a choice where there is at most one."""
    kinds = [tally.name for tally in ledger.tallies("finding")]
    if len(kinds) < 2:
        return None
    chosen: str | None = st.selectbox("Kind", kinds, index=None, key="kind", bind="query-params",
                                      format_func=_spelled, placeholder="all kinds", width=260)  # fmt: skip
    return chosen


def _spelled(kind: str) -> str:
    return cell(kind.replace("-", " "))


def _cards(ledger: "Ledger", found: Sequence[Finding]) -> None:
    articles = {name: ledger.article(name) for name in {finding.article for finding in found}}
    for number, finding in enumerate(found):
        with st.container(key=f"finding {number}"):
            evidence = ledger.entries_by_id(finding.evidence[:2])
            show(element("div", finding_card(finding, articles[finding.article], evidence), cls="wording"))
            _decide(ledger, finding, number)


def _decide(ledger: "Ledger", finding: Finding, number: int) -> None:
    name = finding_id(finding)
    decided = [review.decision for review in ledger.reviews("finding", name)][-1:]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if decided and decided[0] in NAMES:
            show(element("span", NAMES[decided[0]], cls=f"badge {decided[0].value}"))
        for label, decision in (("A real problem", Decision.ACCEPTED), ("Nothing wrong", Decision.REJECTED)):
            if st.button(label, key=f"{decision.value} {number}", type="tertiary"):
                deciding.decide(ledger, "finding", [name], decision)
                st.rerun()


if __name__ == "__main__":
    frame.run(draw)
