"""The one list of columns: its names are a contract with other people's scripts."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from attribution.model import Entry
from attribution.report.columns import BY_NAME, COLUMNS, columns
from attribution.report.rows import as_text, row, rows

CONTRACT = [
    "id",
    "words",
    "source",
    "speaker",
    "speaker_type",
    "role",
    "voice",
    "cue",
    "kind",
    "nested",
    "title",
    "outlet",
    "published",
    "url",
    "article",
    "content_offsets",
    "cue_offsets",
    "source_offsets",
    "confidence",
    "speaker_confidence",
    "speaker_reason",
    "origin",
    "decision",
    "reviewer",
    "reviewed_at",
    "note",
    "utterance",
    "articles",
    "text_sha256",
]


def test_names_are_the_contract() -> None:
    assert [column.name for column in COLUMNS] == CONTRACT


def test_headings_are_told_apart() -> None:
    assert len({column.heading for column in COLUMNS}) == len(COLUMNS)


def test_row_reads_every_column(entry: Callable[..., Entry]) -> None:
    found = row(entry())
    assert list(found) == CONTRACT
    assert found["content_offsets"] == [[10, 20], [30, 38]]
    assert (found["speaker"], found["role"], found["source"], found["cue"]) == (
        "Ida Marsh",
        "mayor",
        "the mayor",
        "said",
    )
    assert (found["confidence"], found["decision"], found["url"]) == (0.97, "undecided", "https://courier.example/mill")


def test_row_without_speaker_source_or_cue(entry: Callable[..., Entry]) -> None:
    bare = entry(source_words="", cue_words="")
    bare = replace(bare, attribution=replace(bare.attribution, speaker=None, source=(), cue=()))
    found = row(bare)
    assert [found[name] for name in ("speaker", "speaker_type", "source", "cue")] == [None] * 4
    assert found["source_offsets"] == []


def test_canonical_name_goes_before_the_articles_own(entry: Callable[..., Entry]) -> None:
    made = entry()
    speaker = made.attribution.speaker
    assert speaker is not None
    named = replace(made, attribution=replace(made.attribution, speaker=replace(speaker, canonical="Ida R. Marsh")))
    assert BY_NAME["speaker"].read(named) == "Ida R. Marsh"


def test_chosen_columns_keep_their_order(entry: Callable[..., Entry]) -> None:
    assert list(next(rows([entry()], columns("speaker", "words")))) == ["speaker", "words"]
    with pytest.raises(KeyError):
        columns("nonsense")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param(0, "0", id="zero-is-a-value"),
        pytest.param(0.0, "0.00", id="zero-score"),
        pytest.param(True, "yes", id="yes"),
        pytest.param([], "", id="no-offsets"),
        pytest.param([[1, 2], [5, 9]], "1-2; 5-9", id="offsets"),
    ],
)
def test_as_text(value: object, text: str) -> None:
    assert as_text(value) == text  # type: ignore[arg-type]  # the table holds every kind of value
