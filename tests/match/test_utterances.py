"""What was said once, and all its tellings: no chains, stable names, people's word kept."""

import itertools

import pytest

from attribution.match.matching import matches
from attribution.match.utterances import Corrections, merged, neighbourhood, split, taken_out, utterances
from attribution.model import Match, Relation, Statement, Utterance

ONE = "The old bridge over the Vistrel will be closed to lorries until the spring of next year"
TWO = "Nobody on the fisheries council had read the report before the vote on Tuesday night"
PARTS = {
    "a": ONE + ".",
    "b": "the old bridge over the Vistrel will be closed to lorries",
    "c": TWO + ".",
    "d": "nobody on the fisheries council had read the report",
    "both": f"{ONE}. {TWO}.",
    "e": ONE.upper(),
}


NONE = Corrections()


def told(*names: str) -> list[Statement]:
    order = list(PARTS)
    days = {name: f"2025-01-0{1 + order.index(name)}" for name in names}
    return [Statement(name, PARTS[name], f"art-{name}", published=days[name]) for name in names]


def grouped(statements: list[Statement], corrections: Corrections = NONE) -> list[Utterance]:
    return utterances(statements, matches(statements), corrections)


def members(found: list[Utterance]) -> list[set[str]]:
    return [set(each.members) for each in found]


def test_a_merged_quote_belongs_to_both_and_ties_neither_to_the_other() -> None:
    assert members(grouped(told("a", "b", "c", "d", "both"))) == [{"a", "b", "both"}, {"c", "d", "both"}]


def test_any_order_gives_the_same() -> None:
    expected = grouped(told(*PARTS))
    for order in itertools.permutations(PARTS):
        assert grouped(told(*order)) == expected


def test_a_later_telling_leaves_the_name() -> None:
    before, after = grouped(told("a", "b")), grouped(told("a", "b", "both", "e"))
    assert {each.id for each in before} <= {each.id for each in after}


def test_members_are_oldest_first() -> None:
    (found,) = grouped(told("e", "b", "a"))
    assert found.members == ("a", "b", "e")


def test_what_is_said_once_is_no_repeat() -> None:
    assert grouped(told("a", "c")) == []


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        pytest.param(Corrections(apart=taken_out("b", ["a", "b", "e"])), [{"a", "e"}], id="taken-out"),
        pytest.param(Corrections(apart=taken_out("e", ["a", "b", "e"])), [{"a", "b"}], id="same-words-taken-out"),
        pytest.param(Corrections(apart=split(["a"], ["b", "e"])), [{"b", "e"}], id="split"),
        pytest.param(Corrections(together=merged(["a", "b", "e"], ["c"])), [{"a", "b", "c", "e"}], id="merged"),
        pytest.param(Corrections(merged(["a"], ["c"]), taken_out("b", ["a", "e"])), [{"a", "c", "e"}], id="both"),
    ],
)
def test_peoples_word_is_kept(corrections: Corrections, expected: list[set[str]]) -> None:
    assert members(grouped(told("a", "b", "c", "e"), corrections)) == expected


def test_a_suggested_telling_waits() -> None:
    statements = told("a", "c")
    maybe = Match("a", "c", Relation.REWORDED, 0.2, "likely, not sure", suggested=True)
    (found,) = utterances(statements, [maybe])
    assert (found.members, found.suggested) == (("a",), ("c",))


def test_a_neighbourhood_is_what_sure_matches_reach() -> None:
    found = list(matches(told(*PARTS)))
    maybe = Match("a", "far", Relation.REWORDED, 0.2, "likely, not sure", suggested=True)

    def ending(ids: object) -> list[Match]:
        return [match for match in [*found, maybe] if {match.a, match.b} & set(ids)]  # type: ignore[call-overload]  # ids are strings

    assert neighbourhood(["b"], ending) == set(PARTS)
    assert neighbourhood(["far"], ending) == {"far"}
