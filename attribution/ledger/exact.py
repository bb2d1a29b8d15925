"""How values become columns: text kept exactly, spans and other structures as compact JSON."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy.engine import Dialect
from sqlalchemy.types import Text, TypeDecorator

from attribution.model import NOTHING, Span


class Exact(TypeDecorator[str]):
    """Any Python string, read back equal: a file name or a broken page may hold half a surrogate pair, which UTF-8 and
    so an SQLite text cannot; such a string is kept as a blob of its bytes, which SQLite allows in a text column.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        if value is None or encodable(value):
            return value
        return value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def encodable(text: str) -> bool:
    """Whether the text holds no half of a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def packed(value: object) -> str:
    """A structure as JSON in ASCII without spaces; half surrogate pairs survive it as escapes."""
    return json.dumps(value, separators=(",", ":"))


def packed_spans(spans: Iterable[Span]) -> str:
    return packed([[span.start, span.end] for span in spans])


def spans_of(column: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(column))


def packed_fields(fields: Mapping[str, object]) -> str | None:
    """None for no fields: most articles and attributions have none."""
    return packed(dict(fields)) if fields else None


def fields_of(column: str | None) -> Mapping[str, object]:
    return NOTHING if column is None else MappingProxyType(json.loads(column))
