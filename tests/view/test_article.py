"""An article: its text with what was found, a missed statement added, and long texts in parts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from attribution.model import Article, Decision, Origin, Span
from attribution.view import article_text, missed

Page = Callable[..., AppTest]
Texts = Callable[..., str]
At = Callable[[AppTest, str], str | None]


def test_list_finds_by_words_and_outlet(page: Page, texts: Texts, small: object) -> None:
    assert "Mill opens, part 2" in texts(page("article", small, words="three"))
    assert "Mill opens, part 1" not in texts(page("article", small, outlet="Chronicle"))
    assert "No article fits" in texts(page("article", small, words="zebra"))


def test_content_cue_and_source_are_marked(page: Page, texts: Texts, small: object) -> None:
    drawn = texts(page("article", small, article="story-2"), True)
    assert '<mark class="content" title="content of statement 1">“We open three bridges on Monday.”</mark>' in drawn
    assert '<mark class="cue" title="cue of statement 1">said</mark>' in drawn
    assert '<mark class="source" title="source of statement 1">Ida Marsh</mark>' in drawn
    assert '<li id="statement-1">' in drawn


def test_what_is_linked_to_is_set_off(page: Page, texts: Texts, small: Any) -> None:
    quote = small.stored[0].attributions[1].id
    drawn = texts(page("article", small, article="story-1", quote=quote), True)
    assert '<li id="statement-2" class="chosen">' in drawn
    assert 'class="chosen content"' in drawn


def test_findings_stand_beside(page: Page, texts: Texts, small: object) -> None:
    test = page("article", small, article="story-1")
    assert "this quotation mark is never closed" in texts(test)
    assert 'class="content finding"' in texts(test, True)
    assert "Findings" not in texts(page("article", small, article="story-2"))


def test_an_unknown_article(page: Page, texts: Texts, small: object) -> None:
    assert "story-9: no such article" in texts(page("article", small, article="story-9"))


def test_a_missed_statement_is_added(page: Page, at: At, texts: Texts, small: Any) -> None:
    article = replace(small.stored[2], text=small.stored[2].text + "The mill will close, warned Ada Bolt.\n")
    small.stored[2] = article
    test = page("article", small, article="story-3")
    test.text_area(key="missed words 0").set_value("The mill  will close").run()
    test.text_input(key="missed source 0").set_value("Ada Bolt").run()
    test.text_input(key="missed cue 0").set_value("warned").run()
    test.button(key="missed keep").click().run()
    assert not test.exception
    added = next(entry for entry in small.all() if entry.words == "The mill will close")
    assert (added.cue_words, added.source_words) == ("warned", "Ada Bolt")
    assert added.attribution.origin is Origin.PERSON
    assert (added.decision, added.reviewer) == (Decision.ACCEPTED, "Ana")
    assert added.attribution.speaker.name == "Ada Bolt"
    assert at(test, "quote") == added.attribution.id
    assert "missed words 0" not in {area.key for area in test.text_area}


def test_words_that_stand_nowhere_are_said(page: Page, texts: Texts, small: object) -> None:
    test = page("article", small, article="story-1")
    test.text_area(key="missed words 0").set_value("Pigs fly").run()
    assert "Not in this text: “Pigs fly”" in texts(test)
    test.text_area(key="missed words 0").set_value("Nobody was hurt.").run()
    test.text_input(key="missed source 0").set_value("the Pope").run()
    assert "Not in this text: “the Pope”" in texts(test)
    assert test.button(key="missed keep").disabled


TEXT = "Ann said no. “We go,” said Bob, “and\nyou stay.” Ann said yes."


@pytest.mark.parametrize(
    ("content", "printed", "cue", "found"),
    [
        pytest.param("We go", "Bob", "said", ["We go", "Bob", "said"], id="plain"),
        pytest.param(
            '"We go,"\n"and you stay."', "Bob", "said", ["“We go,”", "“and\nyou stay.”", "Bob", "said"], id="split"
        ),
        pytest.param("and you stay", "Ann", "said", ["and\nyou stay", "Ann", "said"], id="nearest-source"),
        pytest.param("we GO", "", "", ["We go"], id="other-case-and-nothing-else"),
    ],
)
def test_pasted_words_are_found(content: str, printed: str, cue: str, found: list[str]) -> None:
    places = missed.locate(TEXT, content, printed, cue)
    assert [span.of(TEXT) for span in (*places.content, *places.source, *places.cue)] == found
    assert places.lost == ()


def test_the_cue_is_the_one_beside_the_content() -> None:
    places = missed.locate(TEXT, "and you stay", "Ann", "said")
    assert places.source[0].start > places.content[0].end
    assert places.cue[0].start in (TEXT.index("said Bob"), TEXT.index("said yes"))


def test_lost_words() -> None:
    assert missed.locate(TEXT, "We stop\nyou stay", "Eve", "said").lost == ("We stop", "Eve")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("one\n\ntwo", [2], id="short"),
        pytest.param("a\n\n" * 450, [200, 200, 50], id="many-paragraphs"),
        pytest.param("x y " * 40_000, [1, 1, 1], id="one-endless-paragraph"),
        pytest.param("x" * 130_000, [1, 1, 1], id="one-endless-word"),
        pytest.param("", [0], id="empty"),
    ],
)
def test_parts(text: str, counts: list[int]) -> None:
    parts = article_text.parts(text)
    assert [len(part) for part in parts] == counts
    spans = [span for part in parts for span in part]
    assert spans == sorted(spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_long_article_opens_at_what_is_linked_to(page: Page, texts: Texts, large: Any) -> None:
    wanted = large.stored[0].attributions[350]
    test = page("article", large, article="story-1", quote=wanted.id)
    assert "Statement number 350 " in texts(test)
    assert "Statement number 10 " not in texts(test)


def test_no_outlet_no_date_no_title(page: Page, texts: Texts, small: Any) -> None:
    small.stored.append(Article("bare", "Nothing here.", attributions=()))
    assert "None found." in texts(page("article", small, article="bare"))
    assert Span(0, 7).of("Nothing here.") in texts(page("article", small, article="bare"))


@pytest.fixture
def at(address: At) -> At:
    return address
