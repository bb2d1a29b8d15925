"""The ledger in figures."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from attribution.errors import LedgerError
from attribution.ledger.attributions import ROOT, with_speakers
from attribution.ledger.tables import ARTICLE, ATTRIBUTION, FINDING, UTTERANCE
from attribution.model import Decision, Overview, Tally

_A = ATTRIBUTION.c
_TOLD = ATTRIBUTION.join(ARTICLE, ARTICLE.c.key == _A.article)
MOST = 20  # so many speakers are "most quoted"
FIELDS: Mapping[str, tuple[ColumnElement[Any], FromClause]] = {
    "outlet": (ARTICLE.c.outlet, _TOLD),
    "speaker": (ROOT.c.name, with_speakers(ATTRIBUTION)),
    "kind": (_A.kind, ATTRIBUTION),
    "decision": (_A.decision, ATTRIBUTION),
    "origin": (_A.origin, ATTRIBUTION),
}


def tallies(db: Connection, field: str, limit: int | None = None) -> list[Tally]:
    """How many attributions each outlet, speaker, kind, decision or origin has, most first; None is not counted.

    Raises LedgerError for an unknown field.
    """
    if field not in FIELDS:
        raise LedgerError(f"{field}: cannot be counted by; known are {', '.join(FIELDS)}")
    return _counted(db, *FIELDS[field], limit)


def _counted(db: Connection, name: ColumnElement[Any], rows: FromClause, limit: int | None = None) -> list[Tally]:
    number = func.count()
    told = select(name, number).select_from(rows).where(name.is_not(None)).group_by(name).order_by(number.desc(), name)
    return [Tally(*row) for row in db.execute(told.limit(-1 if limit is None else limit))]


def overview(db: Connection) -> Overview:
    """All that the first page shows."""
    decided = _A.decision != Decision.UNDECIDED.value
    day = func.substr(ARTICLE.c.published, 1, 10)
    return Overview(
        articles=_count(db, ARTICLE),
        attributions=_count(db, ATTRIBUTION),
        reviewed=_count(db, ATTRIBUTION, decided),
        speakers=int(
            db.execute(select(func.count(ROOT.c.key.distinct())).select_from(FIELDS["speaker"][1])).scalar_one()
        ),
        utterances=_count(db, UTTERANCE, UTTERANCE.c.articles >= 2),
        findings=_count(db, FINDING),
        outlets=tuple(_counted(db, ARTICLE.c.outlet, ARTICLE)),
        most_quoted=tuple(tallies(db, "speaker", MOST)),
        kinds=tuple(tallies(db, "kind")),
        by_day=tuple(sorted(_counted(db, day, _TOLD), key=lambda tally: tally.name)),
    )


def _count(db: Connection, rows: FromClause, which: ColumnElement[bool] | None = None) -> int:
    told = select(func.count()).select_from(rows)
    return int(db.execute(told if which is None else told.where(which)).scalar_one())
