"""The directory of speakers as people edit it: moved, merged, split, undone, and kept through new runs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution.errors import LedgerError
from attribution.ledger.store import Ledger
from attribution.model import Alias, Article, Decision, Review, Role, Selection, Speaker, SpeakerType

Ids = Callable[[Article], list[str]]
PERSON, BODY = SpeakerType.PERSON, SpeakerType.ORGANISATION


@pytest.fixture
def several(ledger: Ledger, tell: Callable[..., Article]) -> Ledger:
    """Three spellings of one man, each a speaker of its own, and two Clintons printed by surname."""
    for number, (form, canonical) in enumerate(FORMS):
        ledger.store(named(tell, number, form, canonical))
    return ledger


FORMS = (
    ("Alexander Lukashenko", "Alexander Lukashenko"),
    ("Lukashenko", "Alexander Lukashenko"),
    ("Aleksandr Lukashenka", "Aleksandr Lukashenka"),
    ("Lukashenka", "Aleksandr Lukashenka"),
    ("Clinton", "Hillary Clinton"),
    ("Clinton", "Bill Clinton"),
)


def named(tell: Callable[..., Article], number: int, form: str, canonical: str | None) -> Article:
    story = tell(f"a{number}", [(form, f"Words {number}.")], f"2031-01-0{number + 1}")
    by = Speaker(form, PERSON, 0.9, "as printed", canonical, role=f"role {number}")
    return replace(story, attributions=tuple(replace(a, speaker=by) for a in story.attributions or ()))


def run_again(ledger: Ledger, tell: Callable[..., Article]) -> None:
    """What a new run of the program finds, which knows nothing of people's decisions."""
    for number, (form, canonical) in enumerate(FORMS):
        ledger.store(named(tell, number, form, canonical))


def told(ledger: Ledger) -> dict[str, int]:
    """How much each speaker says, which tallies, people and selections must agree on."""
    found = {tally.name: tally.count for tally in ledger.tallies("speaker")}
    assert {person.name: person.statements for person in ledger.people() if person.statements} == found
    assert {name: ledger.count(Selection(speaker=name)) for name in found} == found
    assert ledger.overview().speakers == len(found)
    return found


def forms(ledger: Ledger, speaker: str) -> dict[str, bool]:
    return {alias.form: alias.decided for alias in ledger.aliases() if alias.speaker == speaker}


APART = {"Alexander Lukashenko": 2, "Aleksandr Lukashenka": 2, "Hillary Clinton": 1, "Bill Clinton": 1}


def test_speakers_and_forms_are_made_by_storing(several: Ledger) -> None:
    assert told(several) == APART
    assert forms(several, "Alexander Lukashenko") == {"Alexander Lukashenko": False, "Lukashenko": False}
    assert forms(several, "Bill Clinton") == {"Clinton": False}


def test_merge_and_undo(several: Ledger, tell: Callable[..., Article]) -> None:
    before = several.aliases()
    several.merge("Aleksandr Lukashenka", "Alexander Lukashenko", "ana")
    merged = APART | {"Alexander Lukashenko": 4}
    del merged["Aleksandr Lukashenka"]
    assert told(several) == merged
    entry = several.entries(Selection(article="a3"))[0]
    assert entry.attribution.speaker is not None
    assert (entry.attribution.speaker.name, entry.attribution.speaker.canonical) == (
        "Lukashenka",
        "Alexander Lukashenko",
    )
    assert several.statements([entry.attribution.id])[0].speaker == "Alexander Lukashenko"
    assert several.count(Selection(speaker="Aleksandr Lukashenka")) == 4, "an old link still leads there"
    person = several.person("Aleksandr Lukashenka")
    assert person.name == "Alexander Lukashenko"
    assert set(person.aliases) == {"Lukashenko", "Aleksandr Lukashenka", "Lukashenka"}
    latest_first = [Role(f"role {n}", 1, f"2031-01-0{n + 1}", f"2031-01-0{n + 1}") for n in (3, 2, 1, 0)]
    assert list(person.roles) == latest_first
    assert {alias.form for alias in several.aliases() if alias.decided} == {"Aleksandr Lukashenka"}
    assert (person.first, person.last) == ("2031-01-01", "2031-01-04")
    run_again(several, tell)
    assert told(several) == merged
    taken = several.undo("ana")
    assert taken is not None
    assert (taken.target, taken.target_id) == ("speaker", "Aleksandr Lukashenka|Alexander Lukashenko")
    assert told(several) == APART
    assert several.aliases() == before


