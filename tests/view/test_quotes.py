"""Finding statements and deciding about them, one by one and several at once."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution.model import Decision, Selection, SpeakerType
from attribution.view import bulk, deciding

Page = Callable[..., AppTest]
Texts = Callable[..., str]
At = Callable[[AppTest, str], str | None]
ONE = {"mode": "One by one"}


def decisions(test: AppTest) -> dict[str, Any]:
    """The buttons by the first word of their keys: the rest names the statement."""
    return {str(button.key).split()[0]: button for button in test.button}


def press(test: AppTest, name: str) -> None:
    decisions(test)[name].click().run()


@pytest.mark.parametrize(
    ("address", "shown", "absent"),
    [
        pytest.param({}, "Nobody was hurt", "Take a word", id="all"),
        pytest.param({"words": "TWO bridges"}, "two bridges", "three bridges", id="words"),
        pytest.param({"words": "zebra"}, "No statement fits", "bridges", id="no-such-words"),
        pytest.param({"speaker": "Tom Vale"}, "two bridges", "Nobody was hurt", id="speaker"),
        pytest.param({"outlet": "Chronicle"}, "three bridges", "Nobody was hurt", id="outlet"),
        pytest.param({"kind": "indirect"}, "No statement fits", "bridges", id="kind"),
        pytest.param({"since": "2031-03-03"}, "three bridges", "Nobody was hurt", id="since"),
        pytest.param({"until": "2031-03-02"}, "Nobody was hurt", "three bridges", id="until"),
        pytest.param({"queue": "Accepted"}, "No statement fits", "bridges", id="queue"),
        pytest.param({"words": "opening three brigdes", "fuzzy": "true"}, "three bridges", "Nobody", id="fuzzy"),
        pytest.param(
            {"words": "we opne two brigdes", "fuzzy": "true", "outlet": "Hollin Courier"},
            "two bridges",
            "three bridges",
            id="fuzzy-at-one-outlet",
        ),
    ],
)
def test_filters_stand_in_the_address(
    page: Page, texts: Texts, small: object, address: dict[str, str], shown: str, absent: str
) -> None:
    found = texts(page("quotes", small, **address))
    assert shown in found
    assert absent not in found


def test_the_doubtful_come_first(page: Page, texts: Texts, small: Any) -> None:
    order = [entry.attribution.confidence for entry in small.entries(Selection(order="doubtful"))]
    assert order == sorted(order)
    drawn = texts(page("quotes", small, order="Least certain first"))
    assert drawn.index("confidence 0.50") < drawn.index("confidence 0.51")


@pytest.mark.parametrize(
    ("key", "decision"),
    [("accept", Decision.ACCEPTED), ("reject", Decision.REJECTED), ("undecided", Decision.UNDECIDED)],
)
def test_one_key_decides_and_goes_on(page: Page, at: At, small: Any, key: str, decision: Decision) -> None:
    test = page("quotes", small, **ONE)
    first = at(test, "quote")
    press(test, key)
    assert [(r.target_id, r.decision, r.reviewer) for r in small.log] == [(first, decision, "Ana")]
    assert at(test, "quote") != first


def test_the_keys_are_told(page: Page, small: object) -> None:
    found = decisions(page("quotes", small, **ONE))
    keys = ("accept", "reject", "speaker", "undecided", "undo", "previous", "next")
    assert [found[key].proto.shortcut.upper() for key in keys] == ["A", "X", "S", "U", "Z", "P", "N"]


def test_a_key_pressed_twice_decides_once(page: Page, at: At, small: Any) -> None:
    test = page("quotes", small, **ONE)
    first, pressed = at(test, "quote"), decisions(test)["accept"]
    pressed.click().run()
    pressed.click().run()
    assert [review.target_id for review in small.log] == [first]


def test_every_statement_is_met_once(page: Page, at: At, small: Any, texts: Texts) -> None:
    test, seen = page("quotes", small, **ONE), []
    for _ in range(4):
        seen.append(at(test, "quote"))
        press(test, "accept")
    assert len(set(seen)) == 4
    assert "Nothing waits here" in texts(test)
    test.button(key="undo").click().run()
    assert at(test, "quote") == seen[-1]
    assert small.entry(seen[-1]).decision is Decision.UNDECIDED


def test_undo_brings_the_statement_back(page: Page, at: At, small: Any) -> None:
    test = page("quotes", small, **ONE)
    first = at(test, "quote")
    press(test, "reject")
    test.button(key="undo").click().run()
    assert at(test, "quote") == first
    assert small.entry(first).decision is Decision.UNDECIDED
    test.button(key="undo").click().run()
    assert not test.exception


def test_next_and_previous_walk_without_deciding(page: Page, at: At, small: Any) -> None:
    test = page("quotes", small, **ONE)
    first = at(test, "quote")
    test.button(key="next").click().run()
    assert at(test, "quote") != first
    test.button(key="previous").click().run()
    assert at(test, "quote") == first
    assert small.log == []


def test_a_statement_is_linked_to(page: Page, small: Any, texts: Texts) -> None:
    wanted = small.all()[2]
    assert wanted.words in texts(page("quotes", small, quote=wanted.attribution.id, **ONE))


def test_an_unknown_statement_is_said_and_passed_over(page: Page, small: object, texts: Texts) -> None:
    test = page("quotes", small, quote="0000", **ONE)
    assert "0000: no such attribution" in texts(test)
    assert decisions(test)["accept"]


def test_setting_the_speaker(page: Page, small: Any) -> None:
    entry = small.all()[0]
    test = page("quotes", small, quote=entry.attribution.id, **ONE)
    press(test, "speaker")
    assert test.selectbox(key="speaker name").value == "Ida Marsh"
    # A dialog's own runs are beyond AppTest: its fields are tried outside it.
    fields = AppTest.from_function(_fields, args=(small, entry)).run()
    fields.selectbox(key="speaker name").set_value("Tom Vale").run()
    fields.button(key="speaker keep").click().run()
    speaker = small.entry(entry.attribution.id).attribution.speaker
    assert (speaker.name, speaker.type) == ("Tom Vale", SpeakerType.PERSON)
    assert small.log[-1].decision is Decision.CORRECTED


def _fields(ledger, entry):  # type: ignore[no-untyped-def]  # Streamlit runs its body alone, where Any is no name
    from attribution.view.speaker_form import fields

    fields(ledger, entry)


def test_a_batch_is_one_decision(page: Page, small: Any) -> None:
    page("quotes", small)  # sets who reviews
    ids = [entry.attribution.id for entry in small.all()]
    deciding.decide(small, "attribution", ids, Decision.REJECTED)
    assert {entry.decision for entry in small.all()} == {Decision.REJECTED}
    deciding.undo(small)
    assert {entry.decision for entry in small.all()} == {Decision.UNDECIDED}


def test_the_table_shows_cells_as_words(hostile: Any) -> None:
    rows = bulk.table(hostile.all())
    assert len(rows) == 4
    assert all("\u202e" not in str(value) for row in rows for value in row.values())
    assert rows[0]["Confidence"] == 0.5


def test_many_come_in_pages(page: Page, large: Any, texts: Texts) -> None:
    test = page("quotes", large, page="3")
    assert texts(test).count("confidence 0.") == 25
    assert "Statement number 50 " in texts(test)


@pytest.mark.parametrize("number", ["0", "999", "-1", "x", "1e9", "٣"])
def test_a_page_that_is_not_there(page: Page, large: object, texts: Texts, number: str) -> None:
    for name in ("quotes", "speakers", "article"):
        test = page(name, large, page=number)
        assert not test.exception
        assert texts(test)


@pytest.fixture
def at(address: At) -> At:
    return address
