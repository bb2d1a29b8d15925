"""What SQLite says when something is wrong, as one line that says what, where and what to do."""

from sqlite3 import DatabaseError, DataError, OperationalError

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from attribution.errors import LedgerError

_TOLD = (
    ("locked", "the ledger is in use by another program; wait until it is done, or close it, and try again"),
    ("not a database", "this file is no ledger; name another file, or move this one away to begin anew"),
    ("malformed", "the ledger is damaged; put a backup in its place, or rescue it with `sqlite3 FILE .recover`"),
    ("is full", "the disk is full; make room and repeat the command: what was kept before stays"),
    ("readonly", "the ledger is read-only; give yourself the right to write the file and its folder"),
    ("unable to open", "the ledger cannot be opened; check that the path is a file that you may read and write"),
    ("i/o error", "the disk reports an error; check it and the room on it, then repeat the command"),
    ("too big", "the text is too long for an SQLite ledger (about 1 GB); split the article"),
    ("no such", "the file is a database, but no ledger of this program; name another file"),
)


def explain(engine: Engine, where: str) -> None:
    """Make the engine raise a LedgerError that names ``where`` for what the file, the disk or another program does."""

    def told(context: ExceptionContext) -> None:
        fault = context.original_exception
        # The others (a broken constraint, a misspelt query) are faults of this program and stay what they are.
        if not isinstance(fault, (OperationalError, DataError)) and type(fault) is not DatabaseError:
            return
        raise LedgerError(f"{where}: {_in_words(str(fault))}") from fault

    event.listen(engine, "handle_error", told)


def _in_words(said: str) -> str:
    told = next((words for sign, words in _TOLD if sign in said.lower()), None)
    return told or f"the database refused ({' '.join(said.split())}); check the file, or name another"
