"""Windows: every word once, whole paragraphs where they fit, and inputs of equal length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.windows import END, START, inputs, windows
from attribution.extract.words import read_words

PARAGRAPH = "One two three. Four five six."


def cuts(text, most, length=1):
    words = read_words(text)
    return [w.paragraphs for w in windows(words, [length] * len(words), most)]


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        pytest.param("", 8, [], id="empty"),
        pytest.param(PARAGRAPH, 8, [((0, 8),)], id="fits"),
        pytest.param(PARAGRAPH, 7, [((0, 4),), ((4, 8),)], id="cut-after-a-sentence"),
        pytest.param("“One two.” Four five.", 7, [((0, 5),), ((5, 8),)], id="cut-after-a-closing-mark"),
        pytest.param("a b c d e f g", 3, [((0, 3),), ((3, 6),), ((6, 7),)], id="no-sentence-ends"),
        pytest.param("a b.\nc d.\ne f.", 6, [((0, 3), (3, 6)), ((6, 9),)], id="paragraphs-packed"),
        pytest.param("3.5 a. b", 4, [((0, 4),)], id="no-cut-inside-a-number"),
    ],
)
def test_cuts(text, most, expected):
    assert cuts(text, most) == expected


@given(st.text("ab .\n", max_size=200), st.integers(6, 40))
def test_every_word_once_and_never_too_many_pieces(text, most):
    words = read_words(text)
    lengths = [1 + at % 6 for at in range(len(words))]
    found = list(windows(words, lengths, most))
    parts = [part for window in found for part in window.paragraphs]
    assert [at for first, end in parts for at in range(first, end)] == list(range(len(words)))
    assert all(sum(lengths[w.first : w.end]) <= most for w in found)
    assert all(w.first == w.paragraphs[0][0] and w.end == w.paragraphs[-1][1] for w in found)


def test_inputs():
    words = read_words("“Yes,” NATO said.")
    [window] = windows(words, [1] * len(words))
    pieces = [[number + 1000] * (2 if number == 4 else 1) for number in range(len(words))]
    given_ = inputs(words, window, pieces)
    assert given_.ids == (START, 1000, 1001, 1002, 1003, 1004, 1004, 1005, 1006, END)
    assert given_.words == (1, 4, 5)  # marks, commas and stops get no label
    assert given_.first == (2, 5, 7)
    assert len(given_.ids) == len(given_.quoted) == len(given_.case)
    assert given_.quoted[1] == 2 + 3  # a mark that begins a paragraph


def test_a_window_is_the_same_whatever_follows():
    alone, longer = read_words("a b.\nc d."), read_words("a b.\nc d.\n" + "e f. " * 200)
    assert next(iter(windows(alone, [1] * len(alone), 6))) == next(iter(windows(longer, [1] * len(longer), 6)))
