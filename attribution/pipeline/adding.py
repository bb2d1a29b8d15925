"""One article into the ledger: matched with what is there, probed, and kept in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution.model import Article, Attribution, Finding, Match, Statement, Utterance, attribution_id
from attribution.output import many
from attribution.pipeline.extracting import Added, Item, Work, extract
from attribution.pipeline.statements import statement

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger


def add(items: Iterable[Item], ledger: "Ledger", work: Work, jobs: int = 1, again: bool = False) -> Iterator[Item]:
    """Extract, resolve and match articles and keep them, one transaction each: an Added or an error for every item.

    What the ledger knows already is passed over, or with ``again`` worked anew: what people decided and marked by hand
    stays. Raises LedgerError.
    """
    for item in extract(_wanted(items, ledger, again), work, jobs):
        yield _keep(item, ledger) if isinstance(item, Article) else item


def _wanted(items: Iterable[Item], ledger: "Ledger", again: bool) -> Iterator[Item]:
    for item in items:
        known = ledger.known(item) if isinstance(item, Article) else None
        yield item if known is None or again else Added(known, new=False, words=0)


def _keep(article: Article, ledger: "Ledger") -> Added:
    article = _named(article, ledger.known(article) or ledger.free_id(article))
    new = [statement(article, attribution, attribution.id) for attribution in article.attributions or ()]
    matches = arrived(ledger, new)
    ledger.store(
        article,
        matches=matches,
        utterances=_utterances(ledger, new, matches),
        findings=tuple(_findings(article, ledger, matches)),
    )
    return Added(article.id, True, len(article.text.split()), len(new), sum(not m.suggested for m in matches))


def _named(article: Article, name: str) -> Article:
    """The article under the id that the ledger keeps it by, its attributions' ids made for that id."""
    own = tuple(replace(a, id=attribution_id(name, a.content, a.source)) for a in article.attributions or ())
    return replace(article, id=name, attributions=own)


def summary(done: Sequence[Added], where: str) -> str:
    """What a run added, in one line."""
    new = [item for item in done if item.new]
    said = many(sum(item.attributions for item in new), "attribution")
    again = many(sum(item.matches for item in new), "match", "matches")
    return f"{many(len(new), 'article')} added, {len(done) - len(new)} known already; {said}, {again}; ledger {where}"
