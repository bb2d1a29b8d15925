"""A quotation behind a cue and a colon is what the cue has said, even where the tagger sees none."""

from dataclasses import replace

from attribution.extract.spans import Reading, TaggedSpan
from attribution.extract.tagger import PROJECTED
from attribution.extract.words import Quoted, Words

# How sure the tagger must be of the cue, and how sure a quotation behind it is then.
LEAST_CUE, SURE = 0.8, 0.9
# "said on Tuesday in a statement:" has so many words between the two.
MOST_BETWEEN = 5


def with_quotations(reading: Reading) -> Reading:
    """The reading with every quotation behind a cue and a colon that no span overlaps."""
    missing = [
        found
        for cue, following in zip(reading.spans, [*reading.spans, None][1:], strict=True)
        if cue.role == "cue" and cue.near >= LEAST_CUE and (found := _behind(reading.words, cue, following))
    ]
    if not missing:
        return reading
    return replace(reading, spans=tuple(sorted([*reading.spans, *missing], key=lambda span: span.first)))


def _behind(words: Words, cue: TaggedSpan, following: TaggedSpan | None) -> TaggedSpan | None:
    import numpy as np

    at = cue.end
    while at < min(len(words) - 2, cue.end + MOST_BETWEEN) and words.word(at)[0].isalnum():
        at += 1
    if at + 2 >= len(words) or words.word(at) != ":" or words.quoted[at + 1] != Quoted.MARK:
        return None
    first = end = at + 2
    while end < len(words) and words.quoted[end] == Quoted.INSIDE:
        end += 1
    if end >= len(words) or words.quoted[end] != Quoted.MARK or (following is not None and following.first < end):
        return None
    while end > first and not words.may_be_tagged(end - 1):
        end -= 1
    size = sum(map(words.may_be_tagged, range(first, end)))
    nothing = np.zeros(PROJECTED, np.float32)
    return TaggedSpan(first, end, "content", cue.part, size, SURE, SURE, nothing) if size else None
