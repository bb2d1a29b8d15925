"""Text → sentences, headings, datelines, bylines and list items, as offsets."""

from collections.abc import Iterator, Sequence

from attribution.articles.datelines import dateline_end
from attribution.articles.endings import endings
from attribution.articles.kinds import is_byline, is_closed, item_start, paragraph_kind
from attribution.articles.paragraphs import paragraphs
from attribution.model import Sentence, SentenceKind, Span


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order: they never overlap, hold every character that is no white space and never
    cross a paragraph break. Closing quotation marks and brackets belong to the sentence before them. A dateline is a
    sentence of its own even where the prose goes on in its line. Time grows in proportion to the text, whatever it is.
    """
    spans = list(paragraphs(text))
    return tuple(Sentence(span, kind, at) for at in range(len(spans)) for span, kind in _pieces(text, spans, at))


def _pieces(text: str, spans: Sequence[Span], at: int) -> Iterator[tuple[Span, SentenceKind]]:
    paragraph, kind = spans[at], paragraph_kind(text, spans, at)
    dateline = dateline_end(text, paragraph, at)
    if kind is SentenceKind.HEADING and dateline is not None and is_closed(paragraph.of(text)):
        kind = SentenceKind.SENTENCE  # a story without a headline
    if kind in (SentenceKind.HEADING, SentenceKind.BYLINE):
        yield paragraph, kind
        return
    prose = paragraph
    if dateline is not None:
        yield Span(paragraph.start, dateline), SentenceKind.DATELINE
        prose = Span(_next_word(text, dateline), paragraph.end)
    for number, span in enumerate(_cut(text, prose, item_start(text, prose))):
        yield span, _kind(text, span, kind if number == 0 else SentenceKind.SENTENCE)


def _next_word(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at


def _cut(text: str, prose: Span, first_word: int) -> Iterator[Span]:
    start = prose.start
    for ending in endings(text, Span(first_word, prose.end)):
        yield Span(start, ending.end)
        start = ending.start
    yield Span(start, prose.end)


def _kind(text: str, span: Span, kind: SentenceKind) -> SentenceKind:
    return SentenceKind.BYLINE if is_byline(span.of(text)) else kind
