"""Statements of nobody, by the hundred, for what must hold for any of them."""

import random

import pytest

from attribution.match.background import background
from attribution.model import Statement

SMALL = "the of and to a in that is we will not have it for on with they be from at this by".split()


def sentence(rng: random.Random) -> str:
    """Eight to sixteen words of news, every other one a small word."""
    known = sorted(word for word in background().words if word.isalpha() and len(word) > 3)
    return " ".join(rng.choice(known if n % 2 else SMALL) for n in range(rng.randint(8, 16)))


def retold(text: str, rng: random.Random) -> str:
    words = text.split()
    at = rng.randrange(len(words))
    kind = rng.randrange(5)
    if kind == 0:
        return " ".join(words[: max(5, len(words) - 4)]) + " …"
    if kind == 1:
        return " ".join([*words[:at], "not", *words[at:]])
    if kind == 2:
        return " ".join([*words[:at], *words[at + 1 :]])
    if kind == 3:
        return text.upper()
    return f"{text}, and {sentence(rng)}"


@pytest.fixture(scope="session")
def told() -> list[Statement]:
    """Three hundred statements, one in three a retelling of another, each in an article of three."""
    rng = random.Random(7)
    texts: list[str] = []
    while len(texts) < 300:
        if texts and rng.random() < 0.35:
            texts.append(retold(rng.choice(texts), rng))
        else:
            texts.append(f"{sentence(rng)} and {sentence(rng)}.")
    return [
        Statement(f"s{n}", text, f"a{n // 3}", f"Speaker {n % 5}", f"2025-01-{1 + n // 12:02d}")
        for n, text in enumerate(texts)
    ]
