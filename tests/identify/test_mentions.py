"""Names in running text: what is cut off them and what stays inside."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import find_mentions

CASES = [
    pytest.param("Then the Florida Republican spoke.", ["Florida"], id="called-by-place-and-party"),
    pytest.param("Then the Utah Democrat spoke.", ["Utah"], id="called-by-place-and-party-that-is-no-first-name"),
    pytest.param("Then the White House Doctor spoke.", ["White House"], id="called-by-office"),
    pytest.param("Then Martha Judge spoke.", ["Martha Judge"], id="a-surname-that-is-an-office"),
    pytest.param("Then the Florida Republican Party spoke.", ["Florida Republican Party"], id="a-party-is-a-body"),
    pytest.param("They sold it to Mallory & Sons at last.", ["Mallory & Sons"], id="ampersand"),
    pytest.param("They told Ada Thorn & Ben Vale so.", ["Ada Thorn", "Ben Vale"], id="two-people-and-ampersand"),
    pytest.param("Then Ana Holt, KC, and Max Hill OBE left.", ["Ana Holt", "Max Hill"], id="letters-behind"),
    pytest.param("MAYOR JOE PITT SAID HE HAD TO GO. PITT SAT.", ["JOE PITT", "GO", "PITT"], id="all-capitals"),
    pytest.param("THE MAYOR THINKS HE CAN WIN THIS.", ["WIN"], id="a-clause-in-capitals"),
    pytest.param("He met John (Jack) Holt.", ["John (Jack) Holt"], id="a-nickname-in-marks"),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names(text: str, names: list[str]) -> None:
    assert [m.name for m in find_mentions(text, list(sentences(text)))] == names


def test_what_is_possessive_behind_a_name_is_no_part_of_it() -> None:
    text = "They read the Utah Democrat’s plan and Utah’s laws."
    place, owner = find_mentions(text, list(sentences(text)))
    assert (place.possessive, owner.possessive) == (False, True)
