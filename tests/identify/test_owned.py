"""Bodies named after their owner go by one name."""

import pytest

from attribution.identify.owned import owned_bodies

FAMILY = "thorn"
ALIKE = [
    pytest.param(["Thorn campaign", "Ada Thorn’s campaign"], "campaign", "Ada Thorn’s campaign", id="the-fullest"),
    pytest.param(["Thorn's campaign", "Thorn campaign"], "campaign", "Thorn campaign", id="without-possessive"),
    pytest.param(["Thorn’s team", "Thorn campaign"], "campaign", "Thorn campaign", id="a-team-is-a-campaign"),
    pytest.param(
        ["Thorn campaign", "Ada Thorn presidential campaign"], "campaign", "Ada Thorn presidential campaign", id="kind"
    ),
    pytest.param(["Thorn’s office", "Ada Thorn’s office"], "office", "Ada Thorn’s office", id="office"),
    pytest.param(["Ada Thorn’s office", "Ben Thorn’s office"], "office", None, id="two-owners-stay-apart"),
    pytest.param(["primary campaign", "thorn campaign"], "campaign", None, id="no-name"),
    pytest.param(["Thorn campaign manager"], "campaign", None, id="someone-of-the-campaign"),
]


@pytest.mark.parametrize(("names", "head", "best"), ALIKE)
def test_one_name_for_one_body(names: list[str], head: str, best: str | None) -> None:
    owned = owned_bodies(names)
    assert owned.by_owner.get((FAMILY, head)) == best
    if best is not None:
        assert {owned.alike[name.casefold()] for name in names} == {best}
