"""How much a word tells, in bits, by how rarely news uses it alone and after the word before it.

A run such as "president of the United States" is long and tells little: each word of it foretells the next. Counts are
those of ``training/background.py``; an unknown word counts as met less than three times.
"""

import json
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

    def bits_after(self, before: str, word: str) -> float:
        """What the word tells where it follows another one: never more than on its own."""
        together = self.pairs.get(f"{before} {word}")
        return self.bits(word) if together is None else min(self.bits(word), log2(self.words[before] / together))


@lru_cache(maxsize=1)
def background() -> Background:
    """The shipped counts, read once."""
    table = json.loads(files("attribution.match").joinpath("data/background.json").read_text("utf-8"))
    return Background(table["total"], table["words"], table["pairs"])
