"""Alembic runs this file: it does its work when loaded, which no other module here does.

The connection, already in a transaction, is handed in by attribution.ledger.migrating.
"""

from typing import Any

from alembic import context

from attribution.ledger.tables import RECORD


def is_ours(item: Any, name: str | None, type_: str, reflected: bool, compare_to: Any) -> bool:
    """Whether tables.py declares it: the tables of full-text and matching indexes are made and read by SQL alone."""
    return type_ != "table" or not reflected or name in RECORD.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=RECORD,
    include_object=is_ours,
    compare_type=False,
)
context.run_migrations()
