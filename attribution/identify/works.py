"""Titles of works in quotation marks: the film “13th”, a memoir called “A Long Road”, her “Notes on Salt”.

A title is told from a quotation by its capitals and by the word for a work that stands before or behind it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention

_QUOTED = re.compile(r"“([^“”\n]{2,90})”|\"([^\"\n]{2,90})\"|''((?:(?!'')[^\n]){2,90})''|‘([^‘’\n]{2,90})’(?!\w)")
_CALLED = re.compile(r"\b(?:titled|entitled|headlined|called|named|dubbed),?(?: simply)? $")
_BEFORE = re.compile(r"\b([a-z][a-z\-]+),? $")
_BEHIND = re.compile(r",? ?(?:an? |the |her |his |their )?(?:[\w\-’']+ ){0,3}?(best[ -]?seller|[a-z][a-z\-]+)\b")
_SMALL = frozenset("a an the of and or but for in on at to by from with is as not if de la vs".split())
WORDS = 14


def find_works(text: str) -> Iterator[Mention]:
    """Every title with what it is (the word for the work) as its mention's title, in order of the text."""
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        title = text[start:end].rstrip(",.;")
        if not _capitals(title):
            continue
        work = _work(text, match.start(), match.end())
        if work:
            yield Mention(start, start + len(title), tuple(title.split(" ")), (work,), 0)


def _capitals(title: str) -> bool:
    words = title.split(" ")
    if len(words) > WORDS or not all(words) or title[-1] in "!?" or not (title[0].isupper() or title[0].isdigit()):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w.lower() in _SMALL for w in words)


def _work(text: str, start: int, end: int) -> str:
    """The word for the work beside a title at ``start``–``end`` (its marks included), or ""."""
    heads = lexicon().document_heads
    lead = text[max(0, start - 60) : start].rsplit("\n", 1)[-1]
    before = _BEFORE.search(lead)
    if before is not None and before.group(1) in heads:
        return before.group(1)
    by = re.match(r",? by [A-Z]", text[end : end + 8])
    if (by or lead.endswith(("’s ", "'s "))) and " " in text[start:end]:
        return "book" if by else "work"
    if _CALLED.search(lead):
        found = [w for w in re.findall(r"[a-z\-]+", lead) if w in heads]
        return found[-1] if found else ""
    behind = _BEHIND.match(text, end)
    if behind is not None and behind.group(1).startswith("best") and behind.group(1).endswith("seller"):
        return "book"
    if behind is not None and behind.group(1) in heads and text[end - 2 : end - 1] + text[end : end + 1] != "  ":
        return behind.group(1)
    return ""


def outside(mentions: Sequence[Mention], works: Sequence[Mention]) -> list[Mention]:
    """The mentions that stand in no title of a work."""
    starts = [w.start for w in works]

    def inside(mention: Mention) -> bool:
        at = bisect_right(starts, mention.start) - 1
        return at >= 0 and mention.start < works[at].end

    return [m for m in mentions if not inside(m)]
