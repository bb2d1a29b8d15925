"""The measures as a table: the columns once, for the terminal and for the page."""

from collections.abc import Iterator, Mapping

from attribution.evaluate.scoring import Rate, Score

HEADINGS = (
    "slice",
    "gold",
    "predicted",
    "content P/R/F1",
    "strict P/R/F1",
    "overlap P/R/F1",
    "attributed P/R/F1",
    "source",
)


def rows(scores: Mapping[str, Score]) -> Iterator[tuple[str, ...]]:
    """One row for each slice, percentages with one decimal."""
    for name, score in scores.items():
        rates = (score.content, score.strict, score.overlap, score.attributed)
        source = "–" if score.source is None else f"{score.source:.1f}"
        yield (name, str(score.gold), str(score.predicted), *map(_rate, rates), source)


def _rate(rate: Rate) -> str:
    return f"{rate.precision:.1f} {rate.recall:.1f} {rate.f1:.1f}"


def as_text(scores: Mapping[str, Score]) -> Iterator[str]:
    """The table in columns of equal width, line by line."""
    lines = [HEADINGS, *rows(scores)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
