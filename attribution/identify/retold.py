"""Who says the same elsewhere in the text: a headline or a lead tells in short what a named speaker is quoted with."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attribution.identify.entities import Entity
from attribution.identify.lexicon import lexicon
from attribution.model import Span

_WORD = re.compile(r"[A-Za-z]{4,}|\d[\d,.]*\d|\d")
# Inflected forms share their beginning: requires, required, requirement.
STEM = 6
# A word that more statements hold is the article's topic and tells no two of them apart.
MOST_SHARED = 5

Told = tuple[Entity, Sequence[Span]]


class Retold:
    """The words of the statements that have a named source, given as that source and the spans of the content."""

    def __init__(self, text: str, told: Iterable[Told]) -> None:
        self.text = text
        self.told = list(told)
        self.holding: dict[str, list[int]] = {}
        for number, (_, content) in enumerate(self.told):
            for stem in _stems(text, content):
                self.holding.setdefault(stem, []).append(number)

    def alike(self, content: Sequence[Span]) -> Counter[int]:
        """How many telling words each entity (by its number) shares with a content, in the one statement of its that
        is most like it.
        """
        shared: Counter[int] = Counter()
        for stem in _stems(self.text, content):
            holding = self.holding.get(stem, ())
            if len(holding) <= MOST_SHARED:
                shared.update(holding)
        most: Counter[int] = Counter()
        for number, count in shared.items():
            entity, own = self.told[number]
            if own != content:
                most[entity.number] = max(most[entity.number], count)
        return most


def _stems(text: str, content: Sequence[Span]) -> set[str]:
    plain = lexicon().stop_words
    words = {word.lower() for span in content for word in _WORD.findall(text, span.start, span.end)}
    return {word[:STEM] for word in words - plain}
