"""Speakers: a list to search, those that may be one, and one speaker with all that is known of them."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution.view import blocks, frame, merges, speaker_list, speaker_page
from attribution.view.safe import fixed

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

PARTS = ("All speakers", "Suggested merges")


def draw(ledger: "Ledger") -> None:
    chosen = st.query_params.get("speaker")
    if chosen:
        speaker_page.draw(ledger, chosen)
        return
    blocks.heading(fixed("Speakers"), fixed("Who is quoted, under one name across all articles"))
    part = st.segmented_control(
        "Show", PARTS, default=PARTS[0], required=True, key="part", bind="query-params", label_visibility="collapsed"
    )
    if part == PARTS[1]:
        merges.draw(ledger)
    else:
        speaker_list.draw(ledger)


if __name__ == "__main__":
    frame.run(draw)
