"""Where matching keeps what it has seen, so that an arriving statement is compared with a few others, not with all.

The contract between the matcher, which asks, and a store, which keeps (``Shelf`` here in memory; the ledger's in its
database):

- A *text* is one distinct wording: all statements with the same normal words share one number, given by the store and
  never used again.
- ``add`` is called by the matcher at the end of ``arrive``, inside the transaction in which the pipeline stores the
  article. Either all of an article's statements, matches and index entries are there after a crash, or none: there is
  no index to rebuild.
- ``remove`` takes one article's appearances out, and a text with its last appearance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Protocol, TypeVar

from attribution.model import Appearance, Indexed, Statement, StoredText


class Postings(Protocol):
    """A store of texts and of the shingles they hold."""

    def numbers(self, keys: Sequence[int]) -> Mapping[int, int]:
        """The text numbers of those keys that are stored."""
        ...

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        """For each shingle that ``most`` texts or fewer hold, their numbers in order; others are missing."""
        ...

    def first(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        """For each shingle the lowest ``most`` numbers of texts that hold it, however many do."""
        ...

    def sizes(self, numbers: Iterable[int]) -> Mapping[int, int]:
        """How many shingles these texts have."""
        ...

    def texts(self, numbers: Iterable[int]) -> Mapping[int, StoredText]:
        """The texts with these numbers, in the order asked for."""
        ...

    def add(self, entries: Sequence[Indexed]) -> None:
        """Keep these statements; one already kept is replaced."""
        ...

    def remove(self, article: str) -> None:
        """Take an article's statements out."""
        ...

    def statements(self, names: Sequence[str]) -> Sequence[Statement]:
        """Stored statements by id; asked for the speakers of those that may be what was just said."""
        ...


def numbered(key: str) -> int:
    """A signed 64-bit number for a text's normal words."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


@dataclass(slots=True)
class Shelf:
    """A store in memory; of statements and, for ``searching``, of words."""

    statements: Callable[[Sequence[str]], Sequence[Statement]] = lambda names: ()
    _numbers: dict[int, int] = field(default_factory=dict)
    _texts: dict[int, Indexed] = field(default_factory=dict)
    _appearances: dict[int, dict[str, str | None]] = field(default_factory=dict)
    _holders: dict[int, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    _words: dict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    _where: dict[str, int] = field(default_factory=dict)
    _next: int = 0

    def numbers(self, keys: Sequence[int]) -> Mapping[int, int]:
        return {key: self._numbers[key] for key in keys if key in self._numbers}

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        return {s: list(self._holders[s]) for s in shingles if s in self._holders and len(self._holders[s]) <= most}

    def first(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        return {s: list(self._holders[s])[:most] for s in shingles if s in self._holders}

    def sizes(self, numbers: Iterable[int]) -> Mapping[int, int]:
        return {n: len(self._texts[n].shingles) for n in numbers if n in self._texts}

    def texts(self, numbers: Iterable[int]) -> Mapping[int, StoredText]:
        return {
            n: StoredText(self._texts[n].text, tuple(Appearance(s, a) for s, a in self._appearances[n].items()))
            for n in numbers
            if n in self._texts
        }

    def vocabulary(self, beginnings: Iterable[str] | None = None) -> Mapping[str, int]:
        firsts = None if beginnings is None else set(beginnings)
        return {word: len(held) for word, held in self._words.items() if firsts is None or word[0] in firsts}

    def ending(self, letters: Sequence[str]) -> Mapping[str, int]:
        return {word: len(held) for word, held in self._words.items() if word.endswith(tuple(letters))}

    def holding(self, words: Sequence[str], most: int) -> Mapping[int, frozenset[str]]:
        held: dict[int, set[str]] = {}
        for word in words:
            for number in self._words.get(word, ()):
                if number in held or len(held) < most:
                    held.setdefault(number, set()).add(word)
        return {number: frozenset(those) for number, those in held.items()}

    def wording(self, numbers: Iterable[int]) -> Mapping[int, tuple[str, tuple[str, ...]]]:
        return {n: (text.text, tuple(a.statement for a in text.appearances)) for n, text in self.texts(numbers).items()}

    def add(self, entries: Sequence[Indexed]) -> None:
        for entry in entries:
            self._drop(entry.statement)
            number = self._numbers.get(entry.key)
            if number is None:
                number = self._new(entry)
            self._appearances[number][entry.statement] = entry.article
            self._where[entry.statement] = number

    def _new(self, entry: Indexed) -> int:
        number = self._numbers[entry.key] = self._next
        self._next += 1
        self._texts[number] = entry
        self._appearances[number] = {}
        for shingle in entry.shingles:
            self._holders[shingle][number] = None
        for word in entry.words:
            self._words[word][number] = None
        return number

    def remove(self, article: str) -> None:
        for statement in [s for found in self._appearances.values() for s, where in found.items() if where == article]:
            self._drop(statement)

    def _drop(self, statement: str) -> None:
        number = self._where.pop(statement, None)
        if number is None:
            return
        del self._appearances[number][statement]
        if not self._appearances[number]:
            gone = self._texts.pop(number)
            del self._appearances[number], self._numbers[gone.key]
            for shingle in gone.shingles:
                _take(self._holders, shingle, number)
            for word in gone.words:
                _take(self._words, word, number)


K = TypeVar("K")


def _take(held: dict[K, dict[int, None]], name: K, number: int) -> None:
    held[name].pop(number, None)
    if not held[name]:
        del held[name]
