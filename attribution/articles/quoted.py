"""How much of a content stands in quotation marks, for files that give attributions without their kind."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attribution.model import Kind, Span

_MARK = re.compile(r"[\"“”„«»]|''|``|[\n\u2028\u2029]+")
_OPENING = "“„«``"
_DIRECT = 0.9


def quoted(text: str) -> list[Span]:
    """What stands between double quotation marks, in order; a mark that is not closed lasts to its paragraph's end.

    Single marks are left alone: told from apostrophes by a look at the whole sentence only, which extraction does.
    """
    return list(_quoted(text))


def _quoted(text: str) -> Iterator[Span]:
    begun: int | None = None
    for mark in _MARK.finditer(text):
        if begun is not None and (mark[0].isspace() or mark[0] not in _OPENING):
            if begun < mark.start():
                yield Span(begun, mark.start())
            begun = None
        elif begun is None and not mark[0].isspace() and mark[0] not in "”»":
            begun = mark.end()
    if begun is not None and begun < len(text):
        yield Span(begun, len(text))


def kind_of(text: str, content: Iterable[Span], quotations: Sequence[Span]) -> Kind:
    """The kind of a content, by the share of its letters that stand inside ``quotations``, as ``quoted`` gives them."""
    letters = inside = 0
    for span in content:
        letters += _letters(span.of(text))
        first = bisect_left(quotations, span.start, key=lambda quotation: quotation.end)
        for quotation in quotations[first:]:
            if quotation.start >= span.end:
                break
            inside += _letters(text[max(span.start, quotation.start) : min(span.end, quotation.end)])
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= _DIRECT * letters else Kind.MIXED


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))
