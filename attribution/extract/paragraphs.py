"""Where the paragraphs of a text are: a line each, but for lines that somebody's mail program or typewriter wrapped."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attribution.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 40, 120


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the span of every paragraph that is not blank, in order, without the line ends round it.

    A paragraph is a line. Lines are joined where one breaks off within a sentence, and where every line of a block is
    as full as its longest line allows: the first word of the next line would not have fitted.
    """
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = Span(match.start(), match.end())
        blank = match.group().isspace()
        if block and (blank or not _adjoin(text, block[-1], line)):
            yield from _unwrapped(text, block)
            block = []
        if not blank:
            block.append(line)
    if block:
        yield from _unwrapped(text, block)


def _adjoin(text: str, line: Span, following: Span) -> bool:
    return text[line.end : following.start] in ("\n", "\r\n", "\r")


def _unwrapped(text: str, block: list[Span]) -> list[Span]:
    if _is_wrapped(text, block):
        return [Span(block[0].start, block[-1].end)]
    joined = block[:1]
    for line in block[1:]:
        if _goes_on(text, joined[-1], line):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a line breaks off within a sentence: after a letter or comma, before a small letter."""
    last, first = text[line.end - 1], text[following.start]
    return (last.isalnum() or last == ",") and first.islower()


def _is_wrapped(text: str, block: list[Span]) -> bool:
    width = max(line.end - line.start for line in block)
    if len(block) == 1 or width > _LONGEST_WRAPPED:
        return False
    return all(_is_full(text, line, following, width) for line, following in pairwise(block))


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    length = line.end - line.start
    return length >= _SHORTEST_WRAPPED and length + 1 + _first_word(text, following) > width


def _first_word(text: str, line: Span) -> int:
    return len(line.of(text).split(maxsplit=1)[0])
