"""Text → paragraphs: a blank line, a page break or a line break that is no mere wrap ends one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attribution.model import Span

# A carriage return with its line feed is one break; U+2028 and U+0085 are line breaks, U+2029 ends a paragraph.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Mail and wire copy wrap at 60 to 80 columns; wider, a text has one line a paragraph; narrower, it is a list.
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 100
_FEWEST_WRAPS = 3
_MOSTLY = 0.6


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of ``text`` in order, without the white space round them; a paragraph of white space only is none.

    A single line break ends a paragraph as well (readers of web pages put one line a paragraph), except in a text that
    is wrapped to a fixed width: there it ends one only where the next word would still have fitted in the line.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    start = 0
    for at, line in enumerate(lines, 1):
        if at == len(lines) or not _is_wrap(text, line, lines[at], width):
            yield Span(lines[start].start, line.end)
            start = at


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, without the white space at their ends."""
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield Span(start, end)


def _wrap_width(text: str, lines: Sequence[Span]) -> int | None:
    """The column at which the text is wrapped, None when its line breaks are no wraps.

    Wrapped is a text without a line longer than any wrap, whose single line breaks mostly come where the next word
    did not fit: a list of short lines has such a break at its longest lines only.
    """
    width = max((line.end - line.start for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if _is_one_break(text, a, b)]
    wraps = sum(_is_full(text, line, following, width) for line, following in pairs)
    return width if wraps >= max(_FEWEST_WRAPS, _MOSTLY * len(pairs)) else None


def _is_wrap(text: str, line: Span, following: Span, width: int | None) -> bool:
    return width is not None and _is_one_break(text, line, following) and _is_full(text, line, following, width)


def _is_one_break(text: str, line: Span, following: Span) -> bool:
    """One line break, no page break and no blank line, lies between the lines."""
    gap = text[line.end : following.start].replace("\r\n", "\n").strip(" \t\u00a0")
    return len(gap) == 1 and gap not in "\f\u2029"


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """The first word of the following line would not have fitted in this one."""
    first_word = len(text[following.start : following.end].split(maxsplit=1)[0])
    return line.end - line.start + 1 + first_word > width
