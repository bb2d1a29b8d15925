"""Saying who the speaker is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from attribution.errors import AttributionError
from attribution.model import Entry, Selection, SpeakerType
from attribution.report.columns import speaker_name
from attribution.view import blocks, deciding
from attribution.view.safe import cell, element, fixed, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

TYPES = [kind.value for kind in SpeakerType]
OFTEN = 200  # names offered from the whole ledger


@st.dialog("Who said this?")
def speaker_dialog(ledger: "Ledger", entry: Entry, after: Callable[[], None]) -> None:
    """Ask for name and type in a window of its own; ``after`` is called when they are kept."""
    try:
        kept = fields(ledger, entry)
    except AttributionError as fault:  # a window's own runs are outside the page's frame
        blocks.error(str(fault))
        return
    if kept:
        after()


def fields(ledger: "Ledger", entry: Entry) -> bool:
    """Ask for name and type, and keep them as a person's correction; whether that was done."""
    show(element("p", words(entry.words), cls="said clamp"))
    show(element("p", fixed("Printed as “"), words(entry.source_words), fixed("”"), cls="small"))
    names, speaker = known_names(ledger, entry), entry.attribution.speaker
    now = speaker_name(entry.attribution)
    name = st.selectbox(
        "Name: choose or type",
        names,
        index=names.index(now) if now in names else None,
        format_func=cell,
        accept_new_options=True,
        key="speaker name",
    )
    kind = st.selectbox(
        "Is a", TYPES, index=TYPES.index(speaker.type.value if speaker else "person"), key="speaker type"
    )
    if st.button("Keep", type="primary", key="speaker keep", disabled=not name):
        deciding.set_speaker(ledger, entry, str(name).strip(), SpeakerType(kind))
        return True
    return False


def known_names(ledger: "Ledger", entry: Entry) -> list[str]:
    """Names to offer: those of the same article first, then the most quoted, then the source as printed."""
    beside = ledger.entries(Selection(article=entry.article.id, order="text", limit=OFTEN))
    near = [speaker_name(other.attribution) for other in beside]
    often = [tally.name for tally in ledger.tallies("speaker")[:OFTEN]]
    return list(dict.fromkeys(name for name in (*near, *often, entry.source_words) if name))
