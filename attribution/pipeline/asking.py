"""What the ledger is asked for: opening it, searching it, its speakers' list, and what a removal takes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from attribution.errors import LedgerError
from attribution.model import Entry, Merge, Removal
from attribution.output import many, shorten
from attribution.pipeline.people import follow, said_by
from attribution.settings import Settings

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger


def open_ledger(settings: Settings) -> "Ledger":
    """The ledger that the settings name, made where there is none. Raises LedgerError."""
    from attribution.ledger.store import Ledger

    return Ledger.open(settings.ledger)


def known_ledger(settings: Settings) -> "Ledger":
    """The ledger that the settings name, to read: none is made. Raises LedgerError, also where there is none."""
    from attribution.ledger.opening import missing

    if missing(settings.ledger):
        raise LedgerError(f"{settings.ledger}: no ledger is there yet; `attribution add PATH` makes it")
    return open_ledger(settings)


def search(ledger: "Ledger", words: str, limit: int = 20) -> list[tuple[Entry, float]]:
    """Stored statements that fit half remembered words, misspelt ones too, best first, with a score from 0 to 1."""
    from attribution.match.searching import search as search_index

    hits = search_index(words, ledger.index, limit)
    entries = {entry.attribution.id: entry for entry in ledger.entries_by_id([hit.statement for hit in hits])}
    return [(entries[hit.statement], hit.score) for hit in hits if hit.statement in entries]


def merge_suggestions(ledger: "Ledger", limit: int = 50) -> list[Merge]:
    """Speakers that may be one, without refused pairs: most likely first, and of equal pairs the one that says most."""
    from attribution.pipeline.adding import directory

    said = {tally.name: tally.count for tally in ledger.tallies("speaker")}
    found = directory(ledger).suggestions()
    found.sort(key=lambda merge: (-merge.score, -said.get(merge.speaker, 0) - said.get(merge.other, 0)))
    return found[:limit]


def write_aliases(ledger: "Ledger", out: TextIO) -> int:
    """Write the list of speakers and their name forms as CSV; returns how many forms."""
    from attribution.identify.alias_lines import write

    aliases = ledger.aliases()
    write(aliases, out)
    return len(aliases)


def read_aliases(ledger: "Ledger", data: bytes, name: str, reviewer: str) -> int:
    """Take over a CSV list of speakers and name forms, as the reviewer's decisions; returns how many changed.

    Raises AttributionError naming the first line that cannot be read; then nothing is changed.
    """
    from attribution.identify.alias_lines import decisions, read

    listed = read(data, name)
    with ledger.transaction():
        decided = decisions(listed, ledger.aliases())
        changed = ledger.set_aliases(decided, reviewer)
        if changed:
            follow(ledger, said_by(ledger, dict.fromkeys(row.speaker for row in decided)))
    return changed


def removal_lines(removal: Removal) -> Iterator[str]:
    """What goes with an article, in words."""
    head = removal.article
    title = f" “{shorten(head.title, 80)}”" if head.title else ""
    yield f"{head.id}{title}, {head.outlet or 'no outlet'}, {head.published or 'no date'}: its text and"
    yield "  " + ", ".join(
        (
            many(removal.attributions, "attribution"),
            many(removal.matches, "match", "matches"),
            many(removal.utterances, "membership of repeated statements", "memberships of repeated statements"),
            many(removal.findings, "finding"),
            many(removal.reviews, "review decision"),
        )
    )
