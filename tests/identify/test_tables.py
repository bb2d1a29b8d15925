"""Who a short form can mean: found by initials, beginnings and slips of the pen."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import find_mentions
from attribution.identify.tables import name_table

SHORT = [
    pytest.param("The Norland Fish Board met. Then the NFB rose.", "Norland Fish Board", id="initials"),
    pytest.param("The Norland Fish Board met. Then the NFX rose.", "NFX", id="other-initials"),
    pytest.param("The Federal Reserve met. Then the Fed rose.", "Federal Reserve", id="beginning"),
    pytest.param("Steve Sweeney met them. Then Sweeny rose.", "Steve Sweeney", id="a-letter-missed"),
    pytest.param("Steve Sweeney met them. Then Swaine rose.", "Swaine", id="another-name"),
]


@pytest.mark.parametrize(("text", "name"), SHORT)
def test_short_form(text: str, name: str) -> None:
    table = name_table(text, find_mentions(text, list(sentences(text))))
    last = table.mentions[-1]
    assert table.by_start[last.start][0].name == name
