"""Pairing the marks of a text: a stack for each paragraph, and what is done where marks are missing, spare or mistyped.

Within a paragraph a closing mark closes the nearest open mark of its family, of its own style if there is one. What is
still open at the paragraph's end goes on in the next one only if that begins with the same mark again (newspapers open
every paragraph of a long quotation and close the last). So no missing mark reaches beyond its paragraph.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from attribution.extract.marks import Family, Mark, Role
from attribution.model import Span

# Same-style quotations inside one of the same style: more of them in a row is a sign of two lost marks, not of nesting.
_MOST_INSIDE = 3
_CLOSERS = {
    '"': '"＂', "＂": "＂", "“": "”", "”": "”", "„": "“”‟", "‟": "”", "``": "''", "''": "''", "‘‘": "’’",
    "'": "'", "‘": "’", "’": "’", "‚": "‘’‛", "‛": "’", "`": "'´`",
}  # fmt: skip
_REOPENED = {"«": "«»", "»": "»«", "‹": "‹›", "›": "›‹"}


@dataclass(slots=True)
class _Open:
    """A mark that is open: where it may already have been closed (``tentative``), and how much stands inside."""

    mark: Mark
    tentative: Mark | None = None
    inside: int = 0
    continued: bool = False
    closed: bool = False


@dataclass(slots=True)
class Pairing:
    """The marks of one text as they are paired; the three lists are the result, ``pairs`` in no particular order."""

    text: str
    pairs: list[Span] = field(default_factory=list)
    unclosed: list[Mark] = field(default_factory=list)
    unopened: list[Mark] = field(default_factory=list)
    continuing: list[Mark] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _families: Counter[Family] = field(default_factory=Counter)
    _glyphs: Counter[str] = field(default_factory=Counter)
    _strays: list[Mark] = field(default_factory=list)

    def read(self, mark: Mark) -> None:
        """Take in the next mark of the paragraph."""
        is_open = self._families[mark.family] > 0
        if mark.role is Role.OPENS or (mark.role is Role.EITHER and not is_open):
            self._open(mark)
        elif not is_open:
            self._stray(mark)
        elif mark.weak:
            self._close_tentatively(mark)
        else:
            self._close(mark)

    def end_paragraph(self, reopening: Sequence[Mark]) -> int:
        """Settle the paragraph; ``reopening`` are the marks that the next one begins with.

        Returns how many of those continue an open quotation.
        """
        self._settle_strays()
        standing = [entry for entry in self._stack if not entry.closed]
        kept, taken = _continued(standing, reopening)
        self._stack, self._families, self._glyphs = [], Counter(), Counter()
        self._settle([entry for entry in standing if not any(entry is one for one in kept)])
        for entry in kept:
            entry.tentative, entry.continued = None, True
            self._push(entry)
        self.continuing += taken
        return len(taken)

    def _push(self, entry: _Open) -> None:
        self._stack.append(entry)
        self._families[entry.mark.family] += 1
        self._glyphs[entry.mark.glyph] += 1

    def _forget(self, entry: _Open) -> None:
        entry.closed = True
        self._families[entry.mark.family] -= 1
        self._glyphs[entry.mark.glyph] -= 1

    def _top(self) -> _Open | None:
        while self._stack and self._stack[-1].closed:
            self._stack.pop()
        return self._stack[-1] if self._stack else None

    def _open(self, mark: Mark) -> None:
        top = self._top()
        if top is not None and top.mark.family is mark.family:
            if mark.weak:
                return  # '08 inside a quotation in the same marks
            if top.tentative is not None:
                self._commit(top)
        self._push(_Open(mark))

    def _stray(self, mark: Mark) -> None:
        if mark.family is not Family.SINGLE and not mark.weak:
            self._strays.append(mark)

    def _close_tentatively(self, mark: Mark) -> None:
        """Remember a mark that may close the innermost quotation, unless a surer one follows before another opens."""
        top = self._top()
        if top is not None and top.mark.family is mark.family and top.tentative is None and not top.mark.weak:
            top.tentative = mark

    def _close(self, mark: Mark) -> None:
        own_style = any(self._glyphs[glyph] for glyph in _CLOSERS if mark.glyph in _CLOSERS[glyph])
        while (entry := self._top()) is not None:
            if entry.mark.family is mark.family and (not own_style or mark.glyph in _CLOSERS[entry.mark.glyph]):
                self._pair(entry, mark)
                return
            self._drop(entry)

    def _pair(self, entry: _Open, mark: Mark) -> None:
        self._forget(entry)
        if entry.mark.weak and self.text[mark.start - 1].isalnum():
            return  # two apostrophes
        if entry.inside > _MOST_INSIDE and not entry.continued:
            self.unclosed.append(entry.mark)
            self.unopened.append(mark)
            return
        outer = self._top()
        if outer is not None and outer.mark.family is entry.mark.family:
            outer.inside += 1
        self._keep(entry.mark, mark)

    def _keep(self, opening: Mark, closing: Mark) -> None:
        if not self.text[opening.end : closing.start].isspace() and opening.end < closing.start:
            self.pairs.append(Span(opening.start, closing.end))

    def _commit(self, entry: _Open) -> None:
        tentative = entry.tentative
        if tentative is not None:
            self._pair(entry, tentative)

    def _drop(self, entry: _Open) -> None:
        """Give up a mark that something outside it has closed over."""
        if entry.tentative is not None:
            self._commit(entry)
            return
        self._forget(entry)
        self._leave(entry.mark)

    def _leave(self, mark: Mark) -> None:
        if not mark.weak:
            self.unclosed.append(mark)

    def _settle(self, entries: list[_Open]) -> None:
        """Settle what never closed: closed tentatively, or two opening marks meant as a pair, or one alone."""
        previous: _Open | None = None
        for entry in entries:
            if entry.tentative is not None:
                self._keep(entry.mark, entry.tentative)
            elif previous is not None and self._is_misspaced(previous.mark, entry.mark):
                self._keep(previous.mark, entry.mark)
                previous = None
            else:
                self._leave_entry(previous)
                previous = entry
        self._leave_entry(previous)

    def _leave_entry(self, entry: _Open | None) -> None:
        if entry is not None:
            self._leave(entry.mark)

    def _is_misspaced(self, opening: Mark, closing: Mark) -> bool:
        """Whether the second of two opening marks is a closing one with its space on the wrong side: “Yes, “he said."""
        if not opening.family is closing.family is Family.DOUBLE:
            return False
        before, after = self.text[opening.end : closing.start][-2:], self.text[closing.end : closing.end + 1]
        return before[-1:].isspace() and before[:1] in tuple(",.?!…") and after.islower()

    def _settle_strays(self) -> None:
        """Two closing marks in a row, the first before a capital, were meant as a pair: he said,” Yes.”"""
        previous: Mark | None = None
        for mark in self._strays:
            if previous is not None and self._is_late(previous) and not self._stack:
                self._keep(previous, mark)
                previous = None
            else:
                if previous is not None:
                    self.unopened.append(previous)
                previous = mark
        if previous is not None:
            self.unopened.append(previous)
        self._strays = []

    def _is_late(self, mark: Mark) -> bool:
        following = self.text[mark.end : mark.end + 2]
        return self.text[mark.start - 1] in ",:" and following[:1].isspace() and following[1:].isupper()


def _continued(standing: list[_Open], reopening: Sequence[Mark]) -> tuple[list[_Open], list[Mark]]:
    """Which open quotations go on, and the marks that say so: innermost first, each mark for the last that fits."""
    kept: list[_Open] = []
    taken: list[Mark] = []
    candidates = [entry for entry in standing if entry.tentative is None and not entry.mark.weak]
    for mark in reversed(reopening):
        while candidates:
            entry = candidates.pop()
            if mark.glyph in _REOPENED.get(entry.mark.glyph, entry.mark.glyph):
                kept.append(entry)
                taken.append(mark)
                break
    return kept[::-1], taken[::-1]


def in_paragraphs(marks: Iterable[Mark], spans: Iterable[Span]) -> Iterator[list[Mark]]:
    """Yield the marks of each paragraph, an empty list for one without."""
    coming = iter(marks)
    mark = next(coming, None)
    for span in spans:
        inside: list[Mark] = []
        while mark is not None and mark.start < span.end:
            inside.append(mark)
            mark = next(coming, None)
        yield inside
