"""The word lists that reading names and descriptions rests on: ``lexicon.json`` and ``first_names.json`` here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words by what they tell. Mappings to a gender hold "male", "female" or "" for either."""

    honorifics: Mapping[str, str]
    titles: frozenset[str]
    title_phrases: str
    party_words: frozenset[str]
    calendar: frozenset[str]
    demonyms: frozenset[str]
    stop_words: frozenset[str]
    verbs: frozenset[str]
    breaks: frozenset[str]
    quantities: frozenset[str]
    surnames: frozenset[str]
    shortened: frozenset[str]
    determiners: frozenset[str]
    leading_words: frozenset[str]
    pronouns: frozenset[str]
    particles: frozenset[str]
    anonymous_plurals: frozenset[str]
    state_codes: Mapping[str, str]
    role_synonyms: Mapping[str, str]
    kin: Mapping[str, str]
    country_of: Mapping[str, str]
    places: frozenset[str]
    org_words: frozenset[str]
    work_words: frozenset[str]
    weak_starts: frozenset[str]
    soft_starts: frozenset[str]
    thing_words: frozenset[str]
    person_nouns: Mapping[str, str]
    person_heads: frozenset[str]
    org_heads: frozenset[str]
    document_heads: frozenset[str]
    group_heads: frozenset[str]
    genders: Mapping[str, str]
    nicknames: Mapping[str, str]
    first_names: Mapping[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    lists = _read("lexicon.json")
    fields: dict[str, Any] = {k: v if isinstance(v, dict) else frozenset(v.split()) for k, v in lists.items()}
    fields["title_phrases"] = lists["title_phrases"]
    fields["person_heads"] = fields["person_heads"] | fields["person_nouns"].keys()
    return Lexicon(first_names=_first_names(), **fields)


def _first_names() -> dict[str, str]:
    lists = _read("first_names.json")
    genders = {"male": "male", "female": "female", "either": ""}
    return {name: gender for key, gender in genders.items() for name in lists[key].split()}


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return data
