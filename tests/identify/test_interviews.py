"""Turns of Q and A: who asks, who answers, and what is no interview."""

from collections.abc import Callable

import pytest

from attribution.model import Speaker

Resolve = Callable[[str], list[Speaker]]

TURNS = "\n\n[[Q]]: {{Is it true?}}\n\n[[A]]: {{It is.}}\n"

INTERVIEWS = [
    pytest.param("Dr. Ada Brill grew up here. She spoke to Paul Ostrow.", ["Paul Ostrow", "Ada Brill"], id="spoke-to"),
    pytest.param(
        "By Paul Ostrow\n\nAda Brill grew up here. Ada Brill left.", ["Paul Ostrow", "Ada Brill"], id="byline"
    ),
    pytest.param("Ada Brill grew up here.", ["author", "Ada Brill"], id="nobody-known-asks"),
    pytest.param("Paul Ostrow met Ada Brill, the farmer. Brill is 40.", ["author", "Ada Brill"], id="named-most"),
]


@pytest.mark.parametrize(("lead", "names"), INTERVIEWS)
def test_who_asks_and_who_answers(speakers: Resolve, lead: str, names: list[str]) -> None:
    found = speakers(lead + TURNS)
    assert [s.name for s in found] == names
    assert {s.type for s in found} == {"person"}


def test_nobody_is_named_before_the_first_question(speakers: Resolve) -> None:
    assert [s.type for s in speakers("Things have changed here." + TURNS)] == ["none", "none"]


def test_a_letter_alone_is_no_interview(speakers: Resolve) -> None:
    (found,) = speakers("Ada Brill grew up here.\n\n[[A]]: {{It is.}}\n")
    assert found.name != "Ada Brill"
