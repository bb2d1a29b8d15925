"""Speakers and their name forms: found or made for what articles print, and taken away when nothing names them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, func, insert, select, update

from attribution.ledger.folding import fold
from attribution.ledger.keys import chunks, inserted
from attribution.ledger.tables import ALIAS, ATTRIBUTION, SPEAKER
from attribution.model import Speaker, SpeakerType

NOBODY = frozenset({"", "unknown", "unnamed"})


def named(name: str) -> Select[tuple[int]]:
    """The keys of all speakers that count as the one with this name: merged ones too, and whichever was merged away."""
    own = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)
    return select(SPEAKER.c.key).where(own.in_(select(own).where(SPEAKER.c.name == name)))


def is_someone(speaker: Speaker | None) -> TypeGuard[Speaker]:
    """Whether there is a speaker at all: "unknown" is none."""
    return (
        speaker is not None and speaker.type is not SpeakerType.NONE and speaker.name.strip().casefold() not in NOBODY
    )


def forms_for(db: Connection, speakers: Iterable[Speaker | None]) -> dict[Speaker | None, int | None]:
    """The keys of the name forms that attributions with these speakers hang on, made where there are none.

    What a person decided about a form wins over the canonical name that comes with it. None for nobody.
    """
    wanted = dict.fromkeys(speakers)
    stored = _stored(db, {each.name for each in wanted if is_someone(each)})
    found: dict[Speaker | None, int | None] = {}
    for each in wanted:
        found[each] = _form_for(db, each, stored.setdefault(each.name, [])) if is_someone(each) else None
    return found


@dataclass(frozen=True, slots=True)
class _Form:
    """A stored form: its key, its speaker's own name and type, and those that it counts under after merges."""

    key: int
    decided: bool
    own: tuple[str, str]
    counts_as: tuple[str, str]


def _stored(db: Connection, forms: Iterable[str]) -> dict[str, list[_Form]]:
    root = SPEAKER.alias()
    told = (
        select(ALIAS.c.form, ALIAS.c.key, ALIAS.c.decided, SPEAKER.c.name, SPEAKER.c.type, root.c.name, root.c.type)
        .join(SPEAKER, SPEAKER.c.key == ALIAS.c.speaker)
        .join(root, root.c.key == func.coalesce(SPEAKER.c.root, SPEAKER.c.key))
        .order_by(ALIAS.c.key)
    )
    found: dict[str, list[_Form]] = {}
    for some in chunks(forms):
        for form, key, decided, *names in db.execute(told.where(ALIAS.c.form.in_(some))):
            one = _Form(key, bool(decided), (names[0], names[1]), (names[2], names[3]))
            found.setdefault(form, []).append(one)
    return found


def _form_for(db: Connection, speaker: Speaker, stored: list[_Form]) -> int:
    """The key of a speaker's form among those ``stored`` under its name, or of a new one, which is added to them."""
    wanted = (speaker.canonical or speaker.name, speaker.type.value)
    decided = [form for form in stored if form.decided and wanted[1] in (form.own[1], form.counts_as[1])]
    among = decided or stored
    # A form that was merged away still has its own place: there it goes back to when the merge is taken back.
    fitting = [form for form in among if form.own == wanted] + [form for form in among if form.counts_as == wanted]
    if fitting or decided:
        return (fitting or decided)[0].key
    key = form_of(db, speaker.name, speaker_key(db, *wanted))
    stored.append(_Form(key, False, wanted, wanted))
    return key


_SPEAKER_KEY = select(SPEAKER.c.key).where(SPEAKER.c.name == bindparam("name"), SPEAKER.c.type == bindparam("type"))
_FORM_KEY = select(func.min(ALIAS.c.key)).where(
    ALIAS.c.form == bindparam("form"), ALIAS.c.speaker == bindparam("owner")
)
_NEW_SPEAKER, _NEW_FORM = insert(SPEAKER), insert(ALIAS)


def speaker_key(db: Connection, name: str, kind: str) -> int:
    """The key of the speaker with this name and type, made where there is none."""
    row = {"name": name, "type": kind}
    found = db.execute(_SPEAKER_KEY, row).scalar()
    return int(found) if found is not None else inserted(db.execute(_NEW_SPEAKER, {**row, "folded": fold(name)}))


def form_of(db: Connection, form: str, speaker: int) -> int:
    """The key of a speaker's name form, made where there is none."""
    found = db.execute(_FORM_KEY, {"form": form, "owner": speaker}).scalar()
    if found is not None:
        return int(found)
    row = {"form": form, "folded": fold(form), "speaker": speaker, "decided": False}
    return inserted(db.execute(_NEW_FORM, row))


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
                .all())  # fmt: skip
    db.execute(update(SPEAKER).where(SPEAKER.c.root.is_not(None)).values(root=None))
    for key in into:
        end, seen = key, {key}
        while end in into and into[end] not in seen:
            end = into[end]
            seen.add(end)
        db.execute(update(SPEAKER).where(SPEAKER.c.key == key).values(root=end))
