"""The ledger's tables. Rows never leave this folder: everything outside gets values of attribution.model.

Text is kept once, in ``article.text``; all else points into it by offsets. An attribution's spans are compact JSON in
its row, not rows of their own: they are always read and written together, no question is asked about a single span
(``start`` is there for the order of the text), and as rows they would be two thirds of the ledger's rows.
``attribution.folded`` is an index to search by, not the record: see folding.py. It is searched by reading it through
(``instr``), which takes 30 ms for 100,000 statements (benchmarks/ledger.py). A trigram index would be quicker from some
half a million on, but larger than what it indexes, blind to words of one or two letters (which is most of Chinese), and
in need of escaping; words half remembered are the matching index's to find.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from attribution.ledger.exact import Exact


def _link(target: str, on_delete: str, **options: object) -> Column[int]:
    return Column(Integer, ForeignKey(target, ondelete=on_delete), **options)  # type: ignore[arg-type]  # Column's own


class ArticleRow(SQLModel, table=True):
    """One text. It stands last: SQLite reads past it to reach what stands behind."""

    __tablename__ = "article"
    __table_args__ = (Index("article_by_outlet", "outlet", "published"), Index("article_by_date", "published"))

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(sa_type=Exact, unique=True)
    sha256: str
    title: str | None = Field(default=None, sa_type=Exact)
    url: str | None = Field(default=None, sa_type=Exact)
    outlet: str | None = Field(default=None, sa_type=Exact)
    published: str | None = Field(default=None, sa_type=Exact)
    origin: str | None = Field(default=None, sa_type=Exact)
    original_sha256: str | None = Field(default=None, sa_type=Exact)
    added: str
    extra: str | None = None
    text: str = Field(sa_type=Exact)


class SpeakerRow(SQLModel, table=True):
    """One speaker. ``merged_into`` is what a person decided; ``root`` the end of that chain, None for itself."""

    __tablename__ = "speaker"
    # Keys are never used again: the log of decisions names them.
    __table_args__ = (UniqueConstraint("name", "type"), {"sqlite_autoincrement": True})

    key: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Exact)
    type: str
    folded: str
    external: str | None = Field(default=None, sa_type=Exact)
    merged_into: int | None = Field(default=None, sa_column=_link("speaker.key", "SET NULL", index=True))
    root: int | None = Field(default=None, sa_column=_link("speaker.key", "SET NULL", index=True))


class AliasRow(SQLModel, table=True):
    """A name form that articles print, and its speaker. Attributions hang on forms, so that moving one form moves all
    that was said under it, and moving it back is as simple.
    """

    __tablename__ = "alias"
    __table_args__ = {"sqlite_autoincrement": True}

    key: int | None = Field(default=None, primary_key=True)
    form: str = Field(sa_type=Exact, index=True)
    folded: str
    speaker: int = Field(sa_column=_link("speaker.key", "RESTRICT", nullable=False, index=True))
    decided: bool = False


class ReviewRow(SQLModel, table=True):
    """One line of the log. ``undoes`` is the key of the line that this one takes back; ``changes`` are the values that
    other tables held before, as [table, key, column, value], for decisions about speakers. ``article``, and ``second``
    for a pair of statements, are what it is about: with them it goes, even when its attribution went before.
    """

    __tablename__ = "review"
    __table_args__ = (Index("review_by_target", "target", "target_id"), Index("review_by_reviewer", "reviewer", "at"),
                      {"sqlite_autoincrement": True})  # fmt: skip

    key: int | None = Field(default=None, primary_key=True)
    target: str = Field(sa_type=Exact)
    target_id: str = Field(sa_type=Exact)
    decision: str
    reviewer: str = Field(sa_type=Exact)
    at: str
    value: str | None = None
    note: str = Field(default="", sa_type=Exact)
    undoes: int | None = Field(default=None, index=True)
    article: int | None = Field(default=None, sa_column=_link("article.key", "CASCADE", index=True))
    second: int | None = Field(default=None, sa_column=_link("article.key", "CASCADE", index=True))
    changes: str | None = None


class AttributionRow(SQLModel, table=True):
    """One attribution. ``speaker`` is what the program or the file said, as JSON; ``alias`` who it is, a person's
    correction applied; ``review`` the decision in force, and ``decision`` what it says.
    """

    __tablename__ = "attribution"
    __table_args__ = (Index("attribution_by_place", "article", "start"),
                      Index("attribution_by_doubt", "decision", "confidence"))  # fmt: skip

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(sa_type=Exact, unique=True)
    article: int = Field(sa_column=_link("article.key", "CASCADE", nullable=False))
    start: int
    content: str
    cue: str
    source: str
    kind: str
    confidence: float = Field(index=True)
    nested: bool
    origin: str
    speaker: str | None = None
    alias: int | None = Field(default=None, sa_column=_link("alias.key", "RESTRICT", index=True))
    role: str | None = Field(default=None, sa_type=Exact)
    decision: str
    review: int | None = Field(default=None, sa_column=_link("review.key", "SET NULL", index=True))
    extra: str | None = None
    folded: str


class MatchRow(SQLModel, table=True):
    __tablename__ = "match"

    a: int = Field(sa_column=_link("attribution.key", "CASCADE", primary_key=True))
    b: int = Field(sa_column=_link("attribution.key", "CASCADE", primary_key=True, index=True))
    relation: str
    score: float
    reason: str = Field(sa_type=Exact)
    edits: str
    same_article: bool
    suggested: bool


class UtteranceRow(SQLModel, table=True):
    """``articles`` counts the distinct articles of the sure members: kept here so that the most widespread are found
    without counting all.
    """

    __tablename__ = "utterance"

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(sa_type=Exact, unique=True)
    articles: int = Field(index=True)


class MembershipRow(SQLModel, table=True):
    __tablename__ = "membership"

    utterance: int = Field(sa_column=_link("utterance.key", "CASCADE", primary_key=True))
    attribution: int = Field(sa_column=_link("attribution.key", "CASCADE", primary_key=True, index=True))
    suggested: bool
    place: int


class FindingRow(SQLModel, table=True):
    __tablename__ = "finding"

    key: int | None = Field(default=None, primary_key=True)
    article: int = Field(sa_column=_link("article.key", "CASCADE", nullable=False, index=True))
    kind: str = Field(sa_type=Exact)
    spans: str
    reason: str = Field(sa_type=Exact)
    evidence: str


# What the migrations must make; the indexes that they make besides are known to SQL alone.
RECORD = SQLModel.metadata


def _table(name: str) -> Table:
    return RECORD.tables[name]


ARTICLE, SPEAKER, ALIAS, REVIEW = _table("article"), _table("speaker"), _table("alias"), _table("review")
ATTRIBUTION, MATCH, FINDING = _table("attribution"), _table("match"), _table("finding")
UTTERANCE, MEMBERSHIP = _table("utterance"), _table("membership")
