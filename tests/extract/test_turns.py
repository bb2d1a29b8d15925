"""Transcripts are read turn by turn; headed lists and single labels are not transcripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.turns import turns

DEBATE = """Excerpts from the debate:

THE SPEAKER: The prime minister will be heard.

MARSH: We open two bridges on Monday.

I have met the families.

VALE (Saltover): I do not believe a word of it.

MARSH: Then come and see.

VALE: I will.

The debate ended at nine.
"""


def read(text: str) -> list[tuple[str, list[str]]]:
    return [(turn.label.of(text), [piece.of(text) for piece in turn.contents]) for turn in turns(text)]


def test_every_turn_with_its_paragraphs() -> None:
    assert read(DEBATE) == [
        ("THE SPEAKER", ["The prime minister will be heard."]),
        ("MARSH", ["We open two bridges on Monday.", "I have met the families."]),
        ("VALE", ["I do not believe a word of it."]),
        ("MARSH", ["Then come and see."]),
        ("VALE", ["I will."]),
    ]
    assert {turn.mark.of(DEBATE) for turn in turns(DEBATE)} == {":"}


def test_a_quoted_conversation_is_read_without_its_marks_and_asides() -> None:
    text = (
        "Marsh: Bridges Will Open\n\nBy Ann Reed\n\nFrom the debate:\n\n“MARSH: We open two bridges.\n\n"
        "“VALE: When?\n\n“(Applause.)\n\n"
        "“MARSH: On Monday.”\n\n“VALE: I will be there.”\n\nThe debate ended at nine."
    )
    assert read(text) == [
        ("MARSH", ["We open two bridges."]),
        ("VALE", ["When?"]),
        ("MARSH", ["On Monday."]),
        ("VALE", ["I will be there."]),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("Q: Is it?\n\nA: Yes.\n\nQ: Sure?\n\nA: No.", ["Q", "A", "Q", "A"], id="an interview"),
        pytest.param(
            "Interview: Ida Marsh on the mill\n\nQ: Is it?\n\nA: Yes.\n\nQ: Sure?\n\nA: No.",
            ["Q", "A", "Q", "A"],
            id="an interview under its heading",
        ),
        pytest.param("Ida Marsh: Yes.\n\nTom Vale: No.\n\nIda Marsh: Yes.\n\nTom Vale: No.", 4 * [""], id="names"),
        pytest.param("Mayor: Ida Marsh\n\nClerk: Tom Vale\n\nBoats: 12\n\nBridges: 2", [], id="a headed list"),
        pytest.param("Q: Is it?\n\nA: Yes.\n\nThe mill opens on Monday.", [], id="too few turns"),
        pytest.param("Q: One?\n\nQ: Two?\n\nQ: Three?\n\nQ: Four?", [], id="nobody answers"),
        pytest.param(
            "Marsh said: yes.\n\nVale said: no.\n\nMarsh said: yes.\n\nVale said: no.", [], id="a verb before it"
        ),
        pytest.param("12:30 One.\n\n12:45 Two.\n\n12:30 Three.\n\n12:45 Four.", [], id="times of day"),
        pytest.param(
            "IDA MARSH, MODERATOR: Yes?\n\nTOM VALE (D-Ohio): No.\n\nIDA MARSH, MODERATOR: Yes?\n\nTOM VALE: No.",
            ["IDA MARSH", "TOM VALE", "IDA MARSH", "TOM VALE"],
            id="roles in capitals",
        ),
        pytest.param(
            "Ida Marsh, mayor of Alder: Yes.\n\nTom Vale (D-Ohio) (via video): No.\n\nIda Marsh: Yes.\n\nTom Vale: I.",
            ["Ida Marsh", "Tom Vale", "Ida Marsh", "Tom Vale"],
            id="roles",
        ),
        pytest.param(
            "In May, Marsh said: yes.\n\nIn June, Vale said: no.\n\nIn May, Vale wrote: no.\n\nIn June, I say: so.",
            [],
            id="a verb behind the comma",
        ),
        pytest.param(
            "In May, but not then: yes.\n\nIn June, and now: no.\n\nIn May, or soon: no.\n\nIn June, and so: no.",
            [],
            id="clauses",
        ),
        pytest.param("", [], id="no text"),
    ],
)
def test_what_is_a_transcript(text: str, labels: list[str]) -> None:
    found = [turn.label.of(text) for turn in turns(text)]
    assert len(found) == len(labels)
    assert all(label in ("", name) for label, name in zip(labels, found, strict=True))


@given(st.text(st.sampled_from("QA: \nMarsh.“”")))
def test_any_text(text: str) -> None:
    at = 0
    for turn in turns(text):
        assert at <= turn.label.start < turn.label.end <= turn.mark.start < turn.contents[0].start
        at = turn.contents[-1].end
        assert at <= len(text)
