"""Noun phrases for documents, bodies and groups: where they begin and end."""

import pytest

from attribution.identify.nominals import find_nominals


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param("They consider new rules today.", ["new rules"], id="a verb before it"),
        pytest.param("The paper doesn’t compare phone surveys.", ["phone surveys"], id="a contraction before it"),
        pytest.param("At least 30 laws passed.", ["30 laws"], id="at least"),
        pytest.param("They read the Thorn campaign’s list.", ["Thorn campaign"], id="a body as an owner"),
        pytest.param("They read the Thorn workers’ list.", [], id="a group as an owner"),
        pytest.param("She filed a lawsuit against Ada Thorn.", ["lawsuit against Ada Thorn"], id="against"),
        pytest.param("He read a note from Ada B. Thorn. It ended.", ["note from Ada B. Thorn"], id="initials"),
        pytest.param(
            "It is a statement of fears about resistance to welcoming refugees.",
            ["statement of fears about resistance to welcoming refugees"],
            id="to welcoming",
        ),
        pytest.param("It is a statement of hope to win votes.", ["statement of hope"], id="to win"),
    ],
)
def test_longest_phrases(text: str, phrases: list[str]) -> None:
    found = list(find_nominals(text))
    inner = {n.start for n in found if any(o.start < n.start < o.longer for o in found)}
    assert [text[n.start : n.longer] for n in found if n.start not in inner] == phrases
