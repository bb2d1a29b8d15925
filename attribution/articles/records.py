"""JSON Lines, one object at a time, each with the place it stands at."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from attribution.articles.inputs import (
    LIMIT,
    STANDARD_INPUT,
    Content,
    content,
    files,
    head,
    is_address,
    opened,
    printable,
    refuse_binary,
)
from attribution.errors import UnreadableArticle

Record = tuple[str, Mapping[str, object] | UnreadableArticle]

STDIN = "stdin"
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SPREAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{][ \t\r]*\n")
_MOST_DIGITS = 4300  # Python refuses to read a longer whole number
_HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)


def records(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Record]:
    """The JSON objects of .jsonl files, of those in folders, and of standard input ("-"), with their places
    ("file.jsonl:12"). A line that is none comes as an error, and so does a file that is no JSON Lines.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _of_standard_input(stdin)
        elif is_address(path):
            where = printable(path)
            yield where, UnreadableArticle(f"{where}: JSON Lines are read from files only; save it first")
        else:
            yield from _of_path(path)


def _of_standard_input(stdin: BinaryIO | None) -> Iterator[Record]:
    if stdin is None:
        yield STDIN, UnreadableArticle(f"{STDIN}: there is no standard input here; give a file")
        return
    yield from records_in(stdin, STDIN)


def _of_path(path: str) -> Iterator[Record]:
    found, where = False, printable(path)
    for file in files(path):
        for each in [(where, file)] if isinstance(file, UnreadableArticle) else _of_file(file):
            found = True
            yield each
    if not found:
        yield where, UnreadableArticle(f"{where}: no JSON Lines; run `attribution extract` on it first")


def _of_file(file: Path) -> Iterator[Record]:
    where = printable(file)
    try:
        with opened(file) as stream:
            if content(file, stream) is Content.RECORDS:
                yield from records_in(stream, where)
    except UnreadableArticle as problem:
        yield where, problem


def records_in(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The JSON objects of an open stream; ``name`` is what its lines' places begin with. Blank lines are passed over.

    Read line by line, so a file may be of any size.
    """
    try:
        _refuse_other(head(stream, name), name)
        for number, line in enumerate(_lines(stream, name), 1):
            where = f"{name}:{number}"
            if line is None:
                yield where, UnreadableArticle(f"{where}: longer than {LIMIT // 10**6} MB; left out, split the article")
            elif line.strip():
                yield where, _record(line, where)
    except UnreadableArticle as problem:
        yield name, problem
    except OSError as error:
        yield name, UnreadableArticle(f"{name}: {error.strerror or error}; it cannot be read to its end")


def _refuse_other(start: bytes, name: str) -> None:
    """Raise UnreadableArticle for what begins as no JSON Lines do: one error then, where each line would be one."""
    refuse_binary(start, name)
    if _SPREAD.match(start):
        raise UnreadableArticle(f"{name}: JSON over several lines; write each object on one line of its own")


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes | None]:
    """The lines in UTF-8 without byte-order mark; None for one over the limit, whose rest is passed over."""
    encoding = _WIDE.get(head(stream, name)[:2])
    if encoding is not None:
        # Some Windows shells write UTF-16 where output goes into a file.
        with TextIOWrapper(stream, encoding, "replace", newline="\n") as text:
            yield from (line.encode("utf-8", "replace") for line in iter(lambda: text.readline(LIMIT), ""))
        return
    first = True
    for line in iter(lambda: stream.readline(LIMIT + 1), b""):
        whole = len(line) <= LIMIT
        while not line.endswith(b"\n") and (more := stream.readline(LIMIT)):
            whole, line = False, more
        yield (line.removeprefix(b"\xef\xbb\xbf") if first else line) if whole else None
        first = False


def _record(line: bytes, where: str) -> Mapping[str, object] | UnreadableArticle:
    try:
        text = line.decode("utf-8")
        found = json.loads(text, parse_constant=_refused, parse_float=_finite)
        if _HALF.search(text):
            _refuse_half_characters(found)
    except UnicodeDecodeError as error:
        return UnreadableArticle(f"{where}: no UTF-8 at byte {error.start}; write the line anew in UTF-8")
    except json.JSONDecodeError as error:
        return UnreadableArticle(
            f"{where}: broken JSON ({error.msg.lower()}, column {error.colno}); mend or drop the line"
        )
    except _Refused as error:
        return UnreadableArticle(f"{where}: broken JSON ({error}); mend or drop the line")
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else f"a number of over {_MOST_DIGITS:,} digits"
        return UnreadableArticle(f"{where}: broken JSON ({why}); mend or drop the line")
    if not isinstance(found, dict):
        return UnreadableArticle(f"{where}: not a JSON object; each line must be one")
    return found


class _Refused(ValueError):
    """JSON as Python reads it, and nobody else: the message says what."""


def _refused(constant: str) -> object:
    raise _Refused(f"{constant} is no JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _Refused(f"the number {digits[:20]} is too large")
    return number


def _refuse_half_characters(found: object) -> None:
    """Raise _Refused for a surrogate without its other half: no file or ledger in UTF-8 can hold it."""
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise _Refused("half a character: a \\ud… escape without its other half") from None
