"""The ledger's entries: chosen, ordered, and told with their article, words, decision and utterance."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, select

from attribution.errors import LedgerError
from attribution.ledger.articles import HEAD, head_of
from attribution.ledger.attributions import COLUMNS, attribution_of, with_speakers
from attribution.ledger.folding import fold
from attribution.ledger.keys import AnyRow, chunks, keys_of
from attribution.ledger.speakers import named
from attribution.ledger.tables import ALIAS, ARTICLE, ATTRIBUTION, MEMBERSHIP, UTTERANCE
from attribution.model import Decision, Entry, Selection, words

_A = ATTRIBUTION.c
_PLACE = (ARTICLE.c.key, _A.start)
ORDERS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "newest": (ARTICLE.c.published.desc(), ARTICLE.c.key.desc(), _A.start, _A.key),
    "oldest": (ARTICLE.c.published, *_PLACE, _A.key),
    "doubtful": (_A.confidence, _A.key),
    "text": (ARTICLE.c.id, _A.start, _A.key),
}


def entries(db: Connection, selection: Selection) -> list[Entry]:
    """The entries that a selection asks for. Raises LedgerError for an unknown order."""
    if selection.order not in ORDERS:
        raise LedgerError(f"{selection.order}: no such order; known are {', '.join(ORDERS)}")
    limit = -1 if selection.limit is None else selection.limit
    rows = ATTRIBUTION.join(ARTICLE, ARTICLE.c.key == _A.article)
    chosen = select(_A.key).select_from(rows).where(*_of_statement(selection), *_of_article(selection))
    chosen = chosen.order_by(*ORDERS[selection.order]).limit(limit).offset(selection.offset)
    return entries_of(db, db.execute(chosen).scalars().all())


def count(db: Connection, selection: Selection) -> int:
    """How many entries a selection has, its limit aside."""
    rows: FromClause = ATTRIBUTION
    about_articles = _of_article(selection)
    if about_articles:
        rows = ATTRIBUTION.join(ARTICLE, ARTICLE.c.key == _A.article)
    told = select(func.count()).select_from(rows).where(*_of_statement(selection), *about_articles)
    return int(db.execute(told).scalar_one())


def _of_statement(s: Selection) -> list[ColumnElement[bool]]:
    wanted = [func.instr(_A.folded, word) > 0 for word in fold(s.words).split()]
    if s.speaker is not None:
        wanted.append(_A.alias.in_(select(ALIAS.c.key).where(ALIAS.c.speaker.in_(named(s.speaker)))))
    equal = ((_A.kind, s.kind), (_A.decision, s.decision), (_A.origin, s.origin))
    return wanted + [column == value.value for column, value in equal if value is not None]


def _of_article(s: Selection) -> list[ColumnElement[bool]]:
    article = ARTICLE.c
    wanted = [column == value for column, value in ((article.outlet, s.outlet), (article.id, s.article))
              if value is not None]  # fmt: skip
    if s.since is not None:
        wanted.append(article.published >= s.since)
    if s.until is not None:
        # A day holds its times of day: "2020-10-02T18:00" sorts before "2020-10-02~".
        wanted.append(article.published < f"{s.until}~")
    return wanted


def entry(db: Connection, attribution_id: str) -> Entry:
    """One entry. Raises LedgerError for an unknown id."""
    found = entries_by_id(db, [attribution_id])
    if not found:
        raise LedgerError(f"{attribution_id}: no such attribution in the ledger; it may have gone with its article")
    return found[0]


def entries_by_id(db: Connection, ids: Sequence[str]) -> list[Entry]:
    """The entries with these ids, in that order; unknown ids are passed over."""
    keys = keys_of(db, ids)
    return entries_of(db, [keys[name] for name in ids if name in keys])


def entries_of(db: Connection, keys: Sequence[int]) -> list[Entry]:
    """The entries with these keys, in that order."""
    rows = {row.key: row for some in chunks(keys) for row in db.execute(_told().where(_A.key.in_(some)))}
    texts = texts_of(db, {row.article for row in rows.values()})
    made = {key: _entry(row, texts[row.article]) for key, row in rows.items()}
    return [made[key] for key in keys]


def texts_of(db: Connection, articles: Iterable[int]) -> dict[int, str]:
    """The texts of articles, by key."""
    found: dict[int, str] = {}
    for some in chunks(articles):
        found.update(db.execute(select(ARTICLE.c.key, ARTICLE.c.text).where(ARTICLE.c.key.in_(some))).all())
    return found


def _told() -> Select[Any]:
    columns = [*HEAD, _A.key, _A.article, *COLUMNS, UTTERANCE.c.id.label("utterance"), UTTERANCE.c.articles]
    return select(*columns).select_from(_joined())


def _joined() -> FromClause:
    """Attributions with all that an entry tells. A statement is in one utterance for sure, others are suggestions."""
    sure = and_(MEMBERSHIP.c.attribution == _A.key, ~MEMBERSHIP.c.suggested)
    rows = with_speakers(ATTRIBUTION.join(ARTICLE, ARTICLE.c.key == _A.article))
    return rows.outerjoin(MEMBERSHIP, sure).outerjoin(UTTERANCE, UTTERANCE.c.key == MEMBERSHIP.c.utterance)


def _entry(row: AnyRow, text: str) -> Entry:
    attribution = attribution_of(row)
    return Entry(
        article=head_of(row),
        attribution=attribution,
        words=words(text, attribution.content),
        cue_words=words(text, attribution.cue),
        source_words=words(text, attribution.source),
        decision=Decision(row.decision),
        reviewer=row.reviewer,
        reviewed_at=row.at,
        note=row.note or "",
        utterance=row.utterance,
        articles=1 if row.articles is None else row.articles,
    )
