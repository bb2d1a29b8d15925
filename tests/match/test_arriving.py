"""Statements as they arrive: the same matches as in a batch, in whatever order, and after something was taken out."""

import random
from itertools import combinations

import pytest

from attribution.match.arriving import Matcher
from attribution.match.comparing import compare_readings
from attribution.match.matching import matches, one_speaker
from attribution.match.postings import Shelf
from attribution.match.reading import reading
from attribution.match.utterances import utterances
from attribution.model import Match, Relation, Statement

Pairs = dict[frozenset[str], tuple[Relation, float]]


def pairs(found: list[Match]) -> Pairs:
    return {frozenset((m.a, m.b)): (m.relation, m.score) for m in found}


def arrived(statements: list[Statement]) -> list[Match]:
    """The matches of articles that come one after the other, in the order of their first statement."""
    known = {statement.id: statement for statement in statements}
    matcher = Matcher(Shelf(statements=lambda names: [known[name] for name in names]))
    articles: dict[str | None, list[Statement]] = {}
    for statement in statements:
        articles.setdefault(statement.article, []).append(statement)
    return [match for article in articles.values() for match in matcher.arrive(article)]


def test_nothing_that_a_slow_comparison_of_all_finds_is_missed(told: list[Statement]) -> None:
    some = told[:160]
    slow = {}
    for a, b in combinations(some, 2):
        compared = compare_readings(reading(a.text), reading(b.text), one_speaker(a, b))
        if compared.relation != Relation.DIFFERENT:
            slow[frozenset((a.id, b.id))] = (compared.relation, compared.score)
    assert len(slow) > 100
    assert pairs(list(matches(some))) == slow


def test_arrival_finds_what_the_batch_finds(told: list[Statement]) -> None:
    assert pairs(arrived(told)) == pairs(list(matches(told)))


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival_gives_the_same_utterances(told: list[Statement], seed: int) -> None:
    articles = sorted({str(statement.article) for statement in told})
    random.Random(seed).shuffle(articles)
    shuffled = [statement for article in articles for statement in told if statement.article == article]
    expected = utterances(told, matches(told))
    assert len(expected) > 20
    assert utterances(shuffled, arrived(shuffled)) == expected


def test_what_was_removed_is_found_no_more_and_comes_back_the_same(told: list[Statement]) -> None:
    shelf = Shelf()
    matcher = Matcher(shelf)
    for start in range(0, len(told), 3):
        matcher.arrive(told[start : start + 3])
    first = pairs(matcher.arrive(told[:3]))
    shelf.remove("a0")
    assert pairs(matcher.arrive(told[:3])) == first
    again = matcher.arrive([Statement("new", told[0].text, "other")])
    assert len([match for match in again if match.a == "s0"]) == 1


def test_a_statement_that_comes_again_replaces_itself() -> None:
    matcher = Matcher(Shelf())
    old = Statement("x", "The old bridge over the Vistrel will be closed to lorries until spring.", "a")
    assert not matcher.arrive([old])
    assert not matcher.arrive([old])
    changed = Statement("x", "Nobody on the fisheries council had read the report before the vote.", "a")
    assert not matcher.arrive([changed])
    assert not matcher.arrive([Statement("y", old.text, "b")])


def test_few_words_in_common_are_enough_where_one_speaker_said_both() -> None:
    said = "The offer of 4.5 percent is final. It will be lower next week, believe me."
    quoted = Statement("q", said, "a", "D. Marr")
    retold = Statement("r", "The offer of 5.4 per cent is final,", "b", "D. Marr")
    known = {quoted.id: quoted}
    matcher = Matcher(Shelf(statements=lambda names: [known[name] for name in names]))
    matcher.arrive([quoted])
    (match,) = matcher.arrive([retold])
    assert not match.suggested
    assert match.reason.endswith("one speaker")
    other = Statement("o", retold.text + " says he", "c", "Somebody else")
    assert all(match.suggested for match in matches([quoted, other]))


def test_boilerplate_is_tied_to_its_first_appearances() -> None:
    matcher = Matcher(Shelf())
    line = "Nothing in this message of the harbour board of Saltover is an offer to anybody, and no reply is expected"
    for n in range(230):
        found = matcher.arrive([Statement(f"s{n}", f"{line} after number {n}.", f"a{n}")])
        assert found if n else not found
