"""Opening a ledger, and one clear line for whatever is wrong with it."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from attribution.errors import LedgerError
from attribution.ledger.store import Ledger
from attribution.model import Article, Selection


def test_the_folder_is_made_and_the_ledger_found_again(tmp_path: Path, stories: tuple[Article, ...]) -> None:
    path = tmp_path / "a" / "b c %" / "ledger.sqlite"
    with Ledger.open(str(path)) as ledger:
        ledger.store(stories[0])
        assert ledger.url == str(path)
    with Ledger.open(f"sqlite:///{path}") as again:
        assert again.count_articles() == 1


def test_a_ledger_in_memory(stories: tuple[Article, ...]) -> None:
    with Ledger.open("sqlite://") as ledger:
        ledger.store(stories[0])
        assert ledger.count(Selection()) == 2


def test_its_settings(ledger: Ledger) -> None:
    with ledger._reading() as db:
        found = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar()
                 for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")}  # fmt: skip
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 10_000}


def _junk(folder: Path) -> str:
    (folder / "junk").write_bytes(b"An article, not a database. " * 100)
    return str(folder / "junk")


def _other_database(folder: Path) -> str:
    with sqlite3.connect(folder / "other") as other:
        other.execute("CREATE TABLE recipes (name)")
    return str(folder / "other")


def _newer(folder: Path) -> str:
    Ledger.open(str(folder / "newer")).close()
    with sqlite3.connect(folder / "newer") as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9001'")
    return str(folder / "newer")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(_junk, "this file is no ledger; name another", id="not-a-database"),
        pytest.param(_other_database, "a database, but no ledger of this program", id="another-program's"),
        pytest.param(_newer, "made by a newer version of this program; update it", id="newer"),
        pytest.param(str, "this is a folder; name a file in it", id="a-folder"),
        pytest.param(lambda folder: _junk(folder) + "/x/y", "its folder cannot be made", id="under-a-file"),
        pytest.param(lambda folder: "postgresql://localhost/x", "only SQLite ledgers", id="another-database"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, make: Callable[[Path], str], told: str) -> None:
    url = make(tmp_path)
    with pytest.raises(LedgerError) as caught:
        Ledger.open(url)
    line = str(caught.value)
    assert line.startswith(f"{url}: ")
    assert told in line
    assert "\n" not in line


def test_a_damaged_ledger(tmp_path: Path, stories: tuple[Article, ...]) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(str(path)) as ledger:
        for article in stories:
            ledger.store(article)
    whole = path.read_bytes()
    page = 4096
    path.write_bytes(whole[:page] + b"\xa5" * (len(whole) - page))
    with pytest.raises(LedgerError, match="the ledger is damaged; put a backup in its place"):
        Ledger.open(str(path)).overview()


def test_locked_by_another_program(tmp_path: Path, stories: tuple[Article, ...]) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(str(path), patience=0.1) as ledger:
        ledger.store(stories[0])
        other = sqlite3.connect(path)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError, match="in use by another program; wait"):
            ledger.store(stories[1])
        assert ledger.count_articles() == 1, "reading goes on"
        other.rollback()
        other.close()
        ledger.store(stories[1])
        assert ledger.count_articles() == 2


def test_locked_while_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerError, match="in use by another program"):
        Ledger.open(str(path), patience=0.1)
    other.close()


def test_a_full_disk_keeps_what_was_committed(ledger: Ledger, tell: Callable[..., Article]) -> None:
    with ledger._reading() as db:
        pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
        db.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    told = [_kept(ledger, tell(f"a{number}", [("Ida Marsh", "Water. " * 1000)])) for number in range(30)]
    full = "the disk is full; make room and repeat the command: what was kept before stays"
    kept = told.index(full)
    assert kept > 0
    assert set(told[kept:]) == {full}
    assert ledger.count_articles() == ledger.count(Selection()) == kept
    with ledger._reading() as db:
        assert db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def _kept(ledger: Ledger, article: Article) -> str:
    try:
        return ledger.store(article)
    except LedgerError as full:
        return str(full).partition(": ")[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only(tmp_path: Path, stories: tuple[Article, ...]) -> None:
    with Ledger.open(str(tmp_path / "ledger.sqlite")) as ledger:
        ledger.store(stories[0])
    (tmp_path / "ledger.sqlite").chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LedgerError, match=r"read-only|cannot be opened"), \
                Ledger.open(str(tmp_path / "ledger.sqlite")) as again:  # fmt: skip
            again.store(stories[1])
    finally:
        tmp_path.chmod(0o700)


def test_two_threads_have_transactions_of_their_own(ledger: Ledger, stories: tuple[Article, ...]) -> None:
    from threading import Thread

    seen: list[int] = []
    with ledger.transaction():
        ledger.store(stories[0])
        reader = Thread(target=lambda: seen.append(ledger.count_articles()))
        reader.start()
        reader.join()
    assert (seen, ledger.count_articles()) == ([0], 1)
