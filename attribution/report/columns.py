"""The one list of columns that serves every output: reports in each format and the dashboard's tables.

A column knows its name (the key in JSON Lines and the header in CSV, part of the contract), its heading (what a reader
sees) and how to read its value from an Entry. Values are plain JSON: offsets are ``[[start, end], …]`` in code points
of the article's text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from attribution.model import Attribution, Entry, Span, Speaker

Value = str | int | float | bool | None | list[list[int]]


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` for machines, ``heading`` for people, ``read`` the value out of an entry (None where there is none)."""

    name: str
    heading: str
    read: Callable[[Entry], Value]


def speaker_name(attribution: Attribution) -> str | None:
    """The name all articles share, or the article's own; None where nobody was resolved."""
    speaker = attribution.speaker
    if speaker is None:
        return None
    return speaker.canonical or speaker.name or None


def _speaker(read: Callable[[Speaker], Value]) -> Callable[[Entry], Value]:
    def of_entry(entry: Entry) -> Value:
        speaker = entry.attribution.speaker
        return None if speaker is None else read(speaker)

    return of_entry


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


COLUMNS: Sequence[Column] = (
    Column("id", "Number", lambda e: e.attribution.id),
    Column("words", "Exact words", lambda e: e.words),
    Column("source", "Source as printed", lambda e: e.source_words or None),
    Column("speaker", "Speaker", lambda e: speaker_name(e.attribution)),
    Column("speaker_type", "Speaker is a", _speaker(lambda s: s.type.value)),
    Column("role", "Role", _speaker(lambda s: s.role)),
    Column("voice", "Spoken by", _speaker(lambda s: s.voice)),
    Column("cue", "Cue", lambda e: e.cue_words or None),
    Column("kind", "Kind", lambda e: e.attribution.kind.value),
    Column("nested", "Inside another", lambda e: e.attribution.nested),
    Column("title", "Article", lambda e: e.article.title),
    Column("outlet", "Outlet", lambda e: e.article.outlet),
    Column("published", "Date", lambda e: e.article.published),
    Column("url", "Address", lambda e: e.article.url),
    Column("article", "Article id", lambda e: e.article.id),
    Column("content_offsets", "Words at", lambda e: _offsets(e.attribution.content)),
    Column("cue_offsets", "Cue at", lambda e: _offsets(e.attribution.cue)),
    Column("source_offsets", "Source at", lambda e: _offsets(e.attribution.source)),
    Column("confidence", "Confidence", lambda e: e.attribution.confidence),
    Column("speaker_confidence", "Speaker confidence", _speaker(lambda s: s.confidence)),
    Column("speaker_reason", "Why this speaker", _speaker(lambda s: s.reason)),
    Column("origin", "Found by", lambda e: e.attribution.origin.value),
    Column("decision", "Review", lambda e: e.decision.value),
    Column("reviewer", "Reviewed by", lambda e: e.reviewer),
    Column("reviewed_at", "Reviewed at", lambda e: e.reviewed_at),
    Column("note", "Note", lambda e: e.note or None),
    Column("utterance", "Statement repeated", lambda e: e.utterance),
    Column("articles", "In articles", lambda e: e.articles),
    Column("text_sha256", "Hash of the text", lambda e: e.article.sha256),
)

BY_NAME = {column.name: column for column in COLUMNS}


def columns(*names: str) -> tuple[Column, ...]:
    """The columns of these names, in this order. Raises KeyError for an unknown one."""
    return tuple(BY_NAME[name] for name in names)
