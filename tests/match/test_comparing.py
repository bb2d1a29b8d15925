"""Two wordings side by side: cases by kind of difference, and what holds for any two texts."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.match.comparing import compare
from attribution.model import Relation

CASES = json.loads((Path(__file__).parents[1] / "cases" / "match_relations.json").read_text("utf-8"))
WORDS = st.lists(
    st.sampled_from("we will not raise taxes in 12 weeks if the Senate says no . , “ ” … he has Trump it's".split()),
    max_size=25,
).map(" ".join)


def told(case: dict[str, str]) -> tuple[pytest.MarkDecorator, ...]:
    """A known failure, with its reason."""
    return (pytest.mark.xfail(strict=True, reason=case["xfail"]),) if "xfail" in case else ()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"], marks=told(case)) for case in CASES])
def test_relation(case: dict[str, str]) -> None:
    found = compare(case["a"], case["b"])
    assert found.relation == case["relation"], found


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES if case.get("kind")])
def test_kind_of_the_gravest_difference(case: dict[str, str]) -> None:
    assert case["kind"] in {edit.kind for edit in compare(case["a"], case["b"]).edits}


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_swapping_mirrors(a: str, b: str) -> None:
    assert compare(a, b) == compare(b, a).mirrored()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_equal_text_scores_one(text: str) -> None:
    found = compare(text, text)
    assert (found.relation, found.score, found.edits) == (Relation.VERBATIM, 1.0, ())


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_edits_point_into_both_texts(a: str, b: str) -> None:
    for edit in compare(a, b).edits:
        assert 0 <= edit.a_start <= edit.a_end <= len(a)
        assert 0 <= edit.b_start <= edit.b_end <= len(b)
