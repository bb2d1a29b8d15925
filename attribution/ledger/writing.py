"""Articles and their attributions into the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, text, update

from attribution.errors import LedgerError
from attribution.ledger.articles import free_id, head
from attribution.ledger.attributions import packed_speaker
from attribution.ledger.exact import encodable, packed_fields, packed_spans
from attribution.ledger.findings import drop_findings_about
from attribution.ledger.folding import fold
from attribution.ledger.keys import inserted, keys_of
from attribution.ledger.repeats import recount, utterances_with
from attribution.ledger.reviewing import append, settle
from attribution.ledger.speakers import forms_for, prune
from attribution.ledger.tables import ARTICLE, ATTRIBUTION, FINDING
from attribution.model import Article, Attribution, Decision, Origin, Review, words


@dataclass(frozen=True, slots=True)
class Gone:
    """What attributions that were taken out leave to be put in order: their ids, forms and utterances."""

    ids: frozenset[str] = frozenset()
    aliases: frozenset[int] = frozenset()
    utterances: frozenset[int] = frozenset()


def now() -> str:
    """The time in UTC as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def store(db: Connection, article: Article) -> str:
    """Keep an article and its attributions under the id that free_id says, which is returned.

    What is stored of the same text already is replaced, but for attributions that people marked; decisions apply again
    to attributions with the same ids. Raises LedgerError for an article without attributions (None), spans outside its
    text, or an id that another article's attribution has.
    """
    if article.attributions is None:
        raise LedgerError(f"{article.id}: its attributions were not looked for; extract them before it is stored")
    name = free_id(db, article)
    key, gone = _keep_article(db, article, name)
    new = list(_distinct(db, article, key))
    _insert(db, key, article.text, new)
    settle(db, [attribution.id for attribution in new])
    tidy(db, gone)
    return name


def _keep_article(db: Connection, article: Article, name: str) -> tuple[int, Gone]:
    """The article's key, and what of its earlier attributions went."""
    row = db.execute(select(ARTICLE.c.key, ARTICLE.c.title, ARTICLE.c.text).where(ARTICLE.c.id == name)).one_or_none()
    told = {field: getattr(article, field) for field in ("title", "url", "outlet", "published", "origin",
                                                         "original_sha256")}  # fmt: skip
    told["extra"] = packed_fields(article.extra)
    if row is None:
        kept = {**told, "id": name, "text": article.text, "sha256": article.sha256, "added": now()}
        key = inserted(db.execute(insert(ARTICLE).values(kept)))
        _index_words(db, key, article.title, article.text)
        return key, Gone()
    unindex_words(db, row.key, row.title, row.text)
    db.execute(update(ARTICLE).where(ARTICLE.c.key == row.key).values(told))
    _index_words(db, row.key, article.title, article.text)
    db.execute(delete(FINDING).where(FINDING.c.article == row.key))
    return row.key, take_out(db, row.key, by_hand=False)


def _index_words(db: Connection, key: int, title: str | None, body: str) -> None:
    asked = text("INSERT INTO article_words (rowid, words) VALUES (:key, :words)")
    db.execute(asked, {"key": key, "words": _indexed(title, body)})


def unindex_words(db: Connection, key: int, title: str | None, body: str) -> None:
    """Take an article out of the full-text index: it needs to be told what went in."""
    asked = text("INSERT INTO article_words (article_words, rowid, words) VALUES ('delete', :key, :words)")
    db.execute(asked, {"key": key, "words": _indexed(title, body)})


def _indexed(title: str | None, body: str) -> str:
    said = f"{title or ''}\n{body}"
    # This must never change: an entry is taken out by the same words that it was made from.
    return said if encodable(said) else said.encode("utf-8", "replace").decode("utf-8")


def take_out(db: Connection, article: int, by_hand: bool) -> Gone:
    """Take an article's attributions out, those that people marked only if ``by_hand``, with their matches and
    memberships.
    """
    mine = ATTRIBUTION.c.article == article
    return _taken_out(db, mine if by_hand else mine & (ATTRIBUTION.c.origin != Origin.PERSON.value))


def _taken_out(db: Connection, which: ColumnElement[bool]) -> Gone:
    rows = db.execute(select(ATTRIBUTION.c.id, ATTRIBUTION.c.key, ATTRIBUTION.c.alias).where(which)).all()
    utterances = utterances_with(db, [row.key for row in rows])
    db.execute(delete(ATTRIBUTION).where(which))
    aliases = frozenset(row.alias for row in rows if row.alias is not None)
    return Gone(frozenset(row.id for row in rows), aliases, utterances)


def tidy(db: Connection, gone: Gone) -> None:
    """Put in order what attributions that went have left behind."""
    drop_findings_about(db, gone.ids)
    recount(db, gone.utterances)
    prune(db, gone.aliases)


def _distinct(db: Connection, article: Article, key: int) -> Iterator[Attribution]:
    """The attributions to be stored: the first of each id, without what people marked themselves."""
    given = {attribution.id: attribution for attribution in reversed(article.attributions or ())}
    taken = keys_of(db, list(given))
    mine = set(db.execute(select(ATTRIBUTION.c.id).where(ATTRIBUTION.c.article == key)).scalars())
    if foreign := sorted(taken.keys() - mine):
        raise LedgerError(f"{article.id}: another article has an attribution {foreign[0]}; make its id anew")
    for attribution in reversed(given.values()):
        _check_places(article.id, attribution, article.text)
        if attribution.id not in taken:
            yield attribution


def _check_places(where: str, attribution: Attribution, body: str) -> None:
    end = max(spans[-1].end for spans in (attribution.content, attribution.cue, attribution.source) if spans)
    if end > len(body):
        raise LedgerError(f"{where}: an attribution ends at {end}, the text at {len(body)}; it is of another text")


def _insert(db: Connection, article: int, body: str, new: Sequence[Attribution]) -> None:
    forms = forms_for(db, (attribution.speaker for attribution in new))
    rows = [_row(each, body) | {"article": article, "alias": forms[each.speaker]} for each in new]
    if rows:
        db.execute(insert(ATTRIBUTION), rows)


def _row(attribution: Attribution, body: str) -> dict[str, object]:
    speaker = attribution.speaker
    return {
        "id": attribution.id,
        "start": attribution.content[0].start,
        "content": packed_spans(attribution.content),
        "cue": packed_spans(attribution.cue),
        "source": packed_spans(attribution.source),
        "kind": attribution.kind.value,
        "confidence": attribution.confidence,
        "nested": attribution.nested,
        "origin": attribution.origin.value,
        "speaker": None if speaker is None else packed_speaker(speaker),
        "role": None if speaker is None else speaker.role,
        "decision": Decision.UNDECIDED.value,
        "extra": packed_fields(attribution.extra),
        "folded": fold(words(body, attribution.content)),
    }


def add_by_hand(db: Connection, article_id: str, attribution: Attribution, reviewer: str) -> None:
    """Keep what a person marked, accepted, in place of what the program may have found there.

    Raises LedgerError for an unknown article or spans outside its text.
    """
    key, _ = head(db, article_id)
    body = db.execute(select(ARTICLE.c.text).where(ARTICLE.c.key == key)).scalar_one()
    _check_places(article_id, attribution, body)
    here = (ATTRIBUTION.c.id == attribution.id) & (ATTRIBUTION.c.article == key)
    gone = _taken_out(db, here)
    _insert(db, key, body, [replace(attribution, origin=Origin.PERSON)])
    append(db, [Review("attribution", attribution.id, Decision.ACCEPTED, reviewer, now())])
    tidy(db, Gone(frozenset(), gone.aliases, gone.utterances))
