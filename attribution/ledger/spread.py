"""Repeated statements, told with all their appearances and the matches between them."""

from dataclasses import dataclass

from sqlalchemy import Connection, ScalarSelect, Select, func, select

from attribution.errors import LedgerError
from attribution.ledger.entries import entries_of
from attribution.ledger.folding import fold
from attribution.ledger.keys import AnyRow
from attribution.ledger.matches import match_of, touching
from attribution.ledger.speakers import named
from attribution.ledger.tables import ALIAS, ATTRIBUTION, MEMBERSHIP, UTTERANCE
from attribution.model import Entry, Repeat

_M, _U = MEMBERSHIP.c, UTTERANCE.c


@dataclass(frozen=True, slots=True)
class Wanted:
    """Utterances in ``at_least`` articles, of which one statement has all the words and one is the speaker's."""

    words: str
    speaker: str | None
    at_least: int
    limit: int | None
    offset: int


def repeats(db: Connection, wanted: Wanted) -> list[Repeat]:
    """The utterances that are wanted, most widespread first, of as widespread ones those told most often."""
    told = (
        select(_U.key, _U.id)
        .where(_U.articles >= wanted.at_least)
        .order_by(_U.articles.desc(), _tellings().desc(), _U.id)
    )
    for word in fold(wanted.words).split():
        told = told.where(_member().where(func.instr(ATTRIBUTION.c.folded, word) > 0).exists())
    if wanted.speaker is not None:
        theirs = ATTRIBUTION.c.alias.in_(select(ALIAS.c.key).where(ALIAS.c.speaker.in_(named(wanted.speaker))))
        told = told.where(_member().where(theirs).exists())
    rows = db.execute(told.limit(-1 if wanted.limit is None else wanted.limit).offset(wanted.offset)).all()
    return [_repeat(db, row) for row in rows]


def _tellings() -> ScalarSelect[int]:
    # By what is told and not by row: a new run makes the rows anew and must not change the order.
    return select(func.count()).where(_M.utterance == _U.key, ~_M.suggested).scalar_subquery()


def _member() -> Select[tuple[int]]:
    joined = MEMBERSHIP.join(ATTRIBUTION, ATTRIBUTION.c.key == _M.attribution)
    return select(ATTRIBUTION.c.key).select_from(joined).where(_M.utterance == _U.key, ~_M.suggested)


def repeat(db: Connection, utterance_id: str) -> Repeat:
    """One repeated statement. Raises LedgerError for an unknown id."""
    row = db.execute(select(_U.key, _U.id).where(_U.id == utterance_id)).one_or_none()
    if row is None:
        raise LedgerError(f"{utterance_id}: no such repeated statement; a later article may have changed its group")
    return _repeat(db, row)


def _repeat(db: Connection, row: AnyRow) -> Repeat:
    members = db.execute(select(_M.attribution, _M.suggested).where(_M.utterance == row.key).order_by(_M.place)).all()
    sure, suggested = (
        tuple(entries_of(db, [each.attribution for each in members if bool(each.suggested) is wanted]))
        for wanted in (False, True)
    )
    keys = {each.attribution for each in members}
    inside = tuple(match_of(m) for m in touching(db, keys) if m.a in keys and m.b in keys)
    return Repeat(row.id, sure, suggested, inside, *_distinct(sure))


def _distinct(entries: tuple[Entry, ...]) -> tuple[int, int]:
    """How many articles and how many outlets."""
    outlets = {entry.article.outlet for entry in entries} - {None}
    return len({entry.article.id for entry in entries}), len(outlets)
