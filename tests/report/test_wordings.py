"""Wordings side by side."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.model import Edit, Entry, Match, Relation, Repeat
from attribution.report.wordings import (
    Comparison,
    Difference,
    Piece,
    base_pieces,
    differences,
    entry_pieces,
    kind_in_words,
    relation_in_words,
    turned,
    wordings,
)


def test_equal_words_are_one_wording(repeat: Repeat) -> None:
    first, second = wordings(repeat)
    assert [e.attribution.id for e in first.entries] == ["a1", "c1"]
    assert first.comparison is None
    assert [e.attribution.id for e in second.entries] == ["b1"]


def test_differences_read_from_the_older_wording(repeat: Repeat) -> None:
    comparison = wordings(repeat)[1].comparison
    assert comparison is not None
    (difference,) = differences(comparison)
    assert (difference.kind, difference.before, difference.after) == ("number", "two", "three")
    assert base_pieces(comparison)[1] == Piece("two", "number")
    assert entry_pieces(comparison)[1] == Piece("three", "number")
    assert relation_in_words(comparison.match).startswith("altered")


def test_a_wording_nobody_compared_stands_alone(repeat: Repeat) -> None:
    assert [w.comparison for w in wordings(replace(repeat, matches=()))] == [None, None]


def test_a_chain_is_compared_with_the_nearest_earlier_wording(entry: Callable[..., Entry]) -> None:
    entries = tuple(entry(words, words[0]) for words in ("one", "two", "three"))
    matches = tuple(Match(a, b, Relation.REWORDED, 0.9, "close") for a, b in (("o", "t"),))
    found = wordings(Repeat("u", entries[:2], (), matches, 1, 1))
    assert found[1].comparison == Comparison(entries[0], entries[1], matches[0])


def test_a_match_turned_twice_is_itself(repeat: Repeat) -> None:
    (match,) = repeat.matches
    assert turned(turned(match)) == match


def test_an_insertion_marks_nothing_on_the_other_side(entry: Callable[..., Entry]) -> None:
    match = Match("a", "b", Relation.TRUNCATED, 1.0, "", (Edit("words left out", 2, 7, 2, 2),))
    comparison = Comparison(entry("we open here"), entry("we here"), match)
    assert base_pieces(comparison) == [Piece("we"), Piece(" open", "words left out"), Piece(" here")]
    assert entry_pieces(comparison) == [Piece("we here")]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_pieces_lose_and_repeat_nothing(text: str, edits: list[tuple[int, int, int, int]]) -> None:
    from attribution.report import wordings as module

    found = list(module._pieces(text, [(a, b, "number") for a, b, _, _ in edits]))
    assert "".join(piece.text for piece in found) == text


@pytest.mark.parametrize(
    ("difference", "kind"),
    [
        pytest.param(Difference("words left out", "kept", ""), "words left out", id="left-out"),
        pytest.param(Difference("words left out", "", "new"), "words added", id="added"),
        pytest.param(Difference("denial left out", " ", "never"), "denial added", id="denial-added"),
        pytest.param(Difference("number", "", "two"), "number", id="another-kind"),
    ],
)
def test_what_one_leaves_out_the_other_adds(difference: Difference, kind: str) -> None:
    assert kind_in_words(difference) == kind
