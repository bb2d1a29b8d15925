"""One article into the ledger: linked, matched with what is there, probed, and kept, in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution.errors import UnreadableArticle
from attribution.model import Article, Attribution, Finding, Match, Statement, attribution_id
from attribution.output import many
from attribution.pipeline.extracting import Added, Work, extract
from attribution.pipeline.grouping import regroup
from attribution.pipeline.statements import statement

if TYPE_CHECKING:
    from attribution.identify.directory import Directory
    from attribution.ledger.store import Ledger

Read = Article | UnreadableArticle
# So many statements that the index has not are looked for at a time.
HEALED = 1000


def add(
    items: Iterable[Read], ledger: "Ledger", work: Work, jobs: int = 1, again: bool = False
) -> Iterator[Added | UnreadableArticle]:
    """Extract, resolve and match articles and keep them, one transaction each: an Added or an error for every item.

    What the ledger knows already is passed over, or with ``again`` worked anew: what people decided and marked by hand
    stays. What an older program stored and never matched is matched first. Raises LedgerError.
    """
    heal(ledger)
    people = directory(ledger)
    wanted: Iterator[Article | UnreadableArticle | Added] = _wanted(items, ledger, again)
    for item in extract(wanted, work, jobs):
        yield _keep(item, ledger, people) if isinstance(item, Article) else item


def heal(ledger: "Ledger") -> None:
    """Match the articles that are stored and of which the index that matching asks has not every statement, one
    transaction each. Raises LedgerError."""
    tried: set[str | None] = set()
    while left := {statement.article for statement in ledger.index.unindexed(HEALED)} - tried:
        for article in sorted(filter(None, left)):
            with ledger.transaction():
                match_stored(ledger, article)
        tried |= left


def directory(ledger: "Ledger") -> "Directory":
    """The speakers that the ledger knows, to link new mentions with."""
    from attribution.identify.directory import Directory

    return Directory(ledger.aliases(), ledger.refused_merges())


def _wanted(items: Iterable[Read], ledger: "Ledger", again: bool) -> Iterator[Read | Added]:
    for item in items:
        known = ledger.known(item) if isinstance(item, Article) else None
        yield item if known is None or again else Added(known, new=False, words=0)


def _keep(article: Article, ledger: "Ledger", people: "Directory") -> Added:
    with ledger.transaction():
        article = _named(article, ledger.known(article) or ledger.free_id(article), people)
        ledger.store(article)
        matches = match_stored(ledger, article.id)
    said = len(article.attributions or ())
    return Added(article.id, True, len(article.text.split()), said, sum(not m.suggested for m in matches))


def _named(article: Article, name: str, people: "Directory") -> Article:
    """The article under the id that the ledger keeps it by: its attributions with ids for that id, and their speakers
    by the name that all articles share.
    """
    linked = (replace(a, speaker=people.link(a.speaker)) if a.speaker else a for a in article.attributions or ())
    own = tuple(replace(a, id=attribution_id(name, a.content, a.source)) for a in linked)
    return replace(article, id=name, attributions=own)


def match_stored(ledger: "Ledger", article_id: str) -> list[Match]:
    """Match what the ledger holds of an article with everything else there; keep matches, utterances and findings.

    To be called inside the transaction that stored the article.
    """
    from attribution.match.arriving import Matcher

    article = ledger.article(article_id)
    said = {attribution.id: attribution for attribution in article.attributions or ()}
    new = [statement(article, attribution, name) for name, attribution in said.items()]
    matches = _telling(ledger, new, Matcher(ledger.index).arrive(new))
    ledger.connect(matches)
    regroup(ledger, list(said))
    ledger.note_findings(article_id, tuple(_findings(article, matches, _told(ledger, said, matches))))
    return matches


def _telling(ledger: "Ledger", new: Sequence[Statement], matches: Sequence[Match]) -> list[Match]:
    """The matches of statements that have enough words in them to be known again."""
    from attribution.match.slight import tells

    known = {each.id: each for each in new}
    others = sorted({name for match in matches for name in (match.a, match.b)} - known.keys())
    known |= {each.id: each for each in ledger.statements(others)}
    return [match for match in matches if tells(known[match.a], known[match.b])]


def _told(ledger: "Ledger", said: Mapping[str, Attribution], matches: Sequence[Match]) -> dict[str, Attribution]:
    """The attributions at both ends of the matches, by id."""
    others = sorted({name for match in matches for name in (match.a, match.b)} - said.keys())
    return {**said, **{entry.attribution.id: entry.attribution for entry in ledger.entries_by_id(others)}}


def _findings(article: Article, matches: Sequence[Match], told: Mapping[str, Attribution]) -> Iterator[Finding]:
    from attribution.articles.suspicious import suspicious
    from attribution.extract.quotations import read_quotations
    from attribution.probe.marks import unclosed
    from attribution.probe.text import damaged
    from attribution.probe.wording import altered, two_speakers

    spread = [match for match in matches if not match.same_article]
    yield from unclosed(article.id, read_quotations(article.text).unclosed)
    yield from damaged(article.id, suspicious(article.text))
    yield from two_speakers(article.id, spread, told)
    yield from altered(article.id, spread, told)


def summary(done: Sequence[Added], where: str) -> str:
    """What a run added, in one line."""
    new = [item for item in done if item.new]
    said = many(sum(item.attributions for item in new), "attribution")
    again = many(sum(item.matches for item in new), "match", "matches")
    return f"{many(len(new), 'article')} added, {len(done) - len(new)} known already; {said}, {again}; ledger {where}"
