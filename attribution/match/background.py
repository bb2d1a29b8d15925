"""How much a word tells, in bits, by how rarely news uses it alone and after the word before it.

A run such as "president of the United States" is long and tells little: each word of it foretells the next. Counts are
those of ``training/background.py``; an unknown word counts as met less than three times.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log2

UNSEEN = 1.0
MOST = 16.0


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of words and of pairs of neighbours ("of the") in ``total`` words of news."""

    total: int
    words: dict[str, int]
    pairs: dict[str, int]

    def bits(self, word: str) -> float:
        """What the word tells on its own."""
        return min(MOST, log2(self.total / self.words.get(word, UNSEEN)))


@lru_cache(maxsize=1)
def background() -> Background:
    """The shipped counts, read once."""
    table = json.loads(files("attribution.match").joinpath("data/background.json").read_text("utf-8"))
    return Background(table["total"], table["words"], table["pairs"])


def weights(words: Sequence[str]) -> tuple[list[float], list[float]]:
    """For each word its bits alone, and its bits after the word before it."""
    known, unknown, follow = _tables()
    alone = [known.get(word, unknown) for word in words]
    after = alone[:1]
    for before, word, most in zip(words, words[1:], alone[1:], strict=False):
        told = follow[before].get(word, most) if before in follow else most
        after.append(min(most, told))
    return alone, after


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, float], float, dict[str, dict[str, float]]]:
    """Bits of each known word, of an unknown one, and of each known word after each before it."""
    known = background()
    follow: dict[str, dict[str, float]] = defaultdict(dict)
    for pair, count in known.pairs.items():
        before, word = pair.split(" ")
        follow[before][word] = log2(known.words[before] / count)
    return {word: known.bits(word) for word in known.words}, known.bits(""), dict(follow)
