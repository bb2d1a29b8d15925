"""What the command line prints: JSON lines, counts in words, and the inputs that could not be read."""

import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import typer

from attribution.errors import Fault, Note, UnreadableArticle

T = TypeVar("T")


class Run:
    """One command's run: names on standard error what was wrong with each input, and remembers what it was."""

    def __init__(self) -> None:
        self.unreadable = 0
        self.faults = 0

    def readable(self, items: Iterable[T | UnreadableArticle]) -> Iterator[T]:
        """The items that could be read."""
        for item in items:
            if isinstance(item, UnreadableArticle):
                self._named(item)
            else:
                yield item

    def _named(self, problem: UnreadableArticle) -> None:
        print(f"attribution: {problem}", file=sys.stderr)
        if isinstance(problem, Fault):
            self.faults += 1
            if problem.__cause__ is not None and os.environ.get("ATTRIBUTION_DEBUG"):
                traceback.print_exception(problem.__cause__)
        elif not isinstance(problem, Note):
            self.unreadable += 1

    def finish(self) -> None:
        """Exit with 4 where this program failed on some input, else with 1 where some was unreadable."""
        if self.unreadable:
            print(f"attribution: {many(self.unreadable, 'problem')} with the input, named above", file=sys.stderr)
        if self.faults:
            told = f"{many(self.faults, 'fault')} in this program, named above; ATTRIBUTION_DEBUG=1 shows where"
            print(f"attribution: {told}", file=sys.stderr)
        if self.faults or self.unreadable:
            raise typer.Exit(4 if self.faults else 1)


def print_line(record: Mapping[str, object]) -> None:
    """Print one JSON line in UTF-8. A lone surrogate, which UTF-8 cannot hold, makes its line ASCII with escapes."""
    line = json.dumps(record, ensure_ascii=False)
    if not _encodable(line):
        line = json.dumps(record)
    sys.stdout.write(line + "\n")


def _encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def many(number: int, one: str, several: str | None = None) -> str:
    """A count in words: "1 match", "3 matches"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def shorten(text: str, width: int) -> str:
    """The text on one line, cut with an ellipsis where it is longer than ``width``."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
