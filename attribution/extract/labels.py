"""What the tagger says of a word: outside, or the beginning, inside, end or only word of a source, cue or content.

Telling ends and single words apart (BIOES) makes an edge something the network is asked about twice, once from each
side.
"""

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
OUTSIDE = 0


def label_number(place: str, role: str) -> int:
    return LABELS.index(f"{place}-{role}")


def may_follow(left: str | None, right: str | None) -> bool:
    """Whether one label may stand after another; None is the edge of a paragraph."""
    opened = left is not None and left[0] in "BI"
    goes_on = right is not None and right[0] in "IE"
    if opened != goes_on:
        return False
    return not opened or left[2:] == right[2:]  # type: ignore[index]  # neither is None when a span is open


def span_labels(length: int, role: str) -> list[int]:
    """The labels of a span of that many words."""
    if length == 1:
        return [label_number("S", role)]
    return [label_number(place, role) for place in ("B", *("I" * (length - 2)), "E")]


def spans_of(labels: list[int]) -> list[tuple[int, int, str]]:
    """(first, end, role) for each span in a legal sequence of labels, in order."""
    out, first = [], 0
    for at, number in enumerate(labels):
        label = LABELS[number]
        if label[0] in "BS":
            first = at
        if label[0] in "ES":
            out.append((first, at + 1, label[2:]))
    return out