def test_merging_what_a_new_run_names_by_the_merged_name(several: Ledger, tell: Callable[..., Article]) -> None:
    """The directory that the program links with follows merges: undone, each form goes back to its own."""
    several.merge("Aleksandr Lukashenka", "Alexander Lukashenko", "ana")
    several.store(named(tell, 3, "Lukashenka", "Alexander Lukashenko"))
    several.undo("ana")
    assert told(several) == APART


def test_a_chain_of_merges(several: Ledger) -> None:
    several.merge("Bill Clinton", "Hillary Clinton", "ana")
    several.merge("Hillary Clinton", "Alexander Lukashenko", "ana")
    assert told(several) == {"Alexander Lukashenko": 4, "Aleksandr Lukashenka": 2}
    several.undo("ana")
    assert told(several) == {"Alexander Lukashenko": 2, "Aleksandr Lukashenka": 2, "Hillary Clinton": 2}
    several.undo("ana")
    assert told(several) == APART


def test_splitting_what_was_merged(several: Ledger) -> None:
    several.merge("Aleksandr Lukashenka", "Alexander Lukashenko", "ana")
    several.split("Aleksandr Lukashenka", "bo")
    assert told(several) == APART
    several.undo("bo")
    assert told(several)["Alexander Lukashenko"] == 4


def test_splitting_off_a_form(several: Ledger, tell: Callable[..., Article]) -> None:
    before = several.aliases()
    several.split("Lukashenka", "ana")
    apart = APART | {"Aleksandr Lukashenka": 1, "Lukashenka": 1}
    assert told(several) == apart
    assert forms(several, "Lukashenka") == {"Lukashenka": True}
    run_again(several, tell)
    assert told(several) == apart, "a person's split is kept"
    assert [review.value for review in several.reviews("speaker", "Lukashenka")] == [{"split": "Lukashenka"}]
    several.undo("ana")
    assert told(several) == APART
    assert several.aliases() == before


@pytest.mark.parametrize(
    ("act", "why"),
    [
        pytest.param(
            lambda ledger: ledger.merge("Nobody", "Bill Clinton", "ana"), "Nobody: no such speaker", id="unknown"
        ),
        pytest.param(
            lambda ledger: ledger.merge("Bill Clinton", "Nobody", "ana"), "Nobody: no such speaker", id="into-unknown"
        ),
        pytest.param(
            lambda ledger: ledger.merge("Bill Clinton", "Bill Clinton", "ana"), "is the same speaker", id="itself"
        ),
        pytest.param(lambda ledger: ledger.split("Nobody", "ana"), "Nobody: no such name form", id="unknown-form"),
        pytest.param(lambda ledger: ledger.split("Alexander Lukashenko", "ana"), "own already", id="nothing-to-split"),
    ],
)
def test_what_cannot_be(several: Ledger, act: Callable[[Ledger], None], why: str) -> None:
    with pytest.raises(LedgerError, match=why):
        act(several)
    assert told(several) == APART
    assert several.undo("ana") is None


def test_the_list_that_was_exported_changes_nothing(several: Ledger) -> None:
    rows = several.aliases()
    assert several.set_aliases(rows, "ana") == 0
    assert several.aliases() == rows
    assert several.undo("ana") is None


def alias(form: str, speaker: str, external: str | None = None, kind: SpeakerType = PERSON) -> Alias:
    return Alias(form, speaker, kind, external, decided=True)


@pytest.mark.parametrize(
    ("rows", "changed", "then"),
    [
        pytest.param([alias("Lukashenka", "Alexander Lukashenko")], 1,
                     APART | {"Alexander Lukashenko": 3, "Aleksandr Lukashenka": 1}, id="moved"),
        pytest.param([alias("Clinton", "Hillary Clinton")], 1,
                     {"Alexander Lukashenko": 2, "Aleksandr Lukashenka": 2, "Hillary Clinton": 2}, id="from-two"),
        pytest.param([alias("Clinton", "Hillary Clinton"), alias("Clinton", "Bill Clinton")], 2, APART, id="both"),
        pytest.param([alias("Lukashenko", "Batka")], 1, APART | {"Alexander Lukashenko": 1, "Batka": 1}, id="new-one"),
        pytest.param([alias("A. L.", "Alexander Lukashenko", "Q2866")], 1, APART, id="new-form"),
    ],
)  # fmt: skip
def test_an_edited_list(several: Ledger, rows: Sequence[Alias], changed: int, then: dict[str, int]) -> None:
    before = several.aliases()
    assert several.set_aliases(rows, "ana") == changed
    assert told(several) == then
    for row in rows:
        assert row in several.aliases()
    assert several.set_aliases(rows, "ana") == 0
    several.undo("ana")
    assert told(several) == APART
    assert several.aliases() == before


