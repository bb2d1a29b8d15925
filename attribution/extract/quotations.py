"""Every quotation of a text, nested ones too: the public reading of its quotation marks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from attribution.extract.marks import Mark, marks
from attribution.extract.pairing import Pairing
from attribution.extract.paragraphs import paragraphs
from attribution.model import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, marks included; ``depth`` counts the quotations round it."""

    span: Span
    depth: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one text in order of their opening marks, and the marks that are in none.

    ``unclosed`` are marks that open and are never closed, ``unopened`` marks that close what was never opened,
    ``continuing`` the marks that open a further paragraph of a quotation which is already open. ``quoted`` is what
    stands inside marks, without overlap: the outermost quotations, and after an unclosed mark its paragraph's rest.
    """

    pairs: tuple[Quotation, ...]
    unclosed: tuple[Span, ...]
    unopened: tuple[Span, ...]
    continuing: tuple[Span, ...]
    quoted: tuple[Span, ...]


def quotations(text: str) -> list[tuple[int, int, int]]:
    """Every quotation in ``text`` as (start, end, depth), marks included, depth from 0, in order of start.

    Straight, curly, low-high, doubled and LaTeX marks, guillemets either way round, corner brackets, and single marks
    where they are no apostrophes. One that runs over several paragraphs, each opening with a mark, is one quotation.
    A mark that never closes makes none. Never raises; time grows linearly with the text.
    """
    return [(pair.span.start, pair.span.end, pair.depth) for pair in read_quotations(text).pairs]


def read_quotations(text: str) -> Quotations:
    """The quotations of ``text`` with the marks that are left over."""
    spans = tuple(paragraphs(text))
    groups = list(_by_paragraph(marks(text), spans))
    pairing = Pairing(text)
    taken = 0
    for number, group in enumerate(groups):
        for mark in group[taken:]:
            pairing.read(mark)
        taken = pairing.end_paragraph(spans[number], _reopening(number + 1, spans, groups))
    pairing.end_text()
    return Quotations(
        pairs=_with_depth(pairing.pairs),
        unclosed=_in_order(pairing.unclosed),
        unopened=_in_order(pairing.unopened),
        continuing=_in_order(pairing.continuing),
        quoted=_quoted(pairing, spans),
    )


def _by_paragraph(marks: Iterable[Mark], spans: Iterable[Span]) -> Iterator[list[Mark]]:
    """Yield the marks of each paragraph, an empty list for one without."""
    coming = iter(marks)
    mark = next(coming, None)
    for span in spans:
        inside: list[Mark] = []
        while mark is not None and mark.start < span.end:
            inside.append(mark)
            mark = next(coming, None)
        yield inside


def _quoted(pairing: Pairing, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    ends = [paragraph.end for paragraph in paragraphs]
    rests = [Span(mark.start, ends[bisect_right(ends, mark.start)]) for mark in pairing.unclosed]
    merged: list[Span] = []
    for span in sorted([*pairing.pairs, *rests]):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _reopening(number: int, spans: Sequence[Span], groups: Sequence[list[Mark]]) -> list[Mark]:
    """The marks that paragraph ``number`` begins with, one against the other."""
    if number >= len(spans):
        return []
    at, found = spans[number].start, []
    for mark in groups[number]:
        if mark.start != at:
            break
        found.append(mark)
        at = mark.end
    return found


def _in_order(found: Iterable[Mark]) -> tuple[Span, ...]:
    return tuple(sorted(Span(mark.start, mark.end) for mark in found))


def _with_depth(pairs: list[Span]) -> tuple[Quotation, ...]:
    ends: list[int] = []
    found: list[Quotation] = []
    for span in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while ends and ends[-1] <= span.start:
            ends.pop()
        found.append(Quotation(span, len(ends)))
        ends.append(span.end)
    return tuple(found)
