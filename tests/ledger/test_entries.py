"""Selections: what each field keeps and what just misses, and the orders."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from attribution.errors import LedgerError
from attribution.ledger.store import Ledger
from attribution.model import (
    Article,
    Attribution,
    Decision,
    Kind,
    Origin,
    Review,
    Selection,
    Utterance,
)

Ids = Callable[[Article], list[str]]
# What the stories say, by the first words.
BRIDGE, HURT, AGAIN, MILL, COMMENT = "The bridge is closed.", "Nobody", "The bridge is closed!", "We don", "No comment"


def said(ledger: Ledger, selection: Selection) -> list[str]:
    found = ledger.entries(selection)
    assert ledger.count(selection) == len(found)
    return [entry.words.strip("“”") for entry in found]


def begins(lines: list[str], wanted: list[str]) -> bool:
    return len(lines) == len(wanted) and all(line.startswith(word) for line, word in zip(lines, wanted, strict=True))


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        pytest.param(Selection(), [MILL, COMMENT, AGAIN, BRIDGE, HURT], id="newest-then-by-place"),
        pytest.param(Selection(order="oldest"), [BRIDGE, HURT, AGAIN, MILL, COMMENT], id="oldest"),
        pytest.param(Selection(order="text"), [BRIDGE, HURT, AGAIN, MILL, COMMENT], id="text"),
        pytest.param(Selection(words="BRIDGE closed"), [AGAIN, BRIDGE], id="all-words-any-order"),
        pytest.param(Selection(words="bridge open"), [], id="one-word-missing"),
        pytest.param(Selection(words="zurich"), [HURT], id="accents"),
        pytest.param(Selection(words="don't"), [MILL], id="straight-mark-finds-curly"),
        pytest.param(Selection(words="%"), [], id="percent-is-a-letter"),
        pytest.param(Selection(words="b_idge"), [], id="underscore-is-a-letter"),
        pytest.param(Selection(speaker="Ida Marsh"), [COMMENT, AGAIN, BRIDGE], id="speaker"),
        pytest.param(Selection(speaker="Marsh"), [], id="part-of-a-speaker"),
        pytest.param(Selection(outlet="Courier"), [MILL, COMMENT, BRIDGE, HURT], id="outlet"),
        pytest.param(Selection(outlet="courier"), [], id="outlet-in-another-case"),
        pytest.param(Selection(article="flood"), [BRIDGE, HURT], id="article"),
        pytest.param(Selection(since="2031-03-05"), [MILL, COMMENT, AGAIN], id="since-holds-its-day"),
        pytest.param(Selection(since="2031-03-06"), [MILL, COMMENT], id="since-the-day-after"),
        pytest.param(Selection(until="2031-03-05"), [AGAIN, BRIDGE, HURT], id="until-holds-a-time-of-its-day"),
        pytest.param(Selection(until="2031-03-04"), [BRIDGE, HURT], id="until-the-day-before"),
        pytest.param(Selection(since="2031-03-05", until="2031-03-06"), [AGAIN], id="both"),
        pytest.param(Selection(kind=Kind.DIRECT, words="comment"), [COMMENT], id="kind"),
        pytest.param(Selection(kind=Kind.INDIRECT), [], id="no-such-kind"),
        pytest.param(Selection(origin=Origin.MACHINE, article="flood-2"), [AGAIN], id="origin"),
        pytest.param(Selection(origin=Origin.PERSON), [], id="no-such-origin"),
        pytest.param(Selection(decision=Decision.UNDECIDED, speaker="Tom Vale"), [MILL], id="undecided"),
        pytest.param(Selection(decision=Decision.ACCEPTED), [], id="accepted"),
    ],
)
def test_selection(filled: Ledger, selection: Selection, wanted: list[str]) -> None:
    assert begins(said(filled, selection), wanted)


def test_pages_are_parts_of_the_whole(filled: Ledger) -> None:
    for order in ("newest", "oldest", "doubtful", "text"):
        whole = filled.entries(Selection(order=order, limit=None))
        pages = [filled.entries(Selection(order=order, limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
        assert [entry for page in pages for entry in page] == whole
        assert filled.count(Selection(order=order, limit=1, offset=3)) == 5


def test_the_least_confident_first(ledger: Ledger, stories: tuple[Article, ...]) -> None:
    for score, story in zip((0.3, 0.9, 0.1), stories, strict=True):
        sure = tuple(replace(each, confidence=score) for each in story.attributions or ())
        ledger.store(replace(story, attributions=sure))
    assert begins(said(ledger, Selection(order="doubtful")), [MILL, COMMENT, BRIDGE, HURT, AGAIN])


def test_undated_articles_are_last_of_the_newest(filled: Ledger, tell: Callable[..., Article]) -> None:
    filled.store(tell("undated", [("Ida Marsh", "Who knows when.")]))
    assert said(filled, Selection())[-1] == "Who knows when."
    assert "Who knows when." not in said(filled, Selection(since="0001-01-01"))


def test_an_unknown_order_is_refused(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="loudest: no such order; known are newest"):
        filled.entries(Selection(order="loudest"))


def test_an_entry_tells_all(filled: Ledger, stories: tuple[Article, ...], ids: Ids) -> None:
    (first, _), (again,) = ids(stories[0]), ids(stories[1])
    filled.regroup([first, again], [Utterance("u", (first, again))])
    filled.review(Review("attribution", first, Decision.ACCEPTED, "ana", "2031-05-01T10:00:00+00:00", note="heard it"))
    entry = filled.entry(first)
    assert (entry.words, entry.cue_words, entry.source_words) == ("“The bridge is closed.”", "said", "Ida Marsh")
    assert (entry.article.id, entry.article.title, entry.article.outlet) == ("flood", "Title of flood", "Courier")
    assert (entry.decision, entry.reviewer, entry.note) == (Decision.ACCEPTED, "ana", "heard it")
    assert entry.reviewed_at == "2031-05-01T10:00:00+00:00"
    assert (entry.utterance, entry.articles) == ("u", 2)
    assert filled.entries_by_id([again, "gone", first]) == [filled.entry(again), entry]


def test_a_suggested_membership_is_not_the_entry_s_utterance(
    filled: Ledger, stories: tuple[Article, ...], ids: Ids
) -> None:
    (first, _), (again,) = ids(stories[0]), ids(stories[1])
    filled.regroup([first, again], [Utterance("u", (first,), (again,))])
    assert filled.entry(first).utterance == "u"
    assert (filled.entry(again).utterance, filled.entry(again).articles) == (None, 1)


def test_pieces_are_told_with_a_space_between(filled: Ledger, tell: Callable[..., Article]) -> None:
    from attribution.model import Span

    story = tell("pieces", [("Ida Marsh", "One two three.")])
    (whole,) = story.attributions or ()
    parts: tuple[Attribution, ...] = (replace(whole, content=(Span(1, 4), Span(9, 15))),)
    filled.store(replace(story, attributions=parts))
    assert filled.entry(whole.id).words == "One three."
    assert filled.statements([whole.id])[0].text == "One three."
    assert said(filled, Selection(words="one three")) == ["One three."]
