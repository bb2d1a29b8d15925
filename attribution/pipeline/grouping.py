"""Utterances kept up to date: after an arrival or a decision, only what is connected with it is worked out again."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from attribution.model import Decision, Match, Removal, Review
from attribution.pipeline.people import taken_back

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger


def regroup(ledger: "Ledger", touched: Sequence[str]) -> None:
    """Work out the utterances around these statements again, and keep them.

    A statement that is only suggested brings in what it is surely connected with, so that both sides of a suggestion
    are seen whole.
    """
    from attribution.match.utterances import Corrections, neighbourhood, utterances

    near, _ = ledger.neighbourhood(touched)
    statements, matches = ledger.neighbourhood(sorted({*touched, *(statement.id for statement in near)}))
    together, apart = ledger.decided_pairs()
    whole = neighbourhood((s.id for s in near), lambda ids: _ending_in(matches, set(ids)))
    found = utterances(statements, matches, Corrections(together, apart))
    ledger.regroup(sorted(whole), [each for each in found if not whole.isdisjoint(each.members)])


def _ending_in(matches: Iterable[Match], ids: set[str]) -> list[Match]:
    return [match for match in matches if match.a in ids or match.b in ids]


def remove(ledger: "Ledger", article_id: str) -> Removal:
    """Take an article and all that came from it out; what it alone held together falls apart. Returns what went."""
    with ledger.transaction():
        own = [attribution.id for attribution in ledger.article(article_id).attributions or ()]
        near, _ = ledger.neighbourhood(own)
        gone = ledger.remove(article_id)
        regroup(ledger, sorted({statement.id for statement in near} - set(own)))
    return gone


def decide_pair(ledger: "Ledger", a: str, b: str, same: bool, reviewer: str) -> None:
    """Keep a person's word that two statements are the same utterance, or are not."""
    decide_pairs(ledger, [(a, b)], same, reviewer)


def decide_pairs(ledger: "Ledger", pairs: Iterable[tuple[str, str]], same: bool, reviewer: str) -> None:
    """Keep one decision about several pairs of statements, to be undone as one: a statement taken out of an utterance,
    two utterances merged, or one split.
    """
    decision = Decision.ACCEPTED if same else Decision.REJECTED
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    ends = [tuple(sorted(pair)) for pair in pairs]
    with ledger.transaction():
        ledger.review(*(Review("match", f"{a}|{b}", decision, reviewer, at) for a, b in ends))
        regroup(ledger, sorted({end for pair in ends for end in pair}))


def undo(ledger: "Ledger", reviewer: str) -> Review | None:
    """Take back the reviewer's latest decision; utterances and findings follow. None when there is nothing to take
    back.
    """
    with ledger.transaction():
        before, taken = ledger.aliases(), ledger.undo(reviewer)
        if taken is not None and taken.target == "match":
            regroup(ledger, taken.target_id.split("|"))
        elif taken is not None:
            taken_back(ledger, taken, before)
    return taken
