"""The article as the tagger reads it: words with offsets, their paragraph, their case and how quotation marks stand
round them.

Offsets are found here, once, and never again: word pieces are made of these words, so they cannot drift from the
text.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

# Soft hyphens, joiners, direction marks and combining accents belong to the word they stand in and are no word alone.
_INVISIBLE = r"\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[^\W_](?:[^\W_]|[{_INVISIBLE}]+(?=[^\W_]))*|[^\w\s{_INVISIBLE}]|_")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*\r?\n|[\f\u2029]")
_SOFT_BREAK = re.compile(r"\S[^\S\n]*\r?\n[^\S\n]*(\S)")

OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'
SINGLE_OPENING, SINGLE_CLOSING = frozenset("‘'"), frozenset("’'")
# A cue may be one of these and nothing else: "PENCE: …", "… ― Walt Whitman".
CUE_MARKS = frozenset(":―—–-")


class Quoted(IntEnum):
    """Where a word stands: outside quotation marks, inside them, or being one."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


class Case(IntEnum):
    """What an uncased vocabulary cannot see."""

    LOWER = 0
    CAPITALISED = 1
    UPPER = 2
    DIGIT = 3
    SYMBOL = 4


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in order. ``spans`` are half-open offsets; ``paragraphs`` half-open ranges of word numbers, none
    empty; ``quoted`` and ``case`` have one value a word.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    quoted: tuple[int, ...]
    case: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def word(self, number: int) -> str:
        start, end = self.spans[number]
        return self.text[start:end]

    def may_be_tagged(self, number: int) -> bool:
        """Letters and digits carry labels, and the marks that can be a whole cue; other punctuation goes with its
        neighbours.
        """
        first = self.text[self.spans[number][0]]
        return first.isalnum() or first in CUE_MARKS


def read_words(text: str) -> Words:
    """The words of a text, in time that grows with its length only."""
    spans = tuple(match.span() for match in _WORD.finditer(text))
    paragraphs = _paragraphs(text, spans)
    quoted = tuple(state for first, end in paragraphs for state in _quoted(text, spans[first:end]))
    return Words(text, spans, paragraphs, quoted, tuple(_case(text[start:end]) for start, end in spans))


def _paragraphs(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    break_ = _BLANK_LINE if _is_hard_wrapped(text) else _LINE_END
    cuts = [i for i, (a, b) in enumerate(pairwise(spans), 1) if b[0] - a[1] > 0 and break_.search(text, a[1], b[0])]
    edges = [0, *cuts, len(spans)]
    return tuple((first, end) for first, end in pairwise(edges) if first < end)


def _is_hard_wrapped(text: str) -> bool:
    """Lines broken to a width, paragraphs by blank lines: most lines after a single line end go on in lower case."""
    following = [match[1] for match in _SOFT_BREAK.finditer(text)]
    return len(following) >= 4 and sum(ch.islower() for ch in following) > len(following) / 2


def _quoted(text: str, spans: tuple[tuple[int, int], ...]) -> list[Quoted]:
    """One paragraph's states. A quotation that is never closed runs to the paragraph's end, as newspapers print it."""
    marks = _Marks(text, max((start for start, _ in spans if _closes_single(text, start)), default=-1))
    return [marks.state(start) for start, _ in spans]


class _Marks:
    """Which kind of quotation is open, going through one paragraph from left to right."""

    def __init__(self, text: str, last_single: int) -> None:
        self.text, self.last_single, self.open = text, last_single, ""

    def state(self, at: int) -> Quoted:
        mark = self._mark(at)
        if mark == "open" and not self.open:
            self.open = "'" if self._is_single(at) else '"'
            return Quoted.MARK
        if mark == "close" and self.open:
            self.open = ""
            return Quoted.MARK
        if mark:
            return Quoted.MARK
        return Quoted.INSIDE if self.open else Quoted.OUTSIDE

    def _is_single(self, at: int) -> bool:
        return self.text[at] in "‘'" and not self._is_doubled(at)

    def _is_doubled(self, at: int) -> bool:
        """`` and '' typed for a double mark."""
        return self.text[at] in "`'" and self.text[at] in (self.text[at - 1 : at], self.text[at + 1 : at + 2])

    def _mark(self, at: int) -> str:
        """ "open", "close", "mark" for one that changes nothing, or "" for what is no quotation mark here."""
        ch = self.text[at]
        if ch in OPENING or ch in CLOSING:
            return self._angled(ch)
        if ch == STRAIGHT:
            return self._toggle()
        if self._is_doubled(at):
            return "mark" if self.text[at - 1 : at] == ch else self._toggle()
        return self._single(at)

    def _angled(self, ch: str) -> str:
        if ch == "»" and not self.open:  # »so«, as German books print it
            return "open"
        if ch == "«" and self.open:
            return "close"
        return "open" if ch in OPENING else "close"

    def _toggle(self) -> str:
        return "close" if self.open == '"' else "mark" if self.open else "open"

    def _single(self, at: int) -> str:
        if self.open == "'" and _closes_single(self.text, at):
            return "close"
        if not self.open and at < self.last_single and _opens_single(self.text, at):
            return "open"
        return ""


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        text[at] in SINGLE_OPENING
        and not before.isalnum()
        and (not before or before in '([—–-“"' or before.isspace())
        and bool(after)
        and not after.isspace()
    )


def _closes_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in SINGLE_CLOSING and bool(before) and not before.isspace() and not after.isalnum()


def _case(word: str) -> Case:
    if not word[0].isalnum():
        return Case.SYMBOL
    if word[0].isdigit():
        return Case.DIGIT
    if len(word) > 1 and word.isupper():
        return Case.UPPER
    return Case.CAPITALISED if word[0].isupper() else Case.LOWER


def paragraph_numbers(words: Words) -> list[int]:
    """The number of its paragraph for each word."""
    return [number for number, (first, end) in enumerate(words.paragraphs) for _ in range(first, end)]