def test_an_edited_list_is_kept_through_new_runs(several: Ledger, tell: Callable[..., Article]) -> None:
    several.set_aliases([alias("Clinton", "Hillary Clinton"), alias("Lukashenko", "Batka")], "ana")
    run_again(several, tell)
    then = {"Hillary Clinton": 2, "Batka": 1, "Alexander Lukashenko": 1, "Aleksandr Lukashenka": 2}
    assert told(several) == then
    several.undo("ana")
    run_again(several, tell)
    assert told(several) == APART


def test_refused_merges(several: Ledger) -> None:
    pair = frozenset(("Bill Clinton", "Hillary Clinton"))
    several.review(Review("speaker", "Bill Clinton|Hillary Clinton", Decision.REJECTED, "ana", "2031-01-01"))
    assert several.refused_merges() == {pair}
    several.undo("ana")
    assert several.refused_merges() == frozenset()


def test_a_merge_ends_its_refusal(several: Ledger) -> None:
    several.review(Review("speaker", "Bill Clinton|Hillary Clinton", Decision.REJECTED, "ana", "2031-01-01"))
    several.merge("Hillary Clinton", "Bill Clinton", "ana")
    assert several.refused_merges() == frozenset()
    several.undo("ana")
    assert len(several.refused_merges()) == 1


def test_undoing_after_the_articles_have_gone(several: Ledger, tell: Callable[..., Article]) -> None:
    """A speaker whose forms were all given away has gone when its article is taken out; undoing brings it back."""
    several.set_aliases([alias("Clinton", "Hillary Clinton")], "ana")
    several.merge("Aleksandr Lukashenka", "Alexander Lukashenko", "ana")
    several.split("Aleksandr Lukashenka", "ana")
    for head in several.articles(limit=None):
        several.remove(head.id)
    while several.undo("ana"):
        pass
    run_again(several, tell)
    assert told(several) == APART


NAMES = st.sampled_from(sorted({name for pair in FORMS for name in pair} | {"Batka"}))
DEEDS = st.one_of(
    st.tuples(st.just("merge"), NAMES, NAMES),
    st.tuples(st.just("split"), NAMES, st.just("")),
    st.tuples(st.just("set"), NAMES, NAMES),
    st.tuples(st.just("correct"), st.integers(0, 5), NAMES),
    st.tuples(st.just("undo"), st.just(""), st.just("")),
    st.tuples(st.just("remove"), st.integers(0, 5), st.just("")),
    st.tuples(st.just("run"), st.just(""), st.just("")),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=12))
def test_whatever_people_do_can_be_undone(
    several: Ledger, tell: Callable[..., Article], deeds: list[tuple[str, str | int, str]]
) -> None:
    run_again(several, tell)
    for deed in deeds:
        try:
            _do(several, tell, *deed)
        except LedgerError as refused:
            assert "nothing to" in str(refused) or "no such" in str(refused)  # noqa: PT017  # either may be raised
        told(several)
    while several.undo("ana"):
        pass
    run_again(several, tell)
    assert told(several) == APART
    with several._reading() as db:
        assert db.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def _do(ledger: Ledger, tell: Callable[..., Article], deed: str, one: str | int, other: str) -> None:
    if deed == "merge":
        ledger.merge(str(one), other, "ana")
    elif deed == "split":
        ledger.split(str(one), "ana")
    elif deed == "set":
        ledger.set_aliases([alias(str(one), other)], "ana")
    elif deed == "correct":
        for entry in ledger.entries(Selection(article=f"a{one}")):
            value = {"speaker": other, "speaker_type": "person"}
            at = f"2031-01-01 {len(ledger.reviews('attribution', entry.attribution.id))}"
            ledger.review(Review("attribution", entry.attribution.id, Decision.CORRECTED, "ana", at, value))
    elif deed == "undo":
        ledger.undo("ana")
    elif deed == "remove":
        if f"a{one}" in {head.id for head in ledger.articles()}:
            ledger.remove(f"a{one}")
    else:
        run_again(ledger, tell)


