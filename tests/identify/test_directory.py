"""Speakers across articles: what links two name forms, what only suggests it, and what keeps them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.identify.directory import Directory
from attribution.model import Alias, Speaker, SpeakerType

PERSON, BODY = SpeakerType.PERSON, SpeakerType.ORGANISATION


def known(*names: str, kind: SpeakerType = PERSON, refused: tuple[frozenset[str], ...] = ()) -> Directory:
    return Directory([Alias(name, name, kind) for name in names], refused)


def linked(directory: Directory, name: str, kind: SpeakerType = PERSON) -> str | None:
    return directory.link(Speaker(name, kind, 0.9, "named here")).canonical


LINKS = [
    pytest.param(["Martha Keeling"], "Martha Keeling", "Martha Keeling", id="same"),
    pytest.param(["Martha Keeling"], "MARTHA KEELING", "Martha Keeling", id="capitals"),
    pytest.param(["Martha Keeling"], "Mayor Martha Keeling", "Martha Keeling", id="title"),
    pytest.param(["Martha Keeling"], "Martha Keeling’s", "Martha Keeling", id="possessive"),
    pytest.param(["Martha J. Keeling"], "M. J. Keeling", "Martha J. Keeling", id="initials"),
    pytest.param(["William Lund"], "Bill Lund", "William Lund", id="short-form"),
    pytest.param(["Alexander Lukashenko"], "Alyaksandr Lukashenka", "Alexander Lukashenko", id="transliterated"),
    pytest.param(["Volodymyr Zelensky"], "Volodymyr Zelenskyy", "Volodymyr Zelensky", id="ending"),
    pytest.param(["Martha Keeling"], "Keeling", "Martha Keeling", id="only-bearer"),
    pytest.param(["Martha Keeling", "Paul Keeling"], "Keeling", "Keeling", id="two-bearers"),
    pytest.param(["Martha Keeling", "Paul Keeling"], "P. Keeling", "Paul Keeling", id="one-of-two-by-initial"),
    pytest.param(["Martha Keeling", "Mary Keeling"], "M. Keeling", "M. Keeling", id="two-by-initial"),
    pytest.param(["Martha Keeling"], "Martha Kealing", "Martha Kealing", id="close-is-not-enough"),
    pytest.param(["Peter Lund Jr."], "Peter Lund Sr.", "Peter Lund Sr.", id="father-and-son"),
    pytest.param(["Martha Keeling"], "Lund and Keeling", "Lund and Keeling", id="joint"),
    pytest.param(["Martha Keeling"], "Ada Lund And Martha Keeling", "Ada Lund And Martha Keeling", id="joint-capital"),
    pytest.param(["Martha Keeling"], "Mayor Ada Lund", "Ada Lund", id="new-with-title"),
    pytest.param(["Martha J. Keeling"], "Martha B. J. Keeling", "Martha B. J. Keeling", id="another-middle-name"),
    pytest.param(["Martha Jane Keeling"], "Martha J. Keeling", "Martha Jane Keeling", id="middle-initial"),
    pytest.param(["Alexander Lukashenko"], "Lukashenka", "Lukashenka", id="bare-spelled-otherwise"),
]


@pytest.mark.parametrize(("names", "name", "canonical"), LINKS)
def test_link(names: list[str], name: str, canonical: str) -> None:
    assert linked(known(*names), name) == canonical


def test_a_surname_is_asked_anew_when_another_bearer_is_known() -> None:
    directory = known("Martha Keeling")
    assert linked(directory, "Keeling") == "Martha Keeling"
    assert linked(directory, "Paul Keeling") == "Paul Keeling"
    assert linked(directory, "Keeling") == "Keeling"


def test_types_are_kept_apart() -> None:
    assert linked(known("Keeling", kind=BODY), "Keeling") == "Keeling"
    assert linked(known("Martha Keeling"), "Keeling", BODY) == "Keeling"


def test_what_a_person_decided_wins() -> None:
    directory = Directory(
        [Alias("Keeling", "Paul Keeling", PERSON, decided=True), Alias("M. Keeling", "Martha Keeling", PERSON)]
    )
    found = directory.link(Speaker("Keeling", PERSON, 0.9, "named here"))
    assert found.canonical == "Paul Keeling"
    assert found.reason == "named here; “Keeling” was set to be Paul Keeling"


def test_the_reason_names_the_evidence() -> None:
    found = known("William Lund").link(Speaker("Bill Lund", PERSON, 0.99, "named here"))
    assert found.reason == "named here; “Bill Lund” and “William Lund” fit as one name"
    assert found.confidence == 0.95


def test_the_same_name_in_other_letters_needs_no_reason() -> None:
    found = known("Residents", kind=SpeakerType.GROUP).link(Speaker("residents", SpeakerType.GROUP, 0.9, "named here"))
    assert (found.canonical, found.reason, found.confidence) == ("Residents", "named here", 0.9)


def test_nobody_is_linked_to_nobody() -> None:
    nobody = Speaker("", SpeakerType.NONE, 0.9, "no source is printed")
    assert known("Martha Keeling").link(nobody) is nobody


def test_refused_names_are_not_linked() -> None:
    apart = (frozenset({"William Lund", "Bill Lund"}),)
    assert linked(known("William Lund", refused=apart), "Bill Lund") == "Bill Lund"


CLOSE = "the first names fit and the surnames are close"
SAME = "the first names fit and the surname is the same"
SLIP = "the first names are a letter apart and the surname is the same"
SHORT = "“Keeling” may be short for “Martha Keeling”"
SPELLED = "“Lukashenka” may be short for “Alexander Lukashenko”, spelled another way"
TWICE = "two ways to spell one surname, without a first name"
WITHIN = "“Harbour Council” may be short for “Norland Harbour Council”"
ORDER = "the same words in another order"
INITIALS = "“NPA” are the initials of “Norland Port Authority”"
SUGGESTED = [
    pytest.param(["Martha Keeling", "Martha Kealing"], PERSON, CLOSE, id="close"),
    pytest.param(["Keeling", "Martha Keeling"], PERSON, SHORT, id="short"),
    pytest.param(["Hollin Port Authority", "Port Authority of Hollin"], BODY, ORDER, id="order"),
    pytest.param(["NPA", "Norland Port Authority"], BODY, INITIALS, id="initials"),
    pytest.param(["Lukashenka", "Alexander Lukashenko"], PERSON, SPELLED, id="short-spelled-otherwise"),
    pytest.param(["Zelensky", "Zelenskyy"], PERSON, TWICE, id="surnames-spelled-twice"),
    pytest.param(["Brunhild Keeling", "Brunhidl Keeling"], PERSON, SLIP, id="slip-in-the-first-name"),
    pytest.param(["Peter Lund", "Peter Lund Jr."], PERSON, f"{SAME}, but only one has “Jr.”", id="suffix-on-one"),
    pytest.param(["U.N. Harbour Office", "United Nations Harbour Office"], BODY, "the same words, shortened", id="un"),
    pytest.param(["Harbour Council", "Norland Harbour Council"], BODY, WITHIN, id="within"),
    pytest.param(
        ["Ada Thorn campaign", "Ada Thorn’s mayoral campaign"],
        BODY,
        "“Ada Thorn campaign” may be short for “Ada Thorn’s mayoral campaign”",
        id="without-an-adjective",
    ),
    pytest.param(
        ["Ostrow Research", "Ostrow Research Center"],
        BODY,
        "“Ostrow Research” may be short for “Ostrow Research Center”",
        id="last-word-left-out",
    ),
    pytest.param(["Morland", "Morlnad"], BODY, "the names are a letter apart", id="slip"),
]


@pytest.mark.parametrize(("names", "kind", "reason"), SUGGESTED)
def test_suggestion(names: list[str], kind: SpeakerType, reason: str) -> None:
    (found,) = known(*names, kind=kind).suggestions()
    assert {found.speaker, found.other} == set(names)
    assert found.reason == reason


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Martha Keeling", "Paul Keeling"], id="relatives"),
        pytest.param(["Peter Lund Jr.", "Peter Lund Sr."], id="father-and-son"),
        pytest.param(["Keeling", "Lund and Keeling"], id="joint"),
        pytest.param(["Keeling", "Ada Keeling", "Paul Keeling", "Martha Keeling"], id="a-surname-of-many"),
        pytest.param(["Martha Keeling", "Martha Ostrow"], id="first-name-only"),
        pytest.param(["Martha A. Keeling", "Martha B. Keeling"], id="other-middle-names"),
        pytest.param(["Paris", "Ada Paris"], id="a-place"),
        pytest.param(["Del", "Michael Dell"], id="short-surname-spelled-otherwise"),
        pytest.param(["Maria Keeling", "Marta Keeling"], id="two-first-names-a-letter-apart"),
        pytest.param(["Lukashenka", "Ada Lukashenko", "Paul Lukashenko", "Olga Lukashenko"], id="spelled-many-bear-it"),
    ],
)
def test_no_suggestion(names: list[str]) -> None:
    assert known(*names).suggestions() == []


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Council", "Norland Council"], id="one-word-within"),
        pytest.param(["Lund Review", "Lund Review and the Harbour Post"], id="joint"),
        pytest.param(["campaign", "campaigns"], id="plural"),
        pytest.param(["Harbour Post", "Lund News", "Lund News and Harbour Post"], id="two-bodies"),
        pytest.param(["Department of Lighthouses", "Staff for the Department of Lighthouses"], id="part-of-it"),
        pytest.param(["city council", "St. Olaf City Council"], id="a-description-within"),
        pytest.param(["NPA", "Norland press agency’s aide"], id="initials-of-a-description"),
        pytest.param(["New Democratic Party", "New Norland Democratic Party"], id="a-name-in-the-middle"),
        pytest.param(["CNN", "CBN"], id="short-words-a-letter-apart"),
        pytest.param(["Harbour Council", *(f"{each} Harbour Council" for each in ("Arden", "Hollin", "Norland"))],
                     id="within-many"),
    ],
)  # fmt: skip
def test_no_suggestion_of_bodies(names: list[str]) -> None:
    assert known(*names, kind=BODY).suggestions() == []


def test_refused_merges_are_left_out() -> None:
    pair = ("Martha Keeling", "Martha Kealing")
    assert known(*pair).suggestions()
    assert known(*pair, refused=(frozenset(pair),)).suggestions() == []


@given(st.lists(st.text(max_size=20), max_size=8), st.sampled_from(list(SpeakerType)))
def test_any_names(names: list[str], kind: SpeakerType) -> None:
    directory = Directory()
    for name in names:
        found = directory.link(Speaker(name, kind, 0.5, "printed"))
        assert 0 <= found.confidence <= 1
        assert found.reason
    for merge in directory.suggestions():
        assert merge.reason
        assert merge.speaker != merge.other


def test_another_vowel_is_another_first_name() -> None:
    known = Directory([Alias("John Marsh", "John Marsh", SpeakerType.PERSON)])
    assert known.link(Speaker("Joan Marsh", SpeakerType.PERSON, 0.9, "named in full")).canonical == "Joan Marsh"
