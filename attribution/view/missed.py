"""Adding a statement that the program missed: paste its words, see them found in the text, keep them as a person's."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from attribution import pipeline
from attribution.model import Article, Attribution, Kind, Span, SpeakerType, attribution_id
from attribution.view import blocks, source
from attribution.view.highlighting import Mark, context, marked_paragraphs
from attribution.view.safe import Html, element, fixed, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


TIMES = "missed times"


@dataclass(frozen=True, slots=True)
class Found:
    """Where pasted words stand in the text; ``lost`` are those that stand nowhere."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    lost: tuple[str, ...]


def form(ledger: "Ledger", article: Article) -> None:
    """The form, what it found, and the button that keeps it."""
    time = st.session_state.setdefault(TIMES, 0)  # a new form after each statement that was kept
    with st.expander("Add a statement the program missed", key="missed"):
        content = st.text_area(
            "Its words, copied from the text; a part after an interruption on a new line", key=f"missed words {time}"
        )
        left, middle, right, end = st.columns([3, 3, 3, 2])
        printed = left.text_input("Source as printed", key=f"missed source {time}", placeholder="the press service")
        cue = middle.text_input("Attributing words (may stay empty)", key=f"missed cue {time}", placeholder="said")
        speaker = right.text_input("Who it is", key=f"missed speaker {time}", placeholder="as printed")
        kind = end.selectbox("Is a", [kind.value for kind in SpeakerType], key=f"missed type {time}")
        if not content.strip():
            return
        found = locate(article.text, content, printed, cue)
        _confirm(ledger, article, found, (speaker.strip() or printed.strip(), SpeakerType(kind)))


def locate(text: str, content: str, printed: str, cue: str) -> Found:
    """Find the pasted words; source and cue are looked for nearest to the content."""
    whole = pipeline.locate(text, content.strip())
    parts = [part.strip() for part in content.splitlines() if part.strip()]
    places = [whole] if whole is not None else [pipeline.locate(text, part) for part in parts]
    spans = sorted(span for span in places if span is not None)
    lost = [part for part, place in zip(parts, places, strict=False) if place is None]
    by = [_near(text, said.strip(), spans) for said in (printed, cue)]
    lost += [said for said, place in zip((printed, cue), by, strict=True) if said.strip() and place is None]
    source_span, cue_span = by
    return Found(_apart(spans), _one(source_span), _one(cue_span), tuple(lost))


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Without a span that overlaps one before it."""
    kept: list[Span] = []
    for span in spans:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _near(text: str, said: str, spans: list[Span]) -> Span | None:
    """The place of these words that is nearest to the content and outside it; else wherever they are found."""
    if not said:
        return None
    places, at = [], text.find(said)
    while at >= 0:
        places.append(Span(at, at + len(said)))
        at = text.find(said, at + 1)
    outside = [place for place in places if not any(place.overlaps(span) for span in spans)]
    if outside and spans:
        return min(outside, key=lambda place: min(_distance(place, span) for span in spans))
    return pipeline.locate(text, said)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _confirm(ledger: "Ledger", article: Article, found: Found, speaker: tuple[str, SpeakerType]) -> None:
    for said in found.lost:
        blocks.notice(element("span", fixed("Not in this text: “"), words(said), fixed("”")), "warn")
    if not found.content:
        return
    show(element("p", fixed("This is what will be kept:"), cls="small"))
    show(element("div", _preview(article, found), cls="text near"))
    if st.button("Keep this statement", type="primary", disabled=bool(found.lost), key="missed keep"):
        reviewer = source.settings().reviewer
        places = pipeline.Places(found.content, found.cue, found.source)
        entry = pipeline.mark_missed(ledger, article.id, places, speaker, reviewer)
        st.query_params["quote"] = entry.attribution.id
        st.session_state[TIMES] += 1
        st.rerun()


def _preview(article: Article, found: Found) -> Html:
    text = article.text
    number = attribution_id(article.id, found.content, found.source)
    made = Attribution(number, found.content, found.cue, found.source, Kind.DIRECT, 1.0)
    roles = (("content", found.content), ("cue", found.cue), ("source", found.source))
    shown = [Mark(span, role, 1) for role, spans in roles for span in spans]
    return marked_paragraphs(text, context(text, made, 0), shown)
