"""Anything readable → articles: plain texts, pages, JSON Lines, folders of them, addresses and standard input."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
from attribution.articles.lines import Kinds, article_from
from attribution.articles.pages import page
from attribution.articles.records import STDIN, records_in
from attribution.articles.texts import plain
from attribution.errors import UnreadableArticle
from attribution.model import Article

Item = Article | UnreadableArticle
HELD = 1000  # errors that wait for an article to come: a file without any is one error


def read(paths: Iterable[str], kinds: Kinds, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Every article at the paths, in order; what cannot be read comes as its error and the rest goes on.

    A path is a file, a folder (see inputs.files for what is passed over there), an http or https address, or "-" for
    standard input. A text or page is one article, its id the file's name without ending; JSON Lines hold one a line.
    What ends in nothing known, and standard input, is told by its first bytes. ``kinds`` is asked for the kind of an
    attribution that comes without it. A file of many lines and no article is one error. An error can also come beside
    an article: for attributions that do not fit, an encoding that was guessed, or a text or page with mojibake.
    """
    for path in paths:
        try:
            yield from _at(path, kinds, stdin)
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


def _at(path: str, kinds: Kinds, stdin: BinaryIO | None) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        if stdin is None:
            raise UnreadableArticle(f"{STDIN}: there is no standard input here; give a file")
        yield from _of_stream(stdin, sniffed(stdin, STDIN), Named(STDIN, STDIN), kinds)
    elif is_address(path):
        yield from at_address(path)
    else:
        for file in files(path):
            yield from _of_file(file, kinds)


def _of_file(file: Path | UnreadableArticle, kinds: Kinds) -> Iterator[Item]:
    if isinstance(file, UnreadableArticle):
        yield file
        return
    try:
        with opened(file) as stream:
            yield from _of_stream(stream, content(file, stream), Named(printable(file), printable(file.stem)), kinds)
    except UnreadableArticle as problem:
        yield problem


@dataclass(frozen=True, slots=True)
class Named:
    """What errors call a stream, and the id of an article that is all of it."""

    where: str
    identity: str


def _of_stream(stream: BinaryIO, kind: Content, named: Named, kinds: Kinds) -> Iterator[Item]:
    if kind is Content.RECORDS:
        yield from _some_or_one(_of_records(stream, named.where, kinds), named.where)
    elif kind is Content.PAGE:
        yield from page(everything(stream, named.where), named.where, named.identity)
    else:
        yield from plain(everything(stream, named.where), named.where, named.identity)


def _some_or_one(items: Iterable[Item], name: str) -> Iterator[Item]:
    """The items; but one error for all of them where there is no article among the first many."""
    held: list[UnreadableArticle] = []
    rest = iter(items)
    for item in rest:
        if not isinstance(item, UnreadableArticle) or len(held) == HELD:
            yield from held
            yield item
            yield from rest
            return
        held.append(item)
    if len(held) > 1:
        yield UnreadableArticle(f"{name}: none of its {len(held)} lines is an article; the first: {held[0]}")
    else:
        yield from held


def _of_records(stream: BinaryIO, name: str, kinds: Kinds) -> Iterator[Item]:
    places: dict[str, str] = {}
    found = False
    for where, record in records_in(stream, name):
        found = True
        try:
            yield from _of_record(record, where, kinds, places)
        except UnreadableArticle as problem:
            yield problem
    if not found:
        yield UnreadableArticle(f"{name}: empty; leave it out")


def _of_record(record: object, where: str, kinds: Kinds, places: dict[str, str]) -> Iterator[Item]:
    """One article with what of it could not be used. ``places`` are those of the ids that were read before."""
    if isinstance(record, UnreadableArticle):
        raise record
    article, problems = article_from(record, where, kinds)
    first = places.setdefault(article.id, where)
    if first != where:
        raise UnreadableArticle(f"{where}: its id {shown(article.id)} is that of {first}; give each article its own")
    yield from problems
    yield article


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
