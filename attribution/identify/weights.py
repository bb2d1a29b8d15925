"""The learned weights of the ranker and of the type model, from ``weights.json`` beside this file."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

Weights = Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """Feature weights by class of source: see ``training.py`` for how they are made."""
    data: Weights = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return data
