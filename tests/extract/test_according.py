"""Who stands behind "according to"."""

import pytest

from attribution.extract.according import according_to
from attribution.model import Span


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        pytest.param(" the presidential press service\nMore.", "the presidential press service", id="end of the line"),
        pytest.param(" their attorneys, and left", "their attorneys", id="comma"),
        pytest.param(" the 2019 report.", "the 2019 report", id="point"),
        pytest.param(" Mr. Kosta, it leaks", "", id="a title ends nothing"),
        pytest.param(" Sen. Ada Thorn, it leaks", "", id="an abbreviation ends nothing"),
        pytest.param(" what three people who had been there on the night said, it leaks", "", id="too long"),
        pytest.param(", it leaks", "", id="nothing"),
    ],
)
def test_according_to(behind: str, source: str) -> None:
    text = f"The dam leaks, according to{behind}"
    cue = (Span(15, 27),)
    assert [span.of(text) for span in according_to(text, cue, (Span(0, 13),))] == ([source] if source else [])


def test_another_cue_and_what_was_said_name_nobody() -> None:
    text = "According to the law, it leaks"
    assert according_to(text, (Span(0, 9),), ()) == ()
    assert according_to(text, (Span(0, 12),), (Span(13, 20),)) == ()
    assert according_to(text, (Span(0, 12),), (Span(22, 30),)) == (Span(13, 20),)
