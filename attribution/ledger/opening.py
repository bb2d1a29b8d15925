"""From a path or an SQLAlchemy URL to an open database: its folder, its settings, its newest tables."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from attribution.errors import LedgerError
from attribution.ledger.faults import explain
from attribution.ledger.migrating import migrate

# How a transaction begins, by the execution option "begin": one that will write takes the lock at once, so that it
# never fails half-way for another that writes; LOOSE is no transaction at all.
IMMEDIATE, LOOSE = "BEGIN IMMEDIATE", ""
# The index that matching asks is read and written all over: 64 MB of it are remembered, 2 GB are read where the
# system holds them, and pages that are written again and again go into the database once in so many.
ROOM = ("cache_size=-65536", "mmap_size=2147418112", "wal_autocheckpoint=8000")


def opened(url: str, patience: float) -> Engine:
    """An engine on a ledger of this program's schema, made or brought up to it; waits ``patience`` seconds for locks.

    Raises LedgerError.
    """
    place = address(url)
    _make_folder(place, url)
    engine = _engine(place, url, patience)
    try:
        migrate(engine, url)
    except BaseException:
        engine.dispose()
        raise
    return engine


def address(url: str) -> URL:
    """The SQLAlchemy URL of a path or URL. Raises LedgerError for one that names no SQLite database."""
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser()))
    try:
        place = make_url(url)
    except ArgumentError as fault:
        raise LedgerError(f"{url}: not an address; write a path, or sqlite:////absolute/path") from fault
    if place.get_backend_name() != "sqlite":
        raise LedgerError(f"{url}: only SQLite ledgers can be kept; write a path, or sqlite:////absolute/path")
    return place


def missing(url: str) -> bool:
    """Whether opening a ledger there would make a file. Raises LedgerError for what names no SQLite database."""
    place = address(url)
    return not (_in_memory(place) or str(place.database).startswith("file:") or Path(str(place.database)).exists())


def _in_memory(place: URL) -> bool:
    return place.database in (None, "", ":memory:")


def _make_folder(place: URL, url: str) -> None:
    if _in_memory(place) or str(place.database).startswith("file:"):
        return
    file = Path(str(place.database))
    if file.is_dir():
        raise LedgerError(f"{url}: this is a folder; name a file in it, such as {file / 'ledger.sqlite'}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LedgerError(f"{url}: its folder cannot be made ({fault.strerror}); name another place") from fault


def _engine(place: URL, url: str, patience: float) -> Engine:
    # One connection for all threads where there is no file that several could share.
    pool: dict[str, Any] = {"poolclass": StaticPool} if _in_memory(place) else {}
    waits = {"timeout": patience, "check_same_thread": False}
    engine = create_engine(place, connect_args=waits, **pool)
    explain(engine, url)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, record: object) -> None:
    # Python's driver begins transactions late and by itself; SQLAlchemy's events do it here instead.
    connection.isolation_level = None
    for setting in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", *ROOM):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "BEGIN")
    if how != LOOSE:
        connection.exec_driver_sql(how)
