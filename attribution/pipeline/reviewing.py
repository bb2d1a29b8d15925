"""What the dashboard asks for beyond reading the ledger: marking a missed quote, and how two wordings differ."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution.errors import AttributionError
from attribution.model import (
    Attribution,
    Entry,
    Match,
    Origin,
    Span,
    Speaker,
    SpeakerType,
    attribution_id,
)
from attribution.pipeline.extracting import kinds

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger

# Marks that people type or paste instead of each other; one character stands for all of its group.
ALIKE = str.maketrans({**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚‹›′`", "'"), **dict.fromkeys("–—―−", "-")})


@dataclass(frozen=True, slots=True)
class Places:
    """Where a reviewer saw content, cue and source, as spans of the article's text in order."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


def locate(text: str, words: str) -> Span | None:
    """Where pasted words stand in the text: white space, quotation marks and dashes need not be the same.

    The first place is given; None where there is none or the words are empty.
    """
    pieces = words.translate(ALIKE).split()
    if not pieces:
        return None
    found = re.search(r"\s+".join(map(re.escape, pieces)), text.translate(ALIKE), re.IGNORECASE)
    return Span(*found.span()) if found else None


def mark_missed(
    ledger: "Ledger", article_id: str, places: Places, speaker: tuple[str, SpeakerType], reviewer: str
) -> Entry:
    """Keep an attribution that the program missed, as the reviewer's own, and match it with all others.

    Raises AttributionError for places that make no attribution, LedgerError for an unknown article.
    """
    from attribution.pipeline.adding import match_stored

    with ledger.transaction():
        made = _made(ledger, article_id, places, speaker, reviewer)
        ledger.add_by_hand(article_id, made, reviewer)
        match_stored(ledger, article_id)
    return ledger.entry(made.id)


def _made(
    ledger: "Ledger", article_id: str, places: Places, speaker: tuple[str, SpeakerType], reviewer: str
) -> Attribution:
    text, (name, kind) = ledger.article(article_id).text, speaker
    try:
        return Attribution(
            id=attribution_id(article_id, places.content, places.source),
            content=places.content,
            cue=places.cue,
            source=places.source,
            kind=kinds(text)(places.content),
            confidence=1.0,
            speaker=Speaker(name, kind, 1.0, f"set by {reviewer}"),
            origin=Origin.PERSON,
        )
    except ValueError as fault:
        raise AttributionError(
            f"{article_id}: this cannot be kept ({fault}); mark the words in order, once each"
        ) from fault


def differences(a: Entry, b: Entry) -> Match:
    """How the wordings of two entries differ, word by word, as a match from a to b."""
    from attribution.match.comparing import compare

    found = compare(a.words, b.words)
    return Match(a.attribution.id, b.attribution.id, found.relation, found.score, found.reason, found.edits)
