"""What an article's names can be found by: what somebody is called, the last word."""

from collections.abc import Iterable, Sequence

from attribution.identify.entities import Entity
from attribution.identify.naming import PERSON


def by_role(entities: Sequence[Entity]) -> dict[str, list[Entity]]:
    """Entities by the words that say who they are."""
    index: dict[str, list[Entity]] = {}
    for entity in entities:
        for word in entity.callings if entity.kind == PERSON else {*entity.folded, *entity.callings}:
            index.setdefault(word, []).append(entity)
    for named in index.values():
        named.sort(key=lambda e: -len(e.mentions))
    return index


def by_last_word(names: Iterable[str]) -> dict[str, set[str]]:
    """Names of two words or more that have a capital, by their last word; both lower-case."""
    index: dict[str, set[str]] = {}
    for name in names:
        if " " in name and name != name.lower():
            folded = name.lower()
            index.setdefault(folded.rsplit(" ", 1)[-1], set()).add(folded)
    return index
