"""What people decide about speakers holds through new runs and new articles, is followed by findings, and is undone."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from attribution import pipeline
from attribution.errors import LedgerError
from attribution.model import Article, Decision, Review, Speaker, SpeakerType
from attribution.pipeline import Work, add

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

Tell = Callable[..., Article]
SAID = "We will open two bridges over the river on Monday morning."
NOON = "2031-01-01T12:00:00+00:00"


@pytest.fixture
def kept(ledger: "Ledger", told: Tell) -> Callable[..., None]:
    """Keep articles with one statement each, said by the speaker that is printed: resolving is another stage's."""

    def keep(*sources: str, again: bool = False, first: int = 1, said: str = SAID) -> None:
        stories = [told(f"a{number}", (source, said)) for number, source in enumerate(sources, first)]
        list(add(stories, ledger, Work(keep=True, speakers=False), again=again))

    return keep


def told_by(ledger: "Ledger") -> list[str]:
    """The canonical speaker of each article's statement, in order of the articles."""
    names = (f"a{number}" for number in range(1, ledger.count_articles() + 1))
    found = (ledger.article(name).attributions for name in names)
    return [a.speaker.canonical or "" for (a,) in filter(None, found) if a.speaker is not None]


def alarms(ledger: "Ledger") -> list[str]:
    return [found.reason for found in ledger.findings() if found.kind == "two-speakers"]


def test_a_merge_is_kept_followed_and_undone(ledger: "Ledger", kept: Callable[..., None]) -> None:
    sources = ("Alexander Lukashenko", "Lukashenka")
    kept(*sources)
    (suggested,) = pipeline.merge_suggestions(ledger)
    assert {suggested.speaker, suggested.other} == set(sources)
    reason = ["the same words are credited to Alexander Lukashenko and to Lukashenka"]
    assert (told_by(ledger), alarms(ledger)) == (list(sources), reason)
    pipeline.merge_speakers(ledger, "Lukashenka", "Alexander Lukashenko", "Ana")
    one = ["Alexander Lukashenko"] * 2
    assert (told_by(ledger), alarms(ledger), pipeline.merge_suggestions(ledger)) == (one, [], [])
    kept(*sources, again=True)
    assert (told_by(ledger), alarms(ledger)) == (one, [])
    kept("Lukashenka", first=3)
    assert told_by(ledger) == one + one[:1], "what comes later is linked as the person decided"
    speaker = next(iter(ledger.article("a3").attributions or ())).speaker
    assert speaker is not None
    assert "“Lukashenka” was set to be Alexander Lukashenko" in speaker.reason
    pipeline.undo(ledger, "Ana")
    assert told_by(ledger)[:2] == list(sources)
    assert reason[0] in alarms(ledger)


def test_a_split_is_kept_followed_and_undone(ledger: "Ledger", kept: Callable[..., None]) -> None:
    sources = ("William Lund", "Bill Lund")
    kept(*sources)
    one = ["William Lund"] * 2
    assert (told_by(ledger), alarms(ledger)) == (one, [])
    pipeline.split_speaker(ledger, "Bill Lund", "Ana")
    reason = ["the same words are credited to William Lund and to Bill Lund"]
    for _ in range(2):
        assert (told_by(ledger), alarms(ledger)) == (list(sources), reason)
        kept(*sources, again=True)
    pipeline.undo(ledger, "Ana")
    assert (told_by(ledger), alarms(ledger)) == (one, [])


def test_a_refusal_is_kept_for_names_with_a_bar_too(ledger: "Ledger", kept: Callable[..., None]) -> None:
    sources = ("Lund|Roe", "Ada Lund|Roe")
    kept(*sources)
    assert len(pipeline.merge_suggestions(ledger)) == 1
    value = dict(zip(("speaker", "other"), sorted(sources), strict=True))
    ledger.review(Review("speaker", "|".join(sorted(sources)), Decision.REJECTED, "Ana", NOON, value))
    kept(*sources, again=True)
    assert pipeline.merge_suggestions(ledger) == []
    pipeline.undo(ledger, "Ana")
    assert len(pipeline.merge_suggestions(ledger)) == 1


