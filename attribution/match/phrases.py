"""Words that stand for other words as a whole: "as a result" for "therefore", "FBI" for its full name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from attribution.match.lexicon import base
from attribution.match.reading import Reading

# Words that an acronym passes over.
PASSED_OVER = frozenset("a and for in of on the to".split())
LEAST_LETTERS, MOST_LETTERS = 2, 6
# The full name has so many words at most for each letter.
WORDS_A_LETTER = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``start`` to ``end`` of a reading; phrases of one ``group`` can stand for one another."""

    start: int
    end: int
    group: int

    @property
    def size(self) -> int:
        return self.end - self.start


def phrases(side: Reading) -> tuple[Phrase, ...]:
    """The phrases of a reading that the lexicon has, single words too."""
    words, found = side.words, list[Phrase]()
    for at, (rows, after) in enumerate(zip(map(_by_second, words), (*words[1:], None), strict=True)):
        if rows:
            found += [Phrase(at, at + 1, group) for _, group in rows.get("", ())]
            found += [
                Phrase(at, at + 1 + len(rest), group)
                for rest, group in rows.get(after, ())
                if words[at + 1 : at + 1 + len(rest)] == rest
            ]
    return tuple(found)


@lru_cache(maxsize=65536)
def _by_second(first: str) -> dict[str | None, list[tuple[tuple[str, ...], int]]]:
    """What ``_by_first`` has for a word, by the second word of each phrase, "" where there is none."""
    found: dict[str | None, list[tuple[tuple[str, ...], int]]] = {}
    for rest, group in _by_first().get(base(first), ()):
        found.setdefault(rest[0] if rest else "", []).append((rest, group))
    return found


@lru_cache(maxsize=1)
def _by_first() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The words that follow the first one of each phrase, and the phrase's group, by the first one's base."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    text = files("attribution.match").joinpath("data", "phrases.txt").read_text("utf-8")
    for group, line in enumerate(line for line in text.splitlines() if line and not line.startswith("#")):
        for phrase in line.split("|"):
            first, *rest = phrase.split(" ")
            found.setdefault(base(first), []).append((tuple(rest), group))
    return found


def spelled_out(short: Reading, at: int, long: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Where among words ``start`` to ``end`` of ``long`` the acronym at ``at`` stands in full, if anywhere."""
    if start == end:
        return None
    letters = short.words[at].replace(".", "")
    if not LEAST_LETTERS <= len(letters) <= MOST_LETTERS:
        return None
    if not short.printed(at).replace(".", "").isupper():
        return None
    for first in range(start, end):
        last = min(end, first + WORDS_A_LETTER * len(letters))
        stop = _spelling(letters, long, first, last) if long.upper[first] else None
        if stop is not None:
            return first, stop
    return None


def _spelling(letters: str, long: Reading, place: int, end: int) -> int | None:
    """Where the words from ``place`` on have spelled the letters, if they do: "of" may give its letter or none."""
    if place == end:
        return None
    word = long.words[place]
    small = word in PASSED_OVER
    if letters[0] == word[0] and (small or long.upper[place]):
        stop = place + 1 if len(letters) == 1 else _spelling(letters[1:], long, place + 1, end)
        if stop is not None:
            return stop
    return _spelling(letters, long, place + 1, end) if small else None


def same_sense(
    a: Reading, open_a: list[int], b: Reading, open_b: list[int], whole: bool
) -> Iterator[tuple[Phrase, Phrase]]:
    """Phrases of one sense, the longest first, of which at least one has several words and each has an open word; with
    ``whole`` all of their words must be open."""
    if not open_a or not open_b:
        return
    left_a, left_b = set(open_a), set(open_b)
    x = _touching(a, left_a, whole)
    y = _touching(b, left_b, whole) if x else ()
    if not y:
        return
    found = [(p, q) for p in x for q in y if p.group == q.group and max(p.size, q.size) > 1]
    for p, q in sorted(found, key=lambda pq: (-pq[0].size - pq[1].size, pq[0].start, pq[1].start)):
        here, there = set(range(p.start, p.end)), set(range(q.start, q.end))
        if here & left_a and there & left_b and a.words[p.start : p.end] != b.words[q.start : q.end]:
            left_a -= here
            left_b -= there
            yield p, q


def split_sense(side: Reading, first: int, second: int, other: Reading, left: list[int]) -> Phrase | None:
    """The phrase among the open words of ``other`` that says what two words, parted by others, say together: "reject"
    for "turn … down"."""
    rows = _by_first().get(base(side.words[first]), ())
    groups = {group for rest, group in rows if rest == (side.words[second],)}
    if not groups:
        return None
    return next((p for p in _touching(other, set(left), True) if p.group in groups), None)


@lru_cache(maxsize=1)
def _longest() -> int:
    """The number of words of the longest phrase."""
    return 1 + max(len(rest) for rows in _by_first().values() for rest, _ in rows)


def _start(phrase: Phrase) -> int:
    return phrase.start


def _touching(side: Reading, left: set[int], whole: bool) -> Sequence[Phrase]:
    if not left:
        return ()
    found = side.known("phrases", phrases)
    low = bisect_left(found, min(left) - _longest() + 1, key=_start)
    near = found[low : bisect_right(found, max(left), lo=low, key=_start)]
    if whole:
        return [p for p in near if left.issuperset(range(p.start, p.end))]
    return [p for p in near if not left.isdisjoint(range(p.start, p.end))]
