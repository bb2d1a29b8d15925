"""A quotation over several paragraphs belongs to one speaker."""

import pytest

from attribution.extract.continuing import continued, long_quotations
from attribution.extract.quotations import read_quotations
from attribution.model import Span

SPEECH = """“We open it on Monday.

“It was closed for years.

“Nobody will miss the ferry,” said Marsh.

“No,” said Vale."""
PARTS = ["“We open it on Monday.", "“It was closed for years.", "“Nobody will miss the ferry,”"]


def span(words: str) -> Span:
    at = SPEECH.index(words)
    return Span(at, at + len(words))


def test_pieces_of_a_long_quotation() -> None:
    (found,) = long_quotations(SPEECH, read_quotations(SPEECH))
    assert [part.of(SPEECH) for part in found] == PARTS


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        pytest.param([["We open it on Monday"]], [PARTS], id="its beginning, without marks"),
        pytest.param([PARTS[:2]], [PARTS], id="two of three paragraphs"),
        pytest.param([[PARTS[0]], [PARTS[2]]], [PARTS[:2], [PARTS[2]]], id="the end is somebody else's"),
        pytest.param([[PARTS[1]]], [[PARTS[1]]], id="only the middle"),
        pytest.param([["“No,”"]], [["“No,”"]], id="another quotation"),
        pytest.param([["Monday"]], [["Monday"]], id="one word of it"),
    ],
)
def test_continued(contents: list[list[str]], expected: list[list[str]]) -> None:
    long = long_quotations(SPEECH, read_quotations(SPEECH))
    found = continued([[span(words) for words in content] for content in contents], long, SPEECH)
    assert [[piece.of(SPEECH) for piece in content] for content in found] == expected
