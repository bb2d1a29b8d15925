"""The log of decisions: every one is appended, none altered; the latest that was not taken back is in force."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, true, update

from attribution.ledger.attributions import corrected, speaker_of
from attribution.ledger.exact import packed
from attribution.ledger.keys import AnyRow, chunks, inserted
from attribution.ledger.speakers import forms_for, prune, prune_speakers, reroot, speaker_key
from attribution.ledger.tables import ALIAS, ARTICLE, ATTRIBUTION, REVIEW, SPEAKER
from attribution.model import Decision, Review, Speaker

_R = REVIEW.c
_TAKING = REVIEW.alias("taking")
_TAKEN_BACK = select(_TAKING.c.key).where(_TAKING.c.undoes == _R.key).exists()
# One value that a decision about speakers altered: table, key, column, and what it was before; columns that name a
# speaker tell it by name and type.
Change = tuple[str, int, str, Any]
OWNERS = ("speaker", "merged_into")


def append(db: Connection, reviews: Iterable[Review], changes: Sequence[Change] = ()) -> None:
    """Add decisions to the log and apply them. ``changes`` belong to the first of them.

    Accepting an attribution whose speaker a person has set accepts it as it stands: the speaker stays set.
    """
    for review in reviews:
        value = dict(review.value)
        if review.target == "attribution" and review.decision is Decision.ACCEPTED and not value:
            value = _set_before(db, review.target_id)
        told = {"changes": packed(changes) if changes else None, **_about(db, review)}
        db.execute(insert(REVIEW).values(_row(review, value) | told))
        changes = ()
        if review.target == "attribution":
            settle(db, [review.target_id])


def _set_before(db: Connection, attribution_id: str) -> dict[str, str]:
    row = _in_force(db, "attribution", [attribution_id]).get(attribution_id)
    return {} if row is None else json.loads(row.value or "{}")


def _about(db: Connection, review: Review) -> dict[str, int | None]:
    """The articles that a decision is about, by key: for a pair "a|b" two, for a finding "article|kind|start" one."""
    if review.target == "finding":
        name = review.target_id.rsplit("|", 2)[0]
        return {"article": db.execute(select(ARTICLE.c.key).where(ARTICLE.c.id == name)).scalar(), "second": None}
    names = review.target_id.split("|") if review.target == "match" else [review.target_id]
    stored = select(ATTRIBUTION.c.id, ATTRIBUTION.c.article).where(ATTRIBUTION.c.id.in_(names))
    found = dict(db.execute(stored).all()) if review.target in ("match", "attribution") else {}
    return {"article": found.get(names[0]), "second": found.get(names[-1]) if len(names) == 2 else None}


def _row(review: Review, value: dict[str, str]) -> dict[str, object]:
    return {
        "target": review.target,
        "target_id": review.target_id,
        "decision": review.decision.value,
        "reviewer": review.reviewer,
        "at": review.at,
        "value": packed(value) if value else None,
        "note": review.note,
    }


def standing(db: Connection, target: str, which: ColumnElement[bool] | None = None) -> dict[str, AnyRow]:
    """The decision in force on each thing of a kind that has one, as rows of the log, by id."""
    told = select(REVIEW).where(_R.target == target, _R.undoes.is_(None), ~_TAKEN_BACK).order_by(_R.key)
    return {row.target_id: row for row in db.execute(told if which is None else told.where(which))}


def _in_force(db: Connection, target: str, ids: Iterable[str]) -> dict[str, AnyRow]:
    found: dict[str, AnyRow] = {}
    for some in chunks(ids):
        found.update(standing(db, target, _R.target_id.in_(some)))
    return found


def settle(db: Connection, ids: Sequence[str]) -> None:
    """Give attributions the decisions in force on them, and the speakers that these set."""
    decided = _in_force(db, "attribution", ids)
    for some in chunks(ids):
        stored = select(ATTRIBUTION).where(ATTRIBUTION.c.id.in_(some))
        for row in db.execute(stored).all():
            if row.id in decided or row.review is not None:
                _settle(db, row, decided.get(row.id))


def _settle(db: Connection, row: AnyRow, review: AnyRow | None) -> None:
    speaker = _speaker(row, review)
    alias = forms_for(db, [speaker])[speaker]
    values = {
        "decision": Decision.UNDECIDED.value if review is None else review.decision,
        "review": None if review is None else review.key,
        "alias": alias,
    }
    db.execute(update(ATTRIBUTION).where(ATTRIBUTION.c.key == row.key).values(values))
    if row.alias != alias:
        prune(db, [row.alias])


def _speaker(row: AnyRow, review: AnyRow | None) -> Speaker | None:
    value = None if review is None else corrected(review.value)
    if value is not None:
        return Speaker(*value, 1.0, "set by a person")
    return None if row.speaker is None else speaker_of(row.speaker)


def undo(db: Connection, reviewer: str) -> Review | None:
    """Take back the reviewer's latest decision, with all that were made at the same moment, by appending what is in
    force without them. Returns the first of what was taken back; None when there is nothing.
    """
    mine = (_R.reviewer == reviewer, _R.undoes.is_(None), ~_TAKEN_BACK)
    latest = db.execute(select(_R.at).where(*mine).order_by(_R.key.desc()).limit(1)).scalar()
    if latest is None:
        return None
    batch = db.execute(select(REVIEW).where(*mine, _R.at == latest).order_by(_R.key)).all()
    for row in reversed(batch):
        _take_back(db, row, reviewer)
    _tidy(db, [change for row in batch for change in json.loads(row.changes or "[]")])
    settle(db, [row.target_id for row in batch if row.target == "attribution"])
    return _review(batch[0])


def _take_back(db: Connection, row: AnyRow, reviewer: str) -> None:
    restored = {name: getattr(row, name) for name in ("target", "target_id", "article", "second")}
    restored |= {"undoes": row.key, "reviewer": reviewer, "note": "taken back", "decision": Decision.UNDECIDED.value,
                 "at": datetime.now(UTC).isoformat(timespec="microseconds")}  # fmt: skip
    key = inserted(db.execute(insert(REVIEW).values(restored)))
    before = _in_force(db, row.target, [row.target_id]).get(row.target_id)
    if before is not None:
        db.execute(update(REVIEW).where(_R.key == key).values(decision=before.decision, value=before.value))
    if row.changes is not None:
        _change_back(db, json.loads(row.changes))


def _change_back(db: Connection, changes: Sequence[Change]) -> None:
    tables = {"speaker": SPEAKER, "alias": ALIAS}
    for name, key, column, told in reversed(changes):
        value = speaker_key(db, *told) if column in OWNERS and told is not None else told
        db.execute(update(tables[name]).where(tables[name].c.key == key).values({column: value}))


def _tidy(db: Connection, changes: Sequence[Change]) -> None:
    """Work out merges anew and take out what hangs on nothing, once for all changes that were taken back."""
    if changes:
        reroot(db)
        prune(db, [key for name, key, _, _ in changes if name == "alias"])
        prune_speakers(db, true())


def reviews(db: Connection, target: str, target_id: str) -> list[Review]:
    """All that was decided about a thing, oldest first, what was taken back as well."""
    told = select(REVIEW).where(_R.target == target, _R.target_id == target_id).order_by(_R.key)
    return [_review(row) for row in db.execute(told)]


def _review(row: AnyRow) -> Review:
    value = json.loads(row.value or "{}")
    return Review(row.target, row.target_id, Decision(row.decision), row.reviewer, row.at, value, row.note)


def decided_pairs(db: Connection) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """The pairs of statements that people call one utterance, and those that they call two."""
    rows = standing(db, "match").values()
    accepted, rejected = (frozenset(_pairs(rows, each)) for each in (Decision.ACCEPTED, Decision.REJECTED))
    return accepted, rejected


def refused_merges(db: Connection) -> frozenset[frozenset[str]]:
    """The pairs of speakers, by name, that people call two."""
    return frozenset(_pairs(standing(db, "speaker").values(), Decision.REJECTED))


def _pairs(rows: Iterable[AnyRow], decision: Decision) -> Iterator[frozenset[str]]:
    for row in rows:
        told = json.loads(row.value or "{}")
        # The name of a speaker may hold the bar that parts the two.
        pair = frozenset((told["speaker"], told["other"]) if "other" in told else row.target_id.split("|"))
        if row.decision == decision and len(pair) == 2:
            yield pair
