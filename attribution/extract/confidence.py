"""How sure an attribution is: the probability that its content and its source are right by the scorer's *attributed*.

A logistic regression over what the tagger and the linker say of it, fitted on articles that neither was trained on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.linker import Linked
from attribution.extract.pairs import Scene
from attribution.extract.words import Quoted

_LEAST = 0.005
NAMES = (
    "content near",
    "content exact",
    "worst piece",
    "cue near",
    "cue exact",
    "source near",
    "source exact",
    "content link",
    "source link",
    "no source",
    "no cue",
    "pieces",
    "quoted words",
    "begins quoted",
    "words",
    "in other part",
    "content near, of quoted words",
    "content exact, of quoted words",
    "content near by source near",
    "source near by source link",
    "source near, of quoted words",
    "words, of quoted ones",
    "quoted in part",
)


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights in the order of NAMES, and what is added to them."""

    weights: tuple[float, ...]
    base: float

    def of(self, scene: Scene, linked: Linked) -> float:
        total = self.base + sum(w * x for w, x in zip(self.weights, signs(scene, linked), strict=True))
        return 1 / (1 + math.exp(-total))


def signs(scene: Scene, linked: Linked) -> list[float]:
    """What speaks for and against an attribution, in the order of NAMES."""
    contents, cue, source = linked.contents, linked.cue, linked.source
    size = sum(span.size for span in contents)
    near = _odds(sum(span.size * span.near for span in contents) / size)
    exact = _odds(math.prod(span.exact for span in contents))
    source_near = 0.0 if source is None else _odds(source.near)
    source_link = _odds(linked.source_link)
    inside = [scene.words.quoted[at] == Quoted.INSIDE for span in contents for at in range(span.first, span.end)]
    quoted = _mean(inside)
    return [
        near,
        exact,
        _odds(min(span.near for span in contents)),
        0.0 if cue is None else _odds(cue.near),
        0.0 if cue is None else _odds(cue.exact),
        source_near,
        0.0 if source is None else _odds(source.exact),
        _odds(_mean(linked.links)),
        source_link,
        float(source is None),
        float(cue is None),
        math.log(len(contents)),
        quoted,
        float(inside[0]),
        math.log(size),
        float(len({span.part for span in contents}) > 1),
        # A doubt about the edge weighs less where marks show it, and one about the source more where all else is sure.
        near * quoted,
        exact * quoted,
        near * source_near,
        source_near * source_link,
        source_near * quoted,
        math.log(size) * quoted,
        quoted * (1 - quoted),
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _odds(probability: float) -> float:
    p = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(p / (1 - p))
