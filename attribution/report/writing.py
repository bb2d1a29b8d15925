"""One verb for all formats: write a report, entry by entry, so that a hundred thousand need no more memory than ten."""

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TextIO

from attribution.model import Entry, Repeat
from attribution.report.about import About
from attribution.report.as_csv import CsvReport
from attribution.report.as_html import HtmlReport
from attribution.report.as_jsonl import JsonlReport


class Report(Protocol):
    """What every format gives: entries first, then repeats, then the end."""

    def write(self, item: Entry | Repeat) -> None: ...

    def finalize(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is called for people, its ending and media type, its encoding, and its writer."""

    heading: str
    ending: str
    mime: str
    encoding: str
    start: Callable[[TextIO, About], Report]


FORMATS: Mapping[str, Format] = {
    "html": Format("Web page to read and print", ".html", "text/html", "utf-8", HtmlReport),
    "csv": Format("Table for spreadsheets", ".csv", "text/csv", "utf-8-sig", CsvReport),
    "jsonl": Format("JSON Lines for scripts", ".jsonl", "application/jsonl", "utf-8", JsonlReport),
}


def write_report(name: str, about: About, entries: Iterable[Entry], repeats: Iterable[Repeat], out: BinaryIO) -> None:
    """Write a whole report in the format of that name; ``out`` stays open. Raises KeyError for an unknown format."""
    chosen = FORMATS[name]
    text = io.TextIOWrapper(out, encoding=chosen.encoding, newline="", write_through=True)
    try:
        report = chosen.start(text, about)
        for entry in entries:
            report.write(entry)
        for repeat in repeats:
            report.write(repeat)
        report.finalize()
    finally:
        text.detach()
