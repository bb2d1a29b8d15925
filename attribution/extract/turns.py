"""Transcripts: "MARSH: We open two bridges." is what Marsh said, turn by turn, without any word that says so.

A text is read so where its lines show a conversation: several labels with a colon, each coming back. Headed lists
("Delegates: …") have labels too, but every one only once.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.paragraphs import paragraphs
from attribution.model import Span

_CAPITALS = r"[A-Z][A-Z.’'\- ]{1,40}"
_NAME = r"[A-Z][\w.’'\-]*(?: (?:de|van|von|al|bin|[A-Z][\w.’'\-]*)){0,3}"
# "CAROL BAXTER, MODERATOR:", "Ida Marsh, mayor of Saltover:", "VALE (Saltover):", "MARSH (D-Ohio) (via video):".
_ROLE = r"(?:, (?!(?:and|but) )[\w.’'\-]+(?:,? [\w.’'&\-]+){0,7}| [(\[][^)\]\n]{1,60}[)\]])"
# A quoted conversation has a mark before every label, and one only before what is no more than told: "(Applause.)".
_LABEL = re.compile(rf"[\"“”‘«]?({_CAPITALS}|{_NAME}|Q|A){_ROLE}{{0,2}}(:)(?=\s)")
# "On Monday, Marsh said:" is no label.
_VERB = re.compile(
    r"\b(?:(?:add|answer|ask|claim|declar|explain|report|respond|stat|warn)(?:ed|s|es|ing)"
    r"|continue[ds]|notes|noted|replie[ds]|said|says?|saying|tells?|told|writes?|wrote)\b"
)
# What a page prints before a title or a caption is nobody.
NOBODY = re.compile(
    r"(?i)(?:album|also|analysis|book|caption|correction|credits?|editor.s note|exclusive|film|headline|image|interview"
    r"|listen|more|movie|note|opinion|photo|read|related|see|song|source|subject|tags?|title|topics?|transcript"
    r"|updated?|video|watch|works?)\b"
)
_ASIDE = re.compile(r"[\"“”‘«]?[(\[][^)\]\n]{1,60}[)\]][.\"”’»]*\s*")
_CLOSING = '"”’»'
LEAST_TURNS, LEAST_SPEAKERS = 4, 2
# In a conversation so many of the turns are by someone who has another one too.
LEAST_RETURNS = 0.75


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, as labelled, the mark beside the label, and what is said, a piece for each paragraph."""

    label: Span
    mark: Span
    contents: tuple[Span, ...]


def turns(text: str) -> list[Turn]:
    """The turns of a conversation in the text, in order; none where it is no transcript.

    A paragraph without a label goes on with the turn before it, but for those after the last label: there the article
    may have gone back to telling. Time is linear in the text.
    """
    spans = tuple(paragraphs(text))
    labels = _of_one_style([_label(text, span) for span in spans])
    names = Counter(match.group(1) for match in labels if match)
    returning = sum(count for count in names.values() if count > 1)
    if names.total() < LEAST_TURNS or len(names) < LEAST_SPEAKERS or returning < LEAST_RETURNS * names.total():
        return []
    return _read(text, spans, labels)


def _label(text: str, paragraph: Span) -> "re.Match[str] | None":
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or NOBODY.match(match.group(1)):
        return None
    return None if _VERB.search(text, match.end(1), match.start(2)) else match


def _of_one_style(labels: Sequence["re.Match[str] | None"]) -> list["re.Match[str] | None"]:
    """The labels that have a mark before them where most have one, else those without: a headline is no turn."""
    marked = Counter(_is_marked(match) for match in labels if match)
    style = marked[True] > marked[False]
    return [match if match and _is_marked(match) == style else None for match in labels]


def _is_marked(label: "re.Match[str]") -> bool:
    return label.start() < label.start(1)


def _read(text: str, spans: Sequence[Span], labels: Sequence["re.Match[str] | None"]) -> list[Turn]:
    starts = [number for number, match in enumerate(labels) if match]
    found = []
    for number, following in zip(starts, [*starts[1:], starts[-1] + 1], strict=True):
        match = labels[number]
        assert match is not None
        first = _trimmed(text, match.end(), spans[number].end)
        if first is not None:
            more = (span for span in spans[number + 1 : following] if not _ASIDE.fullmatch(text, span.start, span.end))
            pieces = tuple(_unmarked(text, piece, match) for piece in (first, *more))
            found.append(Turn(Span(*match.span(1)), Span(*match.span(2)), pieces))
    return found


def _unmarked(text: str, piece: Span, label: "re.Match[str]") -> Span:
    """A piece without the marks of the quotation that holds the whole conversation."""
    if not _is_marked(label):
        return piece
    start = piece.start + (text[piece.start] == text[label.start()])
    return Span(start, start + len(text[start : piece.end].rstrip(_CLOSING)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None
