"""Direct, mixed or indirect: the share of a content's letters inside quotation marks."""

import pytest

from attribution.extract.kinds import kind_of
from attribution.extract.quotations import read_quotations
from attribution.model import Kind, Span


def kind(text, *contents):
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in contents]
    return kind_of(text, spans, read_quotations(text))


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        pytest.param("“Yes,” she said.", ["“Yes,”"], Kind.DIRECT, id="direct"),
        pytest.param("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"], Kind.DIRECT, id="two-pieces"),
        pytest.param("She said that it rained.", ["it rained"], Kind.INDIRECT, id="indirect"),
        pytest.param("She said it was “a wash”.", ["it was “a wash”"], Kind.MIXED, id="mixed"),
        pytest.param("She said ‘Yes, it will’.", ["‘Yes, it will’"], Kind.DIRECT, id="single-marks"),
        pytest.param("She said the boys’ plan.", ["the boys’ plan"], Kind.INDIRECT, id="apostrophe"),
        pytest.param("She said I “abcdefghi” do.", ["I “abcdefghi”"], Kind.DIRECT, id="exactly-nine-tenths"),
        pytest.param("She said Is “abcdefghi” do.", ["Is “abcdefghi”"], Kind.MIXED, id="just-under-nine-tenths"),
        pytest.param("“Yes, and that is all", ["Yes, and that is all"], Kind.DIRECT, id="never-closed"),
        pytest.param("“Yes.\n\n“No,” he said.", ["“Yes.\n\n“No,”"], Kind.DIRECT, id="paragraphs"),
        pytest.param("She said —.", ["—"], Kind.INDIRECT, id="no-letters"),
    ],
)
def test_kind(text, contents, expected):
    assert kind(text, *contents) is expected
