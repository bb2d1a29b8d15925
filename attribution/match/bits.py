"""What the words of a coded text tell, in bits; see ``background`` for the counts and ``coding`` for the codes."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import add

from attribution.match.background import background
from attribution.match.coding import coder


@dataclass(frozen=True, slots=True)
class _Tables:
    """Bits of each known word, of each known pair of neighbours, and of a word that is not known."""

    alone: dict[str, float]
    after: dict[str, float]
    unknown: float


def bits(coded: str) -> tuple[list[float], list[float]]:
    """For each word its bits alone, and its bits after the word before it."""
    tables = _tables()
    alone = list(map(tables.alone.get, coded, repeat(tables.unknown)))
    # Nothing but C inside: this is asked of every text that is weighed.
    after = map(tables.after.get, map(add, coded, coded[1:]), alone[1:])
    return alone, [*alone[:1], *after]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    known, code = background(), coder().coded
    pairs = (pair.split(" ") for pair in known.pairs)
    return _Tables(
        {code([word]): known.bits(word) for word in known.words},
        {code(pair): known.bits_after(*pair) for pair in pairs},
        known.bits(""),
    )
