"""Extraction when something goes wrong: a fault of ours is told, and never looks like a text without quotes."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

import attribution
from attribution.articles.attributions import BadAttribution
from attribution.errors import Fault, ModelError, Note, UnreadableArticle
from attribution.identify import resolving
from attribution.model import Article, Attribution, Kind, Span, Speaker, SpeakerType
from attribution.pipeline import Work, extract, resolve
from attribution.pipeline.extracting import unneeded

TEXT = "“We open two bridges on Monday,” said Ida Marsh, the mayor of Hollin."
WORK = Work(keep=True)


def article(name: str) -> Article:
    told = Attribution(f"{name}-1", (Span(0, 32),), (Span(33, 37),), (Span(38, 47),), Kind.DIRECT, 0.9)
    return Article(name, TEXT, attributions=(told,))


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that fails on the article "b" and on texts that come without an id."""
    real = resolving.resolve

    def resolved(item: Article, *rest: Any) -> Article:
        if item.id in ("b", "text"):
            raise IndexError("list index\nout of range")
        return real(item, *rest)

    monkeypatch.setattr(resolving, "resolve", resolved)


@pytest.mark.usefixtures("broken")
def test_the_public_call_raises_what_went_wrong() -> None:
    with pytest.raises(IndexError):
        attribution.attributions(TEXT)


def test_the_public_call_tells_no_text_from_a_fault() -> None:
    assert attribution.attributions(" \n") == []


@pytest.mark.usefixtures("broken")
def test_a_fault_costs_one_article() -> None:
    first, fault, last = extract([article("a"), article("b"), article("c")], WORK)
    assert [item.id for item in (first, last) if isinstance(item, Article)] == ["a", "c"]
    assert isinstance(fault, Fault)
    assert str(fault) == "b: a fault in this program (IndexError: list index out of range); left out"
    assert isinstance(fault.__cause__, IndexError)


@pytest.mark.usefixtures("broken")
def test_resolve_tells_a_fault_too() -> None:
    assert isinstance(next(resolve([article("b")])), Fault)


def test_what_is_no_fault_of_one_article_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> Article:
        raise ModelError("weights: missing; install again")

    monkeypatch.setattr(resolving, "resolve", gone)
    with pytest.raises(ModelError):
        list(extract([article("a")], WORK))


def test_problems_of_attributions_that_are_replaced_are_notes() -> None:
    bad, other = BadAttribution("x:1: attribution 1: no content; left out"), UnreadableArticle("y: empty")
    assert isinstance(unneeded(bad), Note)
    assert unneeded(other) is other
    assert [type(item) for item in extract([bad, other], Work())] == [Note, UnreadableArticle]
    assert list(extract([bad], WORK)) == [bad]


def test_processes_share_the_work_and_keep_the_order() -> None:
    given = [
        replace(article(f"a{n}"), extra=MappingProxyType({"desk": ["city", n]}))
        if n % 3
        else UnreadableArticle(f"b{n}")
        for n in range(20)
    ]
    alone, shared = list(extract(given, WORK)), list(extract(given, WORK, jobs=2))
    assert [str(item) for item in alone] == [str(item) for item in shared]
    assert [item for item in alone if isinstance(item, Article)] == [i for i in shared if isinstance(i, Article)]


def test_speakers_confidences_have_four_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(item: Article, *_: object) -> Article:
        speaker = Speaker("Ida Marsh", SpeakerType.PERSON, 0.9123456789, "named in full")
        (told,) = item.attributions or ()
        return replace(item, attributions=(replace(told, speaker=speaker), replace(told, id="a-2")))

    monkeypatch.setattr(resolving, "resolve", resolved)
    (done,) = extract([article("a")], WORK)
    assert isinstance(done, Article)
    assert [each.speaker and each.speaker.confidence for each in done.attributions or ()] == [0.9123, None]
