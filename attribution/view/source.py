"""Where the pages get their ledger: opened once for all sessions, by the settings in force. Tests put another here."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution import pipeline
from attribution.settings import Settings, load

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def settings() -> Settings:
    """The settings in force. Raises BadSettings."""
    return load()


def ledger() -> "Ledger":
    """The ledger that the settings name. Raises LedgerError; a failed opening is tried again at the next call."""
    return _opened(settings())


@st.cache_resource(show_spinner="Opening the ledger …")
def _opened(chosen: Settings) -> "Ledger":
    return pipeline.open_ledger(chosen)
