"""The name behind a long title, and what only looks like one."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import Mentions, find_mentions
from attribution.identify.sources import Form, read_source
from attribution.model import Span

CASES = [
    pytest.param("Secretary of State for Health and Social Care Ana Holt", "Ana Holt", id="for"),
    pytest.param("Vice-Chancellor of Halden University Prof. Ana Holt", "Ana Holt", id="with-honorific"),
    pytest.param("the President of the European Commission Ana Holt", "Ana Holt", id="after-an-article"),
    pytest.param("Director of Public Prosecutions Max Hill QC", "Max Hill", id="with-letters"),
    pytest.param("Attorney for Ana Holt", "", id="who-serves-a-person"),
    pytest.param("Chairman for Republican Ana Holt", "", id="nothing-but-a-title-between"),
    pytest.param("supporters of Mayor Ana Holt", "", id="no-office"),
    pytest.param("President of George Mason University", "", id="a-body-that-is-named-after-one"),
]


@pytest.mark.parametrize(("words", "name"), CASES)
def test_name_behind_a_title(words: str, name: str) -> None:
    text = f"It is so, said {words} again."
    at = text.index(words)
    source = read_source(text, [Span(at, at + len(words))], Mentions(find_mentions(text, list(sentences(text)))))
    named = source.named.name if source.form is Form.NAME and source.named is not None else ""
    assert named == name
