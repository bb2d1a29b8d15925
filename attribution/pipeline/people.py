"""What people decide about speakers, and what follows from it: findings that rest on who two speakers are."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attribution.model import Alias, Decision, Match, Person, Review, Selection, SpeakerType

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger


def merge_speakers(ledger: "Ledger", speaker: str, into: str, reviewer: str) -> None:
    """Make two speakers one, under the second name. Raises LedgerError when one is unknown or both are one."""
    with ledger.transaction():
        ledger.merge(speaker, into, reviewer)
        follow(ledger, said_by(ledger, [into]))


def split_speaker(ledger: "Ledger", form: str, reviewer: str) -> None:
    """Make a name form, or a merged speaker, a speaker of its own. Raises LedgerError for an unknown one."""
    with ledger.transaction():
        ledger.split(form, reviewer)
        follow(ledger, said_by(ledger, [form]))


def identify_speaker(ledger: "Ledger", person: Person, external: str, reviewer: str) -> None:
    """Keep a speaker's identifier elsewhere, such as a Wikidata number."""
    ledger.set_aliases([Alias(person.name, person.name, person.type, external, True)], reviewer)


def set_speaker(ledger: "Ledger", attribution: str, speaker: tuple[str, SpeakerType], reviewer: str, at: str) -> None:
    """Keep who said one statement; ``at`` is the moment of the decision, an ISO 8601 date-time in UTC."""
    value = {"speaker": speaker[0], "speaker_type": speaker[1].value}
    with ledger.transaction():
        ledger.review(Review("attribution", attribution, Decision.CORRECTED, reviewer, at, value))
        follow(ledger, [attribution])


def said_by(ledger: "Ledger", names: Iterable[str]) -> list[str]:
    """The ids of the repeated statements of these speakers: nothing else of theirs rests on who others are."""
    said = (entry for name in names for entry in ledger.entries(Selection(speaker=name, limit=None)))
    return [entry.attribution.id for entry in said if entry.utterance is not None]


def taken_back(ledger: "Ledger", review: Review, before: Iterable[Alias]) -> None:
    """Let findings follow a decision about speakers that was taken back; ``before`` are the name forms until then."""
    if review.target == "speaker":
        changed = {*before} ^ {*ledger.aliases()}
        follow(ledger, said_by(ledger, sorted({alias.speaker for alias in changed})))
    elif review.target == "attribution":
        follow(ledger, [review.target_id])


def follow(ledger: "Ledger", statements: Sequence[str]) -> None:
    """Work out anew which matches of these statements credit the same words to two speakers."""
    from attribution.probe.wording import two_speakers

    _, matches = ledger.neighbourhood(statements)
    spread = {(match.a, match.b): match for match in matches if not match.same_article}
    entries = {e.attribution.id: e for e in ledger.entries_by_id(sorted({end for pair in spread for end in pair}))}
    told = {name: entry.attribution for name, entry in entries.items()}
    by_article: dict[str, list[Match]] = {}
    for match in spread.values():
        by_article.setdefault(entries[match.b].article.id, []).append(match)
    for article, own in by_article.items():
        before = ledger.findings(article, limit=None)
        kept = [found for found in before if not (found.kind == "two-speakers" and found.evidence in spread)]
        after = [*kept, *two_speakers(article, own, told)]
        if after != before:
            ledger.note_findings(article, after)
