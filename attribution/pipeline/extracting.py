"""Articles in, articles with attributions and speakers out, in one process or several."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from attribution.errors import AttributionError, Fault, Note, UnreadableArticle
from attribution.model import Article, Attribution, Kind, Span, Speaker

if TYPE_CHECKING:
    from attribution.extract.extractor import Extractor


@dataclass(frozen=True, slots=True)
class Work:
    """What to do to an article: find attributions (or keep those that came with it), nested ones too, and speakers
    (all, or with ``trust`` only those that kept attributions came without).
    """

    keep: bool = False
    nested: bool = False
    speakers: bool = True
    trust: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article: ``new`` is False when the ledger held it already, and nothing changed."""

    id: str
    new: bool
    words: int
    attributions: int = 0
    matches: int = 0


# What goes past extraction untouched beside articles: errors, and where a ledger is filled, what is known already.
Other = TypeVar("Other", bound=UnreadableArticle | Added)


def read(paths: Iterable[str]) -> Iterator[Article | UnreadableArticle]:
    """Every article in files, folders, addresses and standard input ("-"); what cannot be read comes as its error."""
    from attribution.articles.reading import read as read_articles

    return read_articles(paths, kinds, getattr(sys.stdin, "buffer", None))  # a closed standard input is None


def kinds(text: str) -> Callable[[tuple[Span, ...]], Kind]:
    """What tells the kind of a content of this text: its quotation marks are read once."""
    from attribution.extract.kinds import kind_of
    from attribution.extract.quotations import read_quotations

    quotations = read_quotations(text)
    return lambda content: kind_of(text, content, quotations)


def count(paths: Iterable[str]) -> int | None:
    """How many articles ``read`` will meet, or None where only reading can tell."""
    from attribution.articles.reading import count as count_articles

    return count_articles(paths)


def extract(
    items: Iterable[Article | Other], work: Work, jobs: int = 1
) -> Iterator[Article | UnreadableArticle | Other]:
    """The articles with their attributions, in input order; errors pass through. ``jobs`` processes share the work."""
    if jobs == 1:
        bench = _Bench(work)
        return (bench.done(item) for item in items)
    return _shared(items, work, jobs)


def unneeded(problem: UnreadableArticle) -> UnreadableArticle:
    """What to say of a problem where attributions that came with an article are not asked for: of theirs, a note."""
    from attribution.articles.attributions import BadAttribution

    return Note(f"{problem}; not needed here") if isinstance(problem, BadAttribution) else problem


class _Bench:
    """One process's tools, made once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._extractor: Extractor | None = None

    def done(self, item: Article | Other) -> Article | UnreadableArticle | Other:
        """The article with its attributions; a fault of ours in one article is its error, and the run goes on."""
        if isinstance(item, UnreadableArticle) and not self._work.keep:
            return unneeded(item)
        if not isinstance(item, Article):
            return item
        try:
            return self.worked(item)
        except AttributionError:
            raise
        except Exception as fault:  # one article that we fail on must not cost the others
            said = f"{item.id}: a fault in this program ({type(fault).__name__}: {fault}); left out"
            named = Fault(" ".join(said.split()))
            named.__cause__ = fault
            return named

    def worked(self, item: Article) -> Article:
        """The article with its attributions. Raises whatever a fault of ours raises."""
        from attribution.articles.sentences import sentences
        from attribution.identify.resolving import resolve

        found = sentences(item.text)
        if not (self._work.keep and item.attributions is not None):
            spans = self._tools().attributions(item.id, item.text, found, nested=self._work.nested)
            item = replace(item, attributions=spans)
        if not self._work.speakers:
            return item
        resolved = _rounded(resolve(item, found))
        return _with_given(resolved, item) if self._work.keep and self._work.trust else resolved

    def _tools(self) -> "Extractor":
        if self._extractor is None:
            from attribution.extract.extractor import Extractor

            self._extractor = Extractor.load()
        return self._extractor


def _rounded(article: Article) -> Article:
    """The article with its speakers' confidences in four digits, as those of its attributions: more tell nothing."""

    def rounded(speaker: Speaker | None) -> Speaker | None:
        return speaker and replace(speaker, confidence=round(speaker.confidence, 4))

    told = article.attributions or ()
    return replace(article, attributions=tuple(replace(each, speaker=rounded(each.speaker)) for each in told))


def _with_given(resolved: Article, given: Article) -> Article:
    """The article with those speakers that its attributions came with."""
    pairs = zip(resolved.attributions or (), given.attributions or (), strict=True)
    kept = tuple(ours if theirs.speaker is None else replace(ours, speaker=theirs.speaker) for ours, theirs in pairs)
    return replace(resolved, attributions=kept)


_bench: list[_Bench] = []


def _set_up(work: Work) -> None:
    _make_portable()
    _bench[:] = [_Bench(work)]


def _make_portable() -> None:
    """Let articles go from process to process: the views that keep their unknown fields unaltered do not by nature."""
    ForkingPickler.register(MappingProxyType, lambda view: (_view, (dict(view),)))


def _view(fields: dict[str, object]) -> MappingProxyType[str, object]:
    return MappingProxyType(fields)


def _in_process(item: Article | Other) -> Article | UnreadableArticle | Other:
    return _bench[0].done(item)


def _shared(items: Iterable[Article | Other], work: Work, jobs: int) -> Iterator[Article | UnreadableArticle | Other]:
    # A window keeps the order and the memory bounded: a pool's own map would read all the input ahead.
    _make_portable()
    window: deque[Future[Article | UnreadableArticle | Other]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_set_up, initargs=(work,)) as pool:
        for item in items:
            window.append(pool.submit(_in_process, item))
            if len(window) >= 4 * jobs:
                yield window.popleft().result()
        while window:
            yield window.popleft().result()


def resolve(items: Iterable[Article | UnreadableArticle]) -> Iterator[Article | UnreadableArticle]:
    """The articles that carry attributions, each attribution's speaker filled in; one without any is an error."""
    bench = _Bench(Work(keep=True))
    for item in items:
        if isinstance(item, Article) and item.attributions is None:
            yield UnreadableArticle(f"{item.id}: it carries no attributions; run `attribution extract` on it first")
        else:
            yield bench.done(item)


def quotations_of(text: str) -> list[tuple[int, int, int]]:
    """Every quotation in the text as ``(start, end, depth)``."""
    from attribution.extract.quotations import quotations

    return quotations(text)


@cache
def _bench_for(work: Work) -> _Bench:
    return _Bench(work)


def attributions_of(text: str, nested: bool = False) -> list[Attribution]:
    """The attributions of one text, speakers resolved; the model is loaded once. An empty text has none.

    A fault of ours is raised: an empty list would say that nobody is quoted.
    """
    if not text.strip():
        return []
    return list(_bench_for(Work(nested=nested)).worked(Article("text", text)).attributions or ())


def article_line(article: Article) -> dict[str, object]:
    """The article as one JSON line of the contract."""
    from attribution.articles.lines import article_line as line

    return line(article)
