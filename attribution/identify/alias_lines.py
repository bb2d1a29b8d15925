"""The list of name forms as CSV, to be edited in any spreadsheet: ``form, speaker, type, external, decided``."""

import csv
from collections.abc import Iterable
from typing import TextIO

from attribution.errors import AttributionError
from attribution.model import Alias, SpeakerType

HEADINGS = ("form", "speaker", "type", "external", "decided")
# A cell that starts with one of these is a formula to a spreadsheet; an apostrophe before it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(aliases: Iterable[Alias], out: TextIO) -> None:
    """Write the list, one form a line."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(HEADINGS)
    for a in aliases:
        cells = (a.form, a.speaker, a.type.value, a.external or "", "yes" if a.decided else "no")
        lines.writerow([_safe(cell) for cell in cells])


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def _meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell


def read(lines: Iterable[str], name: str) -> list[Alias]:
    """The name forms of such a list, all of them as decided. ``name`` is told in errors.

    Columns may come in any order; ``external`` and ``decided`` may be missing, and lines whose decided is "no" are left
    out: they only say what the program thought. Raises AttributionError naming the first line that does not fit.
    """
    table = csv.reader(lines)
    headings = [heading.strip("\ufeff ").casefold() for heading in next(table, [])]
    missing = [each for each in HEADINGS[:3] if each not in headings]
    if missing:
        raise AttributionError(f"{name}: no column {missing[0]!r}; the first line must name form, speaker and type")
    rows = ((table.line_num, dict(zip(headings, map(_meant, cells), strict=False))) for cells in table if any(cells))
    try:
        return [_alias(row, f"{name}:{at}") for at, row in rows if row.get("decided", "").strip().casefold() != "no"]
    except csv.Error as fault:
        raise AttributionError(f"{name}:{table.line_num}: this line cannot be read as CSV: {fault}") from fault


def _alias(row: dict[str, str], where: str) -> Alias:
    form, speaker, kind = (row.get(each, "").strip() for each in HEADINGS[:3])
    if not form or not speaker:
        raise AttributionError(f"{where}: form and speaker must both have words")
    try:
        told = SpeakerType(kind.casefold())
    except ValueError as fault:
        raise AttributionError(f"{where}: type {kind!r} is none of {', '.join(SpeakerType)}") from fault
    return Alias(form, speaker, told, row.get("external", "").strip() or None, True)
