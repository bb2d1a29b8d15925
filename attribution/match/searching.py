"""Find statements by half-remembered words: misspelled, missing, in another order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from attribution.match.normalising import folded, normal
from attribution.match.wordlists import FUNCTION

# A word of the query may stand for so many words of the store, alike by this much at least.
LIKE_WORDS, LIKENESS = 8, 72
# So many statements are read and compared closely.
CLOSE = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement found, with a score from 0 to 1 and which words it was found by."""

    statement: str
    score: float
    reason: str


class WordStore(Protocol):
    """A store that lists its statements by word."""

    def vocabulary(self) -> Mapping[str, int]:
        """Every normal word and how many texts hold it."""
        ...

    def holding(self, words: Sequence[str], most: int) -> Mapping[int, frozenset[str]]:
        """At most so many texts, by number, with which of these words each holds; those with rare words first."""
        ...

    def wording(self, numbers: Iterable[int]) -> Mapping[int, tuple[str, tuple[str, ...]]]:
        """The text and the ids of the statements of these numbers."""
        ...


def search(query: str, store: WordStore, limit: int = 20) -> list[Hit]:
    """The statements that fit ``query`` best, best first; none for a query without words."""
    from rapidfuzz import fuzz

    wanted = _wanted(query)
    vocabulary = store.vocabulary()
    alike = {word: _alike(word, vocabulary) for word in wanted}
    rare = {like: _rarity(vocabulary.get(like, 0), len(vocabulary)) for likes in alike.values() for like in likes}
    if not rare:
        return []
    held = store.holding(sorted(rare, key=lambda word: -rare[word]), CLOSE * 10)
    ranked = sorted(
        ((_weight(alike, rare, words), number) for number, words in held.items()), key=lambda r: (-r[0], r[1])
    )[:CLOSE]
    best = sum(max((rare[like] * near for like, near in likes.items()), default=0.0) for likes in alike.values()) or 1.0
    asked = " ".join(word for word, _ in folded(normal(query).words))
    hits: list[Hit] = []
    for (weight, number), (text, statements) in zip(
        ranked, store.wording([n for _, n in ranked]).values(), strict=True
    ):
        words = " ".join(word for word, _ in folded(normal(text).words))
        close = fuzz.partial_ratio(asked, words) / 100 if len(asked) <= len(words) else fuzz.ratio(asked, words) / 100
        score = min(1.0, 0.6 * weight / best + 0.4 * close)
        reason = "by " + ", ".join(f"“{word}”" for word in sorted(held[number], key=lambda w: -rare[w])[:5])
        hits.extend(Hit(statement, round(score, 4), reason) for statement in statements)
    return sorted(hits, key=lambda hit: (-hit.score, hit.statement))[:limit]


def _wanted(query: str) -> list[str]:
    words = list(dict.fromkeys(normal(query).words))
    return [word for word in words if word not in FUNCTION] or words


def _alike(word: str, vocabulary: Mapping[str, int]) -> dict[str, float]:
    """Words of the store that a word of the query can stand for, with how alike they are."""
    from rapidfuzz import fuzz, process

    found = {word: 1.0} if word in vocabulary else {}
    if len(word) > 3:
        near = process.extract(word, vocabulary.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=LIKE_WORDS)
        found |= {
            like: (score / 100) ** 2
            for like, score, _ in near
            if (like not in found and like[:1] == word[:1]) or score > 85
        }
    return found


def _rarity(count: int, total: int) -> float:
    return log(1 + (total + 1) / (1 + count))


def _weight(alike: Mapping[str, Mapping[str, float]], rare: Mapping[str, float], held: Iterable[str]) -> float:
    have = set(held)
    return sum(
        max((rare[like] * near for like, near in likes.items() if like in have), default=0.0)
        for likes in alike.values()
    )
