"""Decisions: a log in which the latest counts, and undoing one is a line of its own."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from attribution.ledger.store import Ledger
from attribution.model import Article, Decision, Overview, Review, Selection, SpeakerType

Ids = Callable[[Article], list[str]]


@pytest.fixture
def one(stories: tuple[Article, ...], ids: Ids) -> str:
    return ids(stories[0])[0]


def at(minute: int) -> str:
    return f"2031-05-01T10:{minute:02}:00+00:00"


def decided(name: str, decision: Decision, minute: int, by: str = "ana", speaker: str | None = None) -> Review:
    value = {} if speaker is None else {"speaker": speaker, "speaker_type": "person"}
    return Review("attribution", name, decision, by, at(minute), value)


def in_force(ledger: Ledger, name: str) -> tuple[Decision, str | None, str | None]:
    entry = ledger.entry(name)
    assert entry.attribution in (ledger.article(entry.article.id).attributions or ())
    speaker = entry.attribution.speaker
    return entry.decision, entry.reviewer, None if speaker is None else speaker.name


def test_the_latest_counts(filled: Ledger, one: str) -> None:
    filled.review(decided(one, Decision.ACCEPTED, 1), decided(one, Decision.REJECTED, 2, "bo"))
    assert in_force(filled, one) == (Decision.REJECTED, "bo", "Ida Marsh")
    assert [review.decision for review in filled.reviews("attribution", one)] == [Decision.ACCEPTED, Decision.REJECTED]
    assert filled.count(Selection(decision=Decision.REJECTED)) == 1
    overview: Overview = filled.overview()
    assert overview.reviewed == 1


def test_reviews_are_read_as_they_were_given(filled: Ledger, one: str) -> None:
    given = replace(decided(one, Decision.CORRECTED, 1, speaker="Ana Ruiz"), note="see “minutes”")
    filled.review(given)
    assert filled.reviews("attribution", one) == [given]
    assert filled.reviews("attribution", "other") == filled.reviews("match", one) == []


def test_a_corrected_speaker(filled: Ledger, one: str) -> None:
    filled.review(decided(one, Decision.CORRECTED, 1, speaker="Ana Ruiz"))
    speaker = filled.entry(one).attribution.speaker
    assert speaker is not None
    assert (speaker.name, speaker.canonical, speaker.type) == ("Ana Ruiz", "Ana Ruiz", SpeakerType.PERSON)
    assert (speaker.confidence, speaker.reason, speaker.role) == (1.0, "set by ana", None)
    assert filled.count(Selection(speaker="Ana Ruiz")) == 1
    assert filled.count(Selection(speaker="Ida Marsh")) == 2
    assert filled.person("Ana Ruiz").statements == 1
    assert filled.statements([one])[0].speaker == "Ana Ruiz"


def test_corrected_to_nobody(filled: Ledger, one: str) -> None:
    nobody = {"speaker": "", "speaker_type": "none"}
    filled.review(Review("attribution", one, Decision.CORRECTED, "ana", at(1), nobody))
    assert filled.count(Selection(speaker="Ida Marsh")) == 2
    assert filled.statements([one])[0].speaker is None


def test_accepting_a_corrected_speaker_keeps_it(filled: Ledger, one: str) -> None:
    filled.review(decided(one, Decision.CORRECTED, 1, speaker="Ana Ruiz"))
    filled.review(decided(one, Decision.ACCEPTED, 2, "bo"))
    assert in_force(filled, one) == (Decision.ACCEPTED, "bo", "Ana Ruiz")
    filled.undo("bo")
    assert in_force(filled, one) == (Decision.CORRECTED, "ana", "Ana Ruiz")
    filled.undo("ana")
    assert in_force(filled, one) == (Decision.UNDECIDED, None, "Ida Marsh")


def test_undo_goes_back_step_by_step(filled: Ledger, one: str) -> None:
    steps = [decided(one, Decision.REJECTED, 1), decided(one, Decision.CORRECTED, 2, speaker="Ana Ruiz"),
             decided(one, Decision.UNDECIDED, 3)]  # fmt: skip
    for step in steps:
        filled.review(step)
    assert in_force(filled, one) == (Decision.UNDECIDED, "ana", "Ida Marsh")
    assert filled.undo("ana") == steps[2]
    assert in_force(filled, one) == (Decision.CORRECTED, "ana", "Ana Ruiz")
    assert filled.undo("ana") == steps[1]
    assert in_force(filled, one) == (Decision.REJECTED, "ana", "Ida Marsh")
    assert filled.undo("ana") == steps[0]
    assert in_force(filled, one) == (Decision.UNDECIDED, None, "Ida Marsh")
    assert filled.undo("ana") is None
    log = filled.reviews("attribution", one)
    assert [(review.decision, review.note) for review in log[3:]] == [
        (Decision.CORRECTED, "taken back"), (Decision.REJECTED, "taken back"), (Decision.UNDECIDED, "taken back"),
    ]  # fmt: skip
    assert log[:3] == steps, "nothing in the log is altered"
    assert "Ana Ruiz" not in {person.name for person in filled.people()}


def test_undo_is_the_reviewer_s_own(filled: Ledger, one: str) -> None:
    filled.review(decided(one, Decision.ACCEPTED, 1))
    filled.review(decided(one, Decision.REJECTED, 2, "bo"))
    assert filled.undo("cy") is None
    filled.undo("ana")
    assert in_force(filled, one)[:2] == (Decision.REJECTED, "bo"), "another's later decision stays in force"
    filled.undo("bo")
    assert in_force(filled, one)[0] is Decision.UNDECIDED


def test_a_batch_is_undone_as_one(filled: Ledger, stories: tuple[Article, ...], ids: Ids) -> None:
    first, second = ids(stories[0])
    filled.review(decided(first, Decision.ACCEPTED, 1))
    filled.review(*(decided(name, Decision.REJECTED, 2) for name in (first, second)))
    taken = filled.undo("ana")
    assert taken is not None
    assert taken.target_id == first
    assert in_force(filled, first)[0] is Decision.ACCEPTED
    assert in_force(filled, second)[0] is Decision.UNDECIDED


def test_undo_after_a_decision_that_followed_an_undo(filled: Ledger, one: str) -> None:
    filled.review(decided(one, Decision.ACCEPTED, 1))
    filled.undo("ana")
    filled.review(decided(one, Decision.REJECTED, 2))
    filled.undo("ana")
    assert in_force(filled, one)[0] is Decision.UNDECIDED


def pair(a: str, b: str, decision: Decision, minute: int) -> Review:
    return Review("match", "|".join(sorted((a, b))), decision, "ana", at(minute))


def pairs(ledger: Ledger) -> tuple[set[tuple[str, ...]], ...]:
    return tuple({tuple(sorted(pair)) for pair in found} for found in ledger.decided_pairs())


def test_pairs(filled: Ledger, stories: tuple[Article, ...], ids: Ids) -> None:
    a, b, c = sorted((*ids(stories[0]), *ids(stories[1])))
    filled.review(pair(a, b, Decision.REJECTED, 1), pair(b, c, Decision.ACCEPTED, 1), pair(a, c, Decision.ACCEPTED, 1))
    filled.review(pair(a, c, Decision.REJECTED, 2))
    assert pairs(filled) == ({(b, c)}, {(a, b), (a, c)})
    filled.undo("ana")
    assert pairs(filled) == ({(b, c), (a, c)}, {(a, b)})
    filled.undo("ana")
    assert filled.decided_pairs() == (frozenset(), frozenset())


def test_decisions_about_other_things_change_no_entry(filled: Ledger, one: str) -> None:
    for target in ("finding", "utterance", "match", "speaker"):
        filled.review(Review(target, one, Decision.REJECTED, "ana", at(1)))
        assert [review.target for review in filled.reviews(target, one)] == [target]
    assert in_force(filled, one)[0] is Decision.UNDECIDED
