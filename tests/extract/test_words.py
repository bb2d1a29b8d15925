"""Words: where they begin and end, their paragraph, their case, and the marks round them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.words import Case, Quoted, paragraph_numbers, read_words


def split(text):
    words = read_words(text)
    return [words.word(at) for at in range(len(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Yes, she said.", ["Yes", ",", "she", "said", "."], id="punctuation-apart"),
        pytest.param("1,200.5 tonnes", ["1,200.5", "tonnes"], id="number-whole"),
        pytest.param("in 2019, 3", ["in", "2019", ",", "3"], id="comma-after-number"),
        pytest.param("co\u00adop\u200berate", ["co\u00adop\u200berate"], id="invisible-inside"),
        pytest.param("cafe\u0301s", ["cafe\u0301s"], id="combining-accent"),
        pytest.param("well-known", ["well", "-", "known"], id="hyphen-apart"),
        pytest.param("a_b", ["a", "_", "b"], id="underscore"),
        pytest.param("\u200b\ufeff", [], id="only-invisible"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t", [], id="only-space"),
        pytest.param("קרן said", ["קרן", "said"], id="right-to-left"),
        pytest.param("👍🏽 ok", ["👍", "🏽", "ok"], id="emoji"),
    ],
)
def test_split(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("One.\nTwo.", 2, id="a-line-each"),
        pytest.param("One.\n\n\nTwo.\n", 2, id="blank-lines"),
        pytest.param("One.\r\nTwo.", 2, id="carriage-returns"),
        pytest.param("One.\u2028Two.", 2, id="line-separator"),
        pytest.param("a b\nc d\ne f\ng h\ni j", 1, id="hard-wrapped"),
        pytest.param("a b\nc d\ne f\ng h\ni j\n\nk l", 2, id="hard-wrapped-blank-line"),
        pytest.param("One Two.", 1, id="one"),
    ],
)
def test_paragraphs(text, number):
    assert len(read_words(text).paragraphs) == number


OUT, IN, MARK = Quoted.OUTSIDE, Quoted.INSIDE, Quoted.MARK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Yes” now", [MARK, IN, MARK, OUT], id="curly"),
        pytest.param('"Yes" now', [MARK, IN, MARK, OUT], id="straight"),
        pytest.param("‘Yes’ now", [MARK, IN, MARK, OUT], id="single"),
        pytest.param("the dogs’ bowls", [OUT, OUT, OUT, OUT], id="apostrophe"),
        pytest.param("'tis the dogs bowl", [OUT, OUT, OUT, OUT, OUT], id="apostrophe-first"),
        pytest.param("“It’s so” now", [MARK, IN, IN, IN, IN, MARK, OUT], id="apostrophe-inside"),
        pytest.param("«Yes» now", [MARK, IN, MARK, OUT], id="guillemets"),
        pytest.param("»Yes« now", [MARK, IN, MARK, OUT], id="guillemets-turned"),
        pytest.param("``Yes'' now", [MARK, MARK, IN, MARK, MARK, OUT], id="typed-twice"),
        pytest.param("“Yes now", [MARK, IN, IN], id="never-closed"),
        pytest.param("“Yes\nnow", [MARK, IN, OUT], id="ends-with-the-paragraph"),
        pytest.param("yes” now", [OUT, MARK, OUT], id="never-opened"),
    ],
)
def test_quoted(text, expected):
    assert list(read_words(text).quoted) == expected


@pytest.mark.parametrize(
    ("word", "case"),
    [
        pytest.param("Yes", Case.CAPITALISED, id="capitalised"),
        pytest.param("A", Case.CAPITALISED, id="one-capital"),
        pytest.param("NATO", Case.UPPER, id="upper"),
        pytest.param("yes", Case.LOWER, id="lower"),
        pytest.param("12", Case.DIGIT, id="digit"),
        pytest.param("?", Case.SYMBOL, id="symbol"),
        pytest.param("東", Case.LOWER, id="no-case"),
    ],
)
def test_case(word, case):
    assert read_words(word).case == (case,)


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("yes", True),
        ("3", True),
        (":", True),
        ("—", True),
        pytest.param(",", False, id="comma"),
        pytest.param("“", False, id="mark"),
    ],
)
def test_may_be_tagged(word, may):
    assert read_words(word).may_be_tagged(0) is may


ODD = st.text(st.one_of(st.sampled_from("ab A1.,“”‘’'\"«»`\n\r\u2028\u00ad\u200b_—👍"), st.characters()))


@given(ODD)
def test_nothing_is_lost_and_nothing_overlaps(text):
    words = read_words(text)
    assert all(0 <= start < end <= len(text) for start, end in words.spans)
    assert all(a[1] <= b[0] for a, b in zip(words.spans, words.spans[1:], strict=False))
    assert len(words) == len(words.quoted) == len(words.case)
    covered = {at for start, end in words.spans for at in range(start, end)}
    assert all(at in covered for at, ch in enumerate(text) if ch.isalnum())


@given(ODD)
def test_paragraphs_share_out_the_words(text):
    words = read_words(text)
    assert [at for first, end in words.paragraphs for at in range(first, end)] == list(range(len(words)))
    assert all(first < end for first, end in words.paragraphs)
    assert len(paragraph_numbers(words)) == len(words)
