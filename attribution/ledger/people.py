"""Speakers across all articles: who they are, what else they are called, how much they say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, select

from attribution.errors import LedgerError
from attribution.ledger.attributions import ROOT, speaker_of
from attribution.ledger.folding import fold
from attribution.ledger.keys import AnyRow, chunks
from attribution.ledger.speakers import named
from attribution.ledger.tables import ALIAS, ARTICLE, ATTRIBUTION, SPEAKER
from attribution.ledger.tallies import said_per, speakers_with
from attribution.model import Person, Role, SpeakerType

_A = ATTRIBUTION.c
_OWN = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)


def people(db: Connection, words: str, limit: int | None, offset: int, kind: SpeakerType | None) -> list[Person]:
    """Speakers of a kind, or of any, with a name or form that has all the words, those who say most first."""
    said = said_per("alias")
    number = func.sum(said.c.number)
    wanted = select(ROOT.c.name).select_from(speakers_with(said)).group_by(ROOT.c.name)
    if kind is not None:
        wanted = wanted.where(ROOT.c.type == kind.value)
    if folded := fold(words).split():
        forms = select(_OWN).join(ALIAS, ALIAS.c.speaker == SPEAKER.c.key).where(*_all_in(ALIAS.c.folded, folded))
        names = select(_OWN).where(*_all_in(SPEAKER.c.folded, folded))
        wanted = wanted.where(ROOT.c.key.in_(forms) | ROOT.c.key.in_(names))
    ordered = wanted.order_by(number.desc(), ROOT.c.name).limit(-1 if limit is None else limit).offset(offset)
    return _persons(db, db.execute(ordered).scalars().all())


def _all_in(column: ColumnElement[str], words: Sequence[str]) -> list[ColumnElement[bool]]:
    return [func.instr(column, word) > 0 for word in words]


def person(db: Connection, name: str) -> Person:
    """The speaker with this name, or whom it was merged into. Raises LedgerError for an unknown one."""
    root = SPEAKER.alias()
    own = select(root.c.name).join(SPEAKER, root.c.key == _OWN).where(SPEAKER.c.name == name)
    found = _persons(db, db.execute(own.limit(1)).scalars().all())
    if not found:
        raise LedgerError(f"{name}: no such speaker in the ledger; look the name up in the list of speakers")
    return replace(found[0], voices=_voices(db, name))


def _voices(db: Connection, name: str) -> tuple[str, ...]:
    """Who speaks for a body, those most heard first."""
    spoken = select(_A.speaker).join(ALIAS, ALIAS.c.key == _A.alias).where(ALIAS.c.speaker.in_(named(name)))
    rows = db.execute(spoken.where(func.instr(_A.speaker, '"voice":') > 0)).scalars()
    heard = Counter(voice for row in rows if (voice := speaker_of(row).voice) is not None)
    return tuple(voice for voice, _ in heard.most_common())


def _persons(db: Connection, names: Sequence[str]) -> list[Person]:
    """The people with these names, in that order: all speakers that share a name are one."""
    root, owned = SPEAKER.alias(), SPEAKER.join(ALIAS, ALIAS.c.speaker == SPEAKER.c.key)
    said = owned.outerjoin(ATTRIBUTION, _A.alias == ALIAS.c.key).outerjoin(ARTICLE, ARTICLE.c.key == _A.article)
    dates = (func.min(ARTICLE.c.published).label("first"), func.max(ARTICLE.c.published).label("last"))
    told = (
        select(root.c.name, root.c.key, root.c.type, root.c.external, ALIAS.c.form,
               SPEAKER.c.name.label("own"), _A.role, func.count(_A.key).label("said"), *dates)
        .select_from(root.join(said, root.c.key == _OWN))
        .group_by(root.c.key, ALIAS.c.key, _A.role)
    )  # fmt: skip
    rows: dict[str, list[AnyRow]] = {name: [] for name in names}
    for some in chunks(rows):
        for row in db.execute(told.where(root.c.name.in_(some))):
            rows[row.name].append(row)
    return [_person(name, found) for name, found in rows.items() if found]


def _person(name: str, rows: Sequence[AnyRow]) -> Person:
    said: dict[tuple[int, str], int] = {}
    for row in rows:
        said[row.key, row.type] = said.get((row.key, row.type), 0) + row.said
    (key, kind), _ = max(said.items(), key=lambda item: item[1])
    days = [day for row in rows for day in (row.first, row.last) if day is not None]
    return Person(
        id=str(key),
        name=name,
        type=SpeakerType(kind),
        aliases=tuple(form for form in _forms(rows) if form != name),
        roles=_roles(rows),
        statements=sum(row.said for row in rows),
        first=min(days, default=None),
        last=max(days, default=None),
        external=next((row.external for row in rows if row.external is not None), None),
    )


def _forms(rows: Sequence[AnyRow]) -> list[str]:
    """Name forms and the names of merged speakers, those most used first."""
    used: dict[str, int] = {}
    for row in rows:
        used[row.form] = used.get(row.form, 0) + row.said
        used.setdefault(row.own, 0)
    return sorted(used, key=lambda form: (-used[form], form))


def _roles(rows: Sequence[AnyRow]) -> tuple[Role, ...]:
    """Roles, the one that was printed last first; those that differ in case or accents only are one."""
    alike: dict[str, list[AnyRow]] = {}
    for row in rows:
        if row.role:
            alike.setdefault(fold(row.role), []).append(row)
    found = [_role(same) for same in alike.values()]
    return tuple(sorted(found, key=lambda role: (role.last or "", role.statements, role.name), reverse=True))


def _role(rows: Sequence[AnyRow]) -> Role:
    days = sorted(day for row in rows for day in (row.first, row.last) if day is not None)
    most = max(rows, key=lambda row: (row.said, row.role))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Role(most.role, sum(row.said for row in rows), first, last)
