"""What an article's names can be found by: what somebody is called, the last word, the initials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attribution.identify.entities import Entity
from attribution.identify.lexicon import lexicon
from attribution.identify.naming import PERSON
from attribution.identify.shortening import initials

# As many letters begin a word that is cut short: "Fed".
BEGINNING = 3


class Growing:
    """The entities made so far, each in the order they were made, by what a short form has of their name."""

    def __init__(self) -> None:
        self.by_initials: dict[str, list[Entity]] = defaultdict(list)
        self.by_beginning: dict[str, list[Entity]] = defaultdict(list)
        self.by_family: dict[tuple[str, int], list[Entity]] = defaultdict(list)

    def add(self, entity: Entity) -> None:
        """Take in a new entity."""
        for letters in set(initials(entity.name)):
            self.by_initials[letters].append(entity)
        self.by_beginning[entity.folded[0][:BEGINNING]].append(entity)
        family = entity.parsed.family
        self.by_family[family[:1], len(family)].append(entity)

    def spelled(self, letters: str) -> list[Entity]:
        """Those whose initials these are, but people."""
        return [e for e in self.by_initials.get(letters, ()) if e.kind != PERSON]

    def begun(self, word: str) -> list[Entity]:
        """Those whose name begins like a word."""
        return self.by_beginning.get(word[:BEGINNING], [])

    def near(self, word: str) -> list[Entity]:
        """Those whose family name begins with the same letter and is as long, or a letter longer or shorter."""
        found = (self.by_family.get((word[0], len(word) + more), ()) for more in (-1, 0, 1))
        return sorted((e for entities in found for e in entities), key=lambda e: e.number)


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


def most_named(entities: Sequence[Entity]) -> Iterator[tuple[int, str]]:
    """The three most named of each kind, with their rank. Places are counted apart: they are named in passing."""
    places = lexicon().places
    kinds = {e.number: (e.kind, places.issuperset(e.folded)) for e in entities}
    for kind in set(kinds.values()):
        own = sorted((e for e in entities if kinds[e.number] == kind), key=lambda e: (-len(e.mentions), e.number))
        yield from ((entity.number, str(rank)) for rank, entity in enumerate(own[:3]))
