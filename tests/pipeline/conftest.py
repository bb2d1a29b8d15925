"""Invented articles with attributions of their own, so that the way into the ledger is tested without the model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from attribution.model import Article, Attribution, Kind, Span, Speaker, SpeakerType, attribution_id
from attribution.pipeline import open_ledger
from attribution.settings import Settings

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

Telling = tuple[str, str]


def article(name: str, *tellings: Telling, outlet: str | None = None, day: str = "2031-03-01") -> Article:
    """An article in which each (source, words) says the words, one paragraph each."""
    text, made = "Mill opens again\n\n", []
    for source, said in tellings:
        start = len(text)
        text += f"“{said}” said {source} on Monday.\n\n"
        content, by = (
            Span(start, start + len(said) + 2),
            Span(start + len(said) + 8, start + len(said) + 8 + len(source)),
        )
        cue, speaker = Span(content.end + 1, content.end + 5), Speaker(source, SpeakerType.PERSON, 0.9, "named in full")
        key = attribution_id(name, (content,), (by,))
        made.append(Attribution(key, (content,), (cue,), (by,), Kind.DIRECT, 0.9, speaker=speaker))
    return Article(name, text, outlet=outlet or f"Outlet of {name}", published=day, attributions=tuple(made))


@pytest.fixture
def told() -> Callable[..., Article]:
    return article


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator["Ledger"]:
    with open_ledger(Settings(str(tmp_path / "ledger.sqlite"), "Ana")) as opened:
        yield opened
