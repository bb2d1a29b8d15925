"""Statements with known repeats, planted: what matching at scale is measured on.

Wordings come from a chain of neighbouring words as news uses them (the shipped counts), so that statements share stock
phrases as real ones do: "of the United States" stands in hundreds. A share of them are repeated: cut at an end or in
the middle, marked or not, with brackets, words swapped, a negation, number or name changed, merged with another one,
misread by a scanner, or split by a cue. Some are said again in much the same words, and are other statements. The same
seed gives the same statements; nobody said any of them.
"""

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from attribution.match.background import background
from attribution.model import Statement

FIRST = "Anna Boris Carla Dmitri Elena Farid Grace Hugo Irina Jonas Karin Leila Marco Nadia Oscar Paula".split()
LAST = "Adler Berova Castel Duval Ekholm Farago Grieve Halloran Ivanek Jarrow Kessel Lindqvist Marchetti Novak".split()
PLACES = "Arden Brannock Corvane Dravna Ellen Farrow Garrow Hollin".split()
OPENINGS = (
    "I think that", "We are going to", "There is no doubt that", "What we have said is that", "I have to say",
    "At the end of the day", "Let me be very clear", "The American people", "The president of the United States",
    "It is important that", "I don't think", "We will continue to",
)  # fmt: skip
# News has a long tail of words met once: three or four of these syllables make one.
SYLLABLES = "ba cor den fil gar hol im jat kel lor mun nes ost pra quin ros sel tur und vor wex yar zil sha the".split()
RARE = 0.06
# How often another statement is made of a statement's words: on one subject people use the same ones.
DISTRACTING = 0.05
CUES = (", she said, ", ", he told reporters, ", ", the minister said, ", ", according to the report, ")
MISREAD = {"m": "rn", "l": "1", "o": "0", "e": "c", "h": "b", "cl": "d"}
# Cuts leave so many words at least.
LEAST = 8
# How many statements one utterance has, and how often: most are said once. Of real quotations one in twenty-five has
# another telling; here it is one in seven.
SPREAD = ((1, 94.0), (2, 4.0), (3, 1.2), (5, 0.5), (9, 0.3))


@dataclass(frozen=True, slots=True)
class Planted:
    """Statements, and for each the numbers of the utterances it tells: one, or two for a merged one."""

    statements: list[Statement]
    truth: list[tuple[int, ...]]


def planted(count: int, seed: int = 0) -> Planted:
    """``count`` statements in arrival order, shuffled; ten to an article."""
    rng = random.Random(seed)
    tellings: list[tuple[str, tuple[int, ...]]] = []
    before: tuple[str, int] | None = None
    number = 0
    while len(tellings) < count:
        first = _statement(rng)
        tellings.append((first, (number,)))
        for _ in range(_spread(rng) - 1):
            tellings.append(_retold(first, number, before, rng))
        before = (first, number)
        number += 1
        if rng.random() < DISTRACTING:
            tellings.append((_distracting(first, rng), (number,)))
            number += 1
    del tellings[count:]
    rng.shuffle(tellings)
    statements = [
        Statement(f"s{n}", text, f"a{n // 10}", published=f"2025-{1 + n * 12 // count:02d}-01")
        for n, (text, _) in enumerate(tellings)
    ]
    return Planted(statements, [truth for _, truth in tellings])


