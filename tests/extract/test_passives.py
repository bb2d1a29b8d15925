"""Who is told something is not its source."""

import pytest

from attribution.extract.passives import is_told
from attribution.model import Span


def spans(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize(
    ("text", "source", "cue", "told"),
    [
        pytest.param("We were told the bank was safe", "We", "were told", True, id="told"),
        pytest.param("I have been asked whether anyone lied", "I", "have been asked", True, id="perfect"),
        pytest.param("he had often been warned that it leaks", "he", "had often been warned", True, id="adverb"),
        pytest.param("She’s been assured that it holds", "She", "been assured", True, id="auxiliary before the cue"),
        pytest.param("They got told to leave", "They", "told", True, id="got"),
        pytest.param("They told us to leave", "They", "told", False, id="they tell"),
        pytest.param("They have asked whether anyone lied", "They", "have asked", False, id="perfect, active"),
        pytest.param("Told to leave by the bank, they left", "the bank", "Told", False, id="behind by"),
        pytest.param("The mayor, who was told of the leak on Monday, said no", "The mayor", "said", False, id="far"),
        pytest.param("She was quoted as saying that it holds", "She", "was quoted as saying", False, id="quoted"),
    ],
)  # fmt: skip
def test_is_told(text: str, source: str, cue: str, told: bool) -> None:
    assert is_told(text, spans(text, source), spans(text, cue)) is told


def test_without_source_or_cue() -> None:
    assert not is_told("were told", (), (Span(0, 9),))
    assert not is_told("We", (Span(0, 2),), ())
