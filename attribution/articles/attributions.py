"""An attribution and its speaker as the contract writes them, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from attribution.articles.inputs import shown
from attribution.errors import UnreadableArticle
from attribution.model import Attribution, Kind, Member, Origin, Span, Speaker, SpeakerType, attribution_id

_FIELDS = ("content", "cue", "source", "id", "kind", "nested", "confidence", "speaker")
_SPEAKER_FIELDS = ("name", "type", "confidence", "reason", "canonical", "voice", "role", "members")


class BadAttribution(UnreadableArticle):
    """One attribution of a line does not fit, or all of them; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands, in words, with the id and the text of its article."""

    where: str
    article: str
    text: str


def attribution_from(record: object, place: Place, kind_of: Callable[[tuple[Span, ...]], Kind]) -> Attribution:
    """The attribution of a contract record, marked as imported. Raises BadAttribution where it does not fit the text.

    A missing cue or source is none, a missing confidence 1, a missing id is made from article, content and source, a
    missing kind is what ``kind_of`` says of the content. Unknown fields are kept in ``extra``; those of a speaker under
    its field "speaker", with the speaker's name, so that they go with that speaker only.
    """
    where = place.where
    if not isinstance(record, Mapping):
        raise BadAttribution(f"{where}: not a JSON object; left out")
    content, cue, source = (_spans(record, field, place.text, where) for field in ("content", "cue", "source"))
    if not content:
        raise BadAttribution(f"{where}: no content; left out")
    speaker, unknown = _speaker(record.get("speaker"), where)
    extra = {field: value for field, value in record.items() if field not in _FIELDS}
    return Attribution(
        id=str(record["id"]) if record.get("id") is not None else attribution_id(place.article, content, source),
        content=content,
        cue=cue,
        source=source,
        kind=_kind(record["kind"], where) if record.get("kind") is not None else kind_of(content),
        confidence=_score(record.get("confidence"), where),
        nested=record.get("nested") is True,
        speaker=speaker,
        origin=Origin.IMPORTED,
        extra=MappingProxyType(extra | unknown),
    )


def _spans(record: Mapping[str, object], field: str, text: str, where: str) -> tuple[Span, ...]:
    pairs = record.get(field)
    if pairs is None:
        return ()
    if not isinstance(pairs, list):
        raise BadAttribution(f'{where}: "{field}" is no list of [start, end]; left out')
    spans = tuple(_span(pair, field, text, where) for pair in pairs)
    for one, two in pairwise(spans):
        if one.end > two.start:
            raise BadAttribution(f"{where}: the spans of its {field} overlap or are out of order; left out")
    return spans


def _span(pair: object, field: str, text: str, where: str) -> Span:
    match pair:
        case [int(start), int(end)] if not isinstance(start, bool) and not isinstance(end, bool):
            if start >= end:
                raise BadAttribution(f"{where}: {field} {start}–{end} is empty or reversed; left out")
            if start < 0 or end > len(text):
                raise BadAttribution(f"{where}: {field} {start}–{end} is outside the text of {len(text)}; left out")
            return Span(start, end)
    raise BadAttribution(f'{where}: "{field}" is no list of [start, end]; left out')


def _kind(value: object, where: str) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        raise BadAttribution(f"{where}: kind {shown(value)} is none of direct, mixed, indirect; left out") from None


def _score(value: object, where: str) -> float:
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BadAttribution(f"{where}: confidence {shown(value)} is not between 0 and 1; left out")
    return float(value)


def _speaker(record: object, where: str) -> tuple[Speaker | None, dict[str, object]]:
    """The speaker, and its unknown fields as an entry for the attribution's ``extra``."""
    if record is None:
        return None, {}
    if not isinstance(record, Mapping) or not isinstance(record.get("name"), str):
        raise BadAttribution(f'{where}: a speaker is an object with a "name"; left out')
    members = record.get("members") or ()
    if not isinstance(members, list | tuple) or not all(isinstance(m, Mapping) and "name" in m for m in members):
        raise BadAttribution(f'{where}: the speaker\'s "members" are no list of names and types; left out')
    speaker = Speaker(
        name=record["name"],
        type=_type(record.get("type"), where),
        confidence=_score(record.get("confidence"), where),
        reason=_words(record.get("reason")) or "",
        canonical=_words(record.get("canonical")),
        voice=_words(record.get("voice")),
        role=_words(record.get("role")),
        members=tuple(Member(str(member["name"]), _type(member.get("type"), where)) for member in members),
    )
    unknown = {field: value for field, value in record.items() if field not in _SPEAKER_FIELDS}
    return speaker, {"speaker": {"name": speaker.name, **unknown}} if unknown else {}


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _type(value: object, where: str) -> SpeakerType:
    if value is None:
        return SpeakerType.NONE
    try:
        return SpeakerType(str(value))
    except ValueError:
        known = ", ".join(SpeakerType)
        raise BadAttribution(f"{where}: speaker type {shown(value)} is none of {known}; left out") from None


def attribution_record(attribution: Attribution) -> dict[str, object]:
    """The contract's record of an attribution; ``speaker`` only when there is one, unknown fields at the end."""
    record: dict[str, object] = {
        "content": [[span.start, span.end] for span in attribution.content],
        "cue": [[span.start, span.end] for span in attribution.cue],
        "source": [[span.start, span.end] for span in attribution.source],
        "id": attribution.id,
        "kind": attribution.kind.value,
        "nested": attribution.nested,
        "confidence": attribution.confidence,
    }
    if attribution.speaker is not None:
        record["speaker"] = _speaker_record(attribution.speaker, attribution.extra.get("speaker"))
    return record | {field: value for field, value in attribution.extra.items() if field != "speaker"}


def _speaker_record(speaker: Speaker, unknown: Any) -> dict[str, object]:
    record: dict[str, object] = {
        "name": speaker.name,
        "type": speaker.type.value,
        "confidence": speaker.confidence,
        "reason": speaker.reason,
    }
    for field in ("canonical", "voice", "role"):
        if getattr(speaker, field) is not None:
            record[field] = getattr(speaker, field)
    if speaker.members:
        record["members"] = [{"name": member.name, "type": member.type.value} for member in speaker.members]
    if isinstance(unknown, Mapping) and unknown.get("name") == speaker.name:
        record |= {field: value for field, value in unknown.items() if field != "name"}
    return record
