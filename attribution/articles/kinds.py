"""What a paragraph is, by its look: running sentences, a heading, a byline or a list item."""

import re
from collections.abc import Sequence

from attribution.articles.word_lists import word_list
from attribution.model import SentenceKind, Span

_CLOSERS = "\"'”’»)]}›」』*_ \t"
_OPENERS = "\"'“‘«„‚‹「『(["
_END_MARKS = ".!?…。！？؟۔।"
_LONGEST_HEADING = 15  # words, without an end mark
_LONGEST_STANDFIRST = 40  # words, without an end mark, among the first paragraphs
_FIRST = 4  # paragraphs
_LONGEST_CLOSED_HEADING = 20  # words, in capitals or title case, with a point at its end
_LONGEST_HEAD = 200  # characters; only so much of a paragraph is looked at
_FEWEST_PARAGRAPHS = 4  # so many and a text is an article, its first short line a title

_NAME = r"(?:(?:[A-Z][\w.’'-]*|de|van|von|der|la|bin|al)\s+){1,4}[A-Z][\w.’'-]*"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s*&\s*){_NAME})*"
_BYLINE = re.compile(
    rf"""(?:
      (?:(?:[Ww]ritten|[Rr]eport(?:ed|ing)|[Ee]dit(?:ed|ing)|[Aa]dditional\ reporting|[Pp]hoto(?:s|graphs?)?|
         [Cc]ompiled|[Tt]ext)\s+)?(?:[Bb]y|BY):?\s+{_NAMES}(?:[,|/]?\s.{{0,60}})?
    | [—–―-]+\s*{_NAME}
    | [Cc]ontribut(?:ing|ors?)(?:\s+writers?|\s+reporters?)?:\s+.{{1,120}}
    )[.;]?$""",
    re.X | re.S,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed(?: reporting)?(?: to (?:this|the) (?:report|story|article|post|dispatch|piece))?"
    r"|contributed reporting(?: from [\w ,.]{1,60})?|(?:reporting|editing) by [A-Z].{1,120})\s*[.)]*$",
    re.I,
)
_ITEM = re.compile(r"(?:[•·▪◦‣●■*~✓➤→-]|\(?(?:\d{1,3}|[ivx]{1,4})[.)]|\(?[a-zA-Z]\))(?=\s)|[•▪◦‣●■]|-(?=\w)")
_TURN = re.compile(r"[A-Z][A-Z .'’-]{0,40}:\s")


def paragraph_kind(text: str, paragraphs: Sequence[Span], at: int) -> SentenceKind:
    """What the paragraph numbered ``at`` is: HEADING, BYLINE, ITEM (its first sentence is one) or SENTENCE."""
    paragraph = paragraphs[at]
    start = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEAD + 1)]
    whole = start if len(start) <= _LONGEST_HEAD else None
    if whole is not None and (_BYLINE.match(whole) or is_byline(whole)):
        return SentenceKind.BYLINE
    if whole is not None and _is_heading(whole, at if len(paragraphs) >= _FEWEST_PARAGRAPHS else None):
        return SentenceKind.HEADING
    return SentenceKind.ITEM if _ITEM.match(start) else SentenceKind.SENTENCE


def item_start(text: str, prose: Span) -> int:
    """Where the words of a list item begin, behind its bullet or number; the start of ``prose`` where it has none."""
    found = _ITEM.match(text, prose.start, prose.end)
    return prose.start if found is None or found.end() == prose.end else found.end()


def is_byline(sentence: str) -> bool:
    """A credit: "Ada Moe contributed to this report.", "(Reporting by A. B.; editing by C. D.)"."""
    return len(sentence) <= _LONGEST_HEAD and _CONTRIBUTED.search(sentence) is not None


def is_closed(line: str) -> bool:
    """Whether a line ends as a sentence does: with a point, a question or an exclamation mark."""
    return line.rstrip(_CLOSERS)[-1:] in tuple(_END_MARKS)


def _is_heading(line: str, at: int | None) -> bool:
    """``at`` is the line's place among the paragraphs of an article, None in a text too short to be one."""
    if not any(c.isalpha() for c in line):
        return True
    is_title = at == 0
    if _TURN.match(line) or _ITEM.match(line) or (line[0] in _OPENERS and not is_title):
        return False
    words = line.split()
    if line.rstrip(_CLOSERS)[-1:] in tuple(":,"):
        return False
    if not is_closed(line):
        return len(words) <= (_LONGEST_STANDFIRST if at is not None and at < _FIRST else _LONGEST_HEADING)
    return len(words) <= _LONGEST_CLOSED_HEADING and (is_title or _is_capitalised(words))


def _is_capitalised(words: Sequence[str]) -> bool:
    """Every word of two or more has a capital, small words aside; or the line is in capitals."""
    letters = [word.strip(_OPENERS + _CLOSERS + _END_MARKS) for word in words]
    large = [word for word in letters if word[:1].isalpha() and word not in word_list("small")]
    return len(large) >= 2 and all(word[0].isupper() for word in large)
