"""Repeated statements: listed, compared, and taken apart or put together by a person."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution.model import Decision
from attribution.view import telling

Page = Callable[..., AppTest]
Texts = Callable[..., str]
At = Callable[[AppTest, str], str | None]


@pytest.fixture
def named(small: Any) -> str:
    return str(small.repeated[0].utterance)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param({}, "2 articles, 2 outlets", id="all"),
        pytest.param({"words": "zebra"}, "No repeated statement fits", id="words"),
        pytest.param({"least": "3"}, "No repeated statement fits", id="in-three-articles"),
        pytest.param({"speaker": "Ida Marsh"}, "2 articles, 2 outlets", id="speaker"),
        pytest.param({"speaker": "Tom Vale"}, "No repeated statement fits", id="only-suggested"),
    ],
)
def test_list(page: Page, texts: Texts, small: object, address: dict[str, str], shown: str) -> None:
    assert shown in texts(page("repeated", small, **address))


def test_list_flags_what_deserves_a_look(page: Page, texts: Texts, small: object) -> None:
    found = texts(page("repeated", small))
    assert "altered wording" in found
    assert "1 suggestion" in found


def test_difference_is_shown_word_by_word(page: Page, texts: Texts, small: object, named: str) -> None:
    test = page("repeated", small, utterance=named)
    assert '<mark class="gone" title="number">two</mark>' in texts(test, True)
    assert '<mark class="new" title="number">three</mark>' in texts(test, True)
    assert "number: “two” became “three”" in texts(test)


def test_another_speaker_is_flagged(page: Page, texts: Texts, small: Any, named: str) -> None:
    test = page("repeated", small, utterance=named)
    assert "Credited to different speakers" not in texts(test)
    test.button(key=f"same {small.repeated[0].suggested[0].attribution.id}").click().run()
    assert "Credited to different speakers" in texts(test)
    assert "another speaker" in texts(test)


@pytest.mark.parametrize(("key", "decision"), [("same", Decision.ACCEPTED), ("other", Decision.REJECTED)])
def test_a_suggestion_is_decided(
    page: Page, texts: Texts, small: Any, named: str, key: str, decision: Decision
) -> None:
    repeat = small.repeated[0]
    suggested, members = repeat.suggested[0].attribution.id, telling.ids(repeat.entries)
    test = page("repeated", small, utterance=named)
    test.button(key=f"{key} {suggested}").click().run()
    pairs = {"|".join(sorted((suggested, member))) for member in members}
    assert {(r.target, r.decision) for r in small.log} == {("match", decision)}
    assert {r.target_id for r in small.log} <= pairs
    assert "not confirmed" not in texts(test)
    test.button(key="undo").click().run()
    assert small.log == []
    assert "1 likely telling, not confirmed" in texts(test)


def test_a_telling_is_taken_out(page: Page, texts: Texts, small: Any, named: str) -> None:
    first, second = telling.ids(small.repeated[0].entries)
    test = page("repeated", small, utterance=named)
    test.button(key=f"out {second}").click().run()
    assert [(r.target_id, r.decision) for r in small.log] == [("|".join(sorted((first, second))), Decision.REJECTED)]
    assert "three bridges" not in texts(test)


def test_any_two_wordings_are_compared(small: Any) -> None:
    repeat = small.repeated[0]
    against_first = telling.told(repeat)
    against_second = telling.told(repeat, 1)
    assert [wording.comparison is None for wording in against_first] == [True, False]
    assert [wording.comparison is None for wording in against_second] == [False, True]
    assert against_second[0].comparison is not None
    assert against_second[0].comparison.base.words == "“We open three bridges on Monday.”"


def test_many_tellings_unfold(page: Page, widespread: Any) -> None:
    def takes_out(test: AppTest) -> int:
        return sum(str(button.key).startswith("out ") for button in test.button)

    test = page("repeated", widespread, utterance=widespread.repeated[0].utterance)
    assert takes_out(test) == 12
    (more,) = (button for button in test.button if "more of 18" in button.label)
    assert takes_out(more.click().run()) == 30


def test_an_unknown_statement(page: Page, texts: Texts, small: object) -> None:
    assert "no such repeated statement" in texts(page("repeated", small, utterance="u-none"))


def test_a_long_list_turns(page: Page, at: At, texts: Texts, small: Any) -> None:
    from dataclasses import replace

    one = small.repeated[0]
    small.repeated = [replace(one, utterance=f"u-{number}") for number in range(60)]
    test = page("repeated", small)
    assert texts(test, True).count('class="repeat"') == 25
    test.button(key="page after").click().run()
    assert at(test, "page") == "2"
    test.button(key="page after").click().run()
    assert texts(test, True).count('class="repeat"') == 10
    assert "page after" not in {button.key for button in test.button}
    test.text_input(key="words").set_value("zebra").run()
    assert "page" not in test.query_params


@pytest.fixture
def at(address: At) -> At:
    return address
