"""Repeated statements: a list to search, and one with all its appearances and wordings."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution.view import frame, repeat_list, repeat_page

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def draw(ledger: "Ledger") -> None:
    chosen = st.query_params.get("utterance")
    if chosen:
        repeat_page.draw(ledger, chosen)
    else:
        repeat_list.draw(ledger)


if __name__ == "__main__":
    frame.run(draw)
