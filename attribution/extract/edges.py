"""Where contents begin and end among the quotation marks: one takes all of every quotation whose words it has."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attribution.extract.quotations import Quotation, Quotations
from attribution.model import Span

# Marks, stops and signs that may stand between a quotation's edge and its first or last word: "“‘", "%).”", " :-)”".
_MOST_BESIDE = 8
# No space stands behind an opening mark but the French one and that between two marks; behind the last word one may.
_BEFORE = re.compile(r"""[^\w\s]*|«[^\S\n]|["“][^\S\n]['‘]""")
_BEHIND = re.compile(r"(?:[^\w\n]|_)*")


def closed(text: str, content: Sequence[Span], quotations: Quotations) -> tuple[Span, ...]:
    """The pieces of a content, each with the marks and stops that part it from the edges of the quotations in it: all
    of «.’”» after “She said, ‘I know.’” Time is linear in the quotations that begin in the content.
    """
    out: list[Span] = []
    for number, piece in enumerate(content):
        low = out[-1].end if out else 0
        high = content[number + 1].start if number + 1 < len(content) else len(text)
        out.append(_closed(text, piece, Span(low, high), quotations.pairs))
    return tuple(out)


def _closed(text: str, piece: Span, room: Span, pairs: Sequence[Quotation]) -> Span:
    at = bisect_left(pairs, piece.start - _MOST_BESIDE, key=_start)
    start, end = piece.start, piece.end
    while at < len(pairs) and pairs[at].span.start < piece.end:
        pair = pairs[at].span
        at += 1
        if pair.end <= piece.start or not room.holds(pair):
            continue
        if max(piece.start - pair.start, pair.end - piece.end) > _MOST_BESIDE:
            continue
        if _BEFORE.fullmatch(text[pair.start : piece.start]) and _BEHIND.fullmatch(text[piece.end : pair.end]):
            start, end = min(start, pair.start), max(end, pair.end)
    return Span(start, end)


def _start(pair: Quotation) -> int:
    return pair.span.start
