"""Findings about quotation marks."""

from collections.abc import Iterable, Iterator

from attribution.model import Finding, Span


def unclosed(article: str, marks: Iterable[Span]) -> Iterator[Finding]:
    """One finding for each quotation mark that opens and is never closed."""
    for mark in marks:
        yield Finding("unclosed-quote", article, (mark,), "this quotation mark is never closed")
