"""The directory of speakers as people edit it: forms moved, speakers merged and split, every step to be undone."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, func, select, update

from attribution.errors import LedgerError
from attribution.ledger.attributions import AS_NAMED, ROOT
from attribution.ledger.reviewing import OWNERS, Change, append
from attribution.ledger.speakers import form_of, reroot, speaker_key
from attribution.ledger.tables import ALIAS, SPEAKER
from attribution.model import Alias, Decision, Review, SpeakerType


def aliases(db: Connection) -> list[Alias]:
    """Every name form with its speaker, merges followed, in order of speaker and form.

    A merge is a decision about the name of the speaker that went, not about its other forms.
    """
    owned = ALIAS.join(AS_NAMED, AS_NAMED.c.key == ALIAS.c.speaker).join(
        ROOT, ROOT.c.key == func.coalesce(AS_NAMED.c.root, AS_NAMED.c.key)
    )
    merged = AS_NAMED.c.root.is_not(None) & (ALIAS.c.form == AS_NAMED.c.name)
    decided = func.max(ALIAS.c.decided | merged)
    told = select(ALIAS.c.form, ROOT.c.name, ROOT.c.type, ROOT.c.external, decided).select_from(owned)
    rows = db.execute(told.group_by(ALIAS.c.form, ROOT.c.key).order_by(ROOT.c.name, ROOT.c.type, ALIAS.c.form))
    return [
        Alias(form, name, SpeakerType(kind), external, bool(decided)) for form, name, kind, external, decided in rows
    ]


def set_aliases(db: Connection, rows: Sequence[Alias], reviewer: str) -> int:
    """Take over forms and their speakers as a person's decisions, to be undone as one; returns how many changed.

    A form goes to the speakers that the rows give it, and away from all others; what is so already does not change.
    """
    at, wanted = _now(), dict[str, list[Alias]]()
    for row in rows:
        wanted.setdefault(row.form, []).append(row)
    stored = {(each.form, each.speaker, each.type): each for each in aliases(db)}
    changed = 0
    for form, given in wanted.items():
        there = {each for each in stored.values() if each.form == form}
        new = [row for row in given if not _is_so(stored.get((row.form, row.speaker, row.type)), row)]
        if new or len(there) != len({(row.speaker, row.type) for row in given}):
            changes = _move(db, form, given)
            value = {"form": form, "speaker": given[0].speaker}
            append(db, [Review("speaker", form, Decision.CORRECTED, reviewer, at, value)], changes)
            changed += max(len(new), 1)
    reroot(db)
    return changed


def _is_so(stored: Alias | None, row: Alias) -> bool:
    return stored is not None and row.external in (None, stored.external) and stored.decided >= row.decided


def _move(db: Connection, form: str, given: Sequence[Alias]) -> list[Change]:
    """Give a form to these speakers and no others; what was said under it elsewhere is the first one's."""
    changes: list[Change] = []
    owners = {_root(db, speaker_key(db, row.speaker, row.type.value)): row for row in given}
    for owner, row in owners.items():
        if row.external is not None:
            _change(db, changes, SPEAKER, owner, "external", row.external)
    stray = [key for key, owner in _places(db, form) if owner not in owners]
    lacking = owners.keys() - {owner for _, owner in _places(db, form)}
    for owner in sorted(lacking, key=list(owners).index):
        key = stray.pop(0) if stray else form_of(db, form, owner)
        _change(db, changes, ALIAS, key, "speaker", owner)
    for key in stray:
        _change(db, changes, ALIAS, key, "speaker", next(iter(owners)))
    for key, _ in _places(db, form):
        _change(db, changes, ALIAS, key, "decided", True)
    return changes


def _places(db: Connection, form: str) -> list[tuple[int, int]]:
    """The rows of a form, each with the key of the speaker that it counts for."""
    owner = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)
    told = select(ALIAS.c.key, owner).join(SPEAKER, SPEAKER.c.key == ALIAS.c.speaker).where(ALIAS.c.form == form)
    return [(key, root) for key, root in db.execute(told.order_by(ALIAS.c.key))]