def test_a_speaker_set_by_hand_is_kept_followed_and_undone(ledger: "Ledger", kept: Callable[..., None]) -> None:
    kept("Ada Thorn", "Ian Roe")
    ((said,), (other,)) = (ledger.article(name).attributions or () for name in ("a1", "a2"))
    assert len(alarms(ledger)) == 1
    pipeline.set_speaker(ledger, other.id, ("Ada Thorn", SpeakerType.PERSON), "Ana", NOON)
    for _ in range(2):
        assert (told_by(ledger), alarms(ledger)) == (["Ada Thorn"] * 2, [])
        kept("Ada Thorn", "Ian Roe", again=True)
    pipeline.undo(ledger, "Ana")
    assert told_by(ledger) == ["Ada Thorn", "Ian Roe"]
    assert len(alarms(ledger)) == 1
    assert said.id != other.id


def test_a_list_of_names_is_kept_followed_and_undone(ledger: "Ledger", kept: Callable[..., None]) -> None:
    kept("Ada Thorn", "Ian Roe")
    text = "form,speaker,type,external\nIan Roe,Ada Thorn,person,Q7\nEve Moss,Ada Thorn,person,\n"
    assert pipeline.read_aliases(ledger, text.encode(), "list.csv", "Ana") == 2
    assert pipeline.read_aliases(ledger, text.encode(), "list.csv", "Ana") == 0
    assert (told_by(ledger), alarms(ledger)) == (["Ada Thorn"] * 2, [])
    kept("Ada Thorn", "Ian Roe", again=True)
    kept("Eve Moss", first=3, said="Nobody was hurt.")
    assert told_by(ledger) == ["Ada Thorn"] * 3
    assert ledger.person("Ada Thorn").external == "Q7"
    pipeline.undo(ledger, "Ana")
    assert told_by(ledger)[:2] == ["Ada Thorn", "Ian Roe"]
    assert len(alarms(ledger)) == 1


def test_a_list_written_in_one_ledger_decides_in_another(
    ledger: "Ledger", kept: Callable[..., None], tmp_path: "object"
) -> None:
    import io

    from attribution.settings import Settings

    kept("Alexander Lukashenko", "Lukashenka")
    pipeline.merge_speakers(ledger, "Lukashenka", "Alexander Lukashenko", "Ana")
    written = io.StringIO()
    pipeline.write_aliases(ledger, written)
    with pipeline.open_ledger(Settings(f"{tmp_path}/other.sqlite", "Bo")) as other:
        assert pipeline.read_aliases(other, written.getvalue().encode(), "list.csv", "Bo") == 1
        again = io.StringIO()
        pipeline.write_aliases(other, again)
    decided = [line for line in written.getvalue().splitlines() if line.endswith(("decided", "yes"))]
    assert again.getvalue().splitlines() == decided


def test_nothing_is_kept_of_a_decision_that_fails(ledger: "Ledger", kept: Callable[..., None]) -> None:
    kept("Ada Thorn")
    with pytest.raises(LedgerError, match="Nobody: no such speaker"):
        pipeline.merge_speakers(ledger, "Nobody", "Ada Thorn", "Ana")
    assert pipeline.undo(ledger, "Ana") is None


def test_speakers_that_came_with_kept_attributions_stay(ledger: "Ledger", told: Tell) -> None:
    story = told("a1", ("Ada Thorn", SAID), ("Ian Roe", "Nobody was hurt."))
    first, second = story.attributions or ()
    by_hand = Speaker("the harbour master", SpeakerType.ANONYMOUS, 0.4, "as the annotator wrote")
    story = replace(story, attributions=(replace(first, speaker=by_hand), replace(second, speaker=None)))
    list(add([story], ledger, Work(keep=True, trust=True)))
    kept, found = (a.speaker for a in ledger.article("a1").attributions or ())
    assert kept is not None
    assert found is not None
    assert (kept.name, kept.type, kept.reason) == (by_hand.name, by_hand.type, by_hand.reason)
    assert found.name == "Ian Roe"


def test_of_equal_suggestions_the_pair_that_says_most_comes_first(ledger: "Ledger", kept: Callable[..., None]) -> None:
    kept("Holm", "Ada Holm", "Wren", "Ian Wren", said="Nobody was hurt.")
    kept("Wren", first=5, said="We open on Monday.")
    assert [merge.other for merge in pipeline.merge_suggestions(ledger)] == ["Ian Wren", "Ada Holm"]
