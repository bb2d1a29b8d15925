"""How a source that stands for itself is named."""

import pytest

from attribution.identify.wording import plain


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("the report", "report", id="article"),
        pytest.param("The  harbour\nboard", "harbour board", id="blanks"),
        pytest.param("A new Post-Mail poll", "Post-Mail poll", id="news of a named thing"),
        pytest.param("the latest Harbour Board report", "Harbour Board report", id="latest"),
        pytest.param("new evidence", "new evidence", id="no other name"),
        pytest.param("the latest polls", "latest polls", id="no other name, latest"),
        pytest.param("New Saltover polls", "New Saltover polls", id="part of the name"),
        pytest.param("analysis of gifts since Jan. 1, 2015", "analysis of gifts since Jan. 1, 2015", id="a date"),
        pytest.param("150,000 voters", "150,000 voters", id="a number"),
        pytest.param("a clerk, who left", "clerk", id="clause"),
        pytest.param("Sen. Thorn’s", "Thorn", id="title and possessive"),
    ],
)
def test_plain(words: str, name: str) -> None:
    assert plain(words) == name
