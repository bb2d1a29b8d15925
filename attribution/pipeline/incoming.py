"""Statements and articles with attributions as ``match`` and ``verify`` read them: JSON Lines, each line checked."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from attribution.articles.inputs import shown
from attribution.articles.lines import article_from, is_date
from attribution.errors import Note, UnreadableArticle
from attribution.model import Article, Statement
from attribution.pipeline.extracting import kinds
from attribution.pipeline.statements import statements

Record = Mapping[str, object]
# Where each id was read first: those of articles, and those of statements.
Places = dict[tuple[type[Any], str], str]


def statements_in(paths: Iterable[str]) -> Iterator[Statement | UnreadableArticle]:
    """The statements of JSON Lines: one a line, or each attribution of an article's line.

    An id that came before, in whatever file, is refused: matches name statements by it.
    """
    places: Places = {}
    for where, record in _lines(paths):
        try:
            yield from _statements(record, where, places)
        except UnreadableArticle as problem:
            yield problem


def _lines(paths: Iterable[str]) -> Iterator[tuple[str, Record | UnreadableArticle]]:
    from attribution.articles.records import records

    return records(paths, getattr(sys.stdin, "buffer", None))


def _statements(
    record: Record | UnreadableArticle, where: str, places: Places
) -> Iterator[Statement | UnreadableArticle]:
    if isinstance(record, UnreadableArticle):
        raise record
    if "attributions" not in record:
        _check(record, where, "article", "published")
        made = _statement(record)
        _refuse_repeated(made, where, places)
        if made.published is not None and not is_date(made.published):
            yield Note(f"{where}: published {shown(made.published)} is no ISO 8601 date; not used")
            made = replace(made, published=None)
        yield made
        return
    article, problems = article_from(record, where, kinds)
    _refuse_repeated(article, where, places)
    yield from problems
    for each in statements(article):
        _refuse_repeated(each, where, places)
        yield each


def _check(record: Record, where: str, *optional: str) -> None:
    """Raise UnreadableArticle unless id and text are strings, and speaker and the ``optional`` fields too, or null."""
    for name in ("id", "text", "speaker", *optional):
        value = record.get(name)
        if not isinstance(value, str) and (name in ("id", "text") or value is not None):
            raise UnreadableArticle(f"{where}: the statement's {name} is no text; give it as a JSON string")


def _refuse_repeated(item: Article | Statement, where: str, places: Places) -> None:
    first = places.setdefault((type(item), item.id), where)
    if first is not where:  # a file that is given twice has its places twice
        what = type(item).__name__.lower()
        raise UnreadableArticle(f"{where}: its id {shown(item.id)} is that of {first}; give each {what} its own")


def _statement(record: Record) -> Statement:
    fields = {name: record.get(name) for name in ("article", "speaker", "published")}
    known: dict[str, Any] = {name: value for name, value in fields.items() if isinstance(value, str)}
    return Statement(str(record["id"]), str(record["text"]), quoted=record.get("quoted") is not False, **known)


def records_in(paths: Iterable[str]) -> Iterator[Record | UnreadableArticle]:
    """The lines to check: statements as they are, and for each attribution a line with id, text, quotes and speaker.

    Ids may repeat: each line is answered by one line, in order.
    """
    for where, record in _lines(paths):
        try:
            yield from _checkable(record, where)
        except UnreadableArticle as problem:
            yield problem


def _checkable(record: Record | UnreadableArticle, where: str) -> Iterator[Record | UnreadableArticle]:
    if isinstance(record, UnreadableArticle):
        raise record
    if "attributions" not in record:
        _check(record, where)
        _check_quotes(record.get("quotes"), where)
        yield record
        return
    article, problems = article_from(record, where, kinds)
    yield from problems
    for each in statements(article):
        line: dict[str, object] = {"id": each.id, "text": each.text, "speaker": each.speaker}
        yield line | ({"quotes": [each.text]} if each.quoted else {})


def _check_quotes(quotes: object, where: str) -> None:
    if quotes is not None and not (isinstance(quotes, list) and all(isinstance(quote, str) for quote in quotes)):
        raise UnreadableArticle(f"{where}: the statement's quotes are no list of texts; give JSON strings in [ ]")
