"""Cheap variants of a training article: other quotation marks, other dashes, headlines in capitals, letters misread.

Every variant keeps the text's length, so the annotation's offsets hold.
"""

import random
import re
from collections.abc import Callable

_STRAIGHT_PAIR = re.compile(r'"([^"\n“”]*)"')
_CURLY_PAIR = re.compile(r"“([^”\n]*)”")
_TYPED_PAIR = re.compile(r"''((?:[^'\n]|'(?!'))*)''")
_LOOKALIKES = {"l": "1", "I": "l", "O": "0", "e": "c", "h": "b", "rn": "m", "i": "l", "S": "5"}
# The styles of English papers come up twice as often.
_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("“", "”"), ("‘", "’"))


def vary(text: str, rng: random.Random) -> str:
    """A variant of the text with the same length; most of the time the text itself."""
    for chance, change in _CHANGES:
        if rng.random() < chance:
            varied = change(text, rng)
            text = varied if len(varied) == len(text) else text
    return text


def _other_marks(text: str, rng: random.Random) -> str:
    opening, closing = rng.choice(_STYLES)
    gap = "\u200b"  # the second half of a mark typed as two apostrophes; no word to the tagger
    text = _TYPED_PAIR.sub(lambda m: f"{opening}{gap}{m[1]}{gap}{closing}", text)
    for pair in (_STRAIGHT_PAIR, _CURLY_PAIR):
        text = pair.sub(lambda m: f"{opening}{m[1]}{closing}", text)
    return text


def _other_dashes(text: str, rng: random.Random) -> str:
    return re.sub("[—–―]", rng.choice("—–―-"), text)


def _capital_headline(text: str, rng: random.Random) -> str:
    end = text.find("\n")
    change: Callable[[str], str] = rng.choice((str.upper, str.title, str.lower))
    return change(text[:end]) + text[end:] if 0 < end < 160 else text


def _misread(text: str, rng: random.Random) -> str:
    rate = rng.choice((0.003, 0.01))
    return "".join(_LOOKALIKES.get(ch, ch) if rng.random() < rate else ch for ch in text)


def _odd_spaces(text: str, rng: random.Random) -> str:
    return re.sub(" ", lambda m: "\u00a0" if rng.random() < 0.05 else " ", text)


_CHANGES: tuple[tuple[float, Callable[[str, random.Random], str]], ...] = (
    (0.35, _other_marks),
    (0.15, _other_dashes),
    (0.10, _capital_headline),
    (0.04, _misread),
    (0.03, _odd_spaces),
)
