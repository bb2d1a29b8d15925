"""One repeated statement: where and when it was printed, how its wordings differ, what may belong to it as well."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.errors import LedgerError
from attribution.model import Entry, Repeat
from attribution.report.columns import speaker_name
from attribution.report.repeat_html import side_by_side
from attribution.report.wordings import Wording
from attribution.view import blocks, charts, deciding, paging
from attribution.view.blocks import many
from attribution.view.cards import in_article, speaker_link, where_line
from attribution.view.repeat_list import badges, spread
from attribution.view.safe import Html, cell, counted, element, fixed, join, link, show, words
from attribution.view.telling import compare, connection, credited, ids, nearest, told

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

WORDINGS, PLACES, MORE, SUGGESTED = 10, 12, 50, 10  # shown at once


def draw(ledger: "Ledger", utterance: str) -> None:
    """Draw the repeated statement with that id. Raises LedgerError when there is none."""
    repeat = ledger.repeat(utterance)
    _heading(repeat)
    _speakers(repeat)
    _over_time(repeat.entries)
    _wordings(ledger, repeat)
    _suggestions(ledger, repeat)


def after(ledger: "Ledger", members: Sequence[str]) -> None:
    """Show what became of a statement after a decision: the utterance of the first member that still has one."""
    for member in members:
        try:
            utterance = ledger.entry(member).utterance
        except LedgerError:
            continue
        if utterance is not None:
            st.query_params["utterance"] = utterance
            st.rerun()
    st.query_params.pop("utterance", None)
    st.rerun()


def _heading(repeat: Repeat) -> None:
    under = join((*badges(repeat), spread(repeat), fixed(" · "), link(fixed("all repeated statements"), "repeated")))
    blocks.heading(element("span", words(repeat.entries[0].words), cls="said clamp title"), under)


def _speakers(repeat: Repeat) -> None:
    names = credited(repeat.entries)
    if len(names) < 2:
        return
    told_by = join((join((words(name), fixed(" ("), many(count, "time"), fixed(")"))) for name, count in names), ", ")
    blocks.notice(
        join(
            (fixed("<strong>Credited to different speakers.</strong> "), told_by, fixed(". Read each in its article."))
        ),
        "warn",
    )


def _over_time(entries: Sequence[Entry]) -> None:
    dated = {entry.article.published[:10] for entry in entries if entry.article.published is not None}
    if len(dated) > 1:
        st.altair_chart(charts.appearances(entries), width="stretch", alt="Where and when the statement was printed")


def _wordings(ledger: "Ledger", repeat: Repeat) -> None:
    first = told(repeat)
    title = join((many(len(first), "wording"), fixed(" in "), many(len(repeat.entries), "telling")))
    left, middle, right = st.columns([5, 3.2, 0.8], vertical_alignment="bottom")
    with left:
        blocks.heading(title, level="h2")
    with middle:
        base = _base(first)
    with right:
        _undo(ledger, repeat)
    every = first if base == 0 else told(repeat, base)
    part = paging.page(len(every), WORDINGS, (repeat.utterance, base))
    for number, wording in list(enumerate(every, 1))[part.offset : part.offset + part.limit]:
        with st.container(key=f"wording {number}"):
            show(_wording(number, wording, base))
            _places(ledger, repeat, wording)


def _undo(ledger: "Ledger", repeat: Repeat) -> None:
    taken = deciding.undo_button(ledger)
    if taken is not None:
        after(ledger, taken.target_id.split("|") if taken.target == "match" else ids(repeat.entries))


def _base(every: Sequence[Wording]) -> int:
    """Which wording the others are read against."""
    if len(every) < 3:
        return 0
    chosen = st.selectbox(
        "Compare with",
        range(len(every)),
        format_func=lambda number: _label(number, every[number].entries[0]),
        key="base",
    )
    return chosen or 0


def _label(number: int, entry: Entry) -> str:
    where = " · ".join(filter(None, (entry.article.outlet, (entry.article.published or "")[:10])))
    return cell(f"wording {number + 1}, {where or entry.article.id}")


def _wording(number: int, wording: Wording, base: int) -> Html:
    name = element("p", fixed("Wording "), Html(str(number)), cls="small name")
    if wording.comparison is None:
        said = element("p", words(wording.entries[0].words), cls="said")
        return element("div", name, said, cls="wording")
    against = element("p", fixed("Wording "), Html(str(base + 1)), cls="small name")
    names = element("div", against, name, cls="pair")
    return element("div", names, Html(side_by_side(wording.comparison)), cls="wording")


def _places(ledger: "Ledger", repeat: Repeat, wording: Wording) -> None:
    usual = credited(repeat.entries)[:1]
    key = f"shown {wording.entries[0].attribution.id}"
    shown = st.session_state.get(key, PLACES)
    for entry in wording.entries[:shown]:
        left, right = st.columns([8, 1], vertical_alignment="center")
        with left:
            show(_place(entry, usual[0][0] if usual else None))
        with right:
            _take_out(ledger, repeat, entry)
    left_over = len(wording.entries) - shown
    if left_over > 0 and st.button(counted("Show more of {} tellings", left_over), key=f"more {key}"):
        st.session_state[key] = shown + MORE
        st.rerun()


def _take_out(ledger: "Ledger", repeat: Repeat, entry: Entry) -> None:
    name, every = entry.attribution.id, ids(repeat.entries)
    if len(every) < 2:
        return
    if st.button("Take out", key=f"out {name}", type="tertiary", help="It is another statement"):
        deciding.another_statement(ledger, name, every)
        after(ledger, [each for each in every if each != name])


def _place(entry: Entry, usual: str | None) -> Html:
    name = speaker_name(entry.attribution)
    other = element("span", fixed("another speaker"), cls="badge warn")
    flag = (fixed(" "), other) if None not in (usual, name) and name != usual else ()
    return element("p", speaker_link(entry), *flag, fixed(" · "), where_line(entry.article), fixed(" · "),
                   in_article(entry), cls="small")  # fmt: skip


def _suggestions(ledger: "Ledger", repeat: Repeat) -> None:
    if not repeat.suggested:
        return
    blocks.heading(
        join((many(len(repeat.suggested), "likely telling"), fixed(", not confirmed"))),
        fixed("These count nowhere until somebody says that they are the same."),
        "h2",
    )
    for entry in repeat.suggested[:SUGGESTED]:
        with st.container(key=f"suggested {entry.attribution.id}"):
            _suggestion(ledger, repeat, entry)
    rest = len(repeat.suggested) - SUGGESTED
    if rest > 0:
        show(element("p", many(rest, "more follows", "more follow"), fixed(" as these are decided."), cls="small"))


def _suggestion(ledger: "Ledger", repeat: Repeat, entry: Entry) -> None:
    match = connection(repeat, entry)
    base, name = nearest(repeat, match), entry.attribution.id
    show(element("div", Html(side_by_side(compare(base, entry))), _place(entry, None), cls="wording"))
    if match is not None:
        show(element("p", fixed("Why: "), words(match.reason), cls="small"))
    with st.container(horizontal=True, gap="small"):
        if st.button("The same", key=f"same {name}"):
            deciding.same_statement(ledger, base.attribution.id, name)
            after(ledger, [base.attribution.id])
        if st.button("Another statement", key=f"other {name}"):
            deciding.another_statement(ledger, name, ids(repeat.entries))
            after(ledger, ids(repeat.entries))
