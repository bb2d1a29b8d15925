"""Findings: shown with the words they are about, and decided."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from attribution.model import Decision, Finding, Span

Page = Callable[..., AppTest]
Texts = Callable[..., str]


def test_the_place_is_marked(page: Page, texts: Texts, small: object) -> None:
    test = page("findings", small)
    assert "this quotation mark is never closed" in texts(test)
    assert '<mark class="finding" title="finding of statement 0">“</mark>' not in texts(test, True)
    assert '<mark class="finding" title="this is it">“</mark>' in texts(test, True)


def test_two_statements_stand_side_by_side(page: Page, texts: Texts, small: Any) -> None:
    pair = tuple(article.attributions[0].id for article in small.stored[:2])
    small.found = [Finding("altered-wording", "story-2", (Span(18, 30),), "a number differs", pair)]
    assert "number: “two” became “three”" in texts(page("findings", small))


def test_decided_and_undone(page: Page, texts: Texts, small: Any) -> None:
    test = page("findings", small)
    test.button(key="rejected 0").click().run()
    assert [(r.target, r.target_id, r.decision) for r in small.log] == [
        ("finding", "story-1|unclosed-quote|18", Decision.REJECTED)
    ]
    assert "nothing wrong" in texts(test)
    test.button(key="undo").click().run()
    assert "nothing wrong" not in texts(test)


def test_many_come_in_pages(page: Page, texts: Texts, small: Any) -> None:
    small.found = [replace(small.found[0], reason=f"reason {number};") for number in range(45)]
    test = page("findings", small, page="3")
    assert "reason 44;" in texts(test)
    assert "reason 39;" not in texts(test)


def test_of_one_kind(page: Page, texts: Texts, small: Any) -> None:
    other = replace(small.found[0], kind="damaged-text", reason="letters are lost")
    assert not page("findings", small).selectbox, "one kind is no choice"
    small.found.append(other)
    test = page("findings", small)
    assert test.selectbox(key="kind").options == ["unclosed quote", "damaged text"]
    test.selectbox(key="kind").set_value("damaged-text").run()
    assert "letters are lost" in texts(test)
    assert "never closed" not in texts(test)
    found = texts(page("findings", small, kind="unclosed quote"))
    assert "never closed" in found
    assert "letters are lost" not in found


def test_none(page: Page, texts: Texts, small: Any) -> None:
    small.found = []
    assert "No findings" in texts(page("findings", small))
