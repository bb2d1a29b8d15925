"""Alembic runs this file: it does its work when loaded, which no other module here does.

The connection, already in a transaction, is handed in by attribution.ledger.migrating.
"""

from typing import Any

from alembic import context
from sqlmodel import SQLModel

from attribution.ledger import tables


def is_ours(item: Any, name: str | None, type_: str, reflected: bool, compare_to: Any) -> bool:
    """Whether a table or index is declared in tables.py: the full-text index's own tables are not."""
    return not (type_ == "table" and reflected and str(name).startswith(tables.ARTICLE_WORDS))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    include_object=is_ours,
    compare_type=False,
)
context.run_migrations()