def _root(db: Connection, key: int) -> int:
    root = db.execute(select(SPEAKER.c.root).where(SPEAKER.c.key == key)).scalar()
    return key if root is None else int(root)


def _change(db: Connection, changes: list[Change], table: Table, key: int, column: str, value: object) -> None:
    """Set one value, noting what it was."""
    mine = table.c.key == key
    before = db.execute(select(table.c[column]).where(mine)).scalar_one()
    if before != value:
        changes.append((table.name, key, column, _by_name(db, before) if column in OWNERS else before))
        db.execute(update(table).where(mine).values({column: value}))


def _by_name(db: Connection, key: int | None) -> list[str] | None:
    """A speaker's name and type: when a change is taken back, it may have gone with its last article and come again."""
    if key is None:
        return None
    return list(db.execute(select(SPEAKER.c.name, SPEAKER.c.type).where(SPEAKER.c.key == key)).one())


def merge(db: Connection, speaker: str, into: str, reviewer: str) -> None:
    """Make a speaker count as another one from now on. Raises LedgerError when one is unknown or both are one."""
    here, there = (_named(db, name) for name in (speaker, into))
    end = next((key for key, kind in there.items() if kind in here.values()), min(there))
    moving = [key for key in here if key != end]
    if speaker == into or not moving:
        raise LedgerError(f"{speaker}: is the same speaker as {into} already; nothing to merge")
    changes: list[Change] = []
    for key in moving:
        _change(db, changes, SPEAKER, key, "merged_into", end)
    reroot(db)
    value = {"speaker": speaker, "into": into}
    append(
        db, [Review("speaker", "|".join(sorted((speaker, into))), Decision.ACCEPTED, reviewer, _now(), value)], changes
    )


def _named(db: Connection, name: str) -> dict[int, str]:
    """The types of the speakers that count under a name, by key. Raises LedgerError when there is none."""
    own = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)
    roots = select(own).where(SPEAKER.c.name == name)
    found = dict(db.execute(select(SPEAKER.c.key, SPEAKER.c.type).where(SPEAKER.c.key.in_(roots))).all())
    if not found:
        raise LedgerError(f"{name}: no such speaker in the ledger; look the name up in the list of speakers")
    return found


def split(db: Connection, form: str, reviewer: str) -> None:
    """Make a merged speaker, or a form of some speaker, a speaker of its own, with what was said under it.

    Raises LedgerError for an unknown form or one that is a speaker of its own already.
    """
    changes: list[Change] = []
    merged = select(SPEAKER.c.key).where(SPEAKER.c.name == form, SPEAKER.c.merged_into.is_not(None))
    for key in db.execute(merged).scalars().all():
        _change(db, changes, SPEAKER, key, "merged_into", None)
    if not changes:
        changes = _made_speaker(db, form)
    reroot(db)
    append(db, [Review("speaker", form, Decision.CORRECTED, reviewer, _now(), {"split": form})], changes)


def _made_speaker(db: Connection, form: str) -> list[Change]:
    told = select(ALIAS.c.key, SPEAKER.c.type, SPEAKER.c.name).join(SPEAKER, SPEAKER.c.key == ALIAS.c.speaker)
    rows = db.execute(told.where(ALIAS.c.form == form)).all()
    moving = [row for row in rows if row.name != form]
    if not moving:
        raise LedgerError(
            f"{form}: {'a speaker of its own already' if rows else 'no such name form'}; nothing to split"
        )
    changes: list[Change] = []
    for row in moving:
        _change(db, changes, ALIAS, row.key, "speaker", speaker_key(db, form, row.type))
        _change(db, changes, ALIAS, row.key, "decided", True)
    return changes


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
