"""Speakers across all articles: who they are, what else they are called, how much they say."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from attribution.errors import LedgerError
from attribution.ledger.attributions import AS_NAMED, ROOT
from attribution.ledger.folding import fold
from attribution.ledger.keys import chunks
from attribution.ledger.tables import ALIAS, ARTICLE, ATTRIBUTION, SPEAKER
from attribution.model import Person, SpeakerType

_A = ATTRIBUTION.c
_OWN = func.coalesce(SPEAKER.c.root, SPEAKER.c.key)


def people(db: Connection, words: str, limit: int | None, offset: int) -> list[Person]:
    """Speakers with a name form that has all the words, those who say most first."""
    said = func.count(_A.key)
    wanted = _spoken(select(ROOT.c.name, said)).group_by(ROOT.c.name).order_by(said.desc(), ROOT.c.name)
    for word in fold(words).split():
        fitting = select(_OWN).join(ALIAS, ALIAS.c.speaker == SPEAKER.c.key).where(func.instr(ALIAS.c.folded, word) > 0)
        wanted = wanted.where(ROOT.c.key.in_(fitting))
    names = db.execute(wanted.limit(-1 if limit is None else limit).offset(offset)).scalars().all()
    return _persons(db, names)


def person(db: Connection, name: str) -> Person:
    """The speaker with this name, or whom it was merged into. Raises LedgerError for an unknown one."""
    root = SPEAKER.alias()
    own = select(root.c.name).join(SPEAKER, root.c.key == _OWN).where(SPEAKER.c.name == name)
    found = _persons(db, db.execute(own.limit(1)).scalars().all())
    if not found:
        raise LedgerError(f"{name}: no such speaker in the ledger; look the name up in the list of speakers")
    return found[0]


def _spoken(chosen: Select[Any]) -> Select[Any]:
    """A choice among speakers, by the name that all merged ones share, with what they say."""
    owned = ROOT.join(AS_NAMED, ROOT.c.key == func.coalesce(AS_NAMED.c.root, AS_NAMED.c.key))
    forms = owned.join(ALIAS, ALIAS.c.speaker == AS_NAMED.c.key)
    return chosen.select_from(forms.outerjoin(ATTRIBUTION, _A.alias == ALIAS.c.key)
                              .outerjoin(ARTICLE, ARTICLE.c.key == _A.article))  # fmt: skip


def _persons(db: Connection, names: Sequence[str]) -> list[Person]:
    told = _spoken(select(ROOT.c.name, ROOT.c.key, ROOT.c.type, ALIAS.c.form, AS_NAMED.c.name.label("own"), _A.role,
                          func.count(_A.key).label("said"), func.min(ARTICLE.c.published).label("first"),
                          func.max(ARTICLE.c.published).label("last")))  # fmt: skip
    told = told.group_by(ROOT.c.name, ROOT.c.key, ALIAS.c.key, _A.role)
    rows: dict[str, list[Any]] = {name: [] for name in names}
    for some in chunks(rows):
        for row in db.execute(told.where(ROOT.c.name.in_(some))):
            rows[row.name].append(row)
    return [_person(name, found) for name, found in rows.items() if found]


def _person(name: str, rows: Sequence[Any]) -> Person:
    """One person of all rows with a name: forms by how often they occur, roles by when they were last printed."""
    forms: dict[str, int] = {}
    said: dict[tuple[int, str], int] = {}
    for row in rows:
        for form in (row.form, row.own):
            forms[form] = forms.get(form, 0) + (row.said if form == row.form else 0)
        said[row.key, row.type] = said.get((row.key, row.type), 0) + row.said
    (key, kind), _ = max(said.items(), key=lambda item: item[1])
    roles = sorted(((row.last or "", row.role) for row in rows if row.role), reverse=True)
    dates = [day for row in rows for day in (row.first, row.last) if day is not None]
    return Person(
        id=str(key),
        name=name,
        type=SpeakerType(kind),
        aliases=tuple(form for form in sorted(forms, key=lambda form: (-forms[form], form)) if form != name),
        roles=tuple(dict.fromkeys(role for _, role in roles)),
        statements=sum(row.said for row in rows),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
