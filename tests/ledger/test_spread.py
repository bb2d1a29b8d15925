"""Repeated statements: spread counts articles, and what a person or a new run changes is followed."""

from collections.abc import Callable

import pytest

from attribution.ledger.store import Ledger
from attribution.model import Article, Decision, Match, Relation, Review, Utterance

Ids = Callable[[Article], list[str]]


@pytest.fixture
def told(ledger: Ledger, tell: Callable[..., Article], ids: Ids) -> dict[str, str]:
    """Ids by name: w1–w3 in three articles of two outlets, n1 and n2 in two, t1 and t2 in one article."""
    one = tell(
        "one", [("Ida", "We win."), ("Ida", "No tax."), ("Tom", "Twice."), ("Tom", "Twice!")], "2031-01-01", "Post"
    )
    two = tell("two", [("Ida", "We win!"), ("Ida", "No new tax.")], "2031-01-02", "Post")
    three = tell("three", [("Tom", "We shall win.")], "2031-01-03", "Echo")
    for story in (one, two, three):
        ledger.store(story)
    names = dict(zip(("w1", "n1", "t1", "t2", "w2", "n2", "w3"), (*ids(one), *ids(two), *ids(three)), strict=True))
    pairs = [("w1", "w2"), ("w2", "w3"), ("n1", "n2"), ("t1", "t2")]
    ledger.connect(
        [Match(names[a], names[b], Relation.REWORDED, 0.9, "alike", same_article=a == "t1") for a, b in pairs]
    )
    ledger.connect([Match(names["n2"], names["w3"], Relation.DIFFERENT, 0.4, "perhaps", suggested=True)])
    ledger.regroup(
        list(names.values()),
        [
            Utterance("win", (names["w1"], names["w2"], names["w3"])),
            Utterance("tax", (names["n1"], names["n2"]), (names["w3"],)),
            Utterance("twice", (names["t1"], names["t2"])),
        ],
    )
    return names


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param({}, ["win", "tax"], id="most-widespread-first"),
        pytest.param({"within": True}, ["win", "tax", "twice"], id="told-twice-in-one-article"),
        pytest.param({"at_least": 3}, ["win"], id="three-articles"),
        pytest.param({"at_least": 4}, [], id="more-than-there-are"),
        pytest.param({"words": "NEW tax"}, ["tax"], id="words-of-one-wording"),
        pytest.param({"words": "shall"}, ["win"], id="not-of-a-suggested-one"),
        pytest.param({"speaker": "Tom"}, ["win"], id="one-of-its-speakers"),
        pytest.param({"speaker": "Tom", "within": True}, ["win", "twice"], id="speaker-within"),
        pytest.param({"limit": 1}, ["win"], id="limit"),
        pytest.param({"limit": 1, "offset": 1}, ["tax"], id="offset"),
    ],
)
def test_repeats(ledger: Ledger, told: dict[str, str], asked: dict[str, object], found: list[str]) -> None:
    assert [repeat.utterance for repeat in ledger.repeats(**asked)] == found  # type: ignore[arg-type]  # by name


def test_a_repeat_tells_all(ledger: Ledger, told: dict[str, str]) -> None:
    tax = ledger.repeat("tax")
    assert [entry.attribution.id for entry in tax.entries] == [told["n1"], told["n2"]]
    assert [entry.attribution.id for entry in tax.suggested] == [told["w3"]]
    assert {(match.a, match.b, match.suggested) for match in tax.matches} == {
        (told["n1"], told["n2"], False),
        (told["n2"], told["w3"], True),
    }
    assert (tax.articles, tax.outlets) == (2, 1)
    win = ledger.repeat("win")
    assert (win.articles, win.outlets) == (3, 2)
    assert [entry.articles for entry in win.entries] == [3, 3, 3]
    assert (ledger.repeat("twice").articles, ledger.entry(told["t1"]).articles) == (1, 1)
    assert ledger.overview().utterances == 2


def test_regrouping_some_leaves_the_others(ledger: Ledger, told: dict[str, str]) -> None:
    ledger.regroup([told["n1"], told["n2"]], [])
    assert [repeat.utterance for repeat in ledger.repeats(within=True)] == ["win", "twice"]
    ledger.regroup([told["w3"]], [Utterance("win", (told["w1"], told["w2"]), (told["w3"],))])
    win = ledger.repeat("win")
    assert (win.articles, [entry.attribution.id for entry in win.suggested]) == (2, [told["w3"]])
    assert ledger.entry(told["w3"]).utterance is None


def test_an_utterance_left_with_one_statement_goes(ledger: Ledger, told: dict[str, str]) -> None:
    ledger.regroup([told["t2"]], [])
    assert ledger.entry(told["t1"]).utterance is None
    assert "twice" not in {repeat.utterance for repeat in ledger.repeats(within=True)}


def test_of_as_widespread_ones_those_told_most_often_come_first(ledger: Ledger, told: dict[str, str]) -> None:
    """In whatever order their rows were made."""
    for names in (("b", "a"), ("a", "b")):
        groups = {"b": Utterance("b", (told["n1"], told["n2"])), "a": Utterance("a", (told["w1"], told["w2"]))}
        ledger.regroup(list(told.values()), [*(groups[name] for name in names)])
        assert [repeat.utterance for repeat in ledger.repeats()] == ["a", "b"]
        ledger.regroup([told["t1"]], [Utterance("b", (told["n1"], told["n2"], told["t1"]))])
        assert [repeat.utterance for repeat in ledger.repeats()] == ["b", "a"]
        ledger.regroup(list(told.values()), [])


def test_neighbourhood(ledger: Ledger, told: dict[str, str]) -> None:
    names = {key: name for name, key in told.items()}

    def near(*asked: str) -> tuple[list[str], int]:
        statements, matches = ledger.neighbourhood([told[name] for name in asked])
        return [names[statement.id] for statement in statements], len(matches)

    assert near("w1") == (["w1", "w2", "n2", "w3"], 3), "a suggested end, and no further"
    assert near("n1") == (["n1", "n2", "w3"], 2)
    assert near("t2") == (["t1", "t2"], 1)
    assert near() == ([], 0)
    a, b = sorted((told["t1"], told["n1"]))
    ledger.review(Review("match", f"{a}|{b}", Decision.ACCEPTED, "ana", "2031-01-01"))
    assert near("t2") == (["n1", "t1", "t2", "n2", "w3"], 3), "through what a person put together"
    assert ledger.neighbourhood(["unknown"]) == ([], [])


def test_statements(ledger: Ledger, told: dict[str, str]) -> None:
    (statement,) = ledger.statements([told["w3"], "unknown"])
    assert (statement.text, statement.article, statement.speaker) == ("“We shall win.”", "three", "Tom")
    assert (statement.published, statement.quoted) == ("2031-01-03", True)
