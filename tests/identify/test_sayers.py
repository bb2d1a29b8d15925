"""Who is named as a source next, and most."""

import pytest

from attribution.identify.entities import Entity
from attribution.identify.names import parse_name
from attribution.identify.sayers import Sayers


def _entity(number: int) -> Entity:
    return Entity(number, f"N{number}", "person", parse_name([f"N{number}"]), (f"n{number}",))


A, B, C = map(_entity, range(3))
SAYERS = Sayers([(50, B), (10, A), (90, A), (70, B), (95, A)])


@pytest.mark.parametrize(
    ("after", "entity", "told"),
    [
        pytest.param(0, A, "0", id="next"),
        pytest.param(0, B, "1", id="behind-one-other"),
        pytest.param(60, A, "1", id="one-other-who-speaks-twice-counts-once"),
        pytest.param(80, B, "late", id="spoke-before"),
        pytest.param(0, C, "never", id="never"),
    ],
)
def test_speaks_next(after: int, entity: Entity, told: str) -> None:
    assert SAYERS.speaks_next(after, entity) == told


def test_says_most() -> None:
    assert [SAYERS.says_most(each) for each in (A, B, C)] == [True, False, False]
    assert not Sayers([]).says_most(C)
