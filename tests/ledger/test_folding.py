"""Text as it is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.ledger.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Zürich ÉCOLE", "zurich ecole", id="accents-and-case"),
        pytest.param("Straße", "strasse", id="sharp-s"),
        pytest.param("Łódź, Ørsted", "lodz, orsted", id="strokes"),
        pytest.param("“Don’t,” he said – twice", '"don\'t," he said - twice', id="marks"),
        pytest.param("two\n\n words\u00a0here", "two words here", id="white-space"),
        pytest.param("inter\u00adnational", "international", id="soft-hyphen"),
        pytest.param("a\0b", "a b", id="nul-parts-words"),
        pytest.param("ﬁne", "fine", id="ligature"),
        pytest.param("𝐀𝐥𝐥", "all", id="styled-capital"),
        pytest.param("İstanbul", "istanbul", id="dotted-capital"),
        pytest.param("Москва", "москва", id="cyrillic"),
        pytest.param("\ud83d", "?", id="half-a-pair"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters()))
def test_any_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    fold(text).encode("utf-8")
