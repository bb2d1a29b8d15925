"""The ledger: articles, attributions, speakers, matches, utterances, findings and decisions in one SQLite file.

``Ledger`` is a thin face: each method is one call of a function on a connection. Values go in and come out; rows and
connections stay here. Every method raises LedgerError, one line that says what, where and what to do, when the ledger
is locked, damaged, read-only or its disk is full.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.ledger import (
    articles,
    directory,
    entries,
    findings,
    matches,
    people,
    removing,
    repeats,
    reviewing,
    spread,
    tallies,
    writing,
)
from attribution.ledger.keys import keys_of
from attribution.ledger.session import Session
from attribution.model import (
    Alias,
    Article,
    Attribution,
    Entry,
    Finding,
    Head,
    Match,
    Overview,
    Person,
    Removal,
    Repeat,
    Review,
    Selection,
    SpeakerType,
    Statement,
    Tally,
    Utterance,
)

if TYPE_CHECKING:
    from attribution.ledger.index import Index


class Ledger(Session):
    """An open ledger. Threads may share it: each has its own transaction."""

    @property
    def index(self) -> "Index":
        """What matching and fuzzy search ask and keep, in this database and in the transaction in hand."""
        from attribution.ledger.index import Index

        return Index(self._lasting, self.statements)

    # Articles

    def known(self, article: Article) -> str | None:
        """The stored id, if this text is stored under the article's id (or one made from it, see free_id)."""
        with self._reading() as db:
            return articles.known(db, article)

    def free_id(self, article: Article) -> str:
        """The id to store the article by: its own, or "<id>~<first 8 of sha256>" if another text has taken that."""
        with self._reading() as db:
            return articles.free_id(db, article)

    def store(self, article: Article) -> str:
        """Keep an article with its attributions; returns its stored id.

        The same text under the same id is worked anew: its machine-made attributions go first, with their matches,
        memberships, findings and index entries; a person's attributions and all decisions stay.
        """
        with self._writing() as db:
            self.index.remove(articles.free_id(db, article))
            return writing.store(db, article)

    def remove(self, article_id: str) -> Removal:
        """Take an article out with all that came from it; returns what went."""
        with self._writing() as db:
            gone = removing.remove(db, article_id)
            self.index.remove(article_id)
            return gone

    def removal(self, article_id: str) -> Removal:
        """What would go with an article."""
        with self._reading() as db:
            return removing.removal(db, article_id)

    def articles(
        self, words: str = "", outlet: str | None = None, limit: int | None = 50, offset: int = 0
    ) -> list[Head]:
        """Stored articles with all these words, or beginnings of words, in title or text, newest first."""
        with self._reading() as db:
            return articles.heads(db, words, outlet, limit, offset)

    def count_articles(self, words: str = "", outlet: str | None = None) -> int:
        with self._reading() as db:
            return articles.count(db, words, outlet)

    def article(self, article_id: str) -> Article:
        """An article with its attributions in order of the text, decisions applied."""
        with self._reading() as db:
            return articles.article(db, article_id)

    # Attributions

    def add_by_hand(self, article_id: str, attribution: Attribution, reviewer: str) -> None:
        """Keep an attribution that a person marked, as accepted."""
        with self._writing() as db:
            writing.add_by_hand(db, article_id, attribution, reviewer)

    def entries(self, selection: Selection) -> list[Entry]:
        """The attributions that a selection asks for, in its order."""
        with self._reading() as db:
            return entries.entries(db, selection)

    def count(self, selection: Selection) -> int:
        """How many attributions a selection has in all, its limit aside."""
        with self._reading() as db:
            return entries.count(db, selection)

    def entry(self, attribution_id: str) -> Entry:
        with self._reading() as db:
            return entries.entry(db, attribution_id)

    def entries_by_id(self, ids: Sequence[str]) -> list[Entry]:
        """The entries with these ids, in that order; unknown ids are passed over."""
        with self._reading() as db:
            return entries.entries_by_id(db, ids)

    # Decisions

    def review(self, *reviews: Review) -> None:
        """Keep decisions; the latest about a thing counts."""
        with self._writing() as db:
            reviewing.append(db, reviews)

    def reviews(self, target: str, target_id: str) -> list[Review]:
        """Every decision about a thing, oldest first; what was taken back is followed by a line that says so."""
        with self._reading() as db:
            return reviewing.reviews(db, target, target_id)

    def undo(self, reviewer: str) -> Review | None:
        """Take back the reviewer's latest decision (all made at one moment); the first of it, None if there is none."""
        with self._writing() as db:
            return reviewing.undo(db, reviewer)

    def decided_pairs(self) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
        """The pairs of statements that people put together, and those that they put apart."""
        with self._reading() as db:
            return reviewing.decided_pairs(db)

    # Matches and utterances

    def connect(self, found: Sequence[Match]) -> None:
        """Keep matches; one between the same two statements is replaced."""
        with self._writing() as db:
            matches.connect(db, found)

    def regroup(self, ids: Sequence[str], utterances: Sequence[Utterance]) -> None:
        """Keep these utterances in place of all memberships of the statements ``ids``."""
        with self._writing() as db:
            repeats.regroup(db, ids, utterances)

    def statements(self, ids: Sequence[str]) -> list[Statement]:
        """The statements with these ids, in the order in which they were stored."""
        with self._reading() as db:
            return matches.statements(db, keys_of(db, ids).values())

    def neighbourhood(self, ids: Sequence[str]) -> tuple[list[Statement], list[Match]]:
        """All that sure matches and accepted pairs connect with these statements, and the matches at them."""
        with self._reading() as db:
            return matches.neighbourhood(db, ids)

    def repeats(
        self,
        words: str = "",
        speaker: str | None = None,
        at_least: int = 2,
        limit: int | None = 50,
        offset: int = 0,
        within: bool = False,
    ) -> list[Repeat]:
        """Statements told in ``at_least`` articles, or ``within`` one article too, most widespread first."""
        with self._reading() as db:
            return spread.repeats(db, spread.Wanted(words, speaker, 0 if within else at_least, limit, offset))

    def repeat(self, utterance_id: str) -> Repeat:
        with self._reading() as db:
            return spread.repeat(db, utterance_id)

    # Findings and figures

    def note_findings(self, article_id: str, found: Sequence[Finding]) -> None:
        """Keep these findings of an article in place of those before."""
        with self._writing() as db:
            findings.note_findings(db, article_id, found)

    def findings(
        self, article: str | None = None, limit: int | None = 50, offset: int = 0, kind: str | None = None
    ) -> list[Finding]:
        """The findings of one article or of all, of one kind or of all, the newest articles' first."""
        with self._reading() as db:
            return findings.findings(db, article, kind, limit, offset)

    def overview(self) -> Overview:
        with self._reading() as db:
            return tallies.overview(db)

    def tallies(self, field: str) -> list[Tally]:
        """How many attributions each "outlet", "speaker", "kind", "decision" or "origin" has, or how many findings
        each kind of "finding", most first.
        """
        with self._reading() as db:
            return tallies.tallies(db, field)

    # Speakers

    def people(
        self, words: str = "", limit: int | None = 50, offset: int = 0, kind: SpeakerType | None = None
    ) -> list[Person]:
        """Speakers of a kind, or of any, with a name or form that has all the words, those who say most first."""
        with self._reading() as db:
            return people.people(db, words, limit, offset, kind)

    def person(self, name: str) -> Person:
        with self._reading() as db:
            return people.person(db, name)

    def aliases(self) -> list[Alias]:
        """Every name form with its speaker, merges followed."""
        with self._reading() as db:
            return directory.aliases(db)

    def set_aliases(self, rows: Sequence[Alias], reviewer: str) -> int:
        """Take over name forms and their speakers as a person's decisions; returns how many changed."""
        with self._writing() as db:
            return directory.set_aliases(db, rows, reviewer)

    def merge(self, speaker: str, into: str, reviewer: str) -> None:
        """Make a speaker count as another one from now on."""
        with self._writing() as db:
            directory.merge(db, speaker, into, reviewer)

    def split(self, form: str, reviewer: str) -> None:
        """Make a merged speaker, or a name form of one, a speaker of its own."""
        with self._writing() as db:
            directory.split(db, form, reviewer)

    def refused_merges(self) -> frozenset[frozenset[str]]:
        """The pairs of speakers, by name, that people call two."""
        with self._reading() as db:
            return reviewing.refused_merges(db)
