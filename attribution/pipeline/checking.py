"""Quoted words checked against primary texts, on files alone: lines of the contract in and out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attribution.errors import UnreadableArticle
from attribution.model import Article
from attribution.pipeline.extracting import read, unneeded
from attribution.pipeline.incoming import Record

if TYPE_CHECKING:
    from attribution.match.passages import PrimarySource
    from attribution.match.verifying import Check, Claim, Verification


def primary_sources(paths: Iterable[str]) -> Iterator["PrimarySource | UnreadableArticle"]:
    """The primary texts in files and folders, each under its file's name without ending."""
    from attribution.match.passages import PrimarySource

    for item in read(paths):
        if isinstance(item, Article):
            yield PrimarySource(item.id, item.text)
        else:
            yield unneeded(item)


def verified(records: Sequence[Record], sources: Sequence["PrimarySource"]) -> Iterator[Record]:
    """The same lines with verdict, place, passage, score, reason and a check for each quote."""
    from attribution.match.verifying import verify

    for record, found in zip(records, verify([_claim(record) for record in records], sources), strict=True):
        yield {**record, **_verdict(found)}


def _claim(record: Record) -> "Claim":
    """What a line says was said; ``records_in`` has seen to the types of its fields."""
    from attribution.match.verifying import Claim

    quotes, speaker = record.get("quotes"), record.get("speaker")
    strings = tuple(map(str, quotes)) if isinstance(quotes, list) else ()
    return Claim(str(record["id"]), str(record["text"]), strings, speaker if isinstance(speaker, str) else None)


def _verdict(found: "Verification") -> Record:
    best = _check_line(found.best)
    return {name: best[name] for name in best if name != "quote"} | {"checks": [_check_line(c) for c in found.checks]}


def _check_line(check: "Check") -> dict[str, object]:
    return {
        "quote": check.quote,
        "verdict": check.verdict.value,
        "source": check.source,
        "start": check.start,
        "end": check.end,
        "passage": check.passage,
        "score": round(check.score, 4),
        "reason": check.reason,
        "said_by": check.speaker,
        "before": check.before,
        "after": check.after,
        "edits": [list(edit) for edit in check.edits],
    }
