"""What the command line prints: JSON lines, counts in words, and the inputs that could not be read."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import typer

from attribution.errors import UnreadableArticle

T = TypeVar("T")


class Run:
    """One command's run: names each unreadable input on standard error and remembers that there was one."""

    def __init__(self) -> None:
        self.unreadable = 0

    def readable(self, items: Iterable[T | UnreadableArticle]) -> Iterator[T]:
        """The items that could be read."""
        for item in items:
            if isinstance(item, UnreadableArticle):
                self.unreadable += 1
                print(f"attribution: {item}", file=sys.stderr)
            else:
                yield item

    def finish(self) -> None:
        """Exit with 1 where some input was unreadable."""
        if self.unreadable:
            print(f"attribution: {many(self.unreadable, 'problem')} with the input, named above", file=sys.stderr)
            raise typer.Exit(1)


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
