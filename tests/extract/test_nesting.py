"""What "I" and "we" say inside a quotation: reported, or only said."""

import pytest

from attribution.extract.nesting import is_own
from attribution.model import Span


@pytest.mark.parametrize(
    ("source", "cue", "own"),
    [
        pytest.param("I", "think", True, id="thinks now"),
        pytest.param("We", "did not want", True, id="wanted"),
        pytest.param("I", "’d have asked", True, id="would have asked"),
        pytest.param("we", "cannot say", True, id="can not say"),
        pytest.param("I", "told", False, id="told before"),
        pytest.param("we", "have never promised", False, id="promised before"),
        pytest.param("He", "thinks", False, id="somebody else"),
        pytest.param("Ida", "thinks", False, id="a name with an I"),
    ],
)
def test_is_own(source: str, cue: str, own: bool) -> None:
    text = f"{source} {cue} that the dam holds."
    start = len(source) + 1
    assert is_own(text, (Span(0, len(source)),), (Span(start, start + len(cue)),)) is own


def test_without_a_source_nothing_is_owned() -> None:
    assert not is_own("was told that", (), (Span(0, 8),))
