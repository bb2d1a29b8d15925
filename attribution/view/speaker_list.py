"""Who speaks in what is stored: searched by name, page by page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Person, SpeakerType
from attribution.view import blocks
from attribution.view.cards import described
from attribution.view.paging import unfolded
from attribution.view.safe import NONE, Html, element, fixed, join, link, number, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 50
KINDS = [kind.value for kind in SpeakerType if kind is not SpeakerType.NONE]
FORMS = 4  # other forms of a name shown in the list


def draw(ledger: "Ledger") -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="search row"):
        said = st.text_input("Name", key="name", bind="query-params", placeholder="part of a name or of another form")
        kind = st.selectbox("Is a", KINDS, index=None, key="is a", bind="query-params", placeholder="any", width=160)
    asked = ((said or "").strip(), SpeakerType(kind) if kind else None)
    place = st.container()
    found = unfolded(lambda limit, offset: ledger.people(asked[0], limit, offset, asked[1]), SIZE, ("people", *asked))
    with place:
        if found:
            show(_table(found))
        else:
            blocks.notice(fixed("No speaker has such a name. Take a letter away, or choose another kind."))


def _table(people: Sequence[Person]) -> Html:
    names = (fixed("Speaker"), fixed("Is a"), fixed("Role"), fixed("Statements"), fixed("First"), fixed("Last"))
    styles = (None, None, "less", "n", "less", "less")
    heads = (element("th", name, scope="col", cls=style) for name, style in zip(names, styles, strict=True))
    top = element("thead", element("tr", *heads))
    return element("table", top, element("tbody", *(_row(person) for person in people)), cls="list")


def _row(person: Person) -> Html:
    forms = [form for form in person.aliases if form != person.name]
    more = f" and {len(forms) - FORMS} more" if len(forms) > FORMS else ""
    also = element("div", fixed("also "), words(", ".join(forms[:FORMS]) + more), cls="small") if forms else NONE
    unnamed = element("div", fixed("a description: several may be meant"), cls="small") if described(person) else NONE
    name = join((element("strong", link(words(person.name), "speakers", speaker=person.name)), also, unnamed))
    role = words(person.role) if person.role is not None else NONE
    days = (element("td", words(day[:10]) if day is not None else fixed("–"), cls="date less")
            for day in (person.first, person.last))  # fmt: skip
    return element(
        "tr",
        element("td", name, cls="wide"),
        element("td", Html(person.type.value)),
        element("td", role, cls="less role"),
        element("td", number(person.statements), cls="n"),
        *days,
    )
