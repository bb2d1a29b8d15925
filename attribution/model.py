"""The values that flow from stage to stage: frozen, checked when made, and pointing at text by offsets.

Words are the field's (Pareti 2016; PolNeAR, Newell, Margolin and Ruths 2018): an *attribution* ties a *content* (what
is said) by a *cue* (the words that attribute) to a *source* (the words that name who said it); the *speaker* is who the
source is. Offsets are half-open and count Unicode code points of the article's stored text, which is never altered.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points. Raises ValueError when it is empty, reversed or negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def of(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of several spans, in order, with one space between two pieces."""
    return " ".join(span.of(text) for span in spans)


class SentenceKind(StrEnum):
    """What a stretch of text is; only a SENTENCE and a HEADING are prose that can hold an attribution of its own."""

    SENTENCE = "sentence"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, dateline, byline or list item; ``paragraph`` counts from 0."""

    span: Span
    kind: SentenceKind
    paragraph: int


class Kind(StrEnum):
    """How much of a content stands inside quotation marks: at least 90 % of its letters, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    NONE = "none"


class Origin(StrEnum):
    """Who put an attribution on record: the program, a person in review, or a file that came with attributions."""

    MACHINE = "machine"
    PERSON = "person"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Member:
    """One of several speakers behind a joint source."""

    name: str
    type: SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is. ``name`` is the longest form this article prints, without title, leading article or possessive;
    ``canonical`` the name all articles share; ``voice`` a spokesperson; ``members`` the parts of a joint source.
    ``reason`` is one line that a reader can check; ``confidence`` runs from 0 to 1. Raises ValueError outside that.
    """

    name: str
    type: SpeakerType
    confidence: float
    reason: str
    canonical: str | None = None
    voice: str | None = None
    role: str | None = None
    members: tuple[Member, ...] = ()

    def __post_init__(self) -> None:
        _check_score(self.confidence)


def _check_score(score: float) -> None:
    if not 0 <= score <= 1:
        raise ValueError(f"a score runs from 0 to 1, not {score}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement tied to who made it.

    ``content`` has one span or more, in order of the text; ``cue`` and ``source`` may have none. ``id`` is stable while
    article, content and source are (see attribution_id). ``nested`` marks an attribution inside another's content.
    Raises ValueError for an empty content, spans out of order or a confidence outside 0 to 1.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: Kind
    confidence: float
    nested: bool = False
    speaker: Speaker | None = None
    origin: Origin = Origin.MACHINE
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING)

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content")
        for spans in (self.content, self.cue, self.source):
            if any(a.end > b.start for a, b in pairwise(spans)):
                raise ValueError(f"spans overlap or are out of order: {spans}")
        _check_score(self.confidence)


def attribution_id(article: str, content: Iterable[Span], source: Iterable[Span]) -> str:
    """Sixteen hexadecimal digits that depend on the article's id, the content's spans and the source's spans only."""
    where = ";".join(",".join(f"{s.start}-{s.end}" for s in spans) for spans in (content, source))
    return hashlib.sha256(f"{article}\n{where}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of it.

    ``text`` is stored as it was read; ``published`` is an ISO 8601 date or date-time; ``origin`` says where it was read
    (path or address) and ``original_sha256`` hashes the bytes it was read from. ``attributions`` is None until some
    stage or the file itself gave them. ``extra`` holds fields that pass through untouched.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    origin: str | None = None
    original_sha256: str | None = None
    attributions: tuple[Attribution, ...] | None = None
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Statement:
    """One content as matching reads it. ``quoted`` is False for an indirect content: someone's paraphrase."""

    id: str
    text: str
    article: str | None = None
    speaker: str | None = None
    published: str | None = None
    quoted: bool = True


class Relation(StrEnum):
    """How two wordings relate: the first of these that fits."""

    DIFFERENT = "different"
    ALTERED = "altered"
    REWORDED = "reworded"
    TRUNCATED = "truncated"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between two statements' texts, as offsets into each; an empty side has start equal to end.

    ``kind`` names the difference in words a journalist can read: "negation", "number", "words left out", "synonym" …
    """

    kind: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements that say the same thing, ``a`` before ``b`` in input order, with how they differ and why.

    ``suggested`` marks a pair that is likely but not sure: shown for review, never counted. ``same_article`` marks two
    tellings in one article, which are no spread.
    """

    a: str
    b: str
    relation: Relation
    score: float
    reason: str
    edits: tuple[Edit, ...] = ()
    same_article: bool = False
    suggested: bool = False

    def __post_init__(self) -> None:
        _check_score(self.score)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once: the ids of the statements that repeat it, oldest first; ``suggested`` ones await review."""

    id: str
    members: tuple[str, ...]
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reviewer should look at: what ``kind`` of thing, where in which article, and why, in words.

    ``evidence`` names what else to look at: ids of attributions, matches or utterances.
    """

    kind: str
    article: str
    spans: tuple[Span, ...]
    reason: str
    evidence: tuple[str, ...] = ()


class Decision(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided.

    ``target`` is "attribution", "speaker", "match", "utterance" or "finding", ``target_id`` its id; ``value`` holds
    what was corrected to, by field; ``at`` is an ISO 8601 date-time in UTC. Reviews are a log: undoing is a new review.
    """

    target: str
    target_id: str
    decision: Decision
    reviewer: str
    at: str
    value: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the ledger knows of an article, without its text; ``id`` is unique there, ``added`` an ISO date-time."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    sha256: str
    origin: str | None
    added: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as the ledger tells it: with its article, its words read through its spans, and its review.

    A person's correction is already applied to ``attribution``. ``utterance`` is the id of the utterance it belongs to,
    if any, and ``articles`` how many articles that utterance appears in (1 without one).
    """

    article: Head
    attribution: Attribution
    words: str
    cue_words: str
    source_words: str
    decision: Decision = Decision.UNDECIDED
    reviewer: str | None = None
    reviewed_at: str | None = None
    note: str = ""
    utterance: str | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries to read; None and "" mean any.

    ``words`` must all occur in the statement (case and accents folded); ``since`` and ``until`` are ISO dates, both
    included; ``speaker`` is a canonical name. ``order`` is "newest", "oldest", "doubtful" (least confident first) or
    "text" (by article and place). ``limit`` None reads all.
    """

    words: str = ""
    speaker: str | None = None
    outlet: str | None = None
    article: str | None = None
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None
    decision: Decision | None = None
    origin: Origin | None = None
    order: str = "newest"
    limit: int | None = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """An utterance with all its appearances, oldest first, and the matches between them; ``suggested`` await review.

    ``articles`` and ``outlets`` count distinct ones among the entries, the spread: a second telling in one article adds
    none.
    """

    utterance: str
    entries: tuple[Entry, ...]
    suggested: tuple[Entry, ...]
    matches: tuple[Match, ...]
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A name with how often it occurs, for charts and filters."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What is in the ledger, in figures.

    ``reviewed`` counts attributions with a decision, ``by_day`` runs by date, ``most_quoted`` leaves out speakers that
    are a description, without a capital letter.
    """

    articles: int
    attributions: int
    reviewed: int
    speakers: int
    utterances: int
    findings: int
    outlets: tuple[Tally, ...]
    most_quoted: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    by_day: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role that articles give a speaker: on how many statements, and from which to which day of publication."""

    name: str
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker across all articles: the canonical name, its other forms, and how much it says.

    ``roles`` come latest first. ``voices`` are those who speak for a body. ``external`` is an identifier elsewhere.
    """

    id: str
    name: str
    type: SpeakerType
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    statements: int
    first: str | None
    last: str | None
    voices: tuple[str, ...] = ()
    external: str | None = None

    @property
    def role(self) -> str | None:
        """The role that is printed most, the later one of two."""
        return max(self.roles, key=lambda role: (role.statements, role.last or "")).name if self.roles else None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name form that articles print and the speaker it belongs to, by canonical name; ``decided`` by a person.

    ``external`` is an identifier elsewhere, such as a Wikidata number.
    """

    form: str
    speaker: str
    type: SpeakerType
    external: str | None = None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Two speakers, by canonical name, that may be one: a suggestion with its reason, for review."""

    speaker: str
    other: str
    score: float
    reason: str

    def __post_init__(self) -> None:
        _check_score(self.score)


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement that has a stored wording, and its article."""

    statement: str
    article: str | None


@dataclass(frozen=True, slots=True)
class StoredText:
    """A distinct wording as first printed, and every statement that has it, oldest first."""

    text: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index keeps of one statement: ``key`` numbers its normal words (64 bits, signed), ``shingles`` and
    ``words`` are what a new wording is found by.
    """

    statement: str
    article: str | None
    key: int
    text: str
    shingles: tuple[int, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes, or went, with an article that is taken out."""

    article: Head
    attributions: int
    matches: int
    utterances: int
    findings: int
    reviews: int
