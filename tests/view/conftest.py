"""A ledger in memory with the methods that the pages call, and a page runner. No page test needs a database."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from rapidfuzz import fuzz
from streamlit.testing.v1 import AppTest

from attribution import pipeline
from attribution.errors import LedgerError
from attribution.model import (
    Alias,
    Article,
    Attribution,
    Decision,
    Edit,
    Entry,
    Finding,
    Head,
    Kind,
    Match,
    Merge,
    Overview,
    Person,
    Relation,
    Repeat,
    Review,
    Role,
    Selection,
    Span,
    Speaker,
    SpeakerType,
    Tally,
    attribution_id,
    words,
)
from attribution.pipeline import adding, grouping, people
from attribution.view import source

PAGES = Path(source.__file__).with_name("pages")


def _name(entry: Entry) -> str | None:
    speaker = entry.attribution.speaker
    return None if speaker is None else speaker.canonical or speaker.name


@dataclass
class FakeLedger:
    """Articles, repeats and reviews in lists; orders and filters as the contract says."""

    stored: list[Article] = field(default_factory=list)
    repeated: list[Repeat] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    suggestions: list[Merge] = field(default_factory=list)
    merged: list[tuple[str, ...]] = field(default_factory=list)
    log: list[Review] = field(default_factory=list)
    external: dict[str, str | None] = field(default_factory=dict)
    url: str = "memory"
    _told: tuple[tuple[int, ...], list[Entry]] | None = None

    def head(self, article: Article) -> Head:
        a = article
        return Head(a.id, a.title, a.outlet, a.url, a.published, a.sha256, a.origin, "2031-01-01T00:00:00+00:00")

    def all(self) -> list[Entry]:
        """Every entry as reviewed; worked out again only after a change."""
        state = (len(self.log), *map(id, self.stored), *map(id, self.repeated))
        if self._told is None or self._told[0] != state:
            self._told = (state, self._all())
        return self._told[1]

    def _all(self) -> list[Entry]:
        latest = {review.target_id: review for review in self.log if review.target == "attribution"}
        groups = {e.attribution.id: r for r in self._grouped() for e in r.entries}
        return [
            self._reviewed(self._entry(article, attribution, groups), latest.get(attribution.id))
            for article in self.stored
            for attribution in article.attributions or ()
        ]

    def _entry(self, article: Article, a: Attribution, groups: dict[str, Repeat]) -> Entry:
        text, repeat = article.text, groups.get(a.id)
        said = (words(text, spans) for spans in (a.content, a.cue, a.source))
        made = Entry(self.head(article), a, *said)
        return made if repeat is None else replace(made, utterance=repeat.utterance, articles=repeat.articles)

    def _reviewed(self, entry: Entry, review: Review | None) -> Entry:
        if review is None:
            return entry
        attribution = entry.attribution
        if "speaker" in review.value:
            kind = SpeakerType(review.value["speaker_type"])
            speaker = Speaker(review.value["speaker"], kind, 1.0, f"set by {review.reviewer}")
            attribution = replace(attribution, speaker=speaker)
        return replace(
            entry, attribution=attribution, decision=review.decision, reviewer=review.reviewer, reviewed_at=review.at
        )

    def articles(
        self, words: str = "", outlet: str | None = None, limit: int | None = 50, offset: int = 0
    ) -> list[Head]:
        fitting = [
            self.head(article)
            for article in self.stored
            if words.casefold() in f"{article.title} {article.text}".casefold() and outlet in (None, article.outlet)
        ]
        return fitting[offset:][:limit]

    def count_articles(self, words: str = "", outlet: str | None = None) -> int:
        return len(self.articles(words, outlet, None))

    def article(self, article_id: str) -> Article:
        for article in self.stored:
            if article.id == article_id:
                return article
        raise LedgerError(f"{article_id}: no such article; `attribution list` shows what is stored")

    def entries(self, selection: Selection) -> list[Entry]:
        fitting = [entry for entry in self.all() if self._fits(entry, selection)]
        if selection.order == "doubtful":
            fitting.sort(key=lambda entry: entry.attribution.confidence)
        elif selection.order in ("newest", "oldest"):
            fitting.sort(key=lambda entry: entry.article.published or "", reverse=selection.order == "newest")
        return fitting[selection.offset :][: selection.limit]

    def _fits(self, entry: Entry, s: Selection) -> bool:
        day = (entry.article.published or "")[:10]
        return (
            all(word in entry.words.casefold() for word in s.words.casefold().split())
            and s.speaker in (None, _name(entry))
            and s.outlet in (None, entry.article.outlet)
            and s.article in (None, entry.article.id)
            and s.kind in (None, entry.attribution.kind)
            and s.decision in (None, entry.decision)
            and s.origin in (None, entry.attribution.origin)
            and (s.since is None or day >= s.since)
            and (s.until is None or day <= s.until)
        )

    def count(self, selection: Selection) -> int:
        return len(self.entries(replace(selection, limit=None, offset=0)))

    def entry(self, attribution_id: str) -> Entry:
        for entry in self.all():
            if entry.attribution.id == attribution_id:
                return entry
        raise LedgerError(f"{attribution_id}: no such attribution")

    def entries_by_id(self, ids: Sequence[str]) -> list[Entry]:
        return [self.entry(name) for name in ids]

    def repeats(
        self,
        words: str = "",
        speaker: str | None = None,
        at_least: int = 2,
        limit: int = 50,
        offset: int = 0,
        within: bool = False,
    ) -> list[Repeat]:
        fitting = [
            repeat
            for repeat in sorted(self._grouped(), key=lambda r: -r.articles)
            if (within or repeat.articles >= at_least)
            and any(words.casefold() in entry.words.casefold() for entry in repeat.entries)
            and (speaker is None or any(_name(entry) == speaker for entry in repeat.entries))
        ]
        return fitting[offset : offset + limit]

    def repeat(self, utterance_id: str) -> Repeat:
        for repeat in self._grouped():
            if repeat.utterance == utterance_id:
                return repeat
        raise LedgerError(f"{utterance_id}: no such repeated statement")

    def overview(self) -> Overview:
        entries = self.all()
        reviewed = sum(entry.decision is not Decision.UNDECIDED for entry in entries)
        days = sorted(self._counted((e.article.published or "")[:10] for e in entries), key=lambda t: t.name)
        return Overview(
            len(self.stored), len(entries), reviewed, len(self.tallies("speaker")), len(self.repeated), len(self.found),
            self._counted(article.outlet for article in self.stored), tuple(self.tallies("speaker")),
            tuple(self.tallies("kind")), tuple(days),
        )  # fmt: skip

    def _counted(self, names: Iterable[str | None]) -> tuple[Tally, ...]:
        return tuple(Tally(name, count) for name, count in Counter(filter(None, names)).most_common())

    def tallies(self, field: str) -> list[Tally]:
        read: dict[str, Callable[[Entry], str | None]] = {
            "outlet": lambda e: e.article.outlet,
            "speaker": _name,
            "kind": lambda e: e.attribution.kind.value,
            "decision": lambda e: e.decision.value,
            "origin": lambda e: e.attribution.origin.value,
        }
        if field == "finding":
            return list(self._counted(finding.kind for finding in self.found))
        return list(self._counted(read[field](entry) for entry in self.all()))

    def findings(
        self, article: str | None = None, limit: int | None = 50, offset: int = 0, kind: str | None = None
    ) -> list[Finding]:
        found = [each for each in self.found if article in (None, each.article) and kind in (None, each.kind)]
        return found[offset:][:limit]

    def people(
        self, words: str = "", limit: int = 50, offset: int = 0, kind: SpeakerType | None = None
    ) -> list[Person]:
        named = [
            self.person(tally.name) for tally in self.tallies("speaker") if words.casefold() in tally.name.casefold()
        ]
        return [person for person in named if kind in (None, person.type)][offset : offset + limit]

    def person(self, name: str) -> Person:
        said = [entry for entry in self.all() if _name(entry) == name]
        if not said:
            raise LedgerError(f"{name}: no such speaker")
        speaker = said[0].attribution.speaker
        assert speaker is not None
        days = sorted(filter(None, (entry.article.published for entry in said)))
        aliases = tuple(sorted({entry.source_words for entry in said} - {name}))
        first, last = (days[0], days[-1]) if days else (None, None)
        roles = (Role(speaker.role, len(said), first, last),) if speaker.role else ()
        voices = (speaker.voice,) if speaker.voice else ()
        external = self.external.get(name)
        return Person(name, name, speaker.type, aliases, roles, len(said), first, last, voices, external)

    def aliases(self) -> list[Alias]:
        return []

    def set_aliases(self, rows: Sequence[Alias], reviewer: str) -> int:
        self.external.update({row.speaker: row.external for row in rows})
        return len(rows)

    def _grouped(self) -> list[Repeat]:
        """The repeated statements as the decisions about pairs leave them."""
        decided = {r.target_id: r.decision for r in self.log if r.target == "match"}

        def says(entry: Entry, repeat: Repeat, decision: Decision) -> bool:
            others = (other.attribution.id for other in repeat.entries if other != entry)
            return any(decided.get("|".join(sorted((entry.attribution.id, o)))) is decision for o in others)

        return [self._regrouped(repeat, says) for repeat in self.repeated]

    def _regrouped(self, repeat: Repeat, says: Callable[[Entry, Repeat, Decision], bool]) -> Repeat:
        out = [entry for entry in repeat.entries if says(entry, repeat, Decision.REJECTED)]
        gone = out if len(out) < len(repeat.entries) else out[1:]  # of a pair, the later one left
        waiting = [entry for entry in repeat.suggested if not says(entry, repeat, Decision.REJECTED)]
        joined = [entry for entry in waiting if says(entry, repeat, Decision.ACCEPTED)]
        entries = tuple(entry for entry in (*repeat.entries, *joined) if entry not in gone)
        spread = {entry.article.id for entry in entries}
        left = tuple(entry for entry in waiting if entry not in joined)
        return replace(repeat, entries=entries, suggested=left, articles=len(spread))

    def review(self, *reviews: Review) -> None:
        self.log.extend(reviews)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield

    def add_by_hand(self, article_id: str, made: Attribution, reviewer: str) -> None:
        self.stored = [
            replace(a, attributions=(*(a.attributions or ()), made)) if a.id == article_id else a for a in self.stored
        ]
        at = "2031-04-01T00:00:00+00:00"
        self.log.append(Review("attribution", made.id, Decision.ACCEPTED, reviewer, at))

    def merge(self, speaker: str, into: str, reviewer: str) -> None:
        self.merged.append((speaker, into, reviewer))

    def split(self, form: str, reviewer: str) -> None:
        self.merged.append((form, reviewer))

    def reviews(self, target: str, target_id: str) -> list[Review]:
        return [review for review in self.log if (review.target, review.target_id) == (target, target_id)]

    def undo(self, reviewer: str) -> Review | None:
        mine = [review for review in self.log if review.reviewer == reviewer]
        if not mine:
            return None
        batch = [review for review in mine if review.at == mine[-1].at]
        self.log = [review for review in self.log if review not in batch]
        return batch[0]


def search(ledger: FakeLedger, words: str, limit: int) -> list[tuple[Entry, float]]:
    """A slow, plain search by similarity."""
    scored = [(entry, fuzz.partial_ratio(words.casefold(), entry.words.casefold()) / 100) for entry in ledger.all()]
    return sorted((pair for pair in scored if pair[1] > 0.7), key=lambda pair: -pair[1])[:limit]


def speaker(name: str) -> Speaker:
    return Speaker(name, SpeakerType.PERSON, 0.9, f"the only {name} in the article", canonical=name, role="mayor")


def article_of(
    lines: Sequence[tuple[str, str]],
    number: int = 1,
    outlet: str | None = "Hollin Courier",
    title: str | None = None,
    url: str | None = "https://courier.example/1",
) -> Article:
    """An article in which each (source, words) says the words, one paragraph each."""
    text, made, name = "Mill opens again\n\n", [], f"story-{number}"
    for said_by, said in lines:
        start = len(text)
        text += f"“{said}” said {said_by} on Monday.\n\n"
        content, end = Span(start, start + len(said) + 2), start + len(said) + 3
        cue, by = Span(end, end + 4), (Span(end + 5, end + 5 + len(said_by)),)
        key = attribution_id(name, (content,), by)
        confidence = 0.5 + len(made) % 40 / 100
        made.append(Attribution(key, (content,), (cue,), by, Kind.DIRECT, confidence, speaker=speaker(said_by)))
    day = f"2031-03-{1 + number % 28:02}"
    return Article(
        name, text, title if title is not None else f"Mill opens, part {number}", url, outlet, day, "courier.txt",
        attributions=tuple(made),
    )  # fmt: skip


def repeat_of(
    ledger: FakeLedger, ids: Sequence[str], edits: tuple[Edit, ...] = (), suggested: Sequence[str] = ()
) -> Repeat:
    """A repeated statement of stored attributions, each compared with the first."""
    entries = tuple(ledger.entry(name) for name in ids)
    waiting = tuple(ledger.entry(name) for name in suggested)
    matches = tuple(
        Match(ids[0], name, Relation.ALTERED if edits else Relation.VERBATIM, 0.9, "close", edits) for name in ids[1:]
    ) + tuple(Match(ids[0], name, Relation.REWORDED, 0.6, "likely", suggested=True) for name in suggested)
    spread = {entry.article.id for entry in entries}
    outlets = {entry.article.outlet for entry in entries}
    return Repeat(f"u-{ids[0]}", entries, waiting, matches, len(spread), len(outlets))


@pytest.fixture
def make() -> type[FakeLedger]:
    return FakeLedger


@pytest.fixture
def empty() -> FakeLedger:
    return FakeLedger()


@pytest.fixture
def small() -> FakeLedger:
    """Three articles by two outlets, one statement told in each with a number altered, one finding."""
    ledger = FakeLedger(
        [
            article_of([("Ida Marsh", "We open two bridges on Monday."), ("the press service", "Nobody was hurt.")], 1),
            article_of([("Ida Marsh", "We open three bridges on Monday.")], 2, "Chronicle"),
            article_of([("Tom Vale", "We open two bridges on Monday.")], 3, "Chronicle", url=None),
        ]
    )
    ids = [article.attributions[0].id for article in ledger.stored]  # type: ignore[index]  # each has some
    ledger.repeated = [repeat_of(ledger, ids[:2], (Edit("number", 9, 12, 9, 14),), ids[2:])]
    ledger.found = [Finding("unclosed-quote", "story-1", (Span(18, 19),), "this quotation mark is never closed")]
    return ledger


@pytest.fixture
def large() -> FakeLedger:
    """Many statements: what does not fit on one page."""
    lines = [(f"Person {number % 70}", f"Statement number {number} about the mill.") for number in range(400)]
    return FakeLedger([article_of(lines, 1, f"Outlet {number}", f"Story {number}") for number in range(1)])


@pytest.fixture
def widespread() -> FakeLedger:
    """One statement in thirty articles, word for word."""
    ledger = FakeLedger([article_of([("Ida Marsh", "We open on Monday.")], number) for number in range(30)])
    ledger.repeated = [repeat_of(ledger, [entry.attribution.id for entry in ledger.all()])]
    return ledger


HOSTILE = (
    "![x](https://evil.example/i.png) $x^2$ :red[red] **bold** <script>alert(1)</script> <img src=//evil.example/j> "
    "[a](javascript:alert(1)) :material/home: \u202edesrever `c` </p></div><style>*{display:none}</style>"
)


@pytest.fixture
def hostile() -> FakeLedger:
    """Every field that an article can fill tries to become markup."""
    text = HOSTILE
    ledger = FakeLedger(
        [article_of([(text, text), (text, f"{text} again")], n, text, text, f"javascript:{text}") for n in (1, 2)]
    )
    for number, article in enumerate(ledger.stored):
        made = Speaker(text, SpeakerType.PERSON, 0.5, text, text, voice=text, role=text)
        said = tuple(replace(a, speaker=made) for a in article.attributions or ())
        ledger.stored[number] = replace(article, attributions=said)
    ids = [article.attributions[0].id for article in ledger.stored]  # type: ignore[index]  # each has some
    ledger.suggestions = [Merge(text, f"another {text}", 0.5, text)]
    ledger.external = {text: f"https://evil.example/{text}"}
    ledger.repeated = [repeat_of(ledger, ids, (Edit(text, 0, 5, 0, 5),))]
    ledger.found = [Finding(text, "story-1", (Span(3, 9),), text)]
    return ledger


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Run a page on a ledger, with query parameters: ``page("quotes", ledger, quote="…")``."""

    def run(name: str, ledger: object, /, **parameters: str) -> AppTest:
        monkeypatch.setattr(source, "ledger", lambda: ledger)
        monkeypatch.setattr(pipeline, "search", search)
        monkeypatch.setattr(pipeline, "merge_suggestions", lambda ledger: ledger.suggestions)
        monkeypatch.setattr(grouping, "regroup", lambda ledger, touched: None)
        monkeypatch.setattr(people, "follow", lambda ledger, statements: None)
        monkeypatch.setattr(adding, "match_stored", lambda ledger, article: [])
        test = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=30)
        for key, value in parameters.items():
            test.query_params[key] = value
        return test.run()

    monkeypatch.setenv("ATTRIBUTION_REVIEWER", "Ana")
    return run


@pytest.fixture
def texts() -> Callable[..., str]:
    """The words of a page's HTML blocks; with their markup if asked."""

    def read(test: AppTest, markup: bool = False) -> str:
        blocks = (block.proto.body for block in test.get("html"))
        drawn = "\n".join(body for body in blocks if not body.startswith((":root", "<style")))
        return drawn if markup else html.unescape(re.sub(r"<[^>]+>", "", drawn))

    return read


@pytest.fixture
def address() -> Callable[[AppTest, str], str | None]:
    """What stands in a page's address under a name; None for nothing."""

    def read(test: AppTest, name: str) -> str | None:
        value = test.query_params.get(name)
        return value[0] if isinstance(value, list) else value

    return read
