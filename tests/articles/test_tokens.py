"""Tokens: NLTK's words with exact offsets, whatever the text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.articles.tokens import tokens

SHARED = Path(__file__).parents[3] / "shared" / "data"
PIECES = st.sampled_from(
    ["``", "''", '"', "'", "’", "“", " ", "\n", "\u00a0", "\u2028", "can't ", "cannot ", "Mr. ", "$3.88", "a.b", "..."]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He didn't go.", "He did n't go .", id="contraction"),
        pytest.param("Mr. Ash left. He did.", "Mr. Ash left . He did .", id="points"),
        pytest.param("“Yes,” she said.", "“ Yes , ” she said .", id="curly"),
        pytest.param('"Yes," she said.', '" Yes , " she said .', id="straight"),
        pytest.param("``Yes,'' she said.", "`` Yes , '' she said .", id="latex"),
        pytest.param("''Yes,'' \"no\" and ``so''.", "'' Yes , '' \" no \" and `` so '' .", id="mixed-marks"),
        pytest.param("It cost $3.5 (or 4%)—no more.", "It cost $ 3.5 ( or 4 % ) — no more .", id="signs"),
        pytest.param("We cannot.", "We can not .", id="two-words-in-one"),
        pytest.param("U.S.-led, 10:30 a.m.", "U.S.-led , 10:30 a.m .", id="inner-points"),
        pytest.param("新的。好吧。", "新的。 好吧。", id="no-spaces"),
        pytest.param(" \n", "", id="nothing"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert " ".join(span.of(text) for span in tokens(text)) == words


@given(TEXTS)
def test_any_text_is_covered(text: str) -> None:
    at = 0
    for span in tokens(text):
        assert not text[at : span.start].strip()
        assert not any(c.isspace() for c in span.of(text))
        assert at <= span.start
        at = span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["a", '"', "'' ", "word ", ".", "``", "can't ", "—"])
def test_long_monotonous_text(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert sum(span.end - span.start for span in tokens(text)) == len("".join(text.split()))


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data beside the checkout")
def test_real_news() -> None:
    for line in (SHARED / "polnear-dev.jsonl").read_text("utf-8").splitlines()[:20]:
        text = json.loads(line)["text"]
        assert "".join(span.of(text) for span in tokens(text)) == "".join(text.split())
