"""Labels that their source speaks against, and what is done with them when the weights are learned."""

import pytest

from attribution.articles.sentences import sentences
from attribution.identify.mentions import Mentions, find_mentions
from attribution.identify.slips import contradicts
from attribution.identify.sources import read_source
from attribution.model import Span


@pytest.mark.parametrize(
    ("printed", "name", "kind", "against"),
    [
        pytest.param("Ada Thorn", "Norland Post", "organisation", True, id="another is named"),
        pytest.param("Ada Thorn", "Ada Thorn", "person", False, id="the same"),
        pytest.param("Mayor Thorn", "Ada Thorn", "person", False, id="part of the name"),
        pytest.param("Ada Thron", "A. Thorn", "person", False, id="misspelled"),
        pytest.param("NFS", "Norland Fire Service", "organisation", False, id="initials"),
        pytest.param("said", "Ada Thorn", "person", True, id="no source is left"),
        pytest.param("said", "", "none", False, id="no source, and none is said to be"),
        pytest.param("the voters", "Ada Thorn", "person", True, id="several are one"),
        pytest.param("the voters", "voters", "group", False, id="several"),
        pytest.param("the mayor", "Ada Thorn", "person", False, id="a description says nothing against it"),
    ],
)
def test_contradicts(printed: str, name: str, kind: str, against: bool) -> None:
    text = f"Yesterday {printed} it rained."
    at = text.index(printed)
    source = read_source(text, [Span(at, at + len(printed))], Mentions(find_mentions(text, list(sentences(text)))))
    assert contradicts(source, printed, name, kind) is against


def test_only_what_the_other_folds_doubt_is_set_aside() -> None:
    from attribution.identify.candidates import Candidate, Choice
    from attribution.identify.training import FOLDS, Lesson, slips

    choice = Choice("kind", (Candidate(None, ("likely",)), Candidate(None, ("unlikely",))))
    weights = [{"kind": {"likely": 5.0}}] * FOLDS
    lessons = [
        Lesson(0, 1, choice, 1, "", odd=True),
        Lesson(0, 2, choice, 0, "", odd=True),
        Lesson(0, 3, choice, 1, "", odd=False),
    ]
    assert slips(lessons, weights) == {(0, 1)}
