"""Statements said more than once: searched, the most widespread first, page by page."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from attribution.model import Relation, Repeat
from attribution.view import blocks
from attribution.view.blocks import many
from attribution.view.choices import speaker_choice
from attribution.view.paging import unfolded
from attribution.view.safe import Html, element, fixed, join, link, show, words
from attribution.view.telling import credited

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SIZE = 25


def draw(ledger: "Ledger") -> None:
    blocks.heading(fixed("Repeated statements"), fixed("The same statement in several articles, most widespread first"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="repeat row"):
        said = st.text_input("Words", key="words", bind="query-params", placeholder="words of the statement") or ""
        speaker = speaker_choice(ledger)
        least = st.number_input("In at least … articles", 2, 999, key="least", bind="query-params", width=190)
        within = st.toggle(
            "Also within one article", key="within", bind="query-params", help="Shows what one article tells twice"
        )
    asked = (said.strip(), speaker, least, within)

    def read(limit: int, offset: int) -> list[Repeat]:
        return ledger.repeats(said.strip(), speaker, least, limit, offset, within)

    place = st.container()
    found = unfolded(read, SIZE, asked)
    with place:
        if found:
            show(element("div", *(element("article", *_lines(repeat), cls="repeat") for repeat in found)))
        else:
            blocks.notice(fixed("No repeated statement fits. Ask for fewer articles, or take a filter away."))


def _lines(repeat: Repeat) -> Iterable[Html]:
    first = repeat.entries[0] if repeat.entries else repeat.suggested[0]
    label = element("span", words(first.words), cls="said clamp")
    yield element("p", link(label, "repeated", utterance=repeat.utterance))
    yield element("p", *badges(repeat), spread(repeat), cls="small")


def spread(repeat: Repeat) -> Html:
    """How far a statement went and when: "4 articles, 3 outlets · Petra Oddie · 2025-03-04 to 2025-04-22"."""
    parts = [reach(repeat)]
    parts += [words(", ".join(name for name, _ in credited(repeat.entries)[:3]))]
    days = sorted(entry.article.published[:10] for entry in repeat.entries if entry.article.published is not None)
    if days:
        ends = dict.fromkeys((days[0], days[-1]))
        parts.append(join((words(day) for day in ends), " to "))
    return join(parts, " · ")


def reach(repeat: Repeat) -> Html:
    """ "4 articles, 3 outlets"; without outlets where none is known."""
    outlets = [many(repeat.outlets, "outlet")] if repeat.outlets else []
    return join((many(repeat.articles, "article"), *outlets), ", ")


def badges(repeat: Repeat) -> Iterable[Html]:
    """What deserves a look: wordings that may have changed the meaning, several speakers, likely members."""
    sure = [match for match in repeat.matches if not match.suggested]
    if any(match.relation is Relation.ALTERED for match in sure):
        yield element("span", fixed("altered wording"), cls="badge altered")
        yield fixed(" ")
    speakers = len(credited(repeat.entries))
    if speakers > 1:
        yield element("span", many(speakers, "speaker"), cls="badge warn")
        yield fixed(" ")
    if repeat.suggested:
        yield element("span", many(len(repeat.suggested), "suggestion"), cls="badge")
        yield fixed(" ")
