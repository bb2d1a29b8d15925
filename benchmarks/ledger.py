"""Print how fast the ledger keeps and tells: ``python benchmarks/ledger.py ARTICLES.jsonl``.

The articles, with their attributions, are stored again and again under new ids and dates until ``--attributions`` are
there (100,000 unless told), each speaker being the source as printed; copies of an article's first statement form one
utterance. Then each question that the dashboard asks is asked, the first time aside, and the median of ``--times``
printed with the milliseconds of the slowest. ``--ledger`` keeps the file, in which a later run finds its articles.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from attribution.articles.lines import article_from
from attribution.ledger.store import Ledger
from attribution.model import (
    Article,
    Attribution,
    Decision,
    Kind,
    Selection,
    Speaker,
    SpeakerType,
    Utterance,
    attribution_id,
    words,
)
from attribution.pipeline.extracting import kinds

OUTLETS = ("Hollin Courier", "Chronicle", "Corvane News", "Velinform", "The Meridian", "Harbour Post")


def read(path: Path) -> list[Article]:
    with path.open(encoding="utf-8") as lines:
        found = [article_from(json.loads(line), str(path), kinds)[0] for line in lines]
    return [article for article in found if article.attributions]


def copies(articles: list[Article], wanted: int) -> Iterator[Article]:
    """The articles under new ids, over and over, until they hold so many attributions."""
    made = 0
    for turn in count():
        for number, article in enumerate(articles):
            if made >= wanted:
                return
            made += len(article.attributions or ())
            yield _copy(article, turn, number)


def _copy(article: Article, turn: int, number: int) -> Article:
    name, day = f"{article.id}-{turn}", date(2024, 1, 1) + timedelta(days=(number * 7 + turn) % 730)
    said = tuple(_said(article.text, each, name) for each in article.attributions or ())
    outlet = OUTLETS[(number + turn) % len(OUTLETS)]
    return replace(article, id=name, published=day.isoformat(), outlet=outlet, title=name, attributions=said)


def _said(text: str, each: Attribution, article: str) -> Attribution:
    source = words(text, each.source)
    kind = SpeakerType.PERSON if source else SpeakerType.NONE
    speaker = Speaker(source, kind, 0.9, "as printed", canonical=source)
    confidence = int(each.id[:4], 16) / 0xFFFF
    return replace(each, id=attribution_id(article, each.content, each.source), speaker=speaker, confidence=confidence)


def fill(ledger: Ledger, articles: list[Article], wanted: int) -> None:
    first: dict[str, list[str]] = {}
    begun, stored, said = time.perf_counter(), 0, 0
    for article in copies(articles, wanted):
        ledger.store(article)
        attributions = article.attributions or ()
        stored, said = stored + 1, said + len(attributions)
        first.setdefault(article.text, []).append(attributions[0].id)
    spent = time.perf_counter() - begun
    rates = f"{stored / spent:,.0f} articles/s, {said / spent:,.0f} attributions/s"
    print(f"stored {stored:,} articles, {said:,} attributions: {rates}")
    with ledger.transaction():
        for number, ids in enumerate(first.values()):
            ledger.regroup(ids, [Utterance(f"u{number}", tuple(ids))])


def questions(ledger: Ledger) -> Mapping[str, Callable[[], object]]:
    often = ledger.tallies("speaker")[0].name
    some = ledger.entries(Selection(limit=1, offset=1000))[0]
    name = some.attribution.id
    asked = {
        "newest 50": Selection(),
        "newest 50, page 100": Selection(offset=5000),
        "oldest 50": Selection(order="oldest"),
        "doubtful 50": Selection(order="doubtful"),
        "doubtful 50, undecided": Selection(order="doubtful", decision=Decision.UNDECIDED),
        "doubtful 50, accepted (few)": Selection(order="doubtful", decision=Decision.ACCEPTED),
        "newest 50, accepted (few)": Selection(decision=Decision.ACCEPTED),
        "text order 50": Selection(order="text"),
        "one outlet": Selection(outlet=OUTLETS[2]),
        "one month": Selection(since="2024-05-01", until="2024-05-31"),
        "direct": Selection(kind=Kind.DIRECT),
        "the most quoted speaker": Selection(speaker=often),
        "a common word": Selection(words="people"),
        "two rare words": Selection(words="zebra piano"),
        "one article": Selection(article=some.article.id, order="text", limit=None),
    }
    reading = {f"entries, {name}": (lambda s=s: ledger.entries(s)) for name, s in asked.items()}
    counting = {
        f"count, {name}": (lambda s=s: ledger.count(s)) for name, s in asked.items() if "50" in name or "word" in name
    }
    return (
        reading
        | counting
        | {
            "entry": lambda: ledger.entry(name),
            "article": lambda: ledger.article(some.article.id),
            "articles, newest 50": lambda: ledger.articles(),
            "articles, two words": lambda: ledger.articles("president elections"),
            "repeats": lambda: ledger.repeats(),
            "repeats, a word": lambda: ledger.repeats("people"),
            "people": lambda: ledger.people(),
            "person": lambda: ledger.person(often),
            "tallies, speaker": lambda: ledger.tallies("speaker"),
            "overview": lambda: ledger.overview(),
            "neighbourhood": lambda: ledger.neighbourhood([name]),
        }
    )


def timed(ask: Callable[[], object], times: int) -> tuple[float, float]:
    """The median and the longest time in milliseconds, the first call aside."""
    spent = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent[1:]), max(spent[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--attributions", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--ledger", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.ledger or Path(folder) / "ledger.sqlite"
        begun = time.perf_counter()
        with Ledger.open(str(path)) as ledger:
            print(f"opened in {(time.perf_counter() - begun) * 1000:.0f} ms")
            if not ledger.count_articles():
                fill(ledger, read(asked.articles), asked.attributions)
            _report(ledger, path, asked.times)


def _report(ledger: Ledger, path: Path, times: int) -> None:
    found = ledger.overview()
    size = path.stat().st_size + path.with_name(path.name + "-wal").stat().st_size
    print(f"{found.articles:,} articles, {found.attributions:,} attributions, {found.speakers:,} speakers, "
          f"{found.utterances:,} utterances: {size / 1e6:,.0f} MB")  # fmt: skip
    for name, ask in questions(ledger).items():
        median, longest = timed(ask, times)
        print(f"{median:9.1f} ms  (at most {longest:7.1f})  {name}")


if __name__ == "__main__":
    main()
