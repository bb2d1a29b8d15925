"""Fields to choose a speaker, an outlet and the like. Options of select boxes are plain text to Streamlit."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution.view.safe import cell

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

MOST = 300  # names offered; any other can be typed


def outlet_choice(ledger: "Ledger") -> str | None:
    """The outlet chosen, None for all."""
    return _choice("Outlet", "outlet", [tally.name for tally in ledger.tallies("outlet")], "all outlets")


def speaker_choice(ledger: "Ledger") -> str | None:
    """The canonical name chosen, None for all."""
    return _choice("Speaker", "speaker", [tally.name for tally in ledger.tallies("speaker")], "all speakers")


def _choice(label: str, key: str, names: list[str], none: str) -> str | None:
    chosen: str | None = st.selectbox(
        label,
        names[:MOST],
        index=None,
        key=key,
        bind="query-params",
        placeholder=none,
        format_func=cell,
        accept_new_options=True,
    )
    return chosen or None
