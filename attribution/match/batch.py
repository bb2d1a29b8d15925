"""The statements of a batch: each distinct text once, as words coded in characters, with where it stands."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, combinations

from attribution.match.coding import coder
from attribution.match.normalising import LONG, REMEMBERED, bare, chunk, plain
from attribution.match.reading import Reading
from attribution.match.shingles import Shingles, joined, shingled
from attribution.match.wordlists import PHRASES
from attribution.model import Statement

# So many texts are cut into shingles at a time: numpy is quick with thousands, and their words need not be kept.
LOT = 4096
# Of one speaker in one article so many statements are compared with each other.
MOST_KIN = 40
# A batch of so many statements is large.
LARGE = 5000


@contextmanager
def uncollected(count: int) -> Iterator[None]:
    """Keep Python's collector of cycles from looking again and again at what a large batch makes: millions of small
    values that hold no cycles, a seventh of the time."""
    if count < LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(slots=True)
class Batch:
    """The distinct texts of a batch, each with the places of the statements that have it."""

    texts: list[str] = field(default_factory=list)
    places: list[list[int]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    plain: list[bool] = field(default_factory=list)
    coded: list[str] = field(default_factory=list)
    parts: list[tuple[Shingles, Shingles]] = field(default_factory=list)
    _uncut: list[list[str]] = field(default_factory=list)

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> "Batch":
        made, known, table = cls(), dict[str, int](), _Table()
        for place, statement in enumerate(statements):
            key, coded, each, words = table.read(statement.text)
            if not key:
                continue
            number = known.setdefault(key, len(known))
            if number < len(made.texts):
                made.places[number].append(place)
                continue
            made.texts.append(statement.text)
            made.places.append([place])
            made.keys.append(key)
            made.plain.append(each)
            made.coded.append(coded)
            made._uncut.append(words)
            if len(made._uncut) == LOT:
                made._cut()
        made._cut()
        return made

    def _cut(self) -> None:
        """Cut the last texts into shingles, and forget their words."""
        self.parts.append(shingled(self._uncut))
        self._uncut = []

    def words(self, number: int) -> list[str]:
        """The folded words of a text."""
        words = coder().words(self.coded[number])
        return bare(self.texts[number])[0] if words is None else words

    def reading(self, number: int) -> Reading:
        """A text as it is read, out of what is known of it already."""
        return Reading(self.texts[number], tuple(self.words(number)), self.keys[number], self.plain[number])

    def kin(self, statements: Sequence[Statement]) -> set[tuple[int, int]]:
        """The pairs of texts that one article has of one speaker: a story tells a thing again in other words, so that
        they are compared whatever they share."""
        said: dict[tuple[str, str], list[int]] = {}
        for number, places in enumerate(self.places):
            for told in {(s.article, s.speaker.casefold()) for s in map(statements.__getitem__, places) if s.speaker}:
                if told[0] is not None:
                    said.setdefault((told[0], told[1]), []).append(number)
        return {pair for numbers in said.values() for pair in combinations(numbers[:MOST_KIN], 2)}

    def shingled(self) -> tuple[Shingles, Shingles]:
        """The shingles and the wide shingles of all texts; to be asked once."""
        parts, self.parts = self.parts, []
        sizes = [LOT] * len(parts)
        return joined([narrow for narrow, _ in parts], sizes), joined([wide for _, wide in parts], sizes)


class _Table(dict[str, tuple[str, str, bool, Sequence[str]]]):
    """For each chunk of the texts its part of the key, its coded words, whether each of them is one normal word, and
    the words."""

    def __init__(self) -> None:
        super().__init__()
        self._joining = [coder().coded((first, word)) for word, firsts in PHRASES.items() for first in firsts]

    def __missing__(self, printed: str) -> tuple[str, str, bool, Sequence[str]]:
        read = chunk(printed)
        made = read.key, coder().coded(read.folded), len(read.folded) == len(read.placed), read.folded
        if len(self) >= REMEMBERED:
            self.clear()
        if len(printed) <= LONG:
            self[printed] = made
        return made

    def read(self, text: str) -> tuple[str, str, bool, list[str]]:
        """What ``bare`` says of a text, with its words coded, in half the time."""
        made = plain(text).text
        if "@" in made or "#" in made:
            return self._slowly(text)
        keys, codes, each, words = zip(("", "", True, ()), *map(self.__getitem__, made.split()), strict=True)
        coded = "".join(codes)
        if any(code in coded for code in self._joining):
            return self._slowly(text)
        return "".join(keys), coded, all(each), list(chain.from_iterable(words))

    def _slowly(self, text: str) -> tuple[str, str, bool, list[str]]:
        words, key, each = bare(text)
        return key, coder().coded(words), each, words
