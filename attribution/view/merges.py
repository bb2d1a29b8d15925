"""Speakers that may be one: suggestions with their reasons, to accept or refuse."""

from typing import TYPE_CHECKING

import streamlit as st

from attribution import pipeline
from attribution.errors import LedgerError
from attribution.model import Merge, Person
from attribution.view import blocks, deciding
from attribution.view.blocks import many
from attribution.view.safe import Html, element, fixed, join, link, number, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SHOWN = 15


def draw(ledger: "Ledger") -> None:
    """The suggestions, the surest first."""
    if deciding.undo_button(ledger) is not None:
        st.rerun()
    with st.spinner("Comparing names …"):
        found = pipeline.merge_suggestions(ledger)
    if not found:
        blocks.notice(fixed("No two speakers look like one. Nothing waits here."))
    for place, merge in enumerate(found[:SHOWN]):
        with st.container(key=f"merge {place}"):
            suggestion(ledger, merge, place)
    if len(found) > SHOWN:
        show(element("p", many(len(found) - SHOWN, "more follows", "more follow"), fixed(" as these are decided.")))


def suggestion(ledger: "Ledger", merge: Merge, place: int) -> None:
    """One pair side by side, why they may be one, and the decision."""
    sides = element("div", _side(ledger, merge.speaker), _side(ledger, merge.other), cls="pair")
    why = element(
        "p", fixed("Why: "), words(merge.reason), fixed(" ("), number(merge.score, ".2f"), fixed(")"), cls="small"
    )
    show(element("div", sides, why, cls="wording"))
    with st.container(horizontal=True, gap="small"):
        if st.button("One: keep the left name", key=f"left {place}"):
            deciding.merge(ledger, merge.other, merge.speaker)
            st.rerun()
        if st.button("One: keep the right name", key=f"right {place}"):
            deciding.merge(ledger, merge.speaker, merge.other)
            st.rerun()
        if st.button("Two speakers", key=f"two {place}"):
            deciding.refuse_merge(ledger, merge.speaker, merge.other)
            st.rerun()


def _side(ledger: "Ledger", name: str) -> Html:
    title = element("strong", link(words(name), "speakers", speaker=name))
    try:
        person = ledger.person(name)
    except LedgerError:
        return element("div", title)
    return element("div", title, element("p", _told(person), cls="small"))


def _told(person: Person) -> Html:
    parts = [
        Html(person.type.value),
        *(() if person.role is None else (words(person.role),)),
        many(person.statements, "statement"),
    ]
    if person.aliases:
        parts.append(join((fixed("also "), words(", ".join(person.aliases[:4])))))
    return join(parts, " · ")
