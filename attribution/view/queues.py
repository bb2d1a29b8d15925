"""What is listed: a selection read from the ledger page by page, or what a fuzzy search found. Both count and slice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import streamlit as st

from attribution import pipeline
from attribution.model import Decision, Entry, Selection
from attribution.view.filters import Wanted, decided, fits

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

FOUND = 200  # statements that a fuzzy search gives at most


class Queue(Protocol):
    """A list of entries, as long as it may be."""

    def count(self, decision: Decision | None = None) -> int:
        """How many there are, or how many of them with this decision."""

    def part(self, limit: int, offset: int) -> Sequence[Entry]:
        """``limit`` entries from ``offset`` on."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A selection of the ledger's entries."""

    ledger: "Ledger"
    selection: Selection

    def count(self, decision: Decision | None = None) -> int:
        return self.ledger.count(self.selection if decision is None else decided(self.selection, decision))

    def part(self, limit: int, offset: int) -> Sequence[Entry]:
        return self.ledger.entries(replace(self.selection, limit=limit, offset=offset))


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that a search found, best first."""

    entries: tuple[Entry, ...]

    def count(self, decision: Decision | None = None) -> int:
        return sum(decision in (None, entry.decision) for entry in self.entries)

    def part(self, limit: int, offset: int) -> Sequence[Entry]:
        return self.entries[offset : offset + limit]


def queue(ledger: "Ledger", asked: Wanted) -> Queue:
    """The list that was asked for."""
    if not asked.fuzzy:
        return Stored(ledger, asked.selection)
    found = pipeline.search(ledger, asked.selection.words, FOUND)
    return Found(tuple(entry for entry, _ in found if fits(entry, asked.selection)))


def within(every: Queue, decision: Decision | None) -> Queue:
    """The part of a list with this decision; all of it for None."""
    if decision is None:
        return every
    if isinstance(every, Stored):
        return Stored(every.ledger, decided(every.selection, decision))
    assert isinstance(every, Found)
    return Found(tuple(entry for entry in every.entries if entry.decision is decision))


NAMES: dict[str, Decision | None] = {
    "Pending": Decision.UNDECIDED,
    "Accepted": Decision.ACCEPTED,
    "Corrected": Decision.CORRECTED,
    "Rejected": Decision.REJECTED,
    "All": None,
}


def choose() -> Decision | None:
    """Draw the queues; the one chosen, None for all. The labels hold no counts: they stand in the address."""
    chosen = st.segmented_control(
        "Queue",
        list(NAMES),
        default="Pending",
        required=True,
        key="queue",
        bind="query-params",
        label_visibility="collapsed",
    )
    return NAMES.get(chosen or "All")


def progress(every: Queue) -> dict[Decision, int]:
    """How many there are of each decision."""
    return {decision: every.count(decision) for decision in Decision}
