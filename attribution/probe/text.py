"""Findings about a text that was damaged before it got here."""

from collections.abc import Iterable, Iterator

from attribution.model import Finding, Span


def damaged(article: str, places: Iterable[tuple[Span, str]]) -> Iterator[Finding]:
    """One finding for each kind of damage, with every place of it: mojibake, replacement characters, control marks."""
    by_reason: dict[str, list[Span]] = {}
    for span, reason in places:
        by_reason.setdefault(reason, []).append(span)
    for reason, spans in by_reason.items():
        yield Finding("damaged-text", article, tuple(spans), reason)
