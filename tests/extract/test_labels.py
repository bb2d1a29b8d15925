"""Labels: which may follow which, and spans there and back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.labels import LABELS, ROLES, may_follow, span_labels, spans_of


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("O", "O", True),
        ("O", "B-cue", True),
        ("O", "S-cue", True),
        ("O", "I-cue", False),
        ("O", "E-cue", False),
        ("B-cue", "E-cue", True),
        ("B-cue", "I-cue", True),
        ("B-cue", "E-source", False),
        ("B-cue", "O", False),
        ("I-content", "I-content", True),
        ("I-content", "S-cue", False),
        ("E-content", "B-content", True),
        ("E-content", "E-content", False),
        ("S-source", "S-cue", True),
        (None, "B-source", True),
        (None, "I-source", False),
        ("B-source", None, False),
        ("E-source", None, True),
        (None, None, True),
    ],
)
def test_may_follow(left, right, may):
    assert may_follow(left, right) is may


def test_a_label_for_each_place_and_role():
    assert len(LABELS) == len(set(LABELS)) == 1 + 4 * len(ROLES)


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from([None, *ROLES]))))
def test_spans_there_and_back(pieces):
    labels, spans = [], []
    for length, role in pieces:
        if role is not None:
            spans.append((len(labels), len(labels) + length, role))
        labels += [0] * length if role is None else span_labels(length, role)
    assert spans_of(labels) == spans
    names = [None, *(LABELS[number] for number in labels), None]
    assert all(may_follow(a, b) for a, b in itertools.pairwise(names))
