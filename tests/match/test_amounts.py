"""One amount in two wordings, and two amounts that look alike."""

import pytest

from attribution.match.amounts import equal


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("30 7", "37", True, id="thirty-seven"),
        pytest.param("30 7", "30", False, id="thirty"),
        pytest.param("80 one million", "81 million", True, id="eighty-one-million"),
        pytest.param("80 million", "81 million", False, id="eighty-million"),
        pytest.param("a hundred and 6", "106", True, id="hundred-and-six"),
        pytest.param("a hundred and 6", "600", False, id="six-hundred"),
        pytest.param("2 thousand 5 hundred", "2500", True, id="thousands-and-hundreds"),
        pytest.param("half a million", "500000", True, id="half-a-million"),
        pytest.param("one and a half million", "1.5 million", True, id="one-and-a-half"),
        pytest.param("one and a half million", "half a million", False, id="half-is-no-one-and-a-half"),
        pytest.param("3 quarters", "0.75", True, id="three-quarters"),
        pytest.param("2 dozen", "24", True, id="dozens"),
        pytest.param("half an hour", "30 minutes", True, id="half-an-hour"),
        pytest.param("a quarter hour", "25 minutes", False, id="quarter-of-an-hour"),
        pytest.param("a decade", "10 years", True, id="decade"),
        pytest.param("10 years", "10 months", False, id="another-unit"),
        pytest.param("30 bridges", "30", False, id="something-else-too"),
        pytest.param("the", "a", False, id="no-amount"),
    ],
)
def test_amounts(a: str, b: str, same: bool) -> None:
    assert equal(a.split(), b.split()) == same
