"""Marks one by one: what their surroundings make of them, and which are apostrophes."""

import pytest

from attribution.extract.marks import Role, habits, marks
from attribution.extract.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param('said "yes" now', [Role.OPENS, Role.CLOSES], id="spaces"),
        pytest.param('("yes")', [Role.OPENS, Role.CLOSES], id="brackets"),
        pytest.param('x"y', [Role.EITHER], id="between-letters"),
        pytest.param(' " ', [Role.EITHER], id="between-spaces"),
        pytest.param("“‘yes’”", [Role.OPENS, Role.OPENS, Role.CLOSES, Role.CLOSES], id="side-by-side"),
        pytest.param("”yes”", [Role.EITHER, Role.CLOSES], id="closing-shape-before-a-word"),
        pytest.param("yes“ now", [Role.EITHER], id="opening-shape-after-a-word"),
    ],
)
def test_role(text, roles):
    assert [mark.role for mark in marks(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "’tis ’em ’90s",
        "O’Neill don't Hawai‘i",
        "rock 'n' roll",
        "6'2\" 40°26'46\"N",
        "Trump 's plan",
        "the dogs ' bowls",
        "Hawaiʻi 5′ 10″",
    ],
)
def test_what_is_no_mark(text):
    assert list(marks(text)) == []


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        pytest.param("the dogs’ bowls", True, id="possessive"),
        pytest.param("the dogs’ and", False, id="before-a-function-word"),
        pytest.param("goin’ home", True, id="dropped-letter"),
        pytest.param("he went’ home", False, id="another-letter"),
        pytest.param('the 12" record', True, id="inches"),
        pytest.param('in 1990", he', False, id="number-before-comma"),
    ],
)
def test_weak_marks(text, weak):
    assert [mark.weak for mark in marks(text)] == [weak]


def test_habits_of_a_text():
    assert habits("»Ja«, sagte er.").reversed_guillemets
    assert not habits("«Ja», sagte er; d’« honneur ».").reversed_guillemets
    assert habits("''Yes,'' he said.").doubled
    assert not habits("the dogs'' bowls").doubled


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("One.\nTwo.", 2, id="a-line-each"),
        pytest.param("One.\n\n \nTwo.", 2, id="blank-lines"),
        pytest.param("One.\r\nTwo.\rThree.\u2028Four.", 4, id="other-line-ends"),
        pytest.param("broken off in the\nmiddle of it", 1, id="broken-off"),
        pytest.param("milk\nBread\nEggs", 3, id="list"),
        pytest.param(f"{'word ' * 11}and\n{'word ' * 11}long\nwords.", 1, id="wrapped"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_paragraphs(text, count):
    assert len(list(paragraphs(text))) == count
