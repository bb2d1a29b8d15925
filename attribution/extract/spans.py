"""The tagger's answer as spans of words: what the linker joins to attributions."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from attribution.extract.chain import Candidate, candidates, lattices
from attribution.extract.choosing import Taste, choose
from attribution.extract.tagger import PROJECTED, Part
from attribution.extract.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from attribution.extract.chain import Floats

# So many labelled words are decoded together: a whole article as a rule, and never more memory than a few megabytes.
MOST_WORDS_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A source, cue or content: words ``first`` to ``end`` (numbers in the article) of a part, ``size`` of them
    labelled.

    ``exact`` is the probability that it is right to the letter, ``near`` that it is by half. ``link`` is its side of
    the network's link score: a key for contents and one for sources of a cue (2, 64), else the mean of its words
    (64).
    """

    first: int
    end: int
    role: str
    part: int
    size: int
    exact: float
    near: float
    link: "NDArray[np.float32]" = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its tagged spans in order, and for each part the numbers of its first and last labelled word."""

    words: Words
    spans: tuple[TaggedSpan, ...]
    edges: tuple[tuple[int, int], ...]


def read_spans(
    words: Words, parts: Iterable[Part], scores: "Floats", taste: Taste, starts: AbstractSet[int] = frozenset()
) -> Reading:
    """The chosen spans of a text; ``scores`` are the CRF's. Parts are read once, in order, and not kept.

    ``starts`` are the numbers of the words that begin a sentence: no source reaches over one, it is two sources.
    """
    spans: list[TaggedSpan] = []
    edges: list[tuple[int, int]] = []
    for group in _groups(parts):
        for part, lattice in zip(group, lattices([part.labels for part in group], scores), strict=True):
            chosen = choose(candidates(lattice, scores), taste)
            spans += [
                _span(part, len(edges), candidate, choice.near)
                for choice in chosen
                for candidate in _within_sentences(part, choice.candidate, starts)
            ]
            edges.append((part.numbers[0], part.numbers[-1]))
    return Reading(words, tuple(spans), tuple(edges))


def _groups(parts: Iterable[Part]) -> Iterator[Sequence[Part]]:
    group: list[Part] = []
    longest = 0
    for part in parts:
        longest = max(longest, len(part.numbers))
        if group and longest * (len(group) + 1) > MOST_WORDS_AT_ONCE:
            yield group
            group, longest = [], len(part.numbers)
        group.append(part)
    if group:
        yield group


def _within_sentences(part: Part, c: Candidate, starts: AbstractSet[int]) -> Iterator[Candidate]:
    """A source cut where a sentence begins; any other candidate as it is."""
    first = c.first
    if c.role == "source" and starts:
        for at in range(c.first + 1, c.end):
            if any(number in starts for number in range(part.numbers[at - 1] + 1, part.numbers[at] + 1)):
                yield replace(c, first=first, end=at)
                first = at
    yield c if first == c.first else replace(c, first=first)


def _span(part: Part, number: int, c: Candidate, near: float) -> TaggedSpan:
    first, end = part.numbers[c.first], part.numbers[c.end - 1] + 1
    return TaggedSpan(first, end, c.role, number, c.end - c.first, c.probability, near, _link(part, c))


def _link(part: Part, c: Candidate) -> "NDArray[np.float32]":
    """Columns of the links: content words, source words, a cue's key for contents, its key for sources."""
    if c.role == "cue":
        key: NDArray[np.float32] = part.links[[c.first, c.end - 1], 2 * PROJECTED :].mean(0).reshape(2, PROJECTED)
        return key
    low = 0 if c.role == "content" else PROJECTED
    mean: NDArray[np.float32] = part.links[c.first : c.end, low : low + PROJECTED].mean(0)
    return mean
