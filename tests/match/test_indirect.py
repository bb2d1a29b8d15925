"""Paraphrases: surely another telling, or only suggested."""

import pytest

from attribution.match.matching import matches
from attribution.model import Statement

BAN = "a ban on lorries entering the old town of Saltover"


@pytest.mark.parametrize(
    ("a", "b", "speakers", "quoted", "suggested"),
    [
        pytest.param(
            "“The inquiry will hear every officer who was on the bridge that night.”",
            "that the inquiry would hear every officer who had been on the bridge that night",
            ("Pryce", "Pryce"),
            (True, False),
            False,
            id="quoted-and-retold",
        ),
        pytest.param(
            "“The inquiry will hear every officer who was on the bridge that night.”",
            "that the inquiry would hear every officer who had been on the bridge that night",
            ("Pryce", "Dahl"),
            (True, False),
            True,
            id="retold-of-another-speaker",
        ),
        pytest.param(
            "“The inquiry will hear every officer who was on the bridge that night.”",
            "“The inquiry will hear every officer who was on the bridge.”",
            ("Pryce", "Dahl"),
            (True, True),
            False,
            id="quoted-twice-of-two-speakers-is-a-finding",
        ),
        pytest.param(
            "that the inquiry would hear every officer who was on the bridge that night",
            "The inquiry will hear every officer who was on the bridge that night",
            (None, "Pryce"),
            (False, False),
            False,
            id="retold-twice-one-speaker-not-known",
        ),
        pytest.param(BAN, f"{BAN} from May on", ("Pryce", "Pryce"), (False, False), True, id="only-the-subject"),
        pytest.param(
            f"{BAN} will come",
            f"{BAN} will come in May",
            ("Pryce", "Pryce"),
            (False, False),
            False,
            id="says-something",
        ),
        pytest.param(BAN, BAN, ("Pryce", "Dahl"), (False, False), True, id="equal-words-of-two"),
        pytest.param(BAN, BAN, ("Pryce", "Dahl"), (True, True), False, id="equal-quoted-words-of-two"),
    ],
)
def test_a_paraphrase_is_sure_or_suggested(
    a: str, b: str, speakers: tuple[str | None, str | None], quoted: tuple[bool, bool], suggested: bool
) -> None:
    one = Statement("1", a, "a", speakers[0], quoted=quoted[0])
    other = Statement("2", b, "b", speakers[1], quoted=quoted[1])
    (match,) = matches([one, other])
    assert match.suggested == suggested
    assert match.reason.endswith("not sure") == suggested
