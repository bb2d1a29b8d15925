"""Where one sentence ends and the next begins: Punkt's judgement behind rules for what it cannot know.

Punkt judges a word with its point and the word after it, never more, so a text of any length and shape costs time in
proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.articles.punkt import abbreviations, punkt, starters
from attribution.model import Span

_CANDIDATE = re.compile(
    r"""(?P<mark>\.(?:[ \u00a0]\.){2,}|[.!?…‥؟۔।]+|[。！？]+)
        (?P<closers>["'”’»)\]}›」』″]*)
        (?P<gap>\s*)
        (?P<openers>["'“‘„«‚‹「『(\[{`—–―-]*)""",
    re.X,
)
_BEFORE = re.compile(r"[^\s(\[{\"“‘«„/—–―]+$")
_AFTER = re.compile(r"[^\s)\]}\"”»,;:!?—–―]+")
_LONGEST_WORD = 40
_INITIAL = re.compile(r"[^\W\d_](?:[.-][^\W\d_])*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_NUMBER = re.compile(r"[#№]?\d[\d.,:/-]*[a-z]?$|(?=.{2})[IVXLC]+$")
_AFTER_HOUR = frozenset(
    """eastern central pacific mountain atlantic est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet msk ist
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
    november december""".split()
)


@dataclass(frozen=True, slots=True)
class Ending:
    """A possible end: the word before the mark (its inner points kept, without opening marks), the mark, what closes and
    opens, the next word; ``end`` and ``start`` are offsets of where one sentence would end and the next begin.
    """

    word: str
    mark: str
    closers: str
    gap: str
    openers: str
    following: str
    end: int
    start: int


def endings(text: str, prose: Span) -> Iterator[Ending]:
    """The places in ``prose`` where a sentence ends and another begins, in order."""
    for found in _CANDIDATE.finditer(text, prose.start, prose.end):
        if found.end() < prose.end and (found["gap"] or _is_unspaced(text, found)):
            ending = _ending(text, prose, found)
            if is_end(ending):
                yield ending


def _ending(text: str, prose: Span, found: re.Match[str]) -> Ending:
    before = _BEFORE.search(text[max(prose.start, found.start() - _LONGEST_WORD) : found.start()])
    after = _AFTER.match(text, found.end(), min(prose.end, found.end() + _LONGEST_WORD))
    closes_at = found.end("closers")
    return Ending(
        before.group() if before else "",
        found["mark"],
        found["closers"],
        found["gap"],
        found["openers"],
        after.group() if after else "",
        closes_at,
        found.end("gap"),
    )


def _is_unspaced(text: str, found: re.Match[str]) -> bool:
    """No white space after the mark, yet an end: a full-width mark, or a closing mark run into the next word."""
    if found["mark"][0] in "。！？":
        return True
    return bool(found["closers"] or found["openers"][:1] in tuple("“‘«„")) and text[found.end()].isupper()


def is_end(ending: Ending) -> bool:
    """Whether a sentence ends there."""
    first = ending.following[:1]
    if ending.mark[0] in "。！？":
        return True
    if first.islower():
        return _is_end_before_small(ending)
    if not first or not (first.isalnum() or first in "$€£@#&"):
        return bool(ending.openers) and "." not in ending.mark
    if ending.mark != ".":
        return _is_end_after_marks(ending)
    return _is_end_after_point(ending)


def _is_end_before_small(ending: Ending) -> bool:
    """A small letter goes on, unless the word before the point is plain: "is over. it began"."""
    if ending.mark != "." or ending.closers or ending.openers:
        return False
    word = ending.word.lower()
    return word.isalpha() and len(word) > 3 and word not in abbreviations().all and _punkt_ends(ending)


def _is_end_after_marks(ending: Ending) -> bool:
    """Exclamation and question marks end a sentence before a capital; three points do so only before a sentence starter."""
    if "!" in ending.mark or "?" in ending.mark or "؟" in ending.mark or "।" in ending.mark or "۔" in ending.mark:
        return True
    return bool(ending.closers) or ending.mark == "...." or ending.following.lower() in starters() or bool(ending.openers)


def _is_end_after_point(ending: Ending) -> bool:
    word, following, known = ending.word.lower().removesuffix("."), ending.following.lower(), abbreviations()
    bare = word.rsplit("-", 1)[-1]
    is_inside = ")" in ending.closers or "]" in ending.closers
    if bare in known.title or bare in known.joining:
        return bool(set(ending.closers) & set("\"”»"))
    if bare in known.numbering | known.month and _NUMBER.match(ending.following):
        return False
    if word in known.hour:
        return bool(ending.closers) or following.rstrip(".") not in _AFTER_HOUR
    if bare in known.closing or _INITIAL.match(ending.word) or _DOTTED.match(word):
        return not is_inside and (bool(ending.closers) or _starts_sentence(ending))
    return _punkt_ends(ending)


def _starts_sentence(ending: Ending) -> bool:
    return bool(ending.openers.strip("([{—–―-")) or ending.following.lower() in starters() or _punkt_ends(ending)


def _punkt_ends(ending: Ending) -> bool:
    """What Punkt says of the word, its point and the next word."""
    return bool(punkt().text_contains_sentbreak(f"{ending.word}. {ending.following} …"))
