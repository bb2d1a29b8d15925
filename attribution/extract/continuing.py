"""A quotation over several paragraphs is one statement: who said its beginning said all of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attribution.extract.paragraphs import paragraphs
from attribution.extract.quotations import Quotations
from attribution.model import Span


def long_quotations(text: str, quoted: Quotations) -> list[tuple[Span, ...]]:
    """The outermost quotations that run over paragraphs, each as its parts, one a paragraph, marks included."""
    spans = tuple(paragraphs(text))
    starts = [span.start for span in spans]
    found = []
    for pair in quoted.pairs:
        first = bisect_right(starts, pair.span.start) - 1
        last = bisect_left(starts, pair.span.end) - 1
        if pair.depth == 0 and first < last:
            whole = spans[first : last + 1]
            found.append(tuple(Span(max(s.start, pair.span.start), min(s.end, pair.span.end)) for s in whole))
    return found


def continued(
    contents: Sequence[Sequence[Span]], quotations: Sequence[Sequence[Span]], text: str
) -> list[tuple[Span, ...]]:
    """The contents, each with the rest of every long quotation whose beginning it holds.

    A paragraph that another content has already stays with that one, and so does all that follows it.
    """
    return [_whole(content, _others(contents, number), quotations, text) for number, content in enumerate(contents)]


def _others(contents: Sequence[Sequence[Span]], mine: int) -> list[Span]:
    return [span for number, content in enumerate(contents) if number != mine for span in content]


def _whole(
    content: Sequence[Span], others: Sequence[Span], quotations: Sequence[Sequence[Span]], text: str
) -> tuple[Span, ...]:
    pieces = list(content)
    for quotation in quotations:
        if not any(_mostly(piece, quotation[0], text) for piece in content):
            continue
        for part in quotation:
            if any(part.overlaps(other) for other in others):
                break
            pieces = [piece for piece in pieces if not part.overlaps(piece)] + [part]
    return tuple(sorted(pieces))


def _mostly(piece: Span, part: Span, text: str) -> bool:
    """Whether a piece holds most of a part, counted in letters, and reaches out of it by nothing but a few marks."""
    start, end = max(piece.start, part.start), min(piece.end, part.end)
    if start >= end:
        return False
    shared, whole, own = (
        sum(map(str.isalnum, text[a:b])) for a, b in ((start, end), (part.start, part.end), (piece.start, piece.end))
    )
    return 2 * shared > whole and own == shared
