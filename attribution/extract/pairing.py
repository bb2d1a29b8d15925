"""Pairing the marks of a text: a stack for each paragraph, and what is done where marks are missing, spare or mistyped.

Within a paragraph a closing mark closes the nearest open mark of its family, of its own style if there is one. What is
still open at the paragraph's end goes on in the next one only if that begins with the same mark again (newspapers open
every paragraph of a long quotation and close the last). So no missing mark reaches beyond its paragraph.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from attribution.extract.marks import Family, Mark, Role
from attribution.extract.styles import CLOSERS, OPENERS, PATIENCE, REOPENED, TWO_SINGLES
from attribution.model import Span

# Same-style quotations inside one of the same style: more of them in a row is a sign of two lost marks, not of nesting.
_MOST_INSIDE = 3
_WHO = r"(?:he|she|they|it|[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,4}|(?:the|a)(?:\s+\w+){1,3})"
_VERB = r"(?:said|says|added|adds|told\s+\w+|wrote|writes|explained|continued|noted|asked|recalled|argued|tweeted)"
_REPORTED = re.compile(rf",[’'”\"]*\s+(?:{_WHO}\s+{_VERB}|{_VERB}\s+{_WHO})\.\s*$")
_LONGEST_CUE = 100
_CUE_BEFORE = re.compile(rf"{_VERB},$")
_LONG = 30  # longer than the word or two that are put in marks to keep a distance from them
_BLANK = re.compile(r"\s*")


@dataclass(slots=True)
class _Open:
    """A mark that is open: where it may already have been closed (``tentative``), and how much stands inside."""

    mark: Mark
    tentative: Mark | None = None
    inside: int = 0
    continued: bool = False
    closed: bool = False

    def may_go_on(self) -> bool:
        """Whether the quotation may go on in a next paragraph: what closed it tentatively was rather a possessive."""
        if self.mark.weak or self.tentative is None:
            return not self.mark.weak
        return self.continued or self.tentative.start - self.mark.end > _LONG


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
    _doubled: bool = False
    _pending: Mark | None = None
    _wait: int = 0

    def read(self, mark: Mark) -> None:
        """Take in the next mark of the paragraph."""
        if mark.glyph in TWO_SINGLES and self._is_one_single(mark):
            mark = replace(mark, start=mark.end - 1, glyph=mark.glyph[1], family=Family.SINGLE)
        is_open = self._families[mark.family] > 0
        opens = mark.role is Role.OPENS or (mark.role is Role.EITHER and not is_open)
        if not opens and not is_open and self._closes_pending(mark):
            return
        if self._pending is not None and self._pending.family is mark.family:
            self._stop_waiting()
        if opens:
            self._open(mark)
        elif not is_open:
            self._stray(mark)
        elif mark.weak:
            self._close_tentatively(mark)
        else:
            self._close(mark)

    def _is_one_single(self, mark: Mark) -> bool:
        """Whether two single marks are an apostrophe and a single mark: no double one is there to close."""
        if mark.role is Role.OPENS or self._families[Family.DOUBLE]:
            return False
        return self._families[Family.SINGLE] > 0 or not self._doubled

    def end_paragraph(self, paragraph: Span, reopening: Sequence[Mark]) -> int:
        """Settle the paragraph; ``reopening`` are the marks that the next one begins with.

        Returns how many of those continue an open quotation.
        """
        self._settle_strays()
        self._age()
        standing = [entry for entry in self._stack if not entry.closed]
        kept, taken = _continued(standing, [] if self._is_reported(paragraph) else reopening)
        self._stack, self._families, self._glyphs = [], Counter(), Counter()
        if not self._wait_for_close(standing, kept):
            self._settle([entry for entry in standing if not any(entry is one for one in kept)])
        for entry in kept:
            entry.tentative, entry.continued = None, True
            self._push(entry)
        self.continuing += taken
        return len(taken)

    def end_text(self) -> None:
        """Settle what only a further paragraph could have closed."""
        self._stop_waiting()

    def _is_reported(self, paragraph: Span) -> bool:
        """Whether the paragraph ends with a cue, "…, she said.": then its last quotation has ended, closed or not."""
        start = max(paragraph.start, paragraph.end - _LONGEST_CUE)
        return _REPORTED.search(self.text, start, paragraph.end) is not None

    def _wait_for_close(self, standing: list[_Open], kept: list[_Open]) -> bool:
        """Let a mark that alone stays open wait: some pages open only the first paragraph of a quotation."""
        alone = len(standing) == 1 and not kept and standing[0].tentative is None
        if not alone or standing[0].mark.family is Family.SINGLE:
            return False
        self._stop_waiting()
        self._pending = standing[0].mark
        self._wait = PATIENCE.get(self._pending.glyph, 1)
        return True

    def _age(self) -> None:
        if self._wait == 0:
            self._stop_waiting()
        self._wait -= 1

    def _stop_waiting(self) -> None:
        if self._pending is not None:
            self._leave(self._pending)
            self._pending = None

    def _closes_pending(self, mark: Mark) -> bool:
        opening = self._pending
        if opening is None or opening.family is not mark.family or mark.weak:
            return False
        if mark.glyph not in CLOSERS.get(opening.glyph, (mark.glyph,)):
            return False
        while (entry := self._top()) is not None:
            self._drop(entry)
        self._pending = None
        self._keep(opening, mark)
        return True

    def _push(self, entry: _Open) -> None:
        self._doubled = self._doubled or len(entry.mark.glyph) > 1
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
        own_style = any(self._glyphs[glyph] for glyph in OPENERS.get(mark.glyph, ()))
        while (entry := self._top()) is not None:
            if entry.mark.family is mark.family and (not own_style or mark.glyph in CLOSERS[entry.mark.glyph]):
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
        if outer is not None and outer.mark.glyph == entry.mark.glyph:
            outer.inside += 1
        self._keep(entry.mark, mark)

    def _keep(self, opening: Mark, closing: Mark) -> None:
        if self.text.endswith("=", 0, opening.start):
            return  # left-over markup: id="…"
        blank = _BLANK.match(self.text, opening.end)
        if blank is not None and blank.end() < closing.start:
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
        """Note a mark as never closed; a straight single one only where a quotation would begin, not in 'ought."""
        if not mark.weak and not (mark.glyph == "'" and self._before(mark).isalnum()):
            self.unclosed.append(mark)

    def _before(self, mark: Mark) -> str:
        """The last character before the mark that is no white space, "" where there is none."""
        at = mark.start
        while at and self.text[at - 1].isspace():
            at -= 1
        return self.text[at - 1 : at]

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
        if self.text[mark.start - 1] not in ",:" or not following[:1].isspace():
            return False
        return following[1:].isupper() or _CUE_BEFORE.search(self.text, max(0, mark.start - 20), mark.start) is not None


def _continued(standing: list[_Open], reopening: Sequence[Mark]) -> tuple[list[_Open], list[Mark]]:
    """Which open quotations go on, and the marks that say so: the first of ``reopening``, as many as are open, each for
    the innermost quotation that leaves the ones before it theirs. The marks after them open quotations of their own.
    """
    candidates = [entry for entry in standing if entry.may_go_on()]
    taken = reopening[: _how_many_fit(candidates, reopening)]
    kept: list[_Open] = []
    for mark in reversed(taken):
        while not _reopens(mark, candidates[-1]):
            candidates.pop()
        kept.append(candidates.pop())
    return kept[::-1], list(taken)


def _how_many_fit(candidates: Sequence[_Open], reopening: Sequence[Mark]) -> int:
    """How many of the first marks can each stand for an open quotation, in the order in which those were opened."""
    count = 0
    for entry in candidates:
        if count < len(reopening) and _reopens(reopening[count], entry):
            count += 1
    return count


def _reopens(mark: Mark, entry: _Open) -> bool:
    return mark.glyph in REOPENED.get(entry.mark.glyph, entry.mark.glyph)
