"""The role that an article prints with a name, in its own words."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import find_mentions
from attribution.identify.printed import printed_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Velnian President Miroslav Tadek said no.", "Velnian President", id="a title with a country"),
        pytest.param("Tadek said no, said Mayor Ida Marsh.", "Mayor", id="a title"),
        pytest.param("“No,” said Ida Marsh, the mayor of Hollin, on Monday.", "mayor of Hollin", id="an apposition"),
        pytest.param("Hugh Vale, 43, a doctor, said the ward was full.", "doctor", id="an age before it"),
        pytest.param("Mr. Vale said no.", None, id="an honorific"),
        pytest.param("Her opponent Ida Marsh said no.", None, id="hers, not a role"),
        pytest.param("Ida Marsh said no.", None, id="nothing"),
        pytest.param("Ida Marsh, who was late, said no.", None, id="a clause"),
        pytest.param("Ida Marsh, Tom Vale and others came.", None, id="a list of names"),
    ],
)
def test_printed_role(text: str, role: str | None) -> None:
    named = [m for m in find_mentions(text, sentences(text)) if m.words[-1] in ("Tadek", "Marsh", "Vale")]
    last = named[0] if "Tadek said" not in text else named[-1]
    assert printed_role(text, [last]) == role
