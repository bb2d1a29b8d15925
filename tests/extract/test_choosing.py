"""Choosing spans: the best set without overlap, against trying every set."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.chain import Candidate
from attribution.extract.choosing import Taste, choose

EXACT = Taste(1.0, 0.0, {"source": 0.4, "cue": 0.4, "content": 0.4})
NEAR = Taste(0.0, 1.0, {"source": 0.4, "cue": 0.4, "content": 0.4})


def chosen(candidates, taste=EXACT):
    return [(c.candidate.first, c.candidate.end) for c in choose(candidates, taste)]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([Candidate(0, 2, "cue", 0.41)], [(0, 2)], id="just-worth-it"),
        pytest.param([Candidate(0, 2, "cue", 0.4)], [], id="not-worth-it"),
        pytest.param([Candidate(0, 2, "cue", 0.5), Candidate(0, 3, "cue", 0.45)], [(0, 2)], id="the-likelier"),
        pytest.param([Candidate(0, 2, "cue", 0.5), Candidate(2, 3, "cue", 0.5)], [(0, 2), (2, 3)], id="side-by-side"),
        pytest.param(
            [Candidate(0, 2, "cue", 0.6), Candidate(1, 4, "content", 0.65), Candidate(3, 5, "cue", 0.6)],
            [(0, 2), (3, 5)],
            id="two-outweigh-one",
        ),
    ],
)
def test_choice(candidates, expected):
    assert chosen(candidates) == expected


def test_alternatives_speak_for_each_other():
    unsure = [Candidate(0, end, "content", 0.2) for end in (9, 10, 11)]
    assert chosen(unsure) == []
    assert len(chosen(unsure, NEAR)) == 1
    assert choose(unsure, NEAR)[0].near == pytest.approx(0.6)


def test_other_roles_do_not():
    mixed = [Candidate(0, 9, "content", 0.3), Candidate(0, 10, "source", 0.3)]
    assert chosen(mixed, NEAR) == []


CANDIDATES = st.lists(
    st.builds(
        lambda first, length, role, p: Candidate(first, first + length, role, p),
        st.integers(0, 8),
        st.integers(1, 4),
        st.sampled_from(["cue", "content"]),
        st.floats(0, 1),
    ),
    max_size=7,
    unique_by=lambda c: (c.first, c.end, c.role),
)


@given(CANDIDATES)
def test_no_set_is_worth_more(candidates):
    def worth(group):
        return sum(c.probability - 0.4 for c in group)

    def apart(group):
        ordered = sorted(group, key=lambda c: c.first)
        return all(a.end <= b.first for a, b in pairwise(ordered))

    ours = [choice.candidate for choice in choose(candidates, EXACT)]
    sets = (s for n in range(len(candidates) + 1) for s in combinations(candidates, n) if apart(s))
    assert apart(ours)
    assert ours == sorted(ours, key=lambda c: c.first)
    assert worth(ours) == pytest.approx(max(map(worth, sets)))
