"""People spoken of by their office alone are met again, so that "he" after it can mean them."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import find_mentions
from attribution.identify.offices import offices
from attribution.identify.tables import name_table

INTRO = "President Ada Thorn met Ben Vale in Saltover. "


def holders(text: str) -> list[tuple[str, str]]:
    table = name_table(text, find_mentions(text, list(sentences(text))))
    called = {"president": [e for e in table.entities if "president" in e.callings]}
    main = max(table.entities, key=lambda e: len(e.mentions))
    found = offices(table, text, lambda head: called.get(head, []), main)
    return [(text[m.start : m.end], entity.name) for m, entity in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Then the president left.", [("the president", "Ada Thorn")], id="the only one"),
        pytest.param("The president’s boat left.", [("The president", "Ada Thorn")], id="possessive"),
        pytest.param("Then the president of the bank left.", [], id="of something else"),
        pytest.param("Then the senator left.", [], id="nobody holds it"),
        pytest.param("Then a president left.", [], id="no article of somebody known"),
        pytest.param("Then the presidents left.", [], id="several"),
    ],
)
def test_who_is_spoken_of(text: str, found: list[tuple[str, str]]) -> None:
    assert holders(INTRO + text) == found


def test_of_two_presidents_the_one_the_article_names_most() -> None:
    text = "President Ada Thorn met President Ben Vale. Thorn smiled. Thorn spoke. Then the president left."
    assert holders(text) == [("the president", "Ada Thorn")]
