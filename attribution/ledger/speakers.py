"""Speakers and their name forms: found or made for what articles print, and taken away when nothing names them."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from attribution.ledger.folding import fold
from attribution.ledger.keys import chunks
from attribution.ledger.tables import ALIAS, ATTRIBUTION, SPEAKER
from attribution.model import Speaker, SpeakerType

NOBODY = frozenset({"", "unknown", "unnamed"})


def named(name: str) -> Select[tuple[int]]:
    """The keys of all speakers that count as the one with this name: merged ones too, and whichever was merged away."""
    own = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)
    return select(SPEAKER.c.key).where(own.in_(select(own).where(SPEAKER.c.name == name)))


def alias_for(db: Connection, speaker: Speaker | None) -> int | None:
    """The key of the name form that an attribution with this speaker hangs on, made where there is none.

    What a person decided about the form wins over the canonical name that comes with it. None for nobody: "unknown" is
    no speaker.
    """
    if speaker is None or speaker.type is SpeakerType.NONE or speaker.name.strip().casefold() in NOBODY:
        return None
    canonical = speaker.canonical or speaker.name
    decided = _decided(db, speaker.name, speaker.type)
    if decided:
        return decided[canonical] if canonical in decided else min(decided.values())
    return form_of(db, speaker.name, speaker_key(db, canonical, speaker.type))


def _decided(db: Connection, form: str, kind: SpeakerType) -> dict[str, int]:
    """The forms that people decided on, by their speaker's name; several only where a person gave several."""
    root = SPEAKER.alias()
    told = (
        select(root.c.name, ALIAS.c.key)
        .join(SPEAKER, SPEAKER.c.key == ALIAS.c.speaker)
        .join(root, root.c.key == func.coalesce(SPEAKER.c.root, SPEAKER.c.key))
    )
    rows = db.execute(told.where(ALIAS.c.form == form, ALIAS.c.decided, SPEAKER.c.type == kind.value))
    return dict(rows.tuples().all())


def speaker_key(db: Connection, name: str, kind: SpeakerType) -> int:
    """The key of the speaker with this name and type, made where there is none."""
    mine = select(SPEAKER.c.key).where(SPEAKER.c.name == name, SPEAKER.c.type == kind.value)
    found = db.execute(mine).scalar()
    return int(found) if found is not None else _made(db, insert(SPEAKER).values(name=name, type=kind.value))


def form_of(db: Connection, form: str, speaker: int) -> int:
    """The key of a speaker's name form, made where there is none."""
    found = db.execute(select(func.min(ALIAS.c.key)).where(ALIAS.c.form == form, ALIAS.c.speaker == speaker)).scalar()
    if found is not None:
        return int(found)
    return _made(db, insert(ALIAS).values(form=form, folded=fold(form), speaker=speaker, decided=False))


def _made(db: Connection, row: object) -> int:
    return int(db.execute(row).inserted_primary_key[0])  # type: ignore[call-overload]  # an insert


def prune(db: Connection, aliases: Iterable[int | None]) -> None:
    """Take out those forms that nothing hangs on any more and nobody decided on, and speakers without a form."""
    for some in chunks({key for key in aliases if key is not None}):
        idle = ALIAS.c.key.in_(some) & ~ALIAS.c.decided
        used = select(ATTRIBUTION.c.key).where(ATTRIBUTION.c.alias == ALIAS.c.key).exists()
        owners = set(db.execute(select(ALIAS.c.speaker).where(idle)).scalars())
        db.execute(delete(ALIAS).where(idle, ~used))
        for few in chunks(owners):
            prune_speakers(db, SPEAKER.c.key.in_(few))


def prune_speakers(db: Connection, which: ColumnElement[bool]) -> None:
    """Take out those speakers without a form that no person merged, was merged into, or gave an identifier."""
    other, form = SPEAKER.alias(), select(ALIAS.c.key).where(ALIAS.c.speaker == SPEAKER.c.key).exists()
    merged = select(other.c.key).where(other.c.merged_into == SPEAKER.c.key).exists()
    free = SPEAKER.c.merged_into.is_(None) & SPEAKER.c.external.is_(None)
    db.execute(delete(SPEAKER).where(which, free, ~form, ~merged))


def reroot(db: Connection) -> None:
    """Work out where every chain of merges ends."""
    into = dict(db.execute(select(SPEAKER.c.key, SPEAKER.c.merged_into).where(SPEAKER.c.merged_into.is_not(None)))
                .tuples().all())  # fmt: skip
    db.execute(update(SPEAKER).where(SPEAKER.c.root.is_not(None)).values(root=None))
    for key in into:
        end, seen = key, {key}
        while end in into and into[end] not in seen:
            end = into[end]
            seen.add(end)
        db.execute(update(SPEAKER).where(SPEAKER.c.key == key).values(root=end))
