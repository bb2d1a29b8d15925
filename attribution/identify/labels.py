"""The labels of a transcript, "MODERATOR:", "CAROL BAXTER, MODERATOR:": who has one of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attribution.identify.entities import Entity
from attribution.identify.sources import Form, Source


@dataclass(frozen=True, slots=True)
class Labels:
    """``starts`` are the offsets of the sources that are labels; ``words`` holds all the words of an entity's labels,
    by its number.
    """

    starts: frozenset[int]
    words: Mapping[int, frozenset[str]]


def find_labels(text: str, named: Sequence[tuple[Source, Entity]], sources: Iterable[Source]) -> Labels:
    """The labels among the sources; ``named`` are those that are names, with whom they name."""
    starts = frozenset(s.start for s in sources if s.form is not Form.EMPTY and _is_label(text, s))
    words: dict[int, frozenset[str]] = {}
    for source, entity in named:
        if source.start in starts:
            words[entity.number] = words.get(entity.number, frozenset()) | frozenset(source.words)
    return Labels(starts, words)


def _is_label(text: str, source: Source) -> bool:
    """A source that begins a line and that a colon follows."""
    line = text.rfind("\n", 0, source.start) + 1
    return not text[line : source.start].strip() and text[source.end : source.end + 2].lstrip(" ").startswith(":")
