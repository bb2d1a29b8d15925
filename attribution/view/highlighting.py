"""An article's text as paragraphs with content, cue and source marked; every character of the text is kept.

The three roles differ in more than colour: a content is a filled stretch, a cue italic with dots under it, a source
bold with a line under it. Each attribution's number stands where its content begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attribution.model import Attribution, Decision, Entry, Span
from attribution.report.escaping import escaped
from attribution.view.safe import Html, element, fixed, join

_PARAGRAPH = re.compile(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with a role ("content", "cue", "source") in attribution ``number``, which counts from 1; 0 is a
    finding's place.
    """

    span: Span
    role: str
    number: int
    opens: bool = False
    state: str = ""


def marks(entries: Sequence[Entry], chosen: str | None = None) -> list[Mark]:
    """The marks of entries numbered in the order given; the one with id ``chosen`` is set off."""
    return [mark for number, entry in enumerate(entries, 1) for mark in _marks(entry, number, chosen)]


def _marks(entry: Entry, number: int, chosen: str | None) -> Iterator[Mark]:
    attribution = entry.attribution
    states = ("chosen" if attribution.id == chosen else "", "out" if entry.decision is Decision.REJECTED else "")
    state = " ".join(filter(None, states))
    for place, span in enumerate(attribution.content):
        yield Mark(span, "content", number, place == 0, state)
    for role, spans in (("cue", attribution.cue), ("source", attribution.source)):
        for span in spans:
            yield Mark(span, role, number, False, state)


def paragraphs(text: str) -> list[Span]:
    """The text's paragraphs: what stands between empty lines; line by line where there are no empty lines."""
    pattern = _PARAGRAPH if re.search(r"\n\s*\n", text) else _LINE
    return [Span(*found.span()) for found in pattern.finditer(text)]


def marked_paragraphs(
    text: str, shown: Iterable[Span], found: Sequence[Mark], headings: frozenset[int] = frozenset()
) -> Html:
    """These paragraphs with their marks; ``headings`` are the starts of paragraphs that are headings."""
    ordered = sorted(found, key=lambda mark: mark.span)
    return join(_paragraph(text, span, ordered, span.start in headings) for span in shown)


def _paragraph(text: str, span: Span, ordered: Sequence[Mark], heading: bool) -> Html:
    inside = [mark for mark in ordered if mark.span.overlaps(span)]
    body = Html("".join(_pieces(text, span, inside)))
    return element("p", body, dir="auto", cls="heading" if heading else None)


def _pieces(text: str, span: Span, found: Sequence[Mark]) -> Iterator[Html]:
    edges = {span.start, span.end}
    for mark in found:
        edges |= {edge for edge in (mark.span.start, mark.span.end) if span.start < edge < span.end}
    places = sorted(edges)
    for start, end in pairwise(places):
        over = [mark for mark in found if mark.span.start <= start and end <= mark.span.end]
        yield join(_number(mark) for mark in over if mark.opens and mark.span.start == start)
        yield _piece(text[start:end], over)


def _piece(text: str, over: Sequence[Mark]) -> Html:
    if not over:
        return Html(escaped(text))
    kinds = sorted({mark.role for mark in over} | {name for mark in over for name in mark.state.split()})
    title = "; ".join(dict.fromkeys(_title(mark) for mark in over))
    return element("mark", Html(escaped(text)), cls=" ".join(kinds), title=title)


def _title(mark: Mark) -> str:
    return f"{mark.role} of statement {mark.number}" if mark.number else "this is it"


def _number(mark: Mark) -> Html:
    label = Html(str(mark.number))
    inner = Html(f'<a href="#statement-{mark.number}" aria-label="statement {mark.number}">{label}</a>')
    return element("sup", inner, id=f"text-{mark.number}", cls="number")


def context(text: str, attribution: Attribution, around: int = 1) -> list[Span]:
    """The paragraphs that hold the attribution's words, and ``around`` more on each side."""
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    every = paragraphs(text)
    held = [place for place, span in enumerate(every) if any(span.overlaps(words) for words in spans)]
    if not held:
        return []
    return every[max(0, held[0] - around) : held[-1] + around + 1]


LEGEND: Html = element(
    "p",
    element("mark", fixed("what was said"), cls="content"),
    element("mark", fixed("the words that attribute"), cls="cue"),
    element("mark", fixed("who is given as its source"), cls="source"),
    cls="legend",
)
