"""A batch of statements: who matches whom, in which order, and what is never matched."""

from attribution.match.arriving import Matcher
from attribution.match.matching import matches
from attribution.match.postings import Shelf
from attribution.model import Relation, Statement

BRIDGE = "The old bridge over the Vistrel will be closed to lorries until the spring of next year."
SHORT = "The old bridge over the Vistrel will be closed to lorries."
OTHER = "Nobody on the fisheries council had read the report before the vote on Tuesday."


def statement(number: int, text: str, article: str | None = None) -> Statement:
    return Statement(str(number), text, article)


def test_pairs_come_in_input_order() -> None:
    found = list(
        matches([statement(1, BRIDGE), statement(2, OTHER), statement(3, SHORT), statement(4, BRIDGE.upper())])
    )
    assert [(m.a, m.b) for m in found] == [("1", "3"), ("1", "4"), ("3", "4")]
    assert found[1].relation == Relation.VERBATIM
    assert found[1].score == 1


def test_one_article_is_marked() -> None:
    found = list(matches([statement(1, BRIDGE, "x"), statement(2, BRIDGE, "x"), statement(3, BRIDGE, "y")]))
    assert [m.same_article for m in found] == [True, False, False]


def test_statements_without_words_match_nothing() -> None:
    assert not list(matches([statement(1, ""), statement(2, "…"), statement(3, "“”"), statement(4, "")]))


def test_arrival_finds_what_the_batch_finds() -> None:
    statements = [
        statement(n, text, str(n)) for n, text in enumerate([BRIDGE, OTHER, SHORT, BRIDGE, OTHER + " Twice."])
    ]
    matcher = Matcher(Shelf())
    arrived = {(m.a, m.b): (m.relation, m.score) for each in statements for m in matcher.arrive([each])}
    assert arrived == {(m.a, m.b): (m.relation, m.score) for m in matches(statements)}


def test_a_removed_article_is_found_no_more() -> None:
    shelf = Shelf()
    matcher = Matcher(shelf)
    matcher.arrive([statement(1, BRIDGE, "x")])
    shelf.remove("x")
    assert not matcher.arrive([statement(2, BRIDGE, "y")])
