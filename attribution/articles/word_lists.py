"""The lists of words that this package ships beside its code."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


def shipped(name: str) -> Any:
    """What the JSON file of that name in this package holds."""
    return json.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of word_lists.json, in lower case; read once.

    ``function``: words that start sentences and are no names, so without "will", "may", "us", "first" ("First Lady").
    ``after_hour``: what goes on after "a.m.": days, months, time zones. ``labels``: words in capitals before a dash
    that are no place. ``in_places``: words that names of places have. ``small``: words without a capital in a title.
    """
    return frozenset(shipped("word_lists.json")[name])
