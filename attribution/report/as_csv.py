"""A report as CSV for spreadsheets: RFC 4180, UTF-8 with a byte-order mark (without one Excel reads it as ANSI).

One rectangular table, the header first; the column ``record`` says what a line is: "about" (what stands on top: its
name under ``id``, its text under ``words``), "attribution", or "wording" (an appearance of a repeated statement, with
``beside``, ``relation`` and ``differences`` against an earlier one). So a filter on ``record`` gives each part alone.

A cell that a spreadsheet could take for a formula (first character other than white space is = + - @ or a full-width
form of them, or the cell starts with a tab or line end) gets an apostrophe before it, as OWASP advises: a statement
that starts with a hyphen is shown with one. The JSON Lines report has the words untouched.
"""

import csv
import re
from collections.abc import Iterator
from typing import TextIO

from attribution.model import Entry, Repeat
from attribution.report.about import About, about_lines
from attribution.report.columns import COLUMNS
from attribution.report.rows import as_text, row
from attribution.report.wordings import Comparison, Wording, differences, relation_in_words, wordings

COMPARED = ("beside", "relation", "differences")
HEADER = ("record", *(column.name for column in COLUMNS), *COMPARED)
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class CsvReport:
    """Writes a line for each entry, and one for each appearance of a repeat, as they come."""

    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        self._table = csv.DictWriter(out, HEADER, restval="", lineterminator="\r\n")
        self._table.writeheader()
        for name, text in about_lines(about):
            self._line({"record": "about", "id": name, "words": text})

    def write(self, item: Entry | Repeat) -> None:
        if isinstance(item, Entry):
            self._line({"record": "attribution", **_cells(item)})
            return
        for line in _wording_lines(item):
            self._line(line)

    def finalize(self) -> None:
        self._out.flush()

    def _line(self, cells: dict[str, str]) -> None:
        self._table.writerow({name: safe_cell(cell) for name, cell in cells.items()})


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it; NUL and lone surrogates replaced."""
    text = _UNWRITABLE.sub("\ufffd", text)
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(entry: Entry) -> dict[str, str]:
    return {name: as_text(value) for name, value in row(entry).items()}


def _wording_lines(repeat: Repeat) -> Iterator[dict[str, str]]:
    for wording in wordings(repeat):
        for entry in wording.entries:
            yield {"record": "wording", **_cells(entry), "utterance": repeat.utterance, **_compared(wording)}


def _compared(wording: Wording) -> dict[str, str]:
    comparison = wording.comparison
    if comparison is None:
        return {}
    return {
        "beside": comparison.base.attribution.id,
        "relation": relation_in_words(comparison.match),
        "differences": "; ".join(_in_words(comparison)),
    }


def _in_words(comparison: Comparison) -> Iterator[str]:
    for difference in differences(comparison):
        yield f"{difference.kind}: “{difference.before}” → “{difference.after}”"
