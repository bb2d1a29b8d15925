"""Where matching keeps what it has seen, so that an arriving statement is compared with a few others, not with all.

The contract between the matcher, which asks, and a store, which keeps (``Shelf`` here in memory; the ledger's in its
database):

- A *text* is one distinct wording: all statements with the same normal words share one number, given by the store,
never reused.
- ``add`` is called by the matcher at the end of ``arrive``, inside the transaction in which the pipeline stores the
article. Either
  all of an article's statements, matches and index entries are there after a crash, or none: there is no index to
  rebuild.
- A store that finds statements without entries (a ledger from before the index, a crash in an older version) lists
them in
  ``unindexed``; ``Matcher.heal`` reads them in.
- ``remove`` takes one article's appearances out, and a text with its last appearance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Protocol

from attribution.model import Appearance, Indexed, Statement, StoredText


class Postings(Protocol):
    """A store of texts and of the shingles they hold."""

    def numbers(self, keys: Sequence[int]) -> Mapping[int, int]:
        """The text numbers of those keys that are stored."""
        ...

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        """For each shingle the lowest ``most`` numbers of texts that hold it; a shingle that none holds may be
        missing."""
        ...

    def texts(self, numbers: Iterable[int]) -> Mapping[int, StoredText]:
        """The texts with these numbers."""
        ...

    def add(self, entries: Sequence[Indexed]) -> None:
        """Keep these statements; one already kept is replaced."""
        ...

    def remove(self, article: str) -> None:
        """Take an article's statements out."""
        ...

    def unindexed(self, most: int) -> Sequence[Statement]:
        """At most so many statements that are stored and have no entry."""
        ...


def numbered(key: str) -> int:
    """A signed 64-bit number for a text's normal words."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


@dataclass(slots=True)
class Shelf:
    """A store in memory."""

    _numbers: dict[int, int] = field(default_factory=dict)
    _texts: dict[int, tuple[int, str, tuple[int, ...]]] = field(default_factory=dict)
    _appearances: dict[int, dict[str, str | None]] = field(default_factory=dict)
    _holders: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _where: dict[str, int] = field(default_factory=dict)
    _next: int = 0

    def numbers(self, keys: Sequence[int]) -> Mapping[int, int]:
        return {key: self._numbers[key] for key in keys if key in self._numbers}

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        return {shingle: self._holders[shingle][:most] for shingle in shingles if shingle in self._holders}

    def texts(self, numbers: Iterable[int]) -> Mapping[int, StoredText]:
        return {
            n: StoredText(self._texts[n][1], tuple(Appearance(s, a) for s, a in self._appearances[n].items()))
            for n in numbers
        }

    def add(self, entries: Sequence[Indexed]) -> None:
        for entry in entries:
            self._drop(entry.statement)
            number = self._numbers.get(entry.key)
            if number is None:
                number = self._numbers[entry.key] = self._next
                self._next += 1
                self._texts[number] = (entry.key, entry.text, entry.shingles)
                self._appearances[number] = {}
                for shingle in entry.shingles:
                    self._holders[shingle].append(number)
            self._appearances[number][entry.statement] = entry.article
            self._where[entry.statement] = number

    def remove(self, article: str) -> None:
        for statement in [s for found in self._appearances.values() for s, where in found.items() if where == article]:
            self._drop(statement)

    def unindexed(self, most: int) -> Sequence[Statement]:
        return ()

    def _drop(self, statement: str) -> None:
        number = self._where.pop(statement, None)
        if number is None:
            return
        del self._appearances[number][statement]
        if not self._appearances[number]:
            key, _, shingles = self._texts.pop(number)
            del self._appearances[number], self._numbers[key]
            for shingle in shingles:
                self._holders[shingle].remove(number)
                if not self._holders[shingle]:
                    del self._holders[shingle]
