"""The ledger in figures."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Subquery, case, func, select

from attribution.errors import LedgerError
from attribution.ledger.attributions import AS_NAMED, ROOT
from attribution.ledger.tables import ALIAS, ARTICLE, ATTRIBUTION, FINDING, UTTERANCE
from attribution.model import Decision, Overview, Tally

_A = ATTRIBUTION.c
MOST = 20  # so many speakers are "most quoted"
FIELDS = ("outlet", "speaker", "kind", "decision", "origin", "finding")


def tallies(db: Connection, field: str, limit: int | None = None) -> list[Tally]:
    """How many attributions each outlet, speaker, kind, decision or origin has, or how many findings each kind of
    "finding", most first; None is not counted.

    Raises LedgerError for an unknown field.
    """
    if field not in FIELDS:
        raise LedgerError(f"{field}: cannot be counted by; known are {', '.join(FIELDS)}")
    if field == "outlet":
        return _by_article(db, ARTICLE.c.outlet)
    if field == "finding":
        return _counted(db, FINDING.c.kind, func.count(), FINDING)
    if field == "speaker":
        return _speakers(db, limit)
    return _counted(db, _A[field], func.count(), ATTRIBUTION)


def _speakers(db: Connection, limit: int | None, named: bool = False) -> list[Tally]:
    """Speakers by how much they say; only ``named`` ones leaves out descriptions: small letters and no capital."""
    said, name = said_per("alias"), ROOT.c.name
    described = (func.lower(name) == name) & (func.upper(name) != name)
    counted = case((described, None), else_=name) if named else name
    return _counted(db, counted, func.sum(said.c.number), speakers_with(said), limit)


def said_per(column: str) -> Subquery:
    """How many attributions each article or form has: read off one index, before anything is joined."""
    return select(_A[column].label("key"), func.count().label("number")).group_by(_A[column]).subquery()


def speakers_with(said: Subquery) -> FromClause:
    """Forms that something is said under, with their speakers."""
    forms = said.join(ALIAS, ALIAS.c.key == said.c.key).join(AS_NAMED, AS_NAMED.c.key == ALIAS.c.speaker)
    return forms.join(ROOT, ROOT.c.key == func.coalesce(AS_NAMED.c.root, AS_NAMED.c.key))


def _by_article(db: Connection, name: ColumnElement[Any]) -> list[Tally]:
    said = said_per("article")
    return _counted(db, name, func.sum(said.c.number), said.join(ARTICLE, ARTICLE.c.key == said.c.key))


def _counted(
    db: Connection, name: ColumnElement[Any], number: ColumnElement[Any], rows: FromClause, limit: int | None = None
) -> list[Tally]:
    told = select(name, number).select_from(rows).where(name.is_not(None)).group_by(name).order_by(number.desc(), name)
    return [Tally(*row) for row in db.execute(told.limit(-1 if limit is None else limit))]


def overview(db: Connection) -> Overview:
    """All that the first page shows; ``utterances`` are those told in two articles or more."""
    speakers = select(func.count(ROOT.c.key.distinct())).select_from(speakers_with(said_per("alias")))
    days = _by_article(db, func.substr(ARTICLE.c.published, 1, 10))
    return Overview(
        articles=_count(db, ARTICLE),
        attributions=_count(db, ATTRIBUTION),
        reviewed=_count(db, ATTRIBUTION, _A.decision != Decision.UNDECIDED.value),
        speakers=int(db.execute(speakers).scalar_one()),
        utterances=_count(db, UTTERANCE, UTTERANCE.c.articles >= 2),
        findings=_count(db, FINDING),
        outlets=tuple(_counted(db, ARTICLE.c.outlet, func.count(), ARTICLE)),
        most_quoted=tuple(_speakers(db, MOST, named=True)),
        kinds=tuple(tallies(db, "kind")),
        by_day=tuple(sorted(days, key=lambda tally: tally.name)),
    )


def _count(db: Connection, rows: FromClause, which: ColumnElement[bool] | None = None) -> int:
    told = select(func.count()).select_from(rows)
    return int(db.execute(told if which is None else told.where(which)).scalar_one())
