"""Long lists come page by page; the page's number stands in the address."""

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a long list: ``limit`` items from ``offset`` on."""

    limit: int
    offset: int


def page(total: int, size: int, of: object = None) -> Page:
    """The stretch that the reader chose; back to the first page whenever ``of`` (what is listed) changes."""
    count = max(1, -(-total // size))
    if st.session_state.get("page of", of) != of:
        st.session_state["page"] = 1
    st.session_state["page of"] = of
    if count == 1:
        return Page(size, 0)
    chosen = st.pagination(count, key="page", bind="query-params")
    return Page(size, (chosen - 1) * size)
