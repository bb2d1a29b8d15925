"""The program's measured accuracy, as it is printed on top of every report.

``accuracy.json`` beside this file holds what was measured, on what, when, and by which command, so that a reader can
repeat it:

    {"measured_on": "PolNeAR dev, 84 US news articles", "date": "2026-11-24", "command": "…",
     "figures": [{"name": "attributed F1", "value": 73.1, "meaning": "…"}, …]}

An empty object means: not measured.
"""

import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; ``meaning`` says in words what it counts."""

    name: str
    value: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was measured on which articles, on which ISO date, by which command."""

    measured_on: str
    date: str
    command: str
    figures: tuple[Figure, ...]


def parse(text: str) -> Accuracy | None:
    """The values in the JSON text, or None for an empty object. Raises KeyError or ValueError for anything else."""
    found = json.loads(text)
    if not found:
        return None
    figures = tuple(Figure(f["name"], float(f["value"]), f.get("meaning", "")) for f in found["figures"])
    return Accuracy(found["measured_on"], found["date"], found["command"], figures)


def measured() -> Accuracy | None:
    """What ships with this version, or None."""
    return parse(files("attribution.report").joinpath("accuracy.json").read_text(encoding="utf-8"))
