"""Entries and repeats made by hand, for the report's tests."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from attribution.model import (
    Attribution,
    Decision,
    Edit,
    Entry,
    Head,
    Kind,
    Match,
    Origin,
    Relation,
    Repeat,
    Selection,
    Span,
    Speaker,
    SpeakerType,
)
from attribution.report.about import About

HEAD = Head(
    "mill", "Mayor opens the mill", "Hollin Courier", "https://courier.example/mill", "2031-03-04", "0" * 64, None, ""
)


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Make an entry of these words; ``of`` changes fields of the entry, ``head`` those of its article."""

    def make(words: str = "We open on Monday.", number: str = "a1", head: Head = HEAD, **of: object) -> Entry:
        speaker = Speaker("Ida Marsh", SpeakerType.PERSON, 0.9, "the only name before it", role="mayor")
        attribution = Attribution(
            number, (Span(10, 20), Span(30, 38)), (Span(21, 25),), (Span(26, 29),), Kind.DIRECT, 0.97, speaker=speaker
        )
        made = Entry(head, attribution, words, "said", "the mayor")
        return replace(made, **of)  # type: ignore[arg-type]  # the tests name fields of Entry

    return make


@pytest.fixture
def about() -> About:
    return About("2031-03-05T09:00:00+00:00", "0.1.0", 2, 1, Selection())


@pytest.fixture
def repeat(entry: Callable[..., Entry]) -> Repeat:
    """Two wordings in two articles, one difference; and the older wording once more in a third."""
    first = entry("We open two bridges on Monday.", "a1")
    altered = entry("We open three bridges on Monday.", "b1", replace(HEAD, id="b", outlet="Chronicle"))
    again = entry("We open two bridges on Monday.", "c1", replace(HEAD, id="c", outlet="Corvane News"))
    match = Match("b1", "a1", Relation.ALTERED, 0.9, "a number differs", (Edit("number", 8, 13, 8, 11),))
    return Repeat("u1", (first, altered, again), (), (match,), 3, 3)


@pytest.fixture
def person_entry(entry: Callable[..., Entry]) -> Entry:
    made = entry(number="p1", decision=Decision.ACCEPTED, reviewer="Ana", reviewed_at="2031-03-05T08:00:00+00:00")
    return replace(made, attribution=replace(made.attribution, origin=Origin.PERSON))