def test_what_a_person_decided_outlives_its_articles(several: Ledger) -> None:
    several.merge("Aleksandr Lukashenka", "Alexander Lukashenko", "ana")
    several.set_aliases([alias("Clinton", "Hillary Clinton", "Q6294")], "ana")
    for head in several.articles(limit=None):
        several.remove(head.id)
    assert Alias("Clinton", "Hillary Clinton", PERSON, "Q6294", True) in several.aliases()
    assert several.tallies("speaker") == []


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        pytest.param(None, None, id="none-given"),
        pytest.param(Speaker("", SpeakerType.NONE, 0.5, "no source"), None, id="nobody"),
        pytest.param(Speaker("Unknown", PERSON, 0.5, "a guess"), None, id="unknown-is-no-speaker"),
        pytest.param(Speaker("Nobody Jones", PERSON, 0.5, "as printed"), "Nobody Jones", id="a-name-with-nobody-in-it"),
        pytest.param(
            Speaker("a senior aide", SpeakerType.ANONYMOUS, 0.5, "as printed"), "a senior aide", id="anonymous"
        ),
    ],
)
def test_who_counts_as_a_speaker(
    ledger: Ledger, tell: Callable[..., Article], speaker: Speaker | None, found: str | None
) -> None:
    story = tell("a", [("Someone", "Words.")])
    ledger.store(replace(story, attributions=tuple(replace(a, speaker=speaker) for a in story.attributions or ())))
    assert [person.name for person in ledger.people()] == ([] if found is None else [found])


def test_one_name_of_two_types_is_one_person_to_read(ledger: Ledger, tell: Callable[..., Article]) -> None:
    for number, kind in enumerate((BODY, BODY, PERSON)):
        story = tell(f"a{number}", [("Washington", "Words.")])
        by = Speaker("Washington", kind, 0.5, "as printed")
        ledger.store(replace(story, attributions=tuple(replace(a, speaker=by) for a in story.attributions or ())))
    assert [(p.name, p.type, p.statements) for p in ledger.people()] == [("Washington", BODY, 3)]
    assert ledger.count(Selection(speaker="Washington")) == 3


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("lukashenka", ["Aleksandr Lukashenka"], id="a-form"),
        pytest.param("CLINTON", ["Bill Clinton", "Hillary Clinton"], id="shared-form"),
        pytest.param("bill clinton", ["Bill Clinton"], id="a-name-that-no-article-prints"),
        pytest.param("aleksandr lukashenka", ["Aleksandr Lukashenka"], id="all-words"),
        pytest.param("aleksandr clinton", [], id="of-one-form"),
    ],
)
def test_people_by_words(several: Ledger, words: str, names: list[str]) -> None:
    assert [person.name for person in several.people(words)] == names


def test_people_page_by_page(several: Ledger) -> None:
    whole = [person.name for person in several.people(limit=None)]
    assert [several.people(limit=1, offset=n)[0].name for n in range(4)] == whole
    assert [person.statements for person in several.people()] == [2, 2, 1, 1]


def test_a_role_lasts_from_its_first_day_to_its_last(ledger: Ledger, tell: Callable[..., Article]) -> None:
    for number, role in enumerate(("Mayor", "candidate", "mayor", None)):
        story = named(tell, number, "Ada Thorn", None)
        said = replace(story.attributions[0], speaker=Speaker("Ada Thorn", PERSON, 0.9, "as printed", role=role))
        ledger.store(replace(story, attributions=(said,)))
    person = ledger.person("Ada Thorn")
    assert [(r.name.casefold(), r.statements, r.first, r.last) for r in person.roles] == [
        ("mayor", 2, "2031-01-01", "2031-01-03"),
        ("candidate", 1, "2031-01-02", "2031-01-02"),
    ]


def test_who_speaks_for_a_body_and_its_identifier_are_told(ledger: Ledger, tell: Callable[..., Article]) -> None:
    for number, voice in enumerate(("Ian Roe", "Eve Moss", "Eve Moss", None)):
        story = named(tell, number, "Harbour Office", None)
        by = Speaker("Harbour Office", BODY, 0.9, "as printed", voice=voice)
        ledger.store(replace(story, attributions=(replace(story.attributions[0], speaker=by),)))
    ledger.set_aliases([Alias("Harbour Office", "Harbour Office", BODY, "Q7")], "ana")
    person = ledger.person("Harbour Office")
    assert person.voices == ("Eve Moss", "Ian Roe")
    assert person.external == "Q7"
    ledger.undo("ana")
    assert ledger.person("Harbour Office").external is None
