"""Reviewing one by one: a statement in its surroundings, one key to decide and go on, and one to take it back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from attribution.errors import LedgerError
from attribution.model import Decision, Entry
from attribution.view import blocks, deciding
from attribution.view.cards import entry_facts, in_article
from attribution.view.highlighting import LEGEND, context, marked_paragraphs, marks
from attribution.view.queues import Queue
from attribution.view.safe import element, fixed, show
from attribution.view.speaker_form import speaker_dialog

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

AT, ID, LIST = "focus at", "focus id", "focus list"


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before the reviewer: the queue, and whether a decision takes a statement out of it."""

    ledger: "Ledger"
    queue: Queue
    leaves: bool


def draw(desk: Desk, identity: tuple[object, ...]) -> None:
    """Show the statement that the address names, or the queue's next; ``identity`` tells one list from another."""
    _start_over_in_another_list(identity)
    entry = _current(desk)
    if entry is None:
        _nothing_left(desk)
        return
    st.query_params["quote"] = entry.attribution.id
    st.session_state[ID] = entry.attribution.id
    _buttons(desk, entry)
    left, right = st.columns([1.65, 1], gap="large")
    with left:
        _statement(desk.ledger, entry)
    with right:
        show(entry_facts(entry), element("p", in_article(entry), cls="small"))


def _start_over_in_another_list(identity: tuple[object, ...]) -> None:
    known = st.session_state.get(LIST)
    if known != identity:
        st.session_state[LIST], st.session_state[AT] = identity, 0
        if known is not None:
            _forget()


def _forget() -> None:
    st.session_state.pop(ID, None)
    st.query_params.pop("quote", None)


def _current(desk: Desk) -> Entry | None:
    named = st.query_params.get("quote")
    if named is not None:
        try:
            return desk.ledger.entry(named)
        except LedgerError as fault:
            blocks.error(str(fault))
            _forget()
    at = min(st.session_state[AT], max(0, desk.queue.count() - 1))
    st.session_state[AT] = at
    return next(iter(desk.queue.part(1, at)), None)


def _nothing_left(desk: Desk) -> None:
    if desk.leaves:
        blocks.notice(fixed("<strong>Nothing waits here.</strong> Every statement of this choice is reviewed."))
    else:
        blocks.notice(fixed("No statement fits. Take a word or a filter away, or choose another queue."))
    _undo(desk)


def _buttons(desk: Desk, entry: Entry) -> None:
    """The decisions, each with its key. Their widgets are this statement's own: a key pressed twice in haste cannot
    decide about the next one unseen.
    """
    name = entry.attribution.id
    with st.container(horizontal=True, key="decide", gap="small"):
        if st.button("Accept", shortcut="A", key=f"accept {name}", type="primary"):
            _decide(desk, entry, Decision.ACCEPTED)
        if st.button("Reject", shortcut="X", key=f"reject {name}"):
            _decide(desk, entry, Decision.REJECTED)
        if st.button("Set the speaker", shortcut="S", key=f"speaker {name}"):
            speaker_dialog(desk.ledger, entry, lambda: _go_on(desk, Decision.CORRECTED))
        if st.button("Undecided", shortcut="U", key=f"undecided {name}", help="Leaves it open and goes on"):
            _decide(desk, entry, Decision.UNDECIDED)
        _undo(desk)
        if st.button("Previous", shortcut="P", key="previous", disabled=not st.session_state[AT]):
            _move(-1)
        if st.button("Next", shortcut="N", key="next"):
            _move(1)


def _decide(desk: Desk, entry: Entry, decision: Decision) -> None:
    deciding.decide(desk.ledger, "attribution", [entry.attribution.id], decision)
    _go_on(desk, decision)


def _go_on(desk: Desk, decision: Decision) -> None:
    """To the next statement: it moves up by itself where a decided one leaves the queue."""
    stays = not desk.leaves or decision is Decision.UNDECIDED
    _move(1 if stays else 0)


def _move(by: int) -> None:
    st.session_state[AT] = max(0, st.session_state[AT] + by)
    _forget()
    st.rerun()


def _undo(desk: Desk) -> None:
    """The button; what it took back comes before the reviewer again."""
    taken = deciding.undo_button(desk.ledger)
    if taken is None:
        return
    if taken.target == "attribution":
        st.query_params["quote"] = taken.target_id
    st.rerun()


def _statement(ledger: "Ledger", entry: Entry) -> None:
    article = ledger.article(entry.article.id)
    found = [replace(mark, opens=False) for mark in marks([entry])]  # one statement needs no number
    text = marked_paragraphs(article.text, context(article.text, entry.attribution), found)
    show(LEGEND, element("div", text, cls="text near"))
