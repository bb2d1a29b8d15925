"""Articles with marked attributions: ``{{content}}`` and ``[[source]]``, paired in order; ``[[]]`` is none."""

import re
from collections.abc import Callable

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.resolving import resolve
from attribution.model import Article, Attribution, Kind, Span, Speaker

_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]")


def read(marked: str) -> Article:
    """The article without marks, its attributions in order."""
    text, open_at = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"{{": [], "[[": []}
    opened = ""
    for piece in re.split(r"(\{\{|\}\}|\[\[|\]\])", marked):
        if piece in spans:
            opened, open_at = piece, len(text)
        elif _MARK.fullmatch(piece):
            spans[opened].append((open_at, len(text)))
        else:
            text += piece
    pairs = zip(spans["{{"], spans["[["], strict=True)
    made = tuple(_attribution(number, content, source) for number, (content, source) in enumerate(pairs))
    return Article("a", text, attributions=made)


def _attribution(number: int, content: tuple[int, int], source: tuple[int, int]) -> Attribution:
    named = (Span(*source),) if source[0] < source[1] else ()
    return Attribution(str(number), (Span(*content),), (), named, Kind.DIRECT, 1.0)


@pytest.fixture
def speakers() -> Callable[[str], list[Speaker]]:
    """Resolves a marked article."""

    def resolved(marked: str) -> list[Speaker]:
        article = read(marked)
        found = resolve(article, list(sentences(article.text))).attributions
        assert found is not None
        return [a.speaker for a in found if a.speaker is not None]

    return resolved
