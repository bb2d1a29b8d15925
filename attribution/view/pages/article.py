"""Articles: a list to search, and one article's text with its statements marked and told beside it."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution.view import article_list, article_text, frame

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def draw(ledger: "Ledger") -> None:
    chosen = st.query_params.get("article")
    if chosen:
        article_text.draw(ledger, chosen, st.query_params.get("quote"))
    else:
        article_list.draw(ledger)


if __name__ == "__main__":
    frame.run(draw)
