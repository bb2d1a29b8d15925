"""Findings: what a reviewer should look at."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from attribution.ledger.articles import head
from attribution.ledger.exact import packed, packed_spans, spans_of
from attribution.ledger.keys import chunks
from attribution.ledger.tables import ARTICLE, FINDING
from attribution.model import Finding


def note_findings(db: Connection, article_id: str, found: Sequence[Finding]) -> None:
    """Keep these findings of an article in place of those before, and of others on the same pairs of attributions.

    Raises LedgerError for an unknown article.
    """
    key, _ = head(db, article_id)
    db.execute(delete(FINDING).where(FINDING.c.article == key))
    pairs = {packed(order) for each in found if each.evidence for order in (each.evidence, each.evidence[::-1])}
    for some in chunks(pairs):
        db.execute(delete(FINDING).where(FINDING.c.evidence.in_(some)))
    rows = [
        {"article": key, "kind": each.kind, "spans": packed_spans(each.spans), "reason": each.reason,
         "evidence": packed(each.evidence)}
        for each in found
    ]  # fmt: skip
    if rows:
        db.execute(insert(FINDING), rows)


def findings(db: Connection, article_id: str | None, kind: str | None, limit: int | None, offset: int) -> list[Finding]:
    """The findings of one article or of all, of one kind or of all, the newest articles' first."""
    wanted = select(FINDING, ARTICLE.c.id).join(ARTICLE, ARTICLE.c.key == FINDING.c.article)
    if kind is not None:
        wanted = wanted.where(FINDING.c.kind == kind)
    if article_id is not None:
        wanted = wanted.where(ARTICLE.c.id == article_id)
    ordered = wanted.order_by(ARTICLE.c.published.desc(), ARTICLE.c.key.desc(), FINDING.c.key)
    return [
        Finding(row.kind, row.id, spans_of(row.spans), row.reason, tuple(json.loads(row.evidence)))
        for row in db.execute(ordered.limit(-1 if limit is None else limit).offset(offset))
    ]


def findings_about(db: Connection, ids: Collection[str]) -> set[int]:
    """The keys of the findings whose evidence names one of these ids."""
    wanted = set(ids)
    if not wanted:
        return set()
    rows = db.execute(select(FINDING.c.key, FINDING.c.evidence).where(FINDING.c.evidence != "[]"))
    return {key for key, evidence in rows if not wanted.isdisjoint(json.loads(evidence))}


def drop_findings_about(db: Connection, ids: Collection[str]) -> None:
    """Take out the findings whose evidence is no longer there."""
    for some in chunks(findings_about(db, ids)):
        db.execute(delete(FINDING).where(FINDING.c.key.in_(some)))
