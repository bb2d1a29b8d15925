"""Speakers: found by name, told with all that is known, merged and split by a person."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution.model import Decision, Merge

Page = Callable[..., AppTest]
Texts = Callable[..., str]
At = Callable[[AppTest, str], str | None]


@pytest.mark.parametrize(
    ("name", "shown", "absent"),
    [
        pytest.param("", "Ida Marsh", "No speaker", id="all"),
        pytest.param("tom", "Tom Vale", "Ida Marsh", id="part-of-a-name"),
        pytest.param("zebra", "No speaker has such a name", "Ida Marsh", id="nobody"),
    ],
)
def test_list(page: Page, texts: Texts, small: object, name: str, shown: str, absent: str) -> None:
    found = texts(page("speakers", small, name=name))
    assert shown in found
    assert absent not in found


def test_page_tells_who_where_and_what(page: Page, texts: Texts, small: object) -> None:
    found = texts(page("speakers", small, speaker="Ida Marsh"))
    for part in (
        "person · mayor · 2 statements",
        "three bridges",
        "Who quotes them",
        "Chronicle",
        "Said more than once",
    ):
        assert part in found
    assert "Nobody was hurt" not in found


def test_page_tells_roles_with_days_voice_reason_and_identifier(page: Page, texts: Texts, small: Any) -> None:
    for number, said in enumerate(small.stored):
        voiced = (replace(a, speaker=replace(a.speaker, voice="Eve Moss")) for a in said.attributions)
        small.stored[number] = replace(said, attributions=tuple(voiced))
    small.external["Ida Marsh"] = "Q42"
    test = page("speakers", small, speaker="Ida Marsh")
    found, markup = texts(test), texts(test, markup=True)
    for part in ("mayor 2031-03-02 to 2031-03-03, 2 statements", "VoicesEve Moss", "IdentifierQ42"):
        assert part in found
    assert "through Eve Moss · Speaker: the only Ida Marsh in the article (0.90)" in found
    assert 'href="https://www.wikidata.org/wiki/Q42"' in markup
    assert "A description" not in found


def test_a_description_is_no_name(page: Page, texts: Texts, small: object) -> None:
    assert "A description, not a name" in texts(page("speakers", small, speaker="the press service"))


def test_the_list_tells_names_from_descriptions(page: Page, texts: Texts, small: object) -> None:
    assert texts(page("speakers", small)).count("a description: several may be meant") == 1


def test_list_of_one_kind(page: Page, texts: Texts, small: object) -> None:
    test = page("speakers", small)
    test.selectbox(key="is a").set_value("group").run()
    assert "No speaker has such a name" in texts(test)
    test.selectbox(key="is a").set_value("person").run()
    assert "Ida Marsh" in texts(test)


def test_an_identifier_is_kept(page: Page, texts: Texts, small: Any) -> None:
    test = page("speakers", small, speaker="Ida Marsh")
    assert test.button(key="identify").disabled
    test.text_input(key="external Ida Marsh").set_value(" javascript:alert(1) ").run()
    test.button(key="identify").click().run()
    assert small.external == {"Ida Marsh": "javascript:alert(1)"}
    assert "javascript:alert(1)" in texts(test)
    assert 'href="javascript' not in texts(test, markup=True)


def test_an_unknown_speaker(page: Page, texts: Texts, small: object) -> None:
    assert "Nobody Else: no such speaker" in texts(page("speakers", small, speaker="Nobody Else"))


@pytest.mark.parametrize(
    ("key", "merged"),
    [("left", [("I. Marsh", "Ida Marsh", "Ana")]), ("right", [("Ida Marsh", "I. Marsh", "Ana")]), ("two", [])],
)
def test_suggestions(page: Page, texts: Texts, small: Any, key: str, merged: list[tuple[str, ...]]) -> None:
    small.suggestions = [Merge("Ida Marsh", "I. Marsh", 0.8, "initials fit")]
    test = page("speakers", small, part="Suggested merges")
    assert "Why: initials fit (0.80)" in texts(test)
    test.button(key=f"{key} 0").click().run()
    assert small.merged == merged
    refused = [(r.target, r.target_id, r.decision) for r in small.log]
    assert refused == ([] if merged else [("speaker", "I. Marsh|Ida Marsh", Decision.REJECTED)])


def test_no_suggestion(page: Page, texts: Texts, small: object) -> None:
    assert "No two speakers look like one" in texts(page("speakers", small, part="Suggested merges"))


def test_merge_and_split_by_hand(page: Page, at: At, small: Any) -> None:
    small.stored[0] = _printed_otherwise(small.stored[0])
    test = page("speakers", small, speaker="Ida Marsh")
    assert test.button(key="merge").disabled
    test.selectbox(key="form").set_value("Mayor Marsh").run()
    test.button(key="split").click().run()
    test.selectbox(key="into").set_value("Tom Vale").run()
    test.button(key="merge").click().run()
    assert small.merged == [("Mayor Marsh", "Ana"), ("Ida Marsh", "Tom Vale", "Ana")]
    assert at(test, "speaker") == "Tom Vale"


def _printed_otherwise(article: Any) -> Any:
    """The same article, its first source printed as "Mayor Marsh"."""
    from attribution.model import Span

    first, *rest = article.attributions
    at = len(article.text)
    longer = article.text + "Mayor Marsh"
    return replace(article, text=longer, attributions=(replace(first, source=(Span(at, len(longer)),)), *rest))


@pytest.fixture
def at(address: At) -> At:
    return address
