"""Which names a sentence only begins with, so that what follows the comma is its subject."""

import pytest

from attribution.identify.leading import is_led


@pytest.mark.parametrize(
    ("text", "led"),
    [
        pytest.param("It rained. In |Velnia, a group marched.", True, id="preposition"),
        pytest.param("According to |Norland Post, a letter came.", True, id="according"),
        pytest.param("Touring towns like |Saltover, the team rests.", True, id="participle"),
        pytest.param("|Velnia, a kingdom, sells salt.", False, id="subject"),
        pytest.param("She lives in |Velnia, a kingdom of salt.", False, id="behind a verb"),
        pytest.param("In spring, |Velnia, a kingdom, sells salt.", False, id="behind a phrase of its own"),
    ],
)
def test_is_led(text: str, led: bool) -> None:
    at = text.index("|")
    assert is_led(text.replace("|", ""), at) is led
