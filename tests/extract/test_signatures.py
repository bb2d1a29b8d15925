"""A quotation with a name under it is signed, one with a name and a colon before it labelled; titles, subtitles and
prose with dashes or colons are neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.quotations import read_quotations
from attribution.extract.signatures import labelled, signatures


def read(text: str) -> list[tuple[str, str, str]]:
    return [(turn.contents[0].of(text), turn.mark.of(text), turn.label.of(text)) for turn in signatures(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("“The mill should open again.” ― Ida Marsh", ["Ida Marsh"], id="a bar"),
        pytest.param('"The mill should open again." -- Ida Marsh, Saltover.', ["Ida Marsh"], id="typed, with a place"),
        pytest.param("“The mill should open again.”\n— Ida Marsh, 41", ["Ida Marsh"], id="on the line below"),
        pytest.param("• “The mill should open again.” – Ida Marsh", ["Ida Marsh"], id="in a list"),
        pytest.param("«The mill should open again.» – María de la Vega", ["María de la Vega"], id="guillemets"),
        pytest.param(
            "“We want the mill.” ― Ida Marsh \n“Nobody asked us.”― Tom Vale", ["Ida Marsh", "Tom Vale"], id="two rows"
        ),
        pytest.param("”The mill should open again.” ― Ida Marsh", ["Ida Marsh"], id="opened by the wrong mark"),
        pytest.param("“The mill should open again,” Ida Marsh said.", [], id="a cue in words"),
        pytest.param("“The mill” — Ida Marsh’s first novel — is out.", [], id="a sentence goes on"),
        pytest.param("“Rain” — Beatles", [], id="a title"),
        pytest.param("The mill should open again. — Ida Marsh", [], id="no quotation"),
        pytest.param("“The mill should open again.” — the town’s verdict", [], id="no name"),
        pytest.param(
            "“The mill should open again.”\n\n— Ida Marsh reported from Saltover", [], id="a reporter's credit"
        ),
        pytest.param("", [], id="no text"),
    ],
)
def test_who_signed(text: str, names: list[str]) -> None:
    assert [name for _, _, name in read(text)] == names


def test_the_mark_and_the_words_are_pointed_at() -> None:
    text = "Letters\n\n“The mill should open again.” ― Ida Marsh\n\nThe mill closed in 1998."
    assert read(text) == [("“The mill should open again.”", "―", "Ida Marsh")]


@given(st.text(alphabet='ab A\n“”"—-,.', max_size=300))
def test_any_text_is_read(text: str) -> None:
    for said, mark, name in read(text):
        assert said[0] in '“”"'
        assert mark in ("—", "-", "--")
        assert name[0].isupper()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Ida Marsh: “The mill should open again.”", ["Ida Marsh"], id="a line of its own"),
        pytest.param("• Cllr Marsh: “Who called?” Ms. Vale: “Nobody.”", ["Cllr Marsh", "Ms. Vale"], id="two in a row"),
        pytest.param("Ida Marsh said: “The mill should open again.”", [], id="a cue in words"),
        pytest.param("The mill should open again: “Now,” Ida Marsh said.", [], id="prose with a colon"),
        pytest.param("Read more: “The mill that opened again”", [], id="a link to another article"),
        pytest.param("Photo: “The mill” by Ida Marsh", [], id="a caption"),
        pytest.param("Ida Marsh: The mill should open again.", [], id="no quotation"),
        pytest.param("Ida Marsh: “The mill should open again.", [], id="a quotation that never closes"),
        pytest.param("", [], id="no text"),
    ],
)
def test_who_is_labelled(text: str, names: list[str]) -> None:
    found = list(labelled(text, read_quotations(text)))
    assert [turn.label.of(text) for turn in found] == names
    assert all(turn.mark.of(text) == ":" and turn.contents[0].of(text)[0] == "“" for turn in found)
