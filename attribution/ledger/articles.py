"""Articles as the ledger lists and tells them."""

import re
import unicodedata
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select, text

from attribution.errors import LedgerError
from attribution.ledger.attributions import attributions_in
from attribution.ledger.exact import fields_of
from attribution.ledger.keys import AnyRow
from attribution.ledger.tables import ARTICLE
from attribution.model import Article, Head

HEAD = [ARTICLE.c[name] for name in ("id", "title", "outlet", "url", "published", "sha256", "origin", "added")]


def head_of(row: AnyRow) -> Head:
    """The first eight columns of a row that were chosen as HEAD."""
    return Head(*row[:8])


def heads(db: Connection, words: str, outlet: str | None, limit: int | None, offset: int) -> list[Head]:
    """Articles whose title or text has all the words (or begins of words), newest first."""
    chosen = _chosen(select(*HEAD), words, outlet).order_by(ARTICLE.c.published.desc(), ARTICLE.c.key.desc())
    return [head_of(row) for row in db.execute(chosen.limit(-1 if limit is None else limit).offset(offset))]


def count(db: Connection, words: str, outlet: str | None) -> int:
    return int(db.execute(_chosen(select(func.count()).select_from(ARTICLE), words, outlet)).scalar_one())


def _chosen(query: Select[*tuple[Any, ...]], words: str, outlet: str | None) -> Select[*tuple[Any, ...]]:
    if outlet is not None:
        query = query.where(ARTICLE.c.outlet == outlet)
    if words.strip():
        found = text("SELECT rowid FROM article_words WHERE article_words MATCH :asked")
        query = query.where(ARTICLE.c.key.in_(found.bindparams(asked=_asked(words)).columns(literal_column("rowid"))))
    return query


def _asked(words: str) -> str:
    """The words as an FTS5 query: each quoted, so that nothing in it is an operator, and open at its end."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", words))
    return " AND ".join(f'"{word}"*' for word in found) or '""'


def article(db: Connection, article_id: str) -> Article:
    """The article with its attributions in order of the text, decisions applied. Raises LedgerError for an unknown."""
    row = db.execute(select(ARTICLE).where(ARTICLE.c.id == article_id)).one_or_none()
    if row is None:
        raise unknown(db, article_id)
    return Article(
        id=row.id, text=row.text, title=row.title, url=row.url, outlet=row.outlet, published=row.published,
        origin=row.origin, original_sha256=row.original_sha256, attributions=attributions_in(db, row.key),
        extra=fields_of(row.extra),
    )  # fmt: skip


def head(db: Connection, article_id: str) -> tuple[int, Head]:
    """An article's key and head. Raises LedgerError for an unknown one."""
    row = db.execute(select(*HEAD, ARTICLE.c.key).where(ARTICLE.c.id == article_id)).one_or_none()
    if row is None:
        raise unknown(db, article_id)
    return row.key, head_of(row)


def unknown(db: Connection, article_id: str) -> LedgerError:
    """The error for an id that is not stored, with the ids that are most like it."""
    near = get_close_matches(article_id, db.execute(select(ARTICLE.c.id)).scalars().all(), n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`attribution list` shows what is stored"
    return LedgerError(f"{article_id}: no such article in the ledger; {hint}")


def known(db: Connection, given: Article) -> str | None:
    """The id under which this article's text is stored, given the article's own id; None when it is not."""
    names = _names(given)
    stored = select(ARTICLE.c.id).where(ARTICLE.c.id.in_(names), ARTICLE.c.sha256 == given.sha256)
    found = set(db.execute(stored).scalars())
    return next((name for name in names if name in found), None)


def free_id(db: Connection, given: Article) -> str:
    """The id to store this article by: its own, unless that is taken by another text."""
    names = _names(given)
    rows = db.execute(select(ARTICLE.c.id, ARTICLE.c.sha256).where(ARTICLE.c.id.in_(names)))
    taken = {row.id for row in rows if row.sha256 != given.sha256}
    return next(name for name in names if name not in taken)


def _names(given: Article) -> list[str]:
    # Eight digits suffice but for an attack; the last, with all 64, can only be taken by the same text.
    return [given.id, *(f"{given.id}~{given.sha256[:length]}" for length in (8, 16, 64))]
