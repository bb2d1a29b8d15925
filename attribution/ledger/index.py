"""The index that matching and fuzzy search ask, in the ledger's own database and transaction.

It fulfils what ``match/postings.py`` and ``match/searching.py`` ask of a store. It lies on disk beside the record, so a
restart rebuilds nothing, and an article and its entries come or go in one transaction, whole or not at all;
``unindexed`` lists what an older program stored without entries. It is an index, not the record (see migration 0002 for
its tables).
"""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from attribution.ledger.exact import encodable
from attribution.model import Appearance, Indexed, Statement, StoredText

# Reads are capped inside the query, so that boilerplate costs no more than a rare phrase. A scalar subquery stops at
# its LIMIT; a join would read every row first.
HOLDERS = """
SELECT wanted.value, (
  SELECT CASE WHEN count(*) <= ?1 THEN group_concat(text) END
  FROM (SELECT text FROM index_shingle WHERE shingle = wanted.value LIMIT ?1 + 1))
FROM json_each(?2) AS wanted"""
FIRST = """
SELECT wanted.value, (
  SELECT group_concat(text) FROM (SELECT text FROM index_shingle WHERE shingle = wanted.value LIMIT ?1))
FROM json_each(?2) AS wanted"""
WORD_HOLDERS = "SELECT text FROM index_word WHERE word = ? LIMIT ?"
AMONG = """
SELECT held.text, held.word FROM json_each(?1) AS wanted CROSS JOIN index_word AS held
WHERE held.word = ?2 AND held.text = wanted.value"""
# Counting takes milliseconds where looking for each takes a second.
FEWER = "SELECT (SELECT count(*) FROM index_appearance) < (SELECT count(*) FROM attribution)"
WITHOUT = """
SELECT id FROM attribution
WHERE NOT EXISTS (SELECT 1 FROM index_appearance WHERE statement = attribution.id) LIMIT ?"""


