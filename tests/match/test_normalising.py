"""Text to words: what makes no difference, and offsets that hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.match.normalising import bare, folded, normal
from attribution.match.reading import read

PROSE = st.lists(
    st.sampled_from(
        "no one one per cent percent didn't it's U.S. US 3,000 2.5 $ 5% @Mike_Pence #NeverAgain [T]he ’tis O’Hara — … "
        "'s n't 're 'n' "
        "“ ” café naïve â€™ in- ception gov. 'em colour colored half-hour \u00ad \u200b ＡＢＣ ½ I'm".split(" ")
    ),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("colour", "color", id="spelling"),
        pytest.param("5 per cent", "5%", id="percent"),
        pytest.param("the U.S.", "the US", id="initials"),
        pytest.param("tax-paying", "taxpaying", id="hyphen"),
        pytest.param("3,000", "3000", id="thousands"),
        pytest.param("naïve café", "naive cafe", id="accents"),
        pytest.param("“Don’t”", '"don\'t"', id="marks"),
        pytest.param("donâ€™t", "don’t", id="mojibake"),
        pytest.param("[T]he", "the", id="bracketed-letter"),
        pytest.param("in\u00adception", "inception", id="soft-hyphen"),
        pytest.param("the senator ’s friends", "the senator’s friends", id="ending-apart"),
        pytest.param("It was n't , they 're sure", "It wasn't, they're sure", id="denial-apart"),
    ],
)
def test_what_makes_no_difference(a: str, b: str) -> None:
    assert "".join(word for word, _ in folded(normal(a).words)) == "".join(word for word, _ in folded(normal(b).words))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("can", "can't", id="negation"),
        pytest.param("4.5", "45", id="decimal"),
        pytest.param("it is", "it's", id="contraction"),
        pytest.param("us", "U.S.", id="us-is-no-country"),
        pytest.param("million", "billion", id="magnitude"),
        pytest.param("the day", "the day 's", id="ending-apart"),
    ],
)
def test_what_makes_a_difference(a: str, b: str) -> None:
    assert normal(a).key != normal(b).key


@settings(max_examples=300, deadline=None)
@given(st.one_of(PROSE, st.text(max_size=80)))
def test_the_quick_way_gives_the_same_words(text: str) -> None:
    words, key, plain = bare(text)
    made = normal(text)
    assert words == [word for word, _ in folded(made.words)]
    assert all(words)
    assert key == made.key
    assert not plain or words == list(made.words) or len(words) == len(made.words)


@settings(max_examples=200, deadline=None)
@given(st.one_of(PROSE, st.text(max_size=80)))
def test_offsets_stand_in_the_text_in_order(text: str) -> None:
    reading = read(text)
    places = [(reading.start(at), reading.end(at)) for at in range(len(reading.words))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert len(reading.breaks) == len(reading.words) + 1
