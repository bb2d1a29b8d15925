"""An open database: its transactions, each thread's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from attribution.ledger.opening import IMMEDIATE, LOOSE, opened

PATIENCE = 10.0  # seconds to wait for another program's transaction


class Session:
    """What the ledger's methods read and write through. Threads may share it: each has its own transaction."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.url = url
        self._engine = engine
        self._local = local()

    @classmethod
    def open(cls, url: str, patience: float = PATIENCE) -> Self:
        """The ledger at a path or SQLAlchemy URL, made where there is none and brought up to this program's tables."""
        return cls(opened(url, patience), url)

    def close(self) -> None:
        """Let go of the file. Threads other than this one let go when they end."""
        if (loose := getattr(self._local, "loose", None)) is not None:
            loose.close()
            self._local.loose = None
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All inside is kept, or after an exception nothing of it. Inside another transaction it joins that one: then
        an exception takes back what is inside this one.
        """
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if (active := self._active()) is not None:
            with active.begin_nested():
                yield active
            return
        with self._engine.connect().execution_options(begin=IMMEDIATE) as fresh, fresh.begin():
            self._local.active = fresh
            try:
                yield fresh
            finally:
                self._local.active = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The transaction in hand, or one of its own: what one call reads is of one moment."""
        if (active := self._active()) is not None:
            yield active
            return
        with self._engine.connect() as fresh:
            yield fresh

    def _active(self) -> Connection | None:
        found: Connection | None = getattr(self._local, "active", None)
        return found

    def _lasting(self) -> Connection:
        """The transaction in hand, or this thread's connection without one: each question is of its own moment."""
        if (active := self._active()) is not None:
            return active
        if getattr(self._local, "loose", None) is None:
            self._local.loose = self._engine.connect().execution_options(begin=LOOSE)
        found: Connection = self._local.loose
        return found
