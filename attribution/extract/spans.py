"""The tagger's answer as spans of words: what the linker joins to attributions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution.extract.chain import candidates, lattices
from attribution.extract.choosing import Taste, choose
from attribution.extract.tagger import Part

if TYPE_CHECKING:
    from attribution.extract.chain import Floats


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A source, cue or content: words ``first`` to ``end`` (numbers in the article), ranks ``low`` to ``high`` among
    its part's labelled words. ``exact`` is the probability that it is right to the letter, ``near`` that it is by
    half.
    """

    first: int
    end: int
    role: str
    part: int
    low: int
    high: int
    exact: float
    near: float


def tagged_spans(parts: Sequence[Part], scores: "Floats", taste: Taste) -> list[TaggedSpan]:
    """The chosen spans of an article, in order; ``scores`` are the CRF's."""
    out: list[TaggedSpan] = []
    for number, (part, lattice) in enumerate(
        zip(parts, lattices([part.labels for part in parts], scores), strict=True)
    ):
        for choice in choose(candidates(lattice, scores), taste):
            c = choice.candidate
            first, end = part.numbers[c.first], part.numbers[c.end - 1] + 1
            out.append(TaggedSpan(first, end, c.role, number, c.first, c.end, c.probability, choice.near))
    return out
