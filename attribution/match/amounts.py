"""Amounts in words or figures: half an hour is 30 minutes, two dozen are 24, a decade is ten years."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attribution.match.lexicon import base

FACTORS: Mapping[str, float] = MappingProxyType(
    {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "couple": 2.0, "dozen": 12.0, "score": 20.0, "pair": 2.0}
    | {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "a": 1.0, "an": 1.0}
    | {"one": 1.0}
)
# Each unit as so many of the smallest of its kind.
UNITS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {"second": ("s", 1.0), "minute": ("s", 60.0), "hour": ("s", 3600.0), "day": ("s", 86400.0)}
    | {"week": ("s", 604800.0), "fortnight": ("s", 1209600.0)}
    | {"month": ("m", 1.0), "year": ("m", 12.0), "decade": ("m", 120.0), "century": ("m", 1200.0)}
    | {"percent": ("", 0.01), "gram": ("g", 1.0), "kilogram": ("g", 1e3), "kilo": ("g", 1e3), "tonne": ("g", 1e6)}
    | {"metre": ("l", 1.0), "meter": ("l", 1.0), "kilometer": ("l", 1e3), "kilometre": ("l", 1e3), "mile": ("mi", 1.0)}
)
SKIPPED = ("of", "the", "and", "about", "some")


def amount(words: Sequence[str]) -> tuple[float, str] | None:
    """What some folded words come to, and in which unit: None where they are not one amount and nothing else."""
    value, unit, told = 1.0, "", False
    for word in words:
        stem = word if word in FACTORS else base(word)
        number = _number(word)
        if number is not None:
            value, told = value * number, True
        elif stem in FACTORS:
            value, told = value * FACTORS[stem], True
        elif stem in UNITS and not unit:
            unit, told = UNITS[stem][0] or "share", True
            value *= UNITS[stem][1]
        elif word not in SKIPPED:
            return None
    return (value, unit if unit != "share" else "") if told else None


def _number(word: str) -> float | None:
    try:
        return float(word) if word[:1].isdigit() else None
    except ValueError:
        return None


def equal(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings are one amount."""
    x, y = amount(a), amount(b)
    return x is not None and y is not None and x[1] == y[1] and abs(x[0] - y[0]) <= 1e-9 * max(x[0], y[0])
