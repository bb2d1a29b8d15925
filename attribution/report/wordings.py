"""A repeated statement's wordings side by side, with the words that differ marked from Match.edits.

Every wording is set beside the oldest one where the two were compared, else beside the nearest earlier one that it
was compared with: matching doesn't compare everything with everything.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from attribution.model import Edit, Entry, Match, Relation, Repeat


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a statement; ``kind`` names the difference it is part of, None where both wordings agree."""

    text: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in words: what stood before and what stands there now; "" for nothing."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """``entry``'s words beside those of ``base``; ``match`` reads from base (a) to entry (b)."""

    base: Entry
    entry: Entry
    match: Match


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of wording, with all the entries that print exactly it; ``comparison`` is None for the first wording and
    for one that was never compared directly.
    """

    entries: tuple[Entry, ...]
    comparison: Comparison | None = None


def wordings(repeat: Repeat) -> list[Wording]:
    """The distinct wordings of a repeated statement, oldest first."""
    groups: dict[str, list[Entry]] = {}
    for entry in repeat.entries:
        groups.setdefault(entry.words, []).append(entry)
    pairs = _pairs(repeat.matches)
    ordered = list(groups.values())
    return [
        Wording(tuple(group), _compared(group, (e for earlier in ordered[:number] for e in earlier), pairs))
        for number, group in enumerate(ordered)
    ]


def _pairs(matches: Iterable[Match]) -> Mapping[tuple[str, str], Match]:
    """Every match in both directions, by (from, to)."""
    pairs: dict[tuple[str, str], Match] = {}
    for match in matches:
        pairs[match.a, match.b] = match
        pairs[match.b, match.a] = turned(match)
    return pairs


def turned(match: Match) -> Match:
    """The same match read the other way round."""
    edits = tuple(Edit(e.kind, e.b_start, e.b_end, e.a_start, e.a_end) for e in match.edits)
    return replace(match, a=match.b, b=match.a, edits=edits)


def _compared(
    group: Sequence[Entry], earlier: Iterable[Entry], pairs: Mapping[tuple[str, str], Match]
) -> Comparison | None:
    for base in earlier:
        for entry in group:
            match = pairs.get((base.attribution.id, entry.attribution.id))
            if match is not None:
                return Comparison(base, entry, match)
    return None


def differences(comparison: Comparison) -> list[Difference]:
    """Each difference in words, in the order of the base's text."""
    base, entry = comparison.base.words, comparison.entry.words
    return [Difference(e.kind, base[e.a_start : e.a_end], entry[e.b_start : e.b_end]) for e in comparison.match.edits]


def kind_in_words(difference: Difference) -> str:
    """The kind as it reads from the base on: what the base leaves out, the other wording adds."""
    if difference.before.strip() or not difference.kind.endswith("left out"):
        return difference.kind
    return difference.kind.removesuffix("left out") + "added"


def base_pieces(comparison: Comparison) -> list[Piece]:
    """The base's words, those that the other wording lacks or changed marked."""
    return list(_pieces(comparison.base.words, ((e.a_start, e.a_end, e.kind) for e in comparison.match.edits)))


def entry_pieces(comparison: Comparison) -> list[Piece]:
    """The later wording's words, those that are new or changed marked."""
    return list(_pieces(comparison.entry.words, ((e.b_start, e.b_end, e.kind) for e in comparison.match.edits)))


def _pieces(text: str, edits: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    at = 0
    for start, end, kind in sorted(edits):
        start, end = max(start, at), min(end, len(text))  # edits of an older text must not lose or repeat words
        if start >= end:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], kind)
        at = end
    if at < len(text):
        yield Piece(text[at:])


RELATIONS = {
    Relation.VERBATIM: "the same words",
    Relation.TRUNCATED: "words left out",
    Relation.REWORDED: "reworded, meaning kept",
    Relation.ALTERED: "altered: the meaning may have changed",
    Relation.DIFFERENT: "different",
}


def relation_in_words(match: Match) -> str:
    """What the two wordings are to each other, as a reader is told it."""
    return RELATIONS[match.relation]
