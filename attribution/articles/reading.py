"""Anything readable → articles: plain texts, pages, JSON Lines, folders of them, addresses and standard input."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from attribution.articles.addresses import at_address
from attribution.articles.inputs import (
    STANDARD_INPUT,
    Content,
    content,
    everything,
    files,
    is_address,
    opened,
    printable,
    shown,
    sniffed,
)
from attribution.articles.lines import article_from
from attribution.articles.pages import page
from attribution.articles.records import STDIN, records_in
from attribution.articles.texts import plain
from attribution.errors import UnreadableArticle
from attribution.model import Article

Item = Article | UnreadableArticle


def read(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Every article at the paths, in order; what cannot be read comes as its error and the rest goes on.

    A path is a file, a folder (see inputs.files for what is passed over there), an http or https address, or "-" for
    standard input. A text or page is one article, its id the file's name without ending; JSON Lines hold one a line.
    What ends in nothing known, and standard input, is told by its first bytes. An error can also come beside an
    article: for attributions that do not fit, an encoding that was guessed, or a text or page with mojibake.
    """
    for path in paths:
        try:
            yield from _at(path, stdin)
        except UnreadableArticle as problem:
            yield problem


def count(paths: Iterable[str]) -> int | None:
    """How many articles and errors ``read`` will give, nearly; None where only reading can tell."""
    total = 0
    for path in paths:
        if path == STANDARD_INPUT:
            return None
        total += 1 if is_address(path) else sum(map(_count, files(path)))
    return total


def _at(path: str, stdin: BinaryIO | None) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        if stdin is None:
            raise UnreadableArticle(f"{STDIN}: there is no standard input here; give a file")
        yield from _of_stream(stdin, sniffed(stdin, STDIN), STDIN, STDIN)
    elif is_address(path):
        yield from at_address(path)
    else:
        for file in files(path):
            yield from _of_file(file)


def _of_file(file: Path | UnreadableArticle) -> Iterator[Item]:
    if isinstance(file, UnreadableArticle):
        yield file
        return
    try:
        with opened(file) as stream:
            yield from _of_stream(stream, content(file, stream), printable(file), printable(file.stem))
    except UnreadableArticle as problem:
        yield problem


def _of_stream(stream: BinaryIO, kind: Content, where: str, identity: str) -> Iterator[Item]:
    if kind is Content.RECORDS:
        yield from _of_records(stream, where)
    elif kind is Content.PAGE:
        yield from page(everything(stream, where), where, identity)
    else:
        yield from plain(everything(stream, where), where, identity)


def _of_records(stream: BinaryIO, name: str) -> Iterator[Item]:
    places: dict[str, str] = {}
    found = False
    for where, record in records_in(stream, name):
        found = True
        if isinstance(record, UnreadableArticle):
            yield record
            continue
        try:
            article, problems = article_from(record, where)
        except UnreadableArticle as problem:
            yield problem
            continue
        first = places.setdefault(article.id, where)
        if first != where:
            yield UnreadableArticle(
                f"{where}: its id {shown(article.id)} is that of {first}; give each article its own"
            )
            continue
        yield from problems
        yield article
    if not found:
        yield UnreadableArticle(f"{name}: empty; leave it out")


def _count(file: Path | UnreadableArticle) -> int:
    if isinstance(file, UnreadableArticle):
        return 1
    try:
        with opened(file) as stream:
            return _lines(stream) if content(file, stream) is Content.RECORDS else 1
    except (UnreadableArticle, OSError):
        return 1


def _lines(stream: BinaryIO) -> int:
    """How many line ends there are, and a last line without one; blank lines are too few to be looked for."""
    total, last = 0, b"\n"
    while block := stream.read(1 << 20):
        total += block.count(b"\n")
        last = block[-1:]
    return max(1, total + (last != b"\n"))
