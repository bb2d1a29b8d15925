"""Many statements at once: a table to select in, and one decision for all that are selected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from attribution.model import Decision, Entry
from attribution.report.columns import BY_NAME, Value, columns
from attribution.report.rows import as_text, row
from attribution.view import deciding
from attribution.view.safe import cell, counted, element, fixed, show

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SHOWN = columns(
    "decision", "words", "speaker", "source", "cue", "kind", "confidence", "outlet", "published", "title", "articles"
)
WIDE = columns("words", "source", "title")


def table(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Rows for a data frame by heading; words from outside are made fit for cells."""
    return [{BY_NAME[name].heading: _value(value) for name, value in row(entry, SHOWN).items()} for entry in entries]


def _value(value: Value) -> str | int | float:
    if isinstance(value, int | float):
        return value
    return cell(as_text(value))


def draw(ledger: "Ledger", entries: Sequence[Entry]) -> None:
    """The table and the buttons that decide about what is selected in it."""
    picked = st.dataframe(
        table(entries),
        hide_index=True,
        height=min(640, 37 + 35 * max(1, len(entries))),
        column_config={column.heading: st.column_config.TextColumn(width="large") for column in WIDE},
        on_select="rerun",
        selection_mode="multi-row",
        key="table",
        alt="Statements, one a row",
    )
    chosen = [entries[place] for place in picked["selection"]["rows"] if place < len(entries)]
    if not chosen:
        show(element("p", fixed("Select rows at their left edge to decide about several at once."), cls="small"))
        return
    with st.container(horizontal=True):
        for name, decision in (
            ("Accept {}", Decision.ACCEPTED),
            ("Reject {}", Decision.REJECTED),
            ("Undecided: {}", Decision.UNDECIDED),
        ):
            if st.button(counted(name, len(chosen)), key=f"all {decision.value}"):
                deciding.decide(ledger, "attribution", [entry.attribution.id for entry in chosen], decision)
                st.rerun()
