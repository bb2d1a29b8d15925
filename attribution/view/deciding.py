"""What a person decides, as reviews under the name that the settings give."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from attribution.model import Decision, Entry, Review, SpeakerType
from attribution.view import source

if TYPE_CHECKING:
    from attribution.pipeline import Ledger


def decide(
    ledger: "Ledger", target: str, target_id: str, decision: Decision, value: Mapping[str, str] | None = None
) -> None:
    """Keep one decision. Raises LedgerError."""
    reviewer, at = source.settings().reviewer, datetime.now(UTC).isoformat(timespec="seconds")
    ledger.review(Review(target, target_id, decision, reviewer, at, dict(value or {})))


def set_speaker(ledger: "Ledger", entry: Entry, name: str, kind: SpeakerType) -> None:
    """Keep who the speaker is, by a person's word."""
    value = {"speaker": name, "speaker_type": kind.value}
    decide(ledger, "attribution", entry.attribution.id, Decision.CORRECTED, value)


def undo(ledger: "Ledger") -> str | None:
    """Take back this reviewer's latest decision; the id of what it was about, None when there is none."""
    taken = ledger.undo(source.settings().reviewer)
    return None if taken is None else taken.target_id