def _distracting(text: str, rng: random.Random) -> str:
    """Another statement in much the same words: more than half of this one's, singly or in pairs, in another order and
    with others between."""
    words = text.strip(".").split()
    pieces = []
    while words:
        size = rng.randint(1, 2)
        pieces.append(words[:size])
        words = words[size:]
    rng.shuffle(pieces)
    kept = pieces[: max(1, 3 * len(pieces) // 5)]
    told = [word for piece in kept for word in (*piece, _drawn(_vocabulary(), rng))]
    return " ".join(told) + "."


def _spread(rng: random.Random) -> int:
    return rng.choices([size for size, _ in SPREAD], [weight for _, weight in SPREAD])[0]


def _retold(text: str, number: int, other: tuple[str, int] | None, rng: random.Random) -> tuple[str, tuple[int, ...]]:
    if other is not None and rng.random() < 0.04:
        return f"{text} {other[0]}", (number, other[1])
    if rng.random() < 0.25:
        return text.replace("'", "’").replace(".", ",") if rng.random() < 0.5 else text, (number,)
    changed = rng.choice(EDITS)(text, rng)
    return (rng.choice(EDITS)(changed, rng) if rng.random() < 0.3 else changed), (number,)


@lru_cache(maxsize=1)
def _chain() -> dict[str, tuple[list[str], list[int]]]:
    """For each word the words that follow it and running totals of how often."""
    found: dict[str, tuple[list[str], list[int]]] = {}
    after: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for pair, count in background().pairs.items():
        before, word = pair.split(" ")
        after[before].append((word, count))
    for before, rows in after.items():
        found[before] = ([word for word, _ in rows], list(accumulate(count for _, count in rows)))
    return found


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[list[str], list[int]]:
    rows = [(word, count) for word, count in background().words.items() if word.isalpha()]
    return [word for word, _ in rows], list(accumulate(count for _, count in rows))


def _drawn(table: tuple[list[str], list[int]], rng: random.Random) -> str:
    words, totals = table
    return words[bisect(totals, rng.random() * totals[-1])]


def _statement(rng: random.Random) -> str:
    sentences = [_sentence(rng) for _ in range(rng.choices((1, 2, 3), (6, 3, 1))[0])]
    return " ".join(sentences)


def _sentence(rng: random.Random) -> str:
    words = rng.choice(OPENINGS).split() if rng.random() < 0.3 else []
    length = rng.randint(9, 28)
    word = words[-1].lower() if words else _drawn(_vocabulary(), rng)
    while len(words) < length:
        known = _chain().get(word)
        word = _drawn(known if known and rng.random() < 0.8 else _vocabulary(), rng)
        if rng.random() < 0.04:
            words.append(f"{rng.choice(FIRST)} {rng.choice(LAST)}")
        elif rng.random() < 0.03:
            words.append(rng.choice(PLACES))
        elif rng.random() < RARE:
            words.append("".join(rng.choices(SYLLABLES, k=rng.randint(3, 4))))
        elif rng.random() < 0.03:
            words.append(str(rng.randint(2, 9999)))
        else:
            words.append(word)
    text = " ".join(words)
    return text[:1].upper() + text[1:] + "."


def _cut_tail(text: str, rng: random.Random) -> str:
    words = text.split()
    return " ".join(words[: max(LEAST, int(len(words) * rng.uniform(0.5, 0.9)))]) + rng.choice((",", " …", "."))


def _cut_head(text: str, rng: random.Random) -> str:
    words = text.split()
    return " ".join(words[min(max(0, len(words) - LEAST), int(len(words) * rng.uniform(0.1, 0.5))) :])


def _ellipsis(text: str, rng: random.Random) -> str:
    words = text.split()
    if len(words) < LEAST + 4:
        return text
    at = rng.randint(2, len(words) - 5)
    return " ".join([*words[:at], rng.choice(("…", ". . .", "[...]")), *words[at + rng.randint(1, 4) :]])


def _bracket(text: str, rng: random.Random) -> str:
    words = text.split()
    at = rng.randint(1, len(words) - 1)
    return " ".join([*words[:at], f"[{rng.choice(FIRST)} {rng.choice(LAST)}]", *words[at + rng.randint(0, 1) :]])


def _swap(text: str, rng: random.Random) -> str:
    words = text.split()
    at = rng.randint(0, len(words) - 3)
    words[at], words[at + 2] = words[at + 2], words[at]
    return " ".join(words)


def _negate(text: str, rng: random.Random) -> str:
    words = text.split()
    words.insert(rng.randint(1, len(words) - 1), "not")
    return " ".join(words)


def _number(text: str, rng: random.Random) -> str:
    return " ".join(str(rng.randint(2, 9999)) if word.strip(".").isdigit() else word for word in text.split())


def _name(text: str, rng: random.Random) -> str:
    return " ".join(rng.choice(LAST) if word.strip(".") in LAST else word for word in text.split())


def _misread(text: str, rng: random.Random) -> str:
    return "".join(MISREAD.get(letter, letter) if rng.random() < 0.03 else letter for letter in text)


def _split(text: str, rng: random.Random) -> str:
    words = text.split()
    at = rng.randint(3, max(4, len(words) - 3))
    return " ".join(words[:at]) + rng.choice(CUES) + " ".join(words[at:])


EDITS: Sequence[Callable[[str, random.Random], str]] = (
    _cut_tail, _cut_tail, _cut_head, _cut_head, _ellipsis, _bracket, _swap, _negate, _number, _name, _misread, _split,
)  # fmt: skip


def true_pairs(truth: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """The pairs of places, first below second, that tell one utterance."""
    told: dict[int, list[int]] = defaultdict(list)
    for place, numbers in enumerate(truth):
        for number in numbers:
            told[number].append(place)
    yield from sorted({(a, b) for places in told.values() for at, a in enumerate(places) for b in places[at + 1 :]})
