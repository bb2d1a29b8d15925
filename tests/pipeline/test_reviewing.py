"""Pasted words find their place in the text."""

import pytest

from attribution.pipeline import locate

TEXT = "The mayor said:  “We open two\nbridges — today.” Nobody asked. We open two\tbridges."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("We open two bridges", "We open two\nbridges", id="a line break where the text has one"),
        pytest.param('"We open two bridges - today."', "“We open two\nbridges — today.”", id="other marks and dash"),
        pytest.param("  nobody   ASKED ", "Nobody asked", id="case and spaces"),
        pytest.param("We open three bridges", None, id="other words"),
        pytest.param("bridges today", None, id="a dash is not white space"),
        pytest.param(" \n", None, id="no words"),
        pytest.param("two bridges.", "two\tbridges.", id="the place where all of it stands"),
        pytest.param("(.*", None, id="no pattern"),
    ],
)
def test_locate(words: str, found: str | None) -> None:
    span = locate(TEXT, words)
    assert (span.of(TEXT) if span else None) == found
