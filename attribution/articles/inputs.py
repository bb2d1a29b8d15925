"""Paths → the files to read, and what each of them holds; nothing here can hang or raise for one bad path."""

import os
import re
import stat
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from attribution.errors import UnreadableArticle

STANDARD_INPUT = "-"
LIMIT = 20_000_000  # bytes of a text, a page or one JSON line: a hundred times the longest news article

_HEAD = 4096
_LONGEST_SHOWN = 60
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_RECORDS = re.compile(rb"\s*(?:\[\s*)?\{")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "rich text",
    b"\x1f\x8b": "compressed",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}


class Content(StrEnum):
    """What a file holds, by its ending; one that ends otherwise is asked by its first bytes."""

    TEXT = "text"
    PAGE = "page"
    RECORDS = "records"


ENDINGS = {
    ".txt": Content.TEXT,
    ".html": Content.PAGE,
    ".htm": Content.PAGE,
    ".jsonl": Content.RECORDS,
}


def is_address(path: str) -> bool:
    return _ADDRESS.match(path) is not None


def printable(path: str | Path) -> str:
    """The path as text that can be printed on one line and stored: what of it is no UTF-8, and line ends and other
    control characters, become U+FFFD.
    """
    return _UNPRINTABLE.sub("\ufffd", str(path))


def shown(value: object) -> str:
    """A value of the input as a message tells it: on one line, its beginning only where it is long."""
    whole = repr(value)
    return whole if len(whole) <= _LONGEST_SHOWN else whole[: _LONGEST_SHOWN - 1] + "…"


def files(path: str) -> Iterator[Path | UnreadableArticle]:
    """The file at ``path``, or every file with a known ending in that folder and those below it, sorted by name.

    In a folder, hidden files and folders, other endings and links to folders are passed over; a folder without any file
    to read is an error, and so is what is neither file nor folder: a pipe or a device would wait for ever.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield UnreadableArticle(f"{printable(path)}: {_why(error)}; check the path")
        return
    if not stat.S_ISDIR(mode):
        yield Path(path) if stat.S_ISREG(mode) else _no_file(path)
        return
    found = False
    for each in _below(Path(path)):
        found = True
        yield each
    if not found:
        yield UnreadableArticle(
            f"{printable(path)}: no {', '.join(ENDINGS)} file here or in folders below; nothing read"
        )


def _below(folder: Path) -> Iterator[Path | UnreadableArticle]:
    # A stack of our own: folders can be nested deeper than Python's calls.
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if not here.is_dir():
            yield here if here.is_file() else _no_file(here)
            continue
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield UnreadableArticle(f"{printable(here)}: {_why(error)}; the folder was left out")
            continue
        waiting += [here / entry.name for entry in entries if _is_wanted(entry)]


def _is_wanted(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    return entry.is_dir(follow_symlinks=False) or (Path(entry.name).suffix.lower() in ENDINGS and not _is_folder(entry))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _no_file(path: str | Path) -> UnreadableArticle:
    why = "no file behind this link" if os.path.islink(path) else "neither a file nor a folder"
    return UnreadableArticle(f"{printable(path)}: {why}; to read from a pipe, give - and standard input")


def opened(path: Path) -> BinaryIO:
    """The file, opened for reading. Raises UnreadableArticle."""
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableArticle(f"{printable(path)}: {_why(error)}; check who may read it") from None


def content(path: Path, stream: BinaryIO) -> Content:
    """What the opened file holds."""
    return ENDINGS.get(path.suffix.lower()) or sniffed(stream, printable(path))


def sniffed(stream: BinaryIO, where: str) -> Content:
    """What the stream holds by its first bytes, which stay unread. Raises UnreadableArticle."""
    start = head(stream, where).removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe")
    if start.startswith(b"{\\rtf"):
        return Content.TEXT
    if _RECORDS.match(start):
        return Content.RECORDS
    return Content.PAGE if _PAGE.match(start) else Content.TEXT


def head(stream: BinaryIO, where: str) -> bytes:
    """The first bytes of a stream, which stay unread. Raises UnreadableArticle when it cannot be read."""
    peek = getattr(stream, "peek", None)
    try:
        if peek is not None:
            return bytes(peek(_HEAD))[:_HEAD]
        at = stream.tell()
        start = stream.read(_HEAD)
        stream.seek(at)
    except OSError as error:
        raise UnreadableArticle(f"{where}: {_why(error)}; it cannot be read") from None
    return start


def everything(stream: BinaryIO, where: str) -> bytes:
    """All bytes of the stream. Raises UnreadableArticle when there are too many, or none, or they cannot be read."""
    try:
        data = stream.read(LIMIT + 1)
    except OSError as error:
        raise UnreadableArticle(f"{where}: {_why(error)}; it cannot be read to its end") from None
    if len(data) > LIMIT:
        raise UnreadableArticle(f"{where}: larger than {LIMIT // 10**6} MB, which no article is; split it")
    if not data.strip():
        raise UnreadableArticle(f"{where}: empty; leave it out")
    return data


def refuse_binary(data: bytes, where: str) -> None:
    """Raise UnreadableArticle for bytes that are no text: known formats, and NUL bytes outside UTF-16 and UTF-32."""
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise UnreadableArticle(f"{where}: {what}, not plain text; save its words as .txt in UTF-8")
    if b"\0" in data and not data.startswith((*_WIDE, b"\0\0\xfe\xff")):
        raise UnreadableArticle(f"{where}: binary (NUL bytes), not text; save its words as .txt in UTF-8")


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error)).lower()
