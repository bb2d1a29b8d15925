"""Rows found by their keys or ids, many at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Row, select

from attribution.ledger.tables import ATTRIBUTION

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]
# SQLite allows 32,766 variables in a statement; fewer keep its plans quick to make.
AT_ONCE = 900


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists that one statement can name."""
    rest = iter(items)
    while chunk := list(islice(rest, AT_ONCE)):
        yield chunk


def keys_of(db: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The keys of those attributions that are stored, by id."""
    found: dict[str, int] = {}
    for some in chunks(dict.fromkeys(ids)):
        rows = db.execute(select(ATTRIBUTION.c.id, ATTRIBUTION.c.key).where(ATTRIBUTION.c.id.in_(some)))
        found.update((row.id, row.key) for row in rows)
    return found


def inserted(result: CursorResult[*tuple[Any, ...]]) -> int:
    """The key of the row that one insert has made."""
    key = result.inserted_primary_key
    if key is None:
        raise LookupError("the insert made no row")
    return int(key[0])
