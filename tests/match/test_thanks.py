"""One thing told three times in an agency's story: in the headline, in reported speech, and in quotation marks."""

from pathlib import Path

import pytest

from attribution.match.matching import matches
from attribution.match.utterances import utterances
from attribution.model import Statement

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "000_2ba1a5d2d5bdc1cb.txt"
HEADLINE = "The Velnian president thanked his Corvane counterpart for the fever vaccine deliveries to his country"
REPORTED = "Velnian President Miroslav Tadek has thanked his Corvane counterpart, Leonora Quill, for fever vaccine "
REPORTED += "deliveries to his country"
QUOTED = (
    "“Miroslav Tadek expressed gratitude for Corvane’s help in fighting the fever, first of all, for the decision to "
)
QUOTED += "deliver the Corvane fever vaccine to Velnia on a priority basis,”"


def tellings(*texts: str) -> list[Statement]:
    return [Statement(str(n), text, "story", "press service", quoted=n == 2) for n, text in enumerate(texts)]


def test_three_tellings_of_one_thanks_are_one_utterance() -> None:
    statements = tellings(HEADLINE, REPORTED, QUOTED)
    (first, *_) = utterances(statements, matches(statements))
    assert set(first.members) | set(first.suggested) == {"0", "1", "2"}
    assert {"0", "1"} <= set(first.members)


def test_another_thanks_is_none_of_them() -> None:
    other = "Velnian President Miroslav Tadek has thanked the sailors of Saltover for carrying the pumps up the valley"
    statements = tellings(HEADLINE, REPORTED, other)
    (found,) = utterances(statements, matches(statements))
    assert found.members == ("0", "1")


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample article of ../shared is not here")
def test_the_sample_articles_thanks() -> None:
    text = SAMPLE.read_text("utf-8")
    places = [
        ("The Belarusian president thanked", ", according to"),
        ("Belarusian President Alex", ", the Kremlin press"),
    ]
    spans = [*places, ("Alexander Lukashenko expressed", '"')]
    texts = [text[text.index(start) : text.index(end, text.index(start))] for start, end in spans]
    statements = tellings(*texts)
    (first, *_) = utterances(statements, matches(statements))
    assert set(first.members) | set(first.suggested) == {"0", "1", "2"}
