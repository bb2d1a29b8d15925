"""The list of name forms as CSV, to be edited in any spreadsheet: ``form, speaker, type, external, decided``."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING, TextIO

from attribution.errors import AttributionError
from attribution.model import Alias, SpeakerType

if TYPE_CHECKING:
    from _csv import Reader

HEADINGS = ("form", "speaker", "type", "external", "decided")
DELIMITERS = ",;\t"
NOT_DECIDED = ("no", "false", "0")
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


def read(data: bytes, name: str) -> list[Alias]:
    """The name forms of such a list, decided unless a line says "no". ``name`` is told in errors.

    Columns may come in any order, parted by commas, semicolons or tabs; ``external`` and ``decided`` may be missing.
    Raises AttributionError naming the first line that does not fit.
    """
    text = _decoded(data, name)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return list(_rows(table, name))
    except csv.Error as fault:
        raise AttributionError(f"{name}:{table.line_num}: this line cannot be read as CSV: {fault}") from fault


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 with its mark, as spreadsheets write "Unicode text"."""
    coding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise AttributionError(f"{name}:{line}: this line is not UTF-8; save the list as “CSV UTF-8”") from fault


def _delimiter(text: str) -> str:
    """What parts the headings: a comma, or the semicolon or tab that spreadsheets write in other places."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _rows(table: "Reader", name: str) -> Iterator[Alias]:
    headings = [heading.strip().casefold() for heading in next(filter(any, table), [])]
    missing = [each for each in HEADINGS[:3] if each not in headings]
    if missing:
        there = ", ".join(filter(None, headings)) or "nothing"
        told = shorten(there, 80, placeholder=" …")
        raise AttributionError(f"{name}: no column {missing[0]!r} in its first line, which names {told}; "
                               "form, speaker and type are needed")  # fmt: skip
    for cells in filter(any, table):
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            raise AttributionError(f"{name}:{table.line_num}: more cells than headings; is a name with a comma quoted?")
        row = dict(zip(headings, map(_meant, cells), strict=False))
        yield _alias(row, f"{name}:{table.line_num}")


def _alias(row: dict[str, str], where: str) -> Alias:
    form, speaker, kind = (row.get(each, "").strip() for each in HEADINGS[:3])
    if not form or not speaker:
        raise AttributionError(f"{where}: form and speaker must both have words")
    try:
        told = SpeakerType(kind.casefold())
    except ValueError as fault:
        raise AttributionError(f"{where}: type {kind!r} is none of {', '.join(SpeakerType)}") from fault
    decided = row.get("decided", "").strip().casefold() not in NOT_DECIDED
    return Alias(form, speaker, told, row.get("external", "").strip() or None, decided)


def decisions(listed: Iterable[Alias], known: Iterable[Alias]) -> list[Alias]:
    """What a list decides: its decided forms, and those that it gives to another speaker than the program does.

    A line marked "no" says what the program thought. Where it still thinks so, or a person has decided since, or it
    never met the form, the line says nothing. ``known`` are the forms as they stand.
    """
    by_form: dict[str, list[Alias]] = {}
    for row in listed:
        by_form.setdefault(row.form, []).append(row)
    stored: dict[str, list[Alias]] = {}
    for each in known:
        stored.setdefault(each.form, []).append(each)
    said = (rows for form, rows in by_form.items() if _decides(rows, stored.get(form, [])))
    return [replace(row, decided=True) for rows in said for row in dict.fromkeys(rows)]


def _decides(rows: Sequence[Alias], stored: Sequence[Alias]) -> bool:
    """Whether the lines of one form say more than what is known of it; lines that were left out say nothing."""
    if any(row.decided for row in rows):
        return True
    if not stored or any(each.decided for each in stored):
        return False
    there = {(each.speaker, each.type): each.external for each in stored}
    given = {(row.speaker, row.type) for row in rows}
    moved = bool(given - there.keys()) or (len(rows) >= len(stored) and given != there.keys())
    return moved or any(row.external not in (None, there[row.speaker, row.type]) for row in rows)
