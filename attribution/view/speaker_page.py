"""One speaker: who, under which names, in which roles, what they said over time, and who quotes them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Entry, Person, Repeat, Selection, Tally
from attribution.view import blocks, charts, deciding, paging, tallies
from attribution.view.blocks import facts, many
from attribution.view.cards import cards
from attribution.view.repeat_list import spread
from attribution.view.safe import Html, cell, element, fixed, join, link, number, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 20
READ = 2000  # statements that the counts by outlet and day are made from
OFFERED = 300


def draw(ledger: "Ledger", name: str) -> None:
    """Draw the speaker of that canonical name. Raises LedgerError when there is none."""
    person = ledger.person(name)
    blocks.heading(words(person.name), _under(person))
    said = ledger.entries(Selection(speaker=person.name, limit=READ))
    left, right = st.columns([1.65, 1], gap="large")
    with left:
        _over_time(said)
        _statements(ledger, person)
    with right:
        _who(person)
        _outlets(person, said)
        _repeats(ledger.repeats(speaker=person.name, limit=8))
        _corrections(ledger, person)


def _under(person: Person) -> Html:
    role = [words(role) for role in person.roles[:1]]
    back = link(fixed("all speakers"), "speakers")
    return join((Html(person.type.value), *role, many(person.statements, "statement"), back), " · ")


def _who(person: Person) -> None:
    days = join((words(day[:10]) for day in dict.fromkeys((person.first, person.last)) if day is not None), " to ")
    forms = [form for form in person.aliases if form != person.name]
    show(
        facts(
            (
                ("Also printed as", _lines(forms)),
                ("Roles", _lines(person.roles)),
                ("Speaks", days),
            )
        )
    )


def _lines(names: Sequence[str]) -> Html:
    """Names one under the other, the rest folded away."""
    shown = [element("div", words(name)) for name in names]
    if len(shown) <= 8:
        return join(shown)
    name = element("summary", many(len(shown) - 8, "more", "more"))
    return join((*shown[:8], element("details", name, *shown[8:])))


def _outlets(person: Person, said: Sequence[Entry]) -> None:
    blocks.heading(fixed("Who quotes them"), level="h2")
    counts = Counter(entry.article.outlet for entry in said if entry.article.outlet is not None).most_common(12)
    if not counts:
        show(element("p", fixed("No outlet is known."), cls="small"))
        return
    found = [Tally(name, count) for name, count in counts]
    show(tallies.bars(found, "Statements", lambda name: _at_outlet(person, name)))
    if len(said) == READ:
        show(element("p", fixed("Counted over the newest "), number(READ), fixed("."), cls="small"))


def _at_outlet(person: Person, outlet: str) -> Html:
    return link(words(outlet), "quotes", speaker=person.name, outlet=outlet, queue="All")


def _repeats(found: Iterable[Repeat]) -> None:
    lines = [
        element(
            "li",
            link(
                element("span", words(repeat.entries[0].words), cls="said clamp two"),
                "repeated",
                utterance=repeat.utterance,
            ),
            element("span", spread(repeat), cls="small"),
        )
        for repeat in found
    ]
    if lines:
        blocks.heading(fixed("Said more than once"), level="h2")
        show(element("ul", *lines, cls="todo"))


def _over_time(said: Sequence[Entry]) -> None:
    days = Counter((entry.article.published or "")[:10] for entry in said)
    days.pop("", None)
    if len(days) > 1:
        found = [Tally(day, count) for day, count in sorted(days.items())]
        st.altair_chart(charts.by_day(found, 110), width="stretch", alt="Statements by day of publication")


def _statements(ledger: "Ledger", person: Person) -> None:
    blocks.heading(fixed("What they said"), level="h2")
    oldest = st.segmented_control(
        "Order", ("Newest first", "Oldest first"), default="Newest first", required=True, key="order",
        bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    asked = Selection(speaker=person.name, order="oldest" if oldest == "Oldest first" else "newest")
    page = paging.page(ledger.count(asked), SIZE, (person.name, oldest))
    wanted = Selection(speaker=person.name, order=asked.order, limit=page.limit, offset=page.offset)
    show(cards(ledger.entries(wanted), named=False))


def _corrections(ledger: "Ledger", person: Person) -> None:
    with st.expander("Correct who this is", key="corrections"):
        names = [each.name for each in ledger.people(limit=OFFERED) if each.name != person.name]
        into = st.selectbox("Is the same as", names, index=None, format_func=cell, key="into", placeholder="a speaker")
        if st.button("Merge into that one", key="merge", disabled=into is None) and into is not None:
            deciding.merge(ledger, person.name, into)
            _show(into)
        forms = list(person.aliases)
        form = st.selectbox("Somebody else is meant by", forms, index=None, format_func=cell, key="form",
                            placeholder="a form of the name")  # fmt: skip
        if st.button("Split it off", key="split", disabled=form is None) and form is not None:
            deciding.split(ledger, form)
            st.rerun()
    if deciding.undo_button(ledger) is not None:
        st.rerun()


def _show(name: str) -> None:
    st.query_params["speaker"] = name
    st.rerun()
