"""Exports from the ledger: every chosen attribution, then the utterances that they belong to."""

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from attribution import __version__
from attribution.errors import AttributionError, BadSettings
from attribution.model import Decision, Entry, Repeat, Selection

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger
    from attribution.report.about import About

PAGE = 1000  # entries read at once: memory stays bounded whatever the ledger holds


def report(ledger: "Ledger", selection: Selection, name: str, out: BinaryIO) -> int:
    """Write a report in the format ``name`` ("html", "csv", "jsonl") and say how many attributions it holds."""
    from attribution.report.writing import write_report

    about = _about(ledger, selection)
    spread: dict[str, int] = {}
    write_report(name, about, _entries(ledger, selection, spread), _repeats(ledger, spread), out)
    return about.attributions


def write_report(ledger: "Ledger", selection: Selection, name: str, path: Path) -> int:
    """Write a report to a file, which appears whole or not at all. Raises AttributionError where it cannot."""
    try:
        handle, draft = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    except OSError as fault:
        raise AttributionError(f"{path}: cannot be written ({fault.strerror}); choose another place") from fault
    try:
        with open(handle, "wb") as out:
            written = report(ledger, selection, name, out)
        _publish(draft, path)
    except OSError as fault:
        raise AttributionError(f"{path}: could not be finished ({fault.strerror}); nothing was left there") from fault
    finally:
        Path(draft).unlink(missing_ok=True)
    return written


def _publish(draft: str, path: Path) -> None:
    """Put the finished file in place, with the rights that a newly made file has (mkstemp gives fewer)."""
    mask = os.umask(0)
    os.umask(mask)
    Path(draft).chmod(0o666 & ~mask)
    Path(draft).replace(path)


def _about(ledger: "Ledger", selection: Selection) -> "About":
    from attribution.report.about import About
    from attribution.report.accuracy import measured

    count = ledger.count(selection)
    pending = selection.decision in (None, Decision.UNDECIDED)
    unreviewed = ledger.count(replace(selection, decision=Decision.UNDECIDED)) if pending else 0
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return About(made, __version__, count, unreviewed, selection, measured())


def _entries(ledger: "Ledger", selection: Selection, spread: dict[str, int]) -> Iterator[Entry]:
    """The chosen entries, page by page; ``spread`` learns which utterances in several articles they belong to."""
    offset, left = selection.offset, selection.limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        page = ledger.entries(replace(selection, limit=size, offset=offset))
        for entry in page:
            if entry.utterance is not None and entry.articles > 1:
                spread[entry.utterance] = entry.articles
            yield entry
        if len(page) < size:
            return
        offset, left = offset + size, None if left is None else left - size


def _repeats(ledger: "Ledger", spread: dict[str, int]) -> Iterator[Repeat]:
    for utterance in sorted(spread, key=lambda name: (-spread[name], name)):
        yield ledger.repeat(utterance)


def report_format(path: Path, asked: str | None) -> str:
    """The name of the format to write: the one asked for, else the one that the file ends in, else "html".

    Raises BadSettings where the file ends in another format's ending than the one asked for.
    """
    from attribution.report.writing import FORMATS

    endings = {each.ending: name for name, each in FORMATS.items()} | {".htm": "html"}
    told = endings.get(path.suffix.lower())
    if asked is not None and told is not None and asked != told:
        raise BadSettings(f"{path}: the file ends in {path.suffix}, and --format says {asked}; let them say the same")
    return asked or told or "html"


def check_days(since: str | None, until: str | None) -> None:
    """Raises BadSettings unless both are None or days, and in order."""
    for day in (since, until):
        check_day(day)
    if since is not None and until is not None and since > until:
        raise BadSettings(f"--since {since} is after --until {until}: no day is in between")


def check_day(day: str | None) -> None:
    """Raises BadSettings unless ``day`` is None or an ISO 8601 date such as 2020-10-02."""
    if day is None:
        return
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            raise ValueError
        date.fromisoformat(day)
    except ValueError as fault:
        raise BadSettings(f"{day}: not a date; write it as 2020-10-02") from fault
