"""A report as a file to take away, made when it is asked for."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from attribution import pipeline
from attribution.errors import AttributionError
from attribution.model import Selection
from attribution.report.writing import FORMATS
from attribution.view import blocks
from attribution.view.safe import element, fixed, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def button(ledger: "Ledger", selection: Selection, name: str) -> None:
    """Draw the button that makes the report in the format of that name and hands it over."""
    chosen = FORMATS[name]
    day = datetime.now(UTC).date().isoformat()
    faults: list[str] = st.session_state.setdefault("download faults", [])
    st.download_button(
        "Make the report",
        lambda: _made_or_noted(ledger, selection, name, faults),
        file_name=f"attribution-{day}{chosen.ending}",
        mime=chosen.mime,
        key="download",
        type="primary",
        on_click="ignore",
    )
    what = element("strong", words(chosen.heading))
    show(element("p", what, fixed(". A long report takes a while; the file comes when it is whole."), cls="small"))
    if faults:
        blocks.error(faults.pop())


def _made_or_noted(ledger: "Ledger", selection: Selection, name: str, faults: list[str]) -> bytes:
    """The report. Streamlit tells nobody why a file could not be made: the reason is noted for the next drawing."""
    try:
        return made(ledger, selection, name)
    except AttributionError as fault:
        faults[:] = [str(fault)]
        raise


def made(ledger: "Ledger", selection: Selection, name: str) -> bytes:
    """The whole report. Raises LedgerError."""
    out = io.BytesIO()
    pipeline.report(ledger, selection, name, out)
    return out.getvalue()
