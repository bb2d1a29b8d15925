"""Choosing statements: the fields above a list, kept in the address, as one Selection."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Decision, Entry, Kind, Selection
from attribution.report.columns import speaker_name
from attribution.view.choices import outlet_choice, speaker_choice

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

ORDERS = {"Newest first": "newest", "Oldest first": "oldest", "Least certain first": "doubtful", "By article": "text"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen; ``fuzzy`` asks for half-remembered words instead of exact ones."""

    selection: Selection
    fuzzy: bool


def wanted(ledger: "Ledger") -> Wanted:
    """Draw the fields and read them. The decision is chosen elsewhere: it is a queue rather than a filter."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="search row"):
        said = st.text_input(
            "Words", key="words", bind="query-params", placeholder="words of the statement", width="stretch"
        )
        fuzzy = st.toggle(
            "Half remembered", key="fuzzy", bind="query-params", help="Finds similar wordings, best first"
        )
        order = st.selectbox("Order", list(ORDERS), key="order", bind="query-params", width=190, disabled=fuzzy)
    return Wanted(_narrowed(ledger, said or "", order or ""), bool(fuzzy and (said or "").strip()))


def plain(ledger: "Ledger") -> Selection:
    """The same fields without the search for half remembered words."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="search row"):
        said = st.text_input(
            "Words", key="words", bind="query-params", placeholder="words of the statement", width="stretch"
        )
        order = st.selectbox("Order", list(ORDERS), index=3, key="report order", width=190)
    return _narrowed(ledger, said or "", order or "")


def _narrowed(ledger: "Ledger", said: str, order: str) -> Selection:
    """The fields that narrow a list down, as a selection together with words and order."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filter row"):
        speaker, outlet = speaker_choice(ledger), outlet_choice(ledger)
        kind = st.selectbox(
            "Kind",
            [kind.value for kind in Kind],
            index=None,
            key="kind",
            bind="query-params",
            placeholder="all kinds",
            width=150,
        )
        since = st.date_input("From", value=None, key="since", bind="query-params", format="YYYY-MM-DD", width=140)
        until = st.date_input("Until", value=None, key="until", bind="query-params", format="YYYY-MM-DD", width=140)
    return Selection(
        words=said.strip(),
        speaker=speaker,
        outlet=outlet,
        since=_day(since),
        until=_day(until),
        kind=Kind(kind) if kind is not None else None,
        order=ORDERS.get(order, "newest"),
    )


def _day(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None


def fits(entry: Entry, selection: Selection) -> bool:
    """Whether an entry found by similarity also fits the other fields of the selection (its words aside)."""
    head, attribution = entry.article, entry.attribution
    day = (head.published or "")[:10]
    return (
        selection.speaker in (None, speaker_name(attribution))
        and selection.outlet in (None, head.outlet)
        and selection.kind in (None, attribution.kind)
        and selection.decision in (None, entry.decision)
        and (selection.since is None or selection.since <= day)
        and (selection.until is None or "" < day <= selection.until)
    )


def decided(selection: Selection, decision: Decision | None) -> Selection:
    """The same selection within one queue."""
    return replace(selection, decision=decision)
