"""What a paragraph is, by its look: running sentences, a heading, a byline, a list item; and where its dateline ends."""

import re
from collections.abc import Sequence

from attribution.model import SentenceKind, Span

_CLOSERS = "\"'”’»)]}›」』*_ \t"
_OPENERS = "\"'“‘«„‚‹「『(["
_END_MARKS = ".!?…。！？؟۔।"
_LONGEST_HEADING = 25  # words, without an end mark
_LONGEST_CLOSED_HEADING = 20  # words, in capitals or title case, with a point at its end
_LONGEST_HEAD = 200  # characters; only so much of a paragraph is looked at
_FEWEST_PARAGRAPHS = 4  # so many and a text is an article, its first short line a title

_NAME = r"(?:(?:[A-Z][\w.’'-]*|de|van|von|der|la|bin|al)\s+){1,4}[A-Z][\w.’'-]*"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s*&\s*){_NAME})*"
_BYLINE = re.compile(
    rf"""(?:
      (?:(?:[Ww]ritten|[Rr]eported|[Rr]eporting|[Ee]diting|[Ee]dited|[Aa]dditional\ reporting|[Pp]hotos?|[Pp]hotographs?|
         [Cc]ompiled|[Tt]ext)\s+)?(?:[Bb]y|BY):?\s+{_NAMES}(?:[,|/]?\s.{{0,60}})?
    | [—–―-]+\s*{_NAME}
    | [Cc]ontribut(?:ing|ors?)(?:\s+writers?|\s+reporters?)?:\s+.{{1,120}}
    )[.;]?$""",
    re.X | re.S,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed(?: reporting)?(?: to (?:this|the) (?:report|story|article|post|dispatch|piece))?"
    r"|contributed reporting(?: from [\w ,.]{1,60})?|(?:reporting|editing) by [A-Z][^.]{1,80})\s*[.)]*$",
    re.I,
)
_ITEM = re.compile(r"(?:[•·▪◦‣●■–*~»✓➤→-](?=\s)|[•▪◦‣●■]|-(?=\w)|\(?\d{1,3}[.)](?=\s)|\(?[a-zA-Z]\)(?=\s)|[ivx]{1,4}[.)](?=\s))")
_TURN = re.compile(r"[A-Z][A-Z .'’-]{0,40}:\s")

_AGENCY = r"\((?:[A-Z][\w&.’' -]{1,40}(?:/[A-Z][\w.& -]{1,30})?)\)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPITALS = r"(?!(?:BREAKING|EXCLUSIVE|UPDATED?|WATCH|VIDEO|LIVE|OPINION|ANALYSIS|REVIEW|POLL|NOTE|CORRECTION|NEW|READ|MORE|LATEST|FLASHBACK|REPORT|PHOTOS?)\b\W)" \
    r"(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]+)(?:[ /](?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*|de|of|the)){0,4}"
_TITLE_CASE = r"[A-ZÀ-Þ][\w.’'-]+(?:[ /](?:[A-ZÀ-Þ][\w.’'-]*|de|of|the)){0,4}"
_REGION = r"(?:,\s+[A-Z][\w.’' -]{1,25}?)"
_DASH = r"(?:\s*[—―–]+|\s*--+|\s+-(?=\s))"
_DATELINE = re.compile(
    rf"""(?:
      (?:{_CAPITALS}|{_TITLE_CASE}){_REGION}{{0,2}}(?:,\s+{_DATE})?\s*{_AGENCY}{_DASH}
    | (?:{_CAPITALS}|{_TITLE_CASE}){_REGION}{{0,2}}[,.]\s+{_DATE}\.?{_DASH}
    | {_CAPITALS}{_REGION}{{0,2}}{_DASH}
    | (?:{_CAPITALS}|{_TITLE_CASE}){_REGION}{{0,2}}[,.]\s+{_DATE}\.?\s*/[A-Z][\w .-]{{1,30}}/\.?(?:{_DASH})?
    | (?:{_DATE}\s+)?{_AGENCY}{_DASH}
    )(?=\s*\S)""",
    re.X,
)


def dateline_end(text: str, paragraph: Span) -> int | None:
    """Where the dateline at the paragraph's start ends, its dash or point included; None without one.

    "MOSCOW, October 2. /TASS/.", "HEMPSTEAD, N.Y., Sept. 26 (UPI) —", "LONDON — ", "(Reuters) - ": a place in capitals with
    a dash, any place with an agency or a date. A label in capitals ("BREAKING — ") is none.
    """
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_HEAD))
    return None if found is None else found.end()


def paragraph_kind(text: str, paragraphs: Sequence[Span], at: int) -> SentenceKind:
    """What the paragraph numbered ``at`` is as a whole: HEADING, BYLINE, ITEM (its first sentence is one) or SENTENCE."""
    paragraph = paragraphs[at]
    start = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEAD + 1)]
    whole = start if len(start) <= _LONGEST_HEAD else None
    if whole is not None and _BYLINE.match(whole):
        return SentenceKind.BYLINE
    if whole is not None and _is_heading(whole, is_title=at == 0 and len(paragraphs) >= _FEWEST_PARAGRAPHS):
        return SentenceKind.HEADING
    return SentenceKind.ITEM if _ITEM.match(start) else SentenceKind.SENTENCE


def is_byline(sentence: str) -> bool:
    """A credit at an article's end: "Alex Isenstadt contributed to this report.", "(Reporting by A. B.; editing by C. D.)"."""
    return len(sentence) <= _LONGEST_HEAD and _CONTRIBUTED.search(sentence) is not None


def _is_heading(line: str, is_title: bool) -> bool:
    bare = line.rstrip(_CLOSERS)
    words = line.split()
    if not any(c.isalpha() for c in line):
        return True
    if _TURN.match(line) or (line[0] in _OPENERS and not is_title) or _ITEM.match(line):
        return False
    if not bare or bare[-1] not in _END_MARKS + ":,":
        return len(words) <= _LONGEST_HEADING
    if bare[-1] in ":," or len(words) > _LONGEST_CLOSED_HEADING:
        return False
    return is_title or _is_capitalised(words)


_SMALL = frozenset("a an and as at but by for from in into is of off on or out over per the to up via vs vs. with".split())


def _is_capitalised(words: Sequence[str]) -> bool:
    """Every word of two or more has a capital, small words aside; or the line is in capitals."""
    letters = [word.strip(_OPENERS + _CLOSERS + _END_MARKS) for word in words]
    large = [word for word in letters if word[:1].isalpha() and word not in _SMALL]
    return len(large) >= 2 and all(word[0].isupper() for word in large)
