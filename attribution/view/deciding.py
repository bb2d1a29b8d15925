"""What a person decides, as reviews under the name that the settings give; and taking the latest decision back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from attribution import pipeline
from attribution.model import Decision, Entry, Finding, Person, Review, SpeakerType
from attribution.view import source

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def decide(
    ledger: "Ledger", target: str, ids: Iterable[str], decision: Decision, value: Mapping[str, str] | None = None
) -> None:
    """Keep one decision about each of ``ids``, as one batch that is undone as one. Raises LedgerError."""
    reviewer, at = source.settings().reviewer, datetime.now(UTC).isoformat(timespec="microseconds")
    ledger.review(*(Review(target, each, decision, reviewer, at, dict(value or {})) for each in ids))


def set_speaker(ledger: "Ledger", entry: Entry, name: str, kind: SpeakerType) -> None:
    """Keep who the speaker is, by a person's word."""
    reviewer, at = source.settings().reviewer, datetime.now(UTC).isoformat(timespec="microseconds")
    pipeline.set_speaker(ledger, entry.attribution.id, (name, kind), reviewer, at)


def same_statement(ledger: "Ledger", a: str, b: str) -> None:
    """Keep that two statements are one utterance."""
    pipeline.decide_pair(ledger, a, b, True, source.settings().reviewer)


def another_statement(ledger: "Ledger", one: str, others: Sequence[str]) -> None:
    """Keep that a statement is the same as none of the others: it leaves their utterance."""
    pipeline.decide_pairs(ledger, [(one, other) for other in others if other != one], False, source.settings().reviewer)


def merge(ledger: "Ledger", speaker: str, into: str) -> None:
    """Keep that two speakers are one, under the second name."""
    pipeline.merge_speakers(ledger, speaker, into, source.settings().reviewer)


def split(ledger: "Ledger", form: str) -> None:
    """Keep that a name form is a speaker of its own."""
    pipeline.split_speaker(ledger, form, source.settings().reviewer)


def identify(ledger: "Ledger", person: Person, external: str) -> None:
    """Keep a speaker's identifier elsewhere."""
    pipeline.identify_speaker(ledger, person, external, source.settings().reviewer)


def refuse_merge(ledger: "Ledger", speaker: str, other: str) -> None:
    """Keep that two speakers are not one: the suggestion does not come back."""
    pair = sorted((speaker, other))
    decide(ledger, "speaker", ["|".join(pair)], Decision.REJECTED, dict(zip(("speaker", "other"), pair, strict=True)))


def finding_id(finding: Finding) -> str:
    """What a review names a finding by: its article, kind and first place."""
    start = finding.spans[0].start if finding.spans else 0
    return f"{finding.article}|{finding.kind}|{start}"


TAKEN_BACK = {
    "attribution": "Taken back: the decision on a statement",
    "match": "Taken back: the decision on a repeated statement",
    "utterance": "Taken back: the decision on a repeated statement",
    "speaker": "Taken back: the decision on a speaker",
    "finding": "Taken back: the decision on a finding",
}


def undo(ledger: "Ledger") -> Review | None:
    """Take back this reviewer's latest decision and say so; None when there is none."""
    taken = pipeline.undo(ledger, source.settings().reviewer)
    st.toast("Nothing of yours to undo" if taken is None else TAKEN_BACK[taken.target])
    return taken


def undo_button(ledger: "Ledger") -> Review | None:
    """Draw the button; the decision that it took back, None for none."""
    pressed = st.button("Undo", shortcut="Z", key="undo", help="Takes back your latest decision")
    return undo(ledger) if pressed else None
