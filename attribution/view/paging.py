"""Long lists come page by page; the page's number stands in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a long list: ``limit`` items from ``offset`` on."""

    limit: int
    offset: int


def page(total: int, size: int, of: object = None) -> Page:
    """The stretch that the reader chose; back to the first page whenever ``of`` (what is listed) changes."""
    number = pages(max(1, -(-total // size)), 1, of)
    return Page(size, (number - 1) * size)


def pages(count: int, first: int = 1, of: object = None) -> int:
    """The number that the reader chose among ``count`` pages: ``first`` whenever ``of`` (what is listed) changes.

    Nothing is drawn for a single page.
    """
    number = _number(of, first)
    if count == 1:
        return 1
    # A widget of its own for each list: its number can neither linger nor be set against the reader's choice.
    begun: int = st.session_state.setdefault(f"page begun {_list()}", min(number, count))
    chosen = min(count, st.pagination(count, default=min(begun, count), key=f"page {_list()}"))
    if chosen != number:
        st.query_params["page"] = str(chosen)
    return chosen


def unfolded(read: Callable[[int, int], Sequence[T]], size: int, of: object = None) -> Sequence[T]:
    """The chosen stretch of a list that nobody counted: ``read(limit, offset)`` gives its items.

    One item more than is shown tells whether another page follows.
    """
    number = _number(of)
    found = read(size + 1, (number - 1) * size)
    with st.container(horizontal=True, key="turn", vertical_alignment="center"):
        if number > 1 and st.button("Previous page", key="page before", shortcut="P"):
            _turn(number - 1)
        if len(found) > size and st.button("Next page", key="page after", shortcut="N"):
            _turn(number + 1)
    return found[:size]


def _list() -> int:
    """Which of the lists that this session has shown: it counts up when another one is listed."""
    number: int = st.session_state.setdefault("page list", 0)
    return number


def _number(of: object, first: int = 1) -> int:
    """The page that the address names, ``first`` without one; forgotten when another list is shown."""
    if st.session_state.get("page of", of) != of:
        st.query_params.pop("page", None)
        st.session_state["page list"] = _list() + 1
    st.session_state["page of"] = of
    named = st.query_params.get("page", "")
    return max(1, int(named)) if named.isdecimal() and len(named) < 10 else first


def _turn(number: int) -> None:
    st.query_params["page"] = str(number)
    st.rerun()
