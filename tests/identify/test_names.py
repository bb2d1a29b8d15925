"""A person's name taken apart, and whether two can be one person's."""

import pytest

from attribution.identify.names import PersonName, is_joint, names_fit, parse_name, parse_person

PARSED = [
    pytest.param("Martha Keeling", PersonName(("martha",), "keeling", ""), id="plain"),
    pytest.param("Henry van der Dorn", PersonName(("henry",), "van der dorn", ""), id="particles"),
    pytest.param("Peter J. Lund Jr.", PersonName(("peter", "j"), "lund", "jr"), id="suffix"),
    pytest.param("Ana O’Neill, MD", PersonName(("ana",), "oneill", ""), id="credential"),
    pytest.param("Ana Holt KC MP", PersonName(("ana",), "holt", ""), id="letters"),
    pytest.param("Jack Ma", PersonName(("jack",), "ma", ""), id="surname-like-letters"),
    pytest.param("Lula", PersonName((), "lula", ""), id="one-name"),
]


@pytest.mark.parametrize(("name", "parsed"), PARSED)
def test_parsed(name: str, parsed: PersonName) -> None:
    assert parse_name(name.split()) == parsed


FITS = [
    pytest.param("Martha Keeling", "M. Keeling", True, id="initial"),
    pytest.param("William Lund", "Bill Lund", True, id="short-form"),
    pytest.param("John Edgar Marsh", "J. Edgar Marsh", True, id="middle"),
    pytest.param("Ana Peña", "Ana Pena", True, id="accent"),
    pytest.param("Peter A. Lund", "Peter B. Lund", False, id="middle-initials-differ"),
    pytest.param("Martha Keeling", "Paul Keeling", False, id="relatives"),
    pytest.param("Peter Lund Jr.", "Peter Lund", False, id="father-and-son"),
    pytest.param("Keeling", "Martha Keeling", False, id="surname-alone"),
]


@pytest.mark.parametrize(("one", "other", "fit"), FITS)
def test_fit(one: str, other: str, fit: bool) -> None:
    assert names_fit(parse_name(one.split()), parse_name(other.split())) is fit
    assert names_fit(parse_name(other.split()), parse_name(one.split())) is fit


def test_titles_and_possessives_go() -> None:
    assert parse_person("Mayor Martha Keeling’s") == parse_person("Martha Keeling")
    assert parse_person("King Lund").given == ("king",)


@pytest.mark.parametrize(
    ("name", "joint"),
    [
        pytest.param("Lund and Keeling", True, id="and"),
        pytest.param("Lund & Keeling", True, id="sign"),
        pytest.param("Lund, Keeling", True, id="comma"),
        pytest.param("Peter Lund, Jr.", False, id="suffix"),
        pytest.param("Anders Lund", False, id="in-a-name"),
    ],
)
def test_joint(name: str, joint: bool) -> None:
    assert is_joint(name) is joint
