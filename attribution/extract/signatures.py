"""Quotations with a name beside them and no word that says so: signed ones and labelled ones.

A line that is a quotation, a dash and a name is signed: readers' letters, slogans and rows of short comments are
printed so; the name may stand on a line of its own below. A name, a colon and a quotation, at the start of a line or
after another quotation, is labelled: ""Who called?" Marsh: "Nobody."".
"""

import re
from collections.abc import Iterator

from attribution.extract.quotations import Quotations
from attribution.extract.turns import NOBODY, Turn
from attribution.model import Span

_SPACE = r"[^\S\n]*"
_PART = r"[A-Z][\w.’'\-]*"
_NAME = rf"{_PART}(?: (?:{_PART}|de|del|da|van|von|der|la|al|bin|y|and)){{0,5}}"
# What follows a name: "Ida Marsh, Saltover", "Ida Marsh, 41, of Saltover".
_ADDRESS = r"(?:,[^\n\"“”]{1,60}?)?"
_SIGNED = re.compile(
    rf"^{_SPACE}(?:[•*·]{_SPACE})?(?P<said>[\"“”„«][^\n]*?[\"“”»]){_SPACE}\n?{_SPACE}(?P<dash>[―—–]|--?){_SPACE}"
    rf"(?P<name>{_NAME}){_ADDRESS}[.]?{_SPACE}$",
    re.MULTILINE,
)
LEAST_LETTERS = 8
_LABELLED = re.compile(
    rf"(?:^{_SPACE}(?:[•*·―—–-]{_SPACE})?|[\"”»]{_SPACE})"
    rf"(?P<name>{_NAME})(?P<mark>:){_SPACE}(?=[“\"„«])",
    re.MULTILINE,
)


def labelled(text: str, quoted: Quotations) -> Iterator[Turn]:
    """The labelled quotations of a text, in order: the name, the colon and what is said, marks included."""
    said = {pair.span.start: pair.span for pair in quoted.pairs}
    for match in _LABELLED.finditer(text):
        if match.end() in said and not NOBODY.match(match["name"]):
            yield Turn(Span(*match.span("name")), Span(*match.span("mark")), (said[match.end()],))


def signatures(text: str) -> Iterator[Turn]:
    """The signed quotations of a text, in order: the name, the dash and what is said, marks included.

    A short one ("“Help” — Beatles") is rather the title of a work. Time is linear in the text but for lines with very
    many dashes between a mark and a name.
    """
    for match in _SIGNED.finditer(text):
        if sum(map(str.isalpha, match["said"])) >= LEAST_LETTERS:
            yield Turn(Span(*match.span("name")), Span(*match.span("dash")), (Span(*match.span("said")),))
