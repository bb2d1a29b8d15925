"""Entries → rows: what a table, a line of CSV or a JSON object holds."""

from collections.abc import Iterable, Iterator, Sequence

from attribution.model import Entry
from attribution.report.columns import COLUMNS, Column, Value


def row(entry: Entry, columns: Sequence[Column] = COLUMNS) -> dict[str, Value]:
    """One entry's values by column name, in the columns' order."""
    return {column.name: column.read(entry) for column in columns}


def rows(entries: Iterable[Entry], columns: Sequence[Column] = COLUMNS) -> Iterator[dict[str, Value]]:
    """A row for each entry, one at a time."""
    return (row(entry, columns) for entry in entries)


def as_text(value: Value) -> str:
    """A value as people read it: "" for nothing, offsets as ``120-180; 200-240``, scores with two decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list):
        return "; ".join(f"{start}-{end}" for start, end in value)
    return str(value)
