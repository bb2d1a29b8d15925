"""What stands on top of a report."""

import json
from dataclasses import replace

import pytest

from attribution.model import Decision, Kind, Selection
from attribution.report.about import About, about_lines, review_line, selection_line
from attribution.report.accuracy import measured, parse

FIGURES = json.dumps(
    {
        "measured_on": "eight articles",
        "date": "2031-03-01",
        "command": "score it",
        "figures": [{"name": "attributed F1", "value": 73.6, "meaning": "content and source right"}],
    }
)


def test_lines_say_when_what_and_how_much_was_seen(about: About) -> None:
    lines = dict(about_lines(about))
    assert lines["made"].startswith("2031-03-05")
    assert lines["program"] == "attribution 0.1.0"
    assert lines["review"] == "machine-made: 1 of 2 not reviewed"
    assert lines["accuracy"] == "not measured for this version"


def test_measured_accuracy_comes_with_its_command(about: About) -> None:
    lines = dict(about_lines(replace(about, accuracy=parse(FIGURES))))
    assert lines["accuracy"] == "attributed F1 73.6 (measured on eight articles, 2031-03-01)"
    assert lines["measured by"] == "score it"


def test_large_counts_are_readable(about: About) -> None:
    assert review_line(replace(about, attributions=100000, unreviewed=99999)).endswith("99,999 of 100,000 not reviewed")


def test_more_unreviewed_than_there_are_is_refused(about: About) -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        replace(about, unreviewed=3)


@pytest.mark.parametrize(
    ("selection", "line"),
    [
        pytest.param(Selection(), "all attributions, newest first", id="all"),
        pytest.param(
            Selection(words="bridge", speaker="Ida Marsh", since="2031-01-01", kind=Kind.DIRECT, order="text"),
            "attributions holding “bridge”, speaker Ida Marsh, from 2031-01-01, kind direct, by article and place",
            id="several",
        ),
        pytest.param(
            Selection(decision=Decision.UNDECIDED, until="2031-01-02"),
            "attributions until 2031-01-02, decision undecided, newest first",
            id="decision",
        ),
    ],
)
def test_selection_line(selection: Selection, line: str) -> None:
    assert selection_line(selection) == line


def test_shipped_figures_can_be_read() -> None:
    found = measured()
    assert found is None or (found.figures and found.command and found.measured_on)


def test_an_incomplete_file_is_refused() -> None:
    with pytest.raises(KeyError):
        parse('{"measured_on": "x", "figures": []}')
