"""One speaker: who, under which names, in which roles, what they said over time, and who quotes them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Entry, Person, Repeat, Role, Selection, Tally
from attribution.view import blocks, charts, deciding, paging, tallies
from attribution.view.blocks import facts, many
from attribution.view.cards import cards, described
from attribution.view.repeat_list import spread
from attribution.view.safe import Html, cell, element, fixed, join, link, number, outside, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 20
READ = 2000  # statements that the counts by outlet and day are made from
OFFERED = 300
FEW = 8  # lines shown before the rest is folded away


def draw(ledger: "Ledger", name: str) -> None:
    """Draw the speaker of that canonical name. Raises LedgerError when there is none."""
    person = ledger.person(name)
    blocks.heading(words(person.name), _under(person))
    if described(person):
        blocks.notice(fixed("A description, not a name: several may be meant, in one article or another."))
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
    role = () if person.role is None else (words(person.role),)
    back = link(fixed("all speakers"), "speakers")
    return join((Html(person.type.value), *role, many(person.statements, "statement"), back), " · ")


def _who(person: Person) -> None:
    show(
        facts(
            (
                ("Also printed as", _lines([words(form) for form in person.aliases if form != person.name])),
                ("Roles", _lines([_role(role) for role in person.roles])),
                ("Voices", _lines([words(voice) for voice in person.voices])),
                ("Speaks", _days(person.first, person.last)),
                ("Identifier", _elsewhere(person.external)),
            )
        )
    )


def _role(role: Role) -> Html:
    """A role and when it was printed."""
    when = _days(role.first, role.last)
    times = many(role.statements, "statement")
    about = join((when, times) if when else (times,), ", ")
    return join((words(role.name), element("span", about, cls="small")), " ")


def _days(first: str | None, last: str | None) -> Html:
    days = dict.fromkeys(day[:10] for day in (first, last) if day is not None)
    return join((element("span", words(day), cls="day") for day in days), " to ")


def _elsewhere(external: str | None) -> Html:
    """The identifier, as a link where it is an address or a Wikidata number."""
    if external is not None and re.fullmatch(r"Q[1-9][0-9]*", external):
        return outside(f"https://www.wikidata.org/wiki/{external}", words(external))
    return outside(external)


def _lines(shown: Sequence[Html]) -> Html:
    """Lines one under the other, the rest folded away."""
    lines = [element("div", each) for each in shown]
    if len(lines) <= FEW:
        return join(lines)
    name = element("summary", many(len(lines) - FEW, "more", "more"))
    return join((*lines[:FEW], element("details", name, *lines[FEW:])))


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
        _merge(ledger, person)
        _split(ledger, person)
        _identify(ledger, person)
    if deciding.undo_button(ledger) is not None:
        st.rerun()


def _merge(ledger: "Ledger", person: Person) -> None:
    names = [each.name for each in ledger.people(limit=OFFERED) if each.name != person.name]
    into = st.selectbox("Is the same as", names, index=None, format_func=cell, key="into", placeholder="a speaker",
                        accept_new_options=True)  # fmt: skip
    if st.button("Merge into that one", key="merge", disabled=not into) and into:
        deciding.merge(ledger, person.name, into)
        _show(into)


def _split(ledger: "Ledger", person: Person) -> None:
    form = st.selectbox("Somebody else is meant by", person.aliases, index=None, format_func=cell, key="form",
                        placeholder="a form of the name")  # fmt: skip
    if st.button("Split it off", key="split", disabled=form is None) and form is not None:
        deciding.split(ledger, form)
        st.rerun()


def _identify(ledger: "Ledger", person: Person) -> None:
    given = st.text_input("Identifier elsewhere", value=person.external or "", key=f"external {person.id}",
                          placeholder="Q22686, or an address")  # fmt: skip
    wanted = given.strip()
    if st.button("Keep the identifier", key="identify", disabled=wanted in ("", person.external)):
        deciding.identify(ledger, person, wanted)
        st.rerun()


def _show(name: str) -> None:
    st.query_params["speaker"] = name
    st.rerun()