class Index:
    """The index on the connection that ``connection`` gives: that of the transaction in hand, or a fresh one for
    reading. ``statements`` reads stored statements by id."""

    def __init__(
        self,
        connection: Callable[[], Connection],
        statements: Callable[[Sequence[str]], Sequence[Statement]] = lambda ids: (),
    ) -> None:
        self._connection = connection
        self._statements = statements

    def numbers(self, keys: Sequence[int]) -> Mapping[int, int]:
        """The text numbers of those keys that are stored."""
        query = "SELECT key, number FROM index_text WHERE key IN (SELECT value FROM json_each(?))"
        return dict(self._rows(query, json.dumps(list(keys))))

    def holders(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        """For each shingle that ``most`` texts or fewer hold, their numbers in order; others are missing."""
        return self._held(HOLDERS, shingles, most)

    def first(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        """For each shingle the lowest ``most`` numbers of texts that hold it, however many do."""
        return self._held(FIRST, shingles, most)

    def _held(self, query: str, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[int]]:
        found = self._rows(query, most, json.dumps(list(shingles)))
        return {shingle: list(map(int, held.split(","))) for shingle, held in found if held}

    def sizes(self, numbers: Iterable[int]) -> Mapping[int, int]:
        """How many shingles these texts have."""
        query = "SELECT number, size FROM index_text WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._rows(query, json.dumps(list(numbers))))

    def texts(self, numbers: Iterable[int]) -> Mapping[int, StoredText]:
        """The texts with these numbers, in the order asked for; a number that is gone is missing."""
        wanted = list(numbers)
        asked = json.dumps(wanted)
        texts = dict(
            self._rows("SELECT number, text FROM index_text WHERE number IN (SELECT value FROM json_each(?))", asked)
        )
        where: dict[int, list[Appearance]] = {number: [] for number in texts}
        told = """SELECT text, statement, article FROM index_appearance
                  WHERE text IN (SELECT value FROM json_each(?)) ORDER BY place"""
        for number, statement, article in self._rows(told, asked):
            where[number].append(Appearance(_read(statement), None if article is None else _read(article)))
        return {n: StoredText(_read(texts[n]), tuple(where[n])) for n in wanted if n in texts}

    def add(self, entries: Sequence[Indexed]) -> None:
        """Keep these statements; one already kept is replaced. Entries with one key are one text: the first told."""
        last = {entry.statement: entry for entry in entries}
        self._drop("statement", [_bound(statement) for statement in last])
        known = dict(self.numbers([entry.key for entry in last.values()]))
        fresh = {entry.key: entry for entry in reversed(last.values()) if entry.key not in known}
        known.update(self._add_texts(list(fresh.values())[::-1]))
        appearing = [
            (_bound(e.statement), None if e.article is None else _bound(e.article), known[e.key]) for e in last.values()
        ]
        self._many("INSERT INTO index_appearance (statement, article, text) VALUES (?, ?, ?)", appearing)

    def _add_texts(self, entries: Sequence[Indexed]) -> Mapping[int, int]:
        rows = [
            (e.key, len(e.shingles), _bound(e.text), array("q", e.shingles).tobytes(), " ".join(dict.fromkeys(e.words)))
            for e in entries
        ]
        self._many("INSERT INTO index_text (key, size, text, shingles, words) VALUES (?, ?, ?, ?, ?)", rows)
        known = self.numbers([entry.key for entry in entries])
        held = sorted({(shingle, known[e.key]) for e in entries for shingle in e.shingles})
        self._many("INSERT INTO index_shingle (shingle, text) VALUES (?, ?)", held)
        words = sorted({(word, known[e.key]) for e in entries for word in e.words})
        self._many("INSERT INTO index_word (word, text) VALUES (?, ?)", words)
        met = "INSERT INTO index_vocabulary VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET texts = texts + 1"
        self._many(met, [(word,) for word, _ in words])
        return known

    def remove(self, article: str) -> None:
        """Take an article's statements out."""
        self._drop("article", [_bound(article)])

    def unindexed(self, most: int) -> Sequence[Statement]:
        """At most so many statements that are stored and have no entry; none where there are as many entries as
        statements."""
        ((some,),) = self._rows(FEWER)
        return self._statements([_read(name) for (name,) in self._rows(WITHOUT, most)]) if some else []

    def statements(self, names: Sequence[str]) -> Sequence[Statement]:
        """Stored statements by id."""
        return self._statements(names)

    def vocabulary(self, beginnings: Iterable[str] | None = None) -> Mapping[str, int]:
        """Every word, or those that begin with one of these letters, and how many texts hold it."""
        query = "SELECT word, texts FROM index_vocabulary"
        if beginnings is None:
            return dict(self._rows(query))
        within = f"{query} WHERE word >= ? AND word < ?"
        return dict(row for first in beginnings for row in self._rows(within, first, _next(first)))

    def ending(self, letters: Sequence[str]) -> Mapping[str, int]:
        """The words that end with one of these runs of letters, and how many texts hold each."""
        query = "SELECT word, texts FROM index_vocabulary WHERE substr(word, -?) = ?"
        return dict(row for tail in letters for row in self._rows(query, len(tail), tail))

    def holding(self, words: Sequence[str], most: int) -> Mapping[int, frozenset[str]]:
        """At most so many texts, by number, with which of these words each holds; ``words`` come rarest first, and
        texts that hold earlier ones are taken first."""
        held: dict[int, set[str]] = {}
        for word in words:
            found = [number for number, _ in self._rows(AMONG, json.dumps(list(held)), word)] if held else []
            if len(held) < most:
                found += [number for (number,) in self._rows(WORD_HOLDERS, word, most)]
            for number in found:
                if number in held or len(held) < most:
                    held.setdefault(number, set()).add(word)
        return {number: frozenset(those) for number, those in held.items()}

    def wording(self, numbers: Iterable[int]) -> Mapping[int, tuple[str, tuple[str, ...]]]:
        """The text and the ids of the statements of these numbers, in the order asked for."""
        return {
            number: (text.text, tuple(each.statement for each in text.appearances))
            for number, text in self.texts(numbers).items()
        }

    def _drop(self, column: str, values: Sequence[str | bytes]) -> None:
        """Take appearances out, and with its last appearance a text."""
        gone: set[int] = set()
        for value in values:
            gone.update(
                n for (n,) in self._rows(f"DELETE FROM index_appearance WHERE {column} = ? RETURNING text", value)
            )
        if not gone:
            return
        left = """SELECT number, shingles, words FROM index_text
                  WHERE number IN (SELECT value FROM json_each(?))
                  AND NOT EXISTS (SELECT 1 FROM index_appearance WHERE text = number)"""
        self._drop_texts(self._rows(left, json.dumps(sorted(gone))))

    def _drop_texts(self, rows: Sequence[Any]) -> None:
        shingles = [(shingle, number) for number, blob, _ in rows for shingle in _unpacked(blob)]
        words = [(word, number) for number, _, line in rows for word in line.split(" ") if word]
        self._many("DELETE FROM index_shingle WHERE shingle = ? AND text = ?", shingles)
        self._many("DELETE FROM index_word WHERE word = ? AND text = ?", words)
        self._many("UPDATE index_vocabulary SET texts = texts - 1 WHERE word = ?", [(word,) for word, _ in words])
        self._many("DELETE FROM index_vocabulary WHERE texts <= 0 AND word = ?", [(word,) for word, _ in words])
        self._many("DELETE FROM index_text WHERE number = ?", [(number,) for number, _, _ in rows])

    def _rows(self, query: str, *values: object) -> Sequence[Any]:
        return self._connection().exec_driver_sql(query, values).fetchall()

    def _many(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._connection().exec_driver_sql(query, list(rows))


def _next(letter: str) -> str:
    """The first character after a letter that SQLite can compare with; surrogates are none."""
    return "\ue000" if letter == "\ud7ff" else chr(min(ord(letter) + 1, 0x10FFFF))


def _bound(text: str) -> str | bytes:
    """As ``Exact`` keeps it: half a surrogate pair does not go into an SQLite text."""
    return text if encodable(text) else text.encode("utf-8", "surrogatepass")


def _read(kept: str | bytes) -> str:
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept


def _unpacked(blob: bytes) -> Sequence[int]:
    numbers = array("q")
    numbers.frombytes(blob)
    return numbers
