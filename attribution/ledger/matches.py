"""Statements as matching reads them, and the matches between them."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from attribution.errors import LedgerError
from attribution.ledger.attributions import ROOT, with_speakers
from attribution.ledger.entries import texts_of
from attribution.ledger.exact import packed, spans_of
from attribution.ledger.keys import AnyRow, chunks, keys_of
from attribution.ledger.reviewing import decided_pairs
from attribution.ledger.tables import ARTICLE, ATTRIBUTION, MATCH
from attribution.model import Edit, Kind, Match, Relation, Statement, words

_M, _A = MATCH.c, ATTRIBUTION.c
_FIRST, _SECOND = ATTRIBUTION.alias("first"), ATTRIBUTION.alias("second")


def connect(db: Connection, matches: Sequence[Match]) -> None:
    """Keep matches; one between the same two statements, whichever way round, is replaced.

    Raises LedgerError when a statement is not stored.
    """
    keys = keys_of(db, [name for match in matches for name in (match.a, match.b)])
    rows = {frozenset((match.a, match.b)): _row(match, keys) for match in matches}
    for row in rows.values():
        ways = ((row["a"], row["b"]), (row["b"], row["a"]))
        for a, b in ways:
            db.execute(delete(MATCH).where(_M.a == a, _M.b == b))
    if rows:
        db.execute(insert(MATCH), list(rows.values()))


def _row(match: Match, keys: Mapping[str, int]) -> dict[str, object]:
    for name in (match.a, match.b):
        if name not in keys:
            raise LedgerError(f"{name}: no such statement to match; store its article first")
    edits = [[e.kind, e.a_start, e.a_end, e.b_start, e.b_end] for e in match.edits]
    return {
        "a": keys[match.a],
        "b": keys[match.b],
        "relation": match.relation.value,
        "score": match.score,
        "reason": match.reason,
        "edits": packed(edits),
        "same_article": match.same_article,
        "suggested": match.suggested,
    }


def touching(db: Connection, keys: Iterable[int]) -> list[AnyRow]:
    """The rows of all matches with one of these statements at an end, with both ids; each once."""
    found: dict[tuple[int, int], AnyRow] = {}
    told = select(MATCH, _FIRST.c.id.label("a_id"), _SECOND.c.id.label("b_id")).join(
        _FIRST, _FIRST.c.key == _M.a).join(_SECOND, _SECOND.c.key == _M.b)  # fmt: skip
    for some in chunks(keys):
        # Two questions, each answered by one index.
        for end in (_M.a, _M.b):
            found.update(((row.a, row.b), row) for row in db.execute(told.where(end.in_(some))))
    return [found[pair] for pair in sorted(found)]


def match_of(row: AnyRow) -> Match:
    edits = tuple(Edit(*each) for each in json.loads(row.edits))
    return Match(
        row.a_id, row.b_id, Relation(row.relation), row.score, row.reason, edits, bool(row.same_article),
        bool(row.suggested),
    )  # fmt: skip


def statements(db: Connection, keys: Iterable[int]) -> list[Statement]:
    """The statements with these keys, in the order in which they were stored."""
    rows: list[AnyRow] = []
    joined = with_speakers(ATTRIBUTION.join(ARTICLE, ARTICLE.c.key == _A.article))
    told = select(_A.key, _A.id, _A.article, _A.content, _A.kind, ROOT.c.name, ARTICLE.c.id.label("article_id"),
                  ARTICLE.c.published).select_from(joined)  # fmt: skip
    for some in chunks(keys):
        rows.extend(db.execute(told.where(_A.key.in_(some))))
    texts = texts_of(db, {row.article for row in rows})
    return [_statement(row, texts[row.article]) for row in sorted(rows, key=lambda row: int(row.key))]


def _statement(row: AnyRow, text: str) -> Statement:
    said, quoted = words(text, spans_of(row.content)), row.kind != Kind.INDIRECT
    return Statement(row.id, said, row.article_id, row.name, row.published, quoted)


def neighbourhood(db: Connection, ids: Sequence[str]) -> tuple[list[Statement], list[Match]]:
    """All statements that sure matches and accepted pairs connect these with, however far, and the matches at them;
    of suggested matches the other end as well, and no further.
    """
    pairs, _ = decided_pairs(db)
    accepted = _partners(db, pairs)
    closure, edge, rows = set[int](), set(keys_of(db, ids).values()), dict[tuple[int, int], AnyRow]()
    while edge:
        closure |= edge
        found = touching(db, edge)
        rows.update(((row.a, row.b), row) for row in found)
        sure = {end for row in found if not row.suggested for end in (row.a, row.b)}
        edge = (sure | {other for key in edge for other in accepted.get(key, ())}) - closure
    ends = {end for pair in rows for end in pair}
    return statements(db, closure | ends), [match_of(rows[pair]) for pair in sorted(rows)]


def _partners(db: Connection, pairs: Iterable[frozenset[str]]) -> dict[int, set[int]]:
    """For each statement's key those that a person put with it."""
    both = [sorted(pair) for pair in pairs]
    keys = keys_of(db, [name for pair in both for name in pair])
    found: dict[int, set[int]] = {}
    for a, b in both:
        if a in keys and b in keys:
            found.setdefault(keys[a], set()).add(keys[b])
            found.setdefault(keys[b], set()).add(keys[a])
    return found
