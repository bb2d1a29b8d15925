"""The first tables: articles, attributions, speakers and their forms, matches, utterances, findings, reviews."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, PrimaryKeyConstraint, String, Text, UniqueConstraint

revision = "0001"
down_revision = None


def upgrade() -> None:
    _articles()
    _reviews()
    _speakers()
    _attributions()
    _matches()
    _utterances()
    _findings()


def _key() -> "Column[int]":
    return Column("key", Integer, primary_key=True, nullable=False)


def _link(name: str, target: str, on_delete: str, **options: object) -> "Column[int]":
    return Column(name, Integer, ForeignKey(f"{target}.key", ondelete=on_delete), **options)  # type: ignore[arg-type]


def _index(table: str, *columns: str, name: str | None = None) -> None:
    op.create_index(name or f"ix_{table}_{columns[0]}", table, list(columns))


def _articles() -> None:
    op.create_table(
        "article", _key(), Column("id", Text, nullable=False), Column("sha256", String, nullable=False),
        *(Column(name, Text) for name in ("title", "url", "outlet", "published", "origin", "original_sha256")),
        Column("added", String, nullable=False), Column("extra", String), Column("text", Text, nullable=False),
        UniqueConstraint("id"),
    )  # fmt: skip
    _index("article", "outlet", "published", name="article_by_outlet")
    _index("article", "published", name="article_by_date")
    # Titles and texts by word. It keeps no copy of them (content='') and no places (detail=none): half their size
    # would be a seventh. Taking an entry out needs the words that went in, and the ledger never alters a text.
    op.execute(
        "CREATE VIRTUAL TABLE article_words USING fts5"
        "(words, content='', detail=none, tokenize='unicode61 remove_diacritics 2')"
    )


def _reviews() -> None:
    op.create_table(
        "review", _key(), Column("target", Text, nullable=False), Column("target_id", Text, nullable=False),
        Column("decision", String, nullable=False), Column("reviewer", Text, nullable=False),
        Column("at", String, nullable=False), Column("value", String), Column("note", Text, nullable=False),
        Column("undoes", Integer), Column("changes", String),
        _link("article", "article", "CASCADE"), _link("second", "article", "CASCADE"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    _index("review", "target", "target_id", name="review_by_target")
    _index("review", "reviewer", "at", name="review_by_reviewer")
    for name in ("undoes", "article", "second"):
        _index("review", name)


def _speakers() -> None:
    op.create_table(
        "speaker", _key(), Column("name", Text, nullable=False), Column("type", String, nullable=False),
        Column("folded", String, nullable=False), Column("external", Text),
        _link("merged_into", "speaker", "SET NULL"), _link("root", "speaker", "SET NULL"),
        UniqueConstraint("name", "type"), sqlite_autoincrement=True,
    )  # fmt: skip
    _index("speaker", "merged_into")
    _index("speaker", "root")
    op.create_table(
        "alias", _key(), Column("form", Text, nullable=False), Column("folded", String, nullable=False),
        _link("speaker", "speaker", "RESTRICT", nullable=False), Column("decided", Boolean, nullable=False),
        sqlite_autoincrement=True,
    )  # fmt: skip
    _index("alias", "form")
    _index("alias", "speaker")


def _attributions() -> None:
    op.create_table(
        "attribution", _key(), Column("id", Text, nullable=False),
        _link("article", "article", "CASCADE", nullable=False), Column("start", Integer, nullable=False),
        *(Column(name, String, nullable=False) for name in ("content", "cue", "source", "kind")),
        Column("confidence", Float, nullable=False), Column("nested", Boolean, nullable=False),
        Column("origin", String, nullable=False), Column("speaker", String), _link("alias", "alias", "RESTRICT"),
        Column("role", Text), Column("decision", String, nullable=False), _link("review", "review", "SET NULL"),
        Column("extra", String), Column("folded", String, nullable=False),
        UniqueConstraint("id"),
    )  # fmt: skip
    _index("attribution", "article", "start", name="attribution_by_place")
    _index("attribution", "decision", "confidence", name="attribution_by_doubt")
    for name in ("confidence", "alias", "review"):
        _index("attribution", name)


def _matches() -> None:
    op.create_table(
        "match", _link("a", "attribution", "CASCADE"), _link("b", "attribution", "CASCADE"),
        Column("relation", String, nullable=False), Column("score", Float, nullable=False),
        Column("reason", Text, nullable=False), Column("edits", String, nullable=False),
        Column("same_article", Boolean, nullable=False), Column("suggested", Boolean, nullable=False),
        PrimaryKeyConstraint("a", "b"),
    )  # fmt: skip
    _index("match", "b")


def _utterances() -> None:
    op.create_table(
        "utterance", _key(), Column("id", Text, nullable=False), Column("articles", Integer, nullable=False),
        sa.UniqueConstraint("id"),
    )  # fmt: skip
    _index("utterance", "articles")
    op.create_table(
        "membership", _link("utterance", "utterance", "CASCADE"), _link("attribution", "attribution", "CASCADE"),
        Column("suggested", Boolean, nullable=False), Column("place", Integer, nullable=False),
        PrimaryKeyConstraint("utterance", "attribution"),
    )  # fmt: skip
    _index("membership", "attribution")


def _findings() -> None:
    op.create_table(
        "finding", _key(), _link("article", "article", "CASCADE", nullable=False),
        Column("kind", Text, nullable=False), Column("spans", String, nullable=False),
        Column("reason", Text, nullable=False), Column("evidence", String, nullable=False),
    )  # fmt: skip
    _index("finding", "article")
