"""Statements that share telling words with another."""

import pytest

from attribution.identify.entities import Entity
from attribution.identify.names import parse_name
from attribution.identify.retold import MOST_SHARED, Retold
from attribution.model import Span

ADA, BEN = (
    Entity(number, name, "person", parse_name(tuple(name.lower().split())), tuple(name.lower().split()))
    for number, name in enumerate(("Ada Thorn", "Ben Vale"))
)
LEAD, FIRST, SECOND = (
    "the levee will fail before winter",
    "the levee fails in every winter storm",
    "taxes are due",
)
TEXT = f"{LEAD}. {FIRST}. {SECOND}."


def spans(words: str) -> tuple[Span, ...]:
    at = TEXT.index(words)
    return (Span(at, at + len(words)),)


def test_who_says_the_same_in_other_forms_of_the_words() -> None:
    alike = Retold(TEXT, [(ADA, spans(FIRST)), (BEN, spans(SECOND))]).alike(spans(LEAD))
    assert alike == {ADA.number: 2}


def test_the_statement_itself_is_not_told_again() -> None:
    assert not Retold(TEXT, [(ADA, spans(LEAD))]).alike(spans(LEAD))


@pytest.mark.parametrize("others", [MOST_SHARED - 1, MOST_SHARED])
def test_a_word_that_many_say_tells_nobody(others: int) -> None:
    told = [(ADA, spans(FIRST)), *[(BEN, spans(FIRST))] * others]
    assert bool(Retold(TEXT, told).alike(spans(LEAD))) is (others < MOST_SHARED)
