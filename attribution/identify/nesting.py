"""Attributions inside the words of another: whose "I" it is there."""

from collections.abc import Sequence
from dataclasses import replace

from attribution.identify.firstperson import AUTHOR, FIRST_PERSON
from attribution.model import Attribution, Speaker, SpeakerType

# Attributions further apart than so many are not inside each other.
REACH = 40


def in_others_words(text: str, attributions: Sequence[Attribution]) -> dict[int, int]:
    """Attributions whose source is "I" or "we" inside the content of another one: number to the other's number."""
    out = {}
    for i, attribution in enumerate(attributions):
        if not attribution.source or attribution.source[0].of(text).lower() not in FIRST_PERSON:
            continue
        at = attribution.source[0]
        around = [j for j in _near(attributions, i) if any(s.holds(at) for s in attributions[j].content)]
        if around:
            out[i] = max(around, key=lambda j: attributions[j].content[0].start)
    return {i: j for i, j in out.items() if j not in out}


def _near(attributions: Sequence[Attribution], i: int) -> list[int]:
    return [j for j in range(max(0, i - REACH), min(len(attributions), i + REACH)) if j != i]


def place_of(attribution: Attribution) -> int:
    """The offset by which an attribution stands in the order of the text."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start


def of_outer(outer: Speaker | None) -> Speaker:
    """The speaker of the first person in the words of another speaker."""
    if outer is None or outer.type is SpeakerType.NONE:
        return Speaker(AUTHOR, SpeakerType.PERSON, 0.3, "first person in words whose speaker is not known")
    return replace(outer, confidence=outer.confidence * 0.95, reason=f"first person in the words of {outer.name}")
