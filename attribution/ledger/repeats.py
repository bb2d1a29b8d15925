"""Utterances: kept, counted again when statements come and go, and told with all their appearances."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from attribution.ledger.keys import chunks, inserted, keys_of
from attribution.ledger.tables import ATTRIBUTION, MEMBERSHIP, UTTERANCE
from attribution.model import Utterance

_M = MEMBERSHIP.c


def utterances_with(db: Connection, attributions: Iterable[int]) -> frozenset[int]:
    """The keys of the utterances that some of these statements belong to or are suggested for."""
    found: set[int] = set()
    for some in chunks(attributions):
        found.update(db.execute(select(_M.utterance).where(_M.attribution.in_(some))).scalars())
    return frozenset(found)


def regroup(db: Connection, ids: Sequence[str], utterances: Sequence[Utterance]) -> None:
    """Keep these utterances in place of all memberships of the statements ``ids``."""
    keys = keys_of(db, ids)
    touched = set(utterances_with(db, keys.values()))
    for some in chunks(keys.values()):
        db.execute(delete(MEMBERSHIP).where(_M.attribution.in_(some)))
    for each in utterances:
        touched.add(_keep(db, each))
    recount(db, touched)


def _keep(db: Connection, utterance: Utterance) -> int:
    key = db.execute(select(UTTERANCE.c.key).where(UTTERANCE.c.id == utterance.id)).scalar()
    if key is None:
        key = inserted(db.execute(insert(UTTERANCE).values(id=utterance.id, articles=0)))
    keys = keys_of(db, [*utterance.members, *utterance.suggested])
    db.execute(delete(MEMBERSHIP).where(_M.utterance == key))
    _leave_others(db, [keys[name] for name in utterance.members if name in keys])
    rows = [
        {"utterance": key, "attribution": keys[name], "suggested": place >= len(utterance.members), "place": place}
        for place, name in enumerate(dict.fromkeys((*utterance.members, *utterance.suggested)))
        if name in keys
    ]
    if rows:
        db.execute(insert(MEMBERSHIP), rows)
    return int(key)


def _leave_others(db: Connection, members: Sequence[int]) -> None:
    """A statement is a sure member of one utterance only."""
    for some in chunks(members):
        db.execute(delete(MEMBERSHIP).where(_M.attribution.in_(some), ~_M.suggested))


def recount(db: Connection, utterances: Iterable[int]) -> None:
    """Count the articles of utterances again; those without a second statement, or without a sure one, go."""
    for some in chunks(utterances):
        mine = UTTERANCE.c.key.in_(some)
        sure = _count(func.count(), ~_M.suggested)
        db.execute(delete(UTTERANCE).where(mine, (_count(func.count(), None) < 2) | (sure < 1)))
        spread = _count(func.count(ATTRIBUTION.c.article.distinct()), ~_M.suggested)
        db.execute(update(UTTERANCE).where(mine).values(articles=spread))


def _count(what: "ColumnElement[int]", which: "ColumnElement[bool] | None") -> Any:
    told = select(what).select_from(MEMBERSHIP.join(ATTRIBUTION, ATTRIBUTION.c.key == _M.attribution))
    told = told.where(_M.utterance == UTTERANCE.c.key)
    return (told if which is None else told.where(which)).scalar_subquery()
