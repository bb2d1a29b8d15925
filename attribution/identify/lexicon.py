"""The word lists that reading names and descriptions rests on, from ``lexicon.json`` and ``first_names.json`` beside this file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words by what they tell. Mappings to a gender hold "male", "female" or "" for either."""

    honorifics: Mapping[str, str]
    titles: frozenset[str]
    title_phrases: str
    party_words: frozenset[str]
    calendar: frozenset[str]
    demonyms: frozenset[str]
    country_of: Mapping[str, str]
    places: frozenset[str]
    government_seats: frozenset[str]
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
    fields = {key: value for key, value in lists.items() if isinstance(value, dict)}
    fields |= {key: frozenset(value.split()) for key, value in lists.items() if isinstance(value, str)}
    fields["title_phrases"] = lists["title_phrases"]
    fields["person_heads"] = fields["person_heads"] | fields["person_nouns"].keys()
    return Lexicon(first_names=_first_names(), **fields)


def _first_names() -> dict[str, str]:
    lists = _read("first_names.json")
    genders = {"male": "male", "female": "female", "either": ""}
    return {name: gender for key, gender in genders.items() for name in lists[key].split()}


def _read(name: str) -> dict[str, object] | dict[str, str]:
    data: dict[str, str] = json.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return data
