"""Amounts in words or figures: half an hour is 30 minutes, two dozen are 24, a decade is ten years."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attribution.match.lexicon import base
from attribution.match.wordlists import ORDINALS

FACTORS: Mapping[str, float] = MappingProxyType(
    {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "couple": 2.0, "dozen": 12.0, "score": 20.0, "pair": 2.0}
    | {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "one": 1.0}
)
# Each unit as so many of the smallest of its kind.
UNITS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {"second": ("s", 1.0), "minute": ("s", 60.0), "hour": ("s", 3600.0), "day": ("s", 86400.0)}
    | {"week": ("s", 604800.0), "fortnight": ("s", 1209600.0)}
    | {"month": ("m", 1.0), "year": ("m", 12.0), "decade": ("m", 120.0), "century": ("m", 1200.0)}
    | {"percent": ("", 0.01), "gram": ("g", 1.0), "kilogram": ("g", 1e3), "kilo": ("g", 1e3), "tonne": ("g", 1e6)}
    | {"metre": ("l", 1.0), "meter": ("l", 1.0), "kilometer": ("l", 1e3), "kilometre": ("l", 1e3), "mile": ("mi", 1.0)}
)
TENS, HUNDRED, PARTS = frozenset(range(20, 100, 10)), 100, frozenset((0.5, 0.25, 1 / 3))
SKIPPED = ("of", "the", "a", "an", "and", "about", "some")


def amount(words: Sequence[str]) -> tuple[float, str] | None:
    """What some folded words come to, and in which unit: None where they are not one amount and nothing else."""
    known, rank = _ranked([word for word in words if word not in SKIPPED])
    if not all(word[:1].isdigit() or _stem(word) in UNITS or _stem(word) in FACTORS for word in known):
        return None
    units = [UNITS[_stem(word)] for word in known if _stem(word) in UNITS]
    counts = [_count(word) for word in known if _stem(word) not in UNITS]
    numbers = [number for number in counts if number is not None]
    if len(numbers) < len(counts) or len(units) > 1 or not known:
        return None
    unit, size = units[0] if units else ("", 1.0)
    return _value(numbers, "and" in words) * size, unit + rank


def _ranked(words: list[str]) -> tuple[list[str], str]:
    """Words with a last ordinal as its number, "45th" as 45, and a unit for it: the 45th is no 45."""
    ordinal = ORDINALS.get(words[-1], words[-1]) if words else ""
    if ordinal[:1].isdigit() and ordinal.endswith(("st", "nd", "rd", "th")):
        return [*words[:-1], ordinal[:-2]], "th"
    return words, ""


def _value(numbers: Sequence[float], added: bool) -> float:
    """Thirty-seven is 30 and 7, two thousand five hundred 2,000 and 500, one *and* a half 1 and ½; of other numbers
    each counts the next."""
    done, value, before = 0.0, 1.0, 1.0
    for at, number in enumerate(numbers):
        if (before in TENS and 0 < number < 10) or (added and at and number in PARTS):
            value += number
        elif before >= HUNDRED and number < before and number not in PARTS:
            done, value = done + value, number
        else:
            value *= number
        before = number
    return done + value


def _stem(word: str) -> str:
    return word if word in FACTORS else base(word)


def _count(word: str) -> float | None:
    number = _number(word)
    return FACTORS.get(_stem(word)) if number is None else number


def _number(word: str) -> float | None:
    try:
        return float(word) if word[:1].isdigit() else None
    except ValueError:
        return None


def equal(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings are one amount."""
    x, y = amount(a), amount(b)
    return x is not None and y is not None and x[1] == y[1] and abs(x[0] - y[0]) <= 1e-9 * max(x[0], y[0])
