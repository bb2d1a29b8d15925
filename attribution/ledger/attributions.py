"""Attributions, from rows to values: the decision in force and the canonical speaker applied."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, FromClause, func, select

from attribution.ledger.exact import fields_of, packed, spans_of
from attribution.ledger.keys import AnyRow
from attribution.ledger.tables import ALIAS, ATTRIBUTION, REVIEW, SPEAKER
from attribution.model import Attribution, Kind, Member, Origin, Speaker, SpeakerType

AS_NAMED, ROOT = SPEAKER.alias("as_named"), SPEAKER.alias("root")
_A = ATTRIBUTION.c
# What an attribution is made of; ``canonical`` is the name of its speaker after all merges.
COLUMNS = [
    _A.id.label("attribution_id"), _A.content, _A.cue, _A.source, _A.kind, _A.confidence, _A.nested,
    _A.origin.label("made_by"),
    _A.speaker, _A.extra, _A.decision, ROOT.c.name.label("canonical"), REVIEW.c.value, REVIEW.c.reviewer, REVIEW.c.at,
    REVIEW.c.note,
]  # fmt: skip


def with_speakers(rows: FromClause) -> FromClause:
    """Attributions joined with their form, speaker and decision, where they have one."""
    return (
        rows.outerjoin(ALIAS, ALIAS.c.key == _A.alias)
        .outerjoin(AS_NAMED, AS_NAMED.c.key == ALIAS.c.speaker)
        .outerjoin(ROOT, ROOT.c.key == func.coalesce(AS_NAMED.c.root, AS_NAMED.c.key))
        .outerjoin(REVIEW, REVIEW.c.key == _A.review)
    )


def attributions_in(db: Connection, article: int) -> tuple[Attribution, ...]:
    """An article's attributions in order of the text."""
    chosen = select(*COLUMNS).select_from(with_speakers(ATTRIBUTION)).where(_A.article == article)
    return tuple(attribution_of(row) for row in db.execute(chosen.order_by(_A.start, _A.key)))


def attribution_of(row: AnyRow) -> Attribution:
    """The value of a row with COLUMNS."""
    return Attribution(
        id=row.attribution_id,
        content=spans_of(row.content),
        cue=spans_of(row.cue),
        source=spans_of(row.source),
        kind=Kind(row.kind),
        confidence=row.confidence,
        nested=bool(row.nested),
        speaker=_speaker(row),
        origin=Origin(row.made_by),
        extra=fields_of(row.extra),
    )


def _speaker(row: AnyRow) -> Speaker | None:
    value = corrected(row.value)
    if value is None:
        told = None if row.speaker is None else speaker_of(row.speaker)
        return replace(told, canonical=row.canonical) if told is not None and row.canonical is not None else told
    name, kind = value
    return Speaker(name, kind, 1.0, f"set by {row.reviewer}", canonical=row.canonical)


def corrected(value: str | None) -> tuple[str, SpeakerType] | None:
    """The speaker's name and type that a review's value sets, if it sets one."""
    fields: Mapping[str, str] = {} if value is None else json.loads(value)
    if "speaker" not in fields:
        return None
    return fields["speaker"], SpeakerType(fields.get("speaker_type", SpeakerType.PERSON))


def packed_speaker(speaker: Speaker) -> str:
    """A speaker as JSON; what is None or empty is left out."""
    fields = {name: getattr(speaker, name) for name in ("name", "confidence", "reason", "canonical", "voice", "role")}
    members = [[member.name, member.type.value] for member in speaker.members]
    told = {**fields, "type": speaker.type.value, "members": members or None}
    return packed({name: value for name, value in told.items() if value is not None})


def speaker_of(column: str) -> Speaker:
    fields = json.loads(column)
    fields["type"] = SpeakerType(fields["type"])
    fields["members"] = tuple(Member(name, SpeakerType(kind)) for name, kind in fields.get("members", ()))
    return Speaker(**fields)
