"""The migrations make the tables that the program declares, from any earlier state."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect

from attribution.ledger import migrating
from attribution.ledger.opening import opened
from attribution.ledger.store import Ledger
from attribution.ledger.tables import RECORD
from attribution.model import Article


def test_migrations_and_tables_agree(tmp_path: Path) -> None:
    """What ``alembic check`` does, on the tables that the program declares."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = opened(str(tmp_path / "ledger.sqlite"), 1.0)
    with engine.connect() as connection:
        options = {"include_object": _is_declared, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), RECORD) == []
    engine.dispose()


def _is_declared(item: object, name: str, kind: str, reflected: bool, other: object) -> bool:
    """The indexes' tables are not: SQL alone makes and reads them."""
    return kind != "table" or name in RECORD.tables


def test_what_metadata_would_make_is_what_migrations_made(tmp_path: Path) -> None:
    """Foreign keys' ON DELETE, NOT NULL and keys too, which autogeneration does not compare for SQLite."""
    migrated, declared = opened(str(tmp_path / "a.sqlite"), 1.0), create_engine("sqlite://")
    RECORD.create_all(declared)
    for table in RECORD.tables:
        assert _shape(migrated, table) == _shape(declared, table)
    migrated.dispose()


def _shape(engine: Engine, table: str) -> dict[str, object]:
    seen = inspect(engine)
    columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in seen.get_columns(table)}
    links = sorted((f["constrained_columns"], f["referred_table"], f["options"]) for f in seen.get_foreign_keys(table))
    key = seen.get_pk_constraint(table)["constrained_columns"]
    indexes = sorted((str(i["name"]), i["column_names"]) for i in seen.get_indexes(table))
    unique = sorted(u["column_names"] for u in seen.get_unique_constraints(table))
    return {"key": key, "columns": columns, "links": str(links), "indexes": indexes, "unique": unique}


def test_a_ledger_of_the_first_version_is_brought_up(tmp_path: Path, stories: tuple[Article, ...],
                                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    path = str(tmp_path / "ledger.sqlite")
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "newest", lambda: "0001")
        opened(path, 1.0).dispose()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0001"
    engine.dispose()
    with Ledger.open(path) as ledger:
        ledger.store(stories[0])
        assert ledger.article("flood").id == "flood"
        with ledger._reading() as db:
            version = db.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    assert version == migrating.newest() > "0001"


def test_revisions_are_numbered_in_a_line() -> None:
    names = sorted(file.name for file in (migrating.HERE / "versions").glob("*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


def test_a_failed_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.sqlite"
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "_upgrade", _half_way)
        with pytest.raises(RuntimeError):
            Ledger.open(str(path))
    with Ledger.open(str(path)) as ledger:
        assert ledger.count_articles() == 0


def _half_way(connection: object, wanted: str) -> None:
    connection.exec_driver_sql("CREATE TABLE article (key INTEGER)")  # type: ignore[attr-defined]  # a connection
    raise RuntimeError
