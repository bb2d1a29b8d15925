"""An article as one JSON line, by the contract, and back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import PurePath
from types import MappingProxyType

from attribution.articles.attributions import BadAttribution, Place, attribution_from, attribution_record
from attribution.articles.inputs import shown
from attribution.errors import Note, UnreadableArticle
from attribution.model import Article, Attribution, Kind, Span

_OPTIONAL = ("title", "url", "outlet", "published")
_FIELDS = ("id", "text", *_OPTIONAL, "attributions")


# What reads a text's quotation marks, once for all of its contents: given the text, what tells the kind of a content.
Kinds = Callable[[str], Callable[[tuple[Span, ...]], Kind]]


def article_from(record: object, where: str, kinds: Kinds) -> tuple[Article, list[UnreadableArticle]]:
    """The article of a contract record, and what of it could not be used: attributions that do not fit, a date that is
    none. ``where`` says where the record stands ("dev.jsonl:12"); one without an id is named after it ("dev:12").
    Unknown fields are kept in ``extra``, as are known ones of a wrong type. ``kinds`` is asked where an attribution
    comes without its kind. Raises UnreadableArticle without a text.
    """
    if not isinstance(record, Mapping):
        raise UnreadableArticle(f"{where}: not a JSON object; each line must be one article")
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableArticle(f'{where}: no "text" field with words; each line must be one article')
    if not text.strip():
        raise UnreadableArticle(f"{where}: the text is empty; leave this line out")
    _check_characters(text, where)
    problems: list[UnreadableArticle] = []
    known = {field: record[field] for field in _OPTIONAL if isinstance(record.get(field), str)}
    if "published" in known and not is_date(known["published"]):
        problems.append(Note(f"{where}: published {shown(known.pop('published'))} is no ISO 8601 date; not used"))
    identity = _identity(record.get("id"), where)
    place = Place(where, identity, text)
    attributions = _attributions(record.get("attributions"), place, kinds, problems)
    extra = {field: value for field, value in record.items() if field not in _FIELDS}
    extra |= {field: record[field] for field in _OPTIONAL if field in record and field not in known}
    return Article(
        id=identity, text=text, origin=where, attributions=attributions, extra=MappingProxyType(extra), **known
    ), problems


def _check_characters(text: str, where: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        at = f"{error.start}–{error.end}"
        raise UnreadableArticle(f"{where}: the text has half a character at {at}; write the file anew") from None


def is_date(value: str) -> bool:
    """Whether this is an ISO 8601 date or date-time."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _identity(value: object, where: str) -> str:
    """The id as given, a number as its digits; without one, the file's name without ending and the line's number."""
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
        return str(value)
    name, _, number = where.rpartition(":")
    return f"{PurePath(name).stem}:{number}" if name else PurePath(where).stem


def _attributions(
    records: object, place: Place, kinds: Kinds, problems: list[UnreadableArticle]
) -> tuple[Attribution, ...] | None:
    """The attributions that fit, None where the record has none to say; the others are added to ``problems``."""
    if records is None:
        return None
    if not isinstance(records, list):
        problems.append(BadAttribution(f'{place.where}: "attributions" is no list; left out'))
        return None
    read = cache(kinds)
    found: list[Attribution] = []
    for number, record in enumerate(records, 1):
        here = replace(place, where=f"{place.where}: attribution {number}")
        try:
            found.append(attribution_from(record, here, lambda content: read(place.text)(content)))
        except BadAttribution as problem:
            problems.append(problem)
    return tuple(found)


def article_line(article: Article) -> dict[str, object]:
    """The contract's record of an article: id, text, what is known of it, unknown fields as they came, attributions."""
    line: dict[str, object] = {"id": article.id, "text": article.text}
    known = {field: getattr(article, field) for field in _OPTIONAL}
    line |= {field: value for field, value in known.items() if value is not None}
    line |= {field: value for field, value in article.extra.items() if field not in line}
    if article.attributions is not None:
        line["attributions"] = [attribution_record(attribution) for attribution in article.attributions]
    return line
