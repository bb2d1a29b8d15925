"""What a cue and a colon introduce is a content, if it is a quotation that no span has."""

import numpy as np
import pytest

from attribution.extract.colons import with_quotations
from attribution.extract.spans import Reading, TaggedSpan
from attribution.extract.words import read_words


def reading(text: str, spans: dict[str, str], near: float = 0.95) -> Reading:
    words = read_words(text)
    found = []
    for tagged, role in spans.items():
        start = text.index(tagged)
        first = next(at for at, (a, _) in enumerate(words.spans) if a >= start)
        end = 1 + max(at for at, (_, b) in enumerate(words.spans) if b <= start + len(tagged))
        found.append(TaggedSpan(first, end, role, 0, end - first, near, near, np.zeros(0, np.float32)))
    return Reading(words, tuple(found), ((0, len(words) - 1),))


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        pytest.param('The bank said: "Prices rose 4.5%." So', {}, ["Prices rose 4.5"], id="straight"),
        pytest.param("The bank said: “Prices rose.” So", {}, ["Prices rose"], id="curly"),
        pytest.param("The bank said on Monday: “Prices rose.” So", {}, ["Prices rose"], id="words between"),
        pytest.param("The bank said, on Monday: “Prices rose.” So", {}, [], id="a comma between"),
        pytest.param("The bank said “Prices rose.” So", {}, [], id="no colon"),
        pytest.param("The bank said: prices rose.", {}, [], id="no marks"),
        pytest.param("The bank said: “Prices rose. So", {}, [], id="never closed"),
        pytest.param("The bank said: “”", {}, [], id="no words"),
        pytest.param("The bank said: “Prices rose.”", {"Prices": "content"}, ["Prices"], id="found already"),
        pytest.param("The bank said: “Prices rose.”", {"rose": "cue"}, [], id="another span inside"),
    ],
)
def test_behind_a_colon(text: str, more: dict[str, str], expected: list[str]) -> None:
    found = with_quotations(reading(text, {"The bank": "source", "said": "cue", **more}))
    words = found.words
    contents = [span for span in found.spans if span.role == "content"]
    assert [text[words.spans[s.first][0] : words.spans[s.end - 1][1]] for s in contents] == expected
    assert [s.first for s in found.spans] == sorted(s.first for s in found.spans)


def test_a_doubtful_cue_has_none() -> None:
    doubtful = reading("The bank said: “Prices rose.”", {"said": "cue"}, near=0.5)
    assert with_quotations(doubtful) is doubtful
