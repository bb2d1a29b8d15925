"""Articles out of the ledger, with all that came from them."""

from sqlalchemy import ColumnElement, Connection, delete, func, select

from attribution.ledger.articles import head
from attribution.ledger.findings import findings_about
from attribution.ledger.tables import ARTICLE, ATTRIBUTION, FINDING, MATCH, MEMBERSHIP, REVIEW
from attribution.ledger.writing import take_out, tidy, unindex_words
from attribution.model import Removal


def removal(db: Connection, article_id: str) -> Removal:
    """What would go with an article: ``utterances`` counts its memberships. Raises LedgerError for an unknown one."""
    key, told = head(db, article_id)
    ids = list(db.execute(select(ATTRIBUTION.c.id).where(ATTRIBUTION.c.article == key)).scalars())
    mine = select(ATTRIBUTION.c.key).where(ATTRIBUTION.c.article == key)
    own = set(db.execute(select(FINDING.c.key).where(FINDING.c.article == key)).scalars())
    return Removal(
        article=told,
        attributions=len(ids),
        matches=_count(db, MATCH.c.a.in_(mine) | MATCH.c.b.in_(mine)),
        utterances=_count(db, MEMBERSHIP.c.attribution.in_(mine)),
        findings=len(own | findings_about(db, ids)),
        reviews=_count(db, (REVIEW.c.article == key) | (REVIEW.c.second == key)),
    )


def _count(db: Connection, which: ColumnElement[bool]) -> int:
    return int(db.execute(select(func.count()).where(which)).scalar_one())


def remove(db: Connection, article_id: str) -> Removal:
    """Take an article out, and say what went. Raises LedgerError for an unknown one."""
    gone = removal(db, article_id)
    row = db.execute(select(ARTICLE.c.key, ARTICLE.c.title, ARTICLE.c.text).where(ARTICLE.c.id == article_id)).one()
    unindex_words(db, row.key, row.title, row.text)
    left = take_out(db, row.key, by_hand=True)
    db.execute(delete(ARTICLE).where(ARTICLE.c.key == row.key))
    tidy(db, left)
    return gone
