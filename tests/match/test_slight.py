"""Few words are no statement repeated unless one speaker is quoted with them twice."""

import pytest

from attribution.match.comparing import compare
from attribution.match.scoring import weights
from attribution.match.slight import tells
from attribution.model import Statement

FEW, LITTLE, PLENTY = "it", "requests for comment", "We open two bridges on Monday"


@pytest.mark.parametrize(
    ("words", "speakers", "quoted", "expected"),
    [
        pytest.param(PLENTY, ("Ida Marsh", "Tom Vale"), True, True, id="a whole sentence, two speakers"),
        pytest.param(PLENTY, ("Ida Marsh", "Tom Vale"), False, True, id="a whole sentence, not quoted"),
        pytest.param(LITTLE, ("Ida Marsh", "Ida Marsh"), True, True, id="three words, one speaker"),
        pytest.param(LITTLE, ("Ida Marsh", "Tom Vale"), True, False, id="three words, two speakers"),
        pytest.param(LITTLE, ("Ida Marsh", "Ida Marsh"), False, False, id="three words, not quoted"),
        pytest.param(LITTLE, (None, "Tom Vale"), True, True, id="three words, speaker not known"),
        pytest.param(FEW, ("Ida Marsh", "Ida Marsh"), True, False, id="one word, one speaker"),
    ],
)
def test_tells(words: str, speakers: tuple[str | None, str | None], quoted: bool, expected: bool) -> None:
    a, b = (Statement(name, words, name, speaker, quoted=quoted) for name, speaker in zip("ab", speakers, strict=True))
    assert tells(a, b) is tells(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "sure"),
    [
        pytest.param("At the end of the day he would", "At the end of the day he is", False, id="both go on"),
        pytest.param(
            "What we have said is that Irina wants a new bridge.",
            "What we have said is that Irina never sold the harbour.",
            False,
            id="a word more, and both go on",
        ),
        pytest.param(
            "What we have said is that Irina wants a new bridge.",
            "What we have said is that Irina wants a bridge,",
            True,
            id="more than a word",
        ),
        pytest.param("At the end of the day in the,", "At the end of the day of the", False, id="a word met by chance"),
        pytest.param(
            "At the end of the day he would", "At the end of the day he would resign.", True, id="one goes on"
        ),
        pytest.param(
            "This has nothing to do with Islam", "This has everything to do with Islam.", True, id="much else in common"
        ),
        pytest.param(
            "The world's in tough shape.", "She said it. The world's in tough shape and so is he.", True, id="cut"
        ),
    ],
)
def test_a_phrase_that_anybody_uses_makes_nothing_sure(a: str, b: str, sure: bool) -> None:
    assert (compare(a, b).score >= weights().sure) is (compare(b, a).score >= weights().sure) is sure
