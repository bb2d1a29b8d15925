"""Find statements by half-remembered words: misspelled, missing, in another order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from attribution.match.normalising import bare, normal
from attribution.match.wordlists import FUNCTION

# A word of the query may stand for so many words of the store, alike by this much at least.
LIKE_WORDS, LIKENESS = 8, 72
# First letters are seldom misspelt: a word that begins otherwise ends with all the rest, and with so many letters.
TAIL = 4
# A word counts by how many of so many texts hold it.
TEXTS = 1_000_000
# So many statements are read and compared closely.
CLOSE = 200
MOST_NAMED = 5
# What fits less is no answer. Of 199 queries of two to four words cut from statements of 84 articles, a third of the
# words misspelt and a foreign word in every other query, the right one scores 0.43 or more; the best hit for 38 of 40
# queries about things that no article is about scores less than 0.42.
LEAST = 0.42


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement found, with a score from 0 to 1 and which words it was found by."""

    statement: str
    score: float
    reason: str


class WordStore(Protocol):
    """A store that lists its statements by word."""

    def vocabulary(self, beginnings: Iterable[str] | None = None) -> Mapping[str, int]:
        """Every normal word, or those that begin with one of these letters, and how many texts hold it."""
        ...

    def ending(self, letters: Sequence[str]) -> Mapping[str, int]:
        """The normal words that end with one of these runs of letters, and how many texts hold each."""
        ...

    def holding(self, words: Sequence[str], most: int) -> Mapping[int, frozenset[str]]:
        """At most so many texts, by number, with which of these words each holds; those with rare words first."""
        ...

    def wording(self, numbers: Iterable[int]) -> Mapping[int, tuple[str, tuple[str, ...]]]:
        """The text and the ids of the statements of these numbers."""
        ...


def search(query: str, store: WordStore, limit: int = 20) -> list[Hit]:
    """The statements that fit ``query``, best first: none that has little of it, and none for a query without words, or
    of words such as "of" and "the" alone."""
    wanted = _wanted(query)
    vocabulary = dict(store.vocabulary(sorted({word[0] for word in wanted})))
    tails = [word[1:] for word in wanted if word not in vocabulary and len(word) > TAIL]
    vocabulary |= store.ending(tails) if tails else {}
    alike = {word: _alike(word, vocabulary) for word in wanted}
    rare = {like: _rarity(vocabulary[like]) for likes in alike.values() for like in likes}
    if not rare:
        return []
    held = store.holding(sorted(rare, key=lambda word: (-rare[word], word)), CLOSE * 10)
    weights = {number: _weight(alike, rare, words) for number, words in held.items()}
    ranked = sorted(weights, key=lambda number: (-weights[number], number))[:CLOSE]
    best = sum(_fullest(alike[word], rare, vocabulary.get(word, 0)) for word in wanted)
    hits: list[Hit] = []
    for number, (text, statements) in store.wording(ranked).items():
        score = min(1.0, 0.6 * weights[number] / best + 0.4 * _close(query, text))
        if score < LEAST:
            continue
        found = sorted(held[number], key=lambda word: (-rare[word], word))
        reason = "by " + ", ".join(f"“{word}”" for word in found[:MOST_NAMED])
        hits.extend(Hit(statement, round(score, 4), reason) for statement in statements)
    return sorted(hits, key=lambda hit: (-hit.score, hit.statement))[:limit]


def _close(query: str, text: str) -> float:
    """How alike the query's letters are to the best stretch of a text as long, from 0 to 1."""
    from rapidfuzz import fuzz

    asked, told = (" ".join(bare(each)[0]) for each in (query, text))
    return (fuzz.partial_ratio if len(asked) <= len(told) else fuzz.ratio)(asked, told) / 100


def _wanted(query: str) -> list[str]:
    words = list(dict.fromkeys(normal(query).words))
    return [word for word in words if word not in FUNCTION] or words


def _alike(word: str, vocabulary: Mapping[str, int]) -> dict[str, float]:
    """Words of the store that a word of the query can stand for, with how alike they are."""
    from rapidfuzz import fuzz, process

    found = {word: 1.0} if word in vocabulary else {}
    if len(word) > 3:
        same = [like for like in vocabulary if like[0] == word[0] or (len(word) > TAIL and like.endswith(word[1:]))]
        near = process.extract(word, same, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=None)
        # Sorted, so that of words equally alike always the same ones are taken.
        likes = sorted((-score, like) for like, score, _ in near)
        found |= {like: (score / 100) ** 2 for score, like in likes[:LIKE_WORDS] if like not in found}
    return found


def _fullest(likes: Mapping[str, float], rare: Mapping[str, float], held: int) -> float:
    """What a word of the query counts where it is found as asked: one that the store has not, as much as the rarest."""
    return max(_rarity(held), *(rare[like] * near for like, near in likes.items()), 0.0)


def _rarity(count: int) -> float:
    return log(1 + TEXTS / (1 + count))


def _weight(alike: Mapping[str, Mapping[str, float]], rare: Mapping[str, float], held: Iterable[str]) -> float:
    have = set(held)
    return sum(
        max((rare[like] * near for like, near in likes.items() if like in have), default=0.0)
        for likes in alike.values()
    )
