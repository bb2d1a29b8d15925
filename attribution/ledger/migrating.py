"""Bring a ledger's tables up to this program's, by the Alembic migrations that lie beside this file.

Opening must be quick, so Alembic is loaded only when there is something to do: the migrations are numbered by their
file names, and the highest number is compared with the one in the ledger. A new one is written by hand, as the next
number; tests/ledger/test_migrating.py holds them against tables.py.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine

from attribution.errors import LedgerError

HERE = Path(__file__).with_name("migrations")


def newest() -> str:
    """The revision that this program's tables have, such as "0001"."""
    return max(file.name.split("_")[0] for file in (HERE / "versions").glob("[0-9]*_*.py"))


def migrate(engine: Engine, where: str, to: str | None = None) -> None:
    """Bring the tables to revision ``to`` (the newest unless told), all or nothing. Raises LedgerError for a ledger of
    a newer program.
    """
    wanted = to or newest()
    with engine.connect() as connection:
        if _revision(connection, where) == wanted:
            return
    with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
        # Another process may have been quicker while this one waited.
        if _revision(connection, where) != wanted:
            _upgrade(connection, wanted)


def _revision(connection: Connection, where: str) -> str | None:
    tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if not connection.exec_driver_sql(tables).scalar_one():
        _check_empty(connection, where)
        return None
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if found > newest():
        raise LedgerError(f"{where}: made by a newer version of this program; update it, or name another ledger")
    return found


def _check_empty(connection: Connection, where: str) -> None:
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise LedgerError(f"{where}: a database, but no ledger of this program; name another file")


def _upgrade(connection: Connection, wanted: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic reads its settings with %-interpolation.
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, wanted)
