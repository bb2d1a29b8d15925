"""How much of a content stands inside quotation marks, which decides whether they can be taken word for word."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attribution.extract.quotations import Quotations
from attribution.model import Kind, Span

_DIRECT = 0.9


def kind_of(text: str, content: Iterable[Span], quotations: Quotations) -> Kind:
    """Direct if at least 90 % of the content's letters and digits stand inside quotation marks, indirect if none does,
    else mixed. ``quotations`` are those of ``text``; a content without letters is indirect.
    """
    quoted = letters = 0
    for span in content:
        letters += _letters(span.of(text))
        quoted += sum(_letters(part.of(text)) for part in _inside(span, quotations.quoted))
    if quoted == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted >= _DIRECT * letters else Kind.MIXED


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _inside(span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """The parts of ``span`` that ``quoted`` (in order, without overlap) covers."""
    at = max(0, bisect_right(quoted, span.start, key=lambda part: part.start) - 1)
    while at < len(quoted) and quoted[at].start < span.end:
        start, end = max(span.start, quoted[at].start), min(span.end, quoted[at].end)
        if start < end:
            yield Span(start, end)
        at += 1
