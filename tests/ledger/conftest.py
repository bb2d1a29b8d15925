"""A ledger in a folder of its own, articles to put in it, and a count of every row of every table."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import text

from attribution.ledger.store import Ledger
from attribution.model import Article, Attribution, Kind, Origin, Span, Speaker, SpeakerType, attribution_id

Say = tuple[str, str]


def speaker(name: str, canonical: str | None = None, kind: SpeakerType = SpeakerType.PERSON) -> Speaker:
    return Speaker(name, kind, 0.9, f"the only {name} in the article", canonical=canonical)


def article_of(name: str, said: Sequence[Say], published: str | None = None, outlet: str | None = None) -> Article:
    """An article in which each (source, words) says the words; the source is the speaker."""
    body, made = "", []
    for source, words in said:
        start = len(body)
        body += f"“{words}” said {source}. "
        end = start + len(words) + 2
        content, cue, by = (Span(start, end),), (Span(end + 1, end + 5),), (Span(end + 6, end + 6 + len(source)),)
        made.append(
            Attribution(attribution_id(name, content, by), content, cue, by, Kind.DIRECT, 0.8, speaker=speaker(source))
        )
    return Article(name, body, f"Title of {name}", None, outlet, published, attributions=tuple(made))


def ids_of(article: Article) -> list[str]:
    return [attribution.id for attribution in article.attributions or ()]


def by_hand(article: Article, start: int, end: int) -> Attribution:
    content = (Span(start, end),)
    return Attribution(
        attribution_id(article.id, content, ()), content, (), (), Kind.INDIRECT, 1.0,
        speaker=speaker("Ida Marsh"), origin=Origin.PERSON,
    )  # fmt: skip


def rows(ledger: Ledger) -> dict[str, int]:
    """How many rows each table has that has any; the full-text index counts through its documents."""
    with ledger._reading() as db:
        names = db.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        kept = [
            name
            for name in names
            if not name.startswith(("sqlite_", "alembic_"))
            and name not in ("article_words_data", "article_words_config")
            and not name.endswith(("_idx",))
        ]
        counts = {name: db.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in kept}
    return {name: count for name, count in counts.items() if count}


STORIES = (
    article_of(
        "flood",
        [("Ida Marsh", "The bridge is closed."), ("the press service", "Nobody was hurt in Zürich.")],
        "2031-03-04",
        "Courier",
    ),
    article_of("flood-2", [("Ida Marsh", "The bridge is closed!")], "2031-03-05T18:30:00+01:00", "Chronicle"),
    article_of(
        "mill", [("Tom Vale", "We don’t open the mill."), ("Ida Marsh", "No comment.")], "2031-03-07", "Courier"
    ),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "ledger.sqlite")) as opened:
        yield opened


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Three articles of two outlets over three days."""
    for article in STORIES:
        ledger.store(article)
    return ledger


@pytest.fixture
def stories() -> tuple[Article, ...]:
    return STORIES


@pytest.fixture
def tell() -> Callable[..., Article]:
    """Make an article: ``tell("a1", [("Ida Marsh", "Words.")], published, outlet)``."""
    return article_of


@pytest.fixture
def count_rows() -> Callable[[Ledger], dict[str, int]]:
    return rows


@pytest.fixture
def mark() -> Callable[[Article, int, int], Attribution]:
    """Mark code points of an article as a person does."""
    return by_hand


@pytest.fixture
def ids() -> Callable[[Article], list[str]]:
    return ids_of
