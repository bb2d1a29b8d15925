"""Quotation marks one by one: which characters they are, and what spacing and punctuation say each one does.

A mark's *family* is what it can pair with. Its *role* is what its surroundings and shape make it: it opens, it closes,
or it closes whatever is open (else opens). A *weak* mark may be none: an apostrophe, a sign for feet or inches.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from attribution.extract.apostrophes import closes_n, is_elided, is_measure, may_be_elided, may_end_word

Family = IntEnum("Family", "DOUBLE SINGLE GUILLEMET ANGLE CORNER WHITE_CORNER PRIME")
Role = Enum("Role", "OPENS CLOSES EITHER")

_FAMILIES = {
    Family.DOUBLE: ('"', "＂", "“", "”", "„", "‟", "``", "''", "‘‘", "’’"),
    Family.SINGLE: ("'", "‘", "’", "‚", "‛", "`", "´"),
    Family.GUILLEMET: ("«", "»"),
    Family.ANGLE: ("‹", "›"),
    Family.CORNER: ("「", "」", "﹁", "﹂", "｢", "｣"),
    Family.WHITE_CORNER: ("『", "』", "﹃", "﹄"),
    Family.PRIME: ("〝", "〞", "〟"),
}
_FAMILY = {glyph: family for family, glyphs in _FAMILIES.items() for glyph in glyphs}
_ONLY_OPEN = frozenset("„‟‛「﹁｢『﹃〝") | {"``", "‘‘"}
_ONLY_CLOSE = frozenset("」﹂｣』﹄〞〟") | {"’’"}
_STRAIGHT = frozenset('"＂') | {"''"}

_ALWAYS = r"[\"＂“”„‟‚‛«»‹›「」﹁﹂｢｣『』﹃﹄〝〞〟]"
# Between two letters or digits it is an apostrophe, whichever way it curls: O’Neill, don‘t.
_SINGLE = r"(?<!\w)['‘’`´]|['‘’`´](?!\w)"
_OPENING_DOUBLED = re.compile(r"(?:^|[\s(\[—–-])''(?=[^\W\d_])", re.MULTILINE)
_ELISION_AHEAD = r"(?:tis|twas|em\b|til\b|\d\ds)"

_DASHES = "-‐‑‒–—―"
_NARROW = "\u00a0\u2009\u200a\u200b\u202f\u2060"
_BRACKETS = "([{<¿¡/|*_=" + _DASHES
_ENDS = ",;:!?)]}、。，"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, ``start`` to ``end`` (two characters where it is doubled)."""

    start: int
    end: int
    glyph: str
    family: Family
    role: Role
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """What a text does throughout, which decides its doubtful marks."""

    doubled: bool  # two single marks stand for a double one
    curly_singles: bool  # it has ‘, so ’ never opens
    curly_doubles: bool
    reversed_guillemets: bool  # »so« rather than «so»
    lone_guillemets: bool  # only one of the two shapes: »so», or arrows in a menu


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands before and after a run of marks, each side one character ("" at the text's edge)."""

    text: str
    left: str
    right: str
    left_at: int
    right_at: int

    @property
    def spaced_left(self) -> bool:
        return self.left == "" or self.left.isspace()

    @property
    def spaced_right(self) -> bool:
        return self.right == "" or self.right.isspace()

    @property
    def before_space(self) -> str:
        return self.text[self.left_at - 2] if self.left_at > 1 else ""

    @property
    def starts_paragraph(self) -> bool:
        return self.left in ("", "\n")

    def role(self) -> Role:
        """What spacing and punctuation alone say."""
        opens = not self.spaced_right and not self._ends_right() and (self.spaced_left or self.left in _BRACKETS)
        closes = not self.spaced_left and self.left not in "([{=" and (self.spaced_right or not self.right.isalnum())
        if not opens and not closes and self.spaced_left and not self.spaced_right:
            return Role.CLOSES  # a space too many: « oui », or "yes ."
        if opens == closes:
            return Role.EITHER
        return Role.OPENS if opens else Role.CLOSES

    def _ends_right(self) -> bool:
        if self.right == ".":
            after = self.text[self.right_at + 1 : self.right_at + 3]
            return after[1:] != "." and (after == "" or after[0].isspace())  # but ". . . and then"
        return self.right in _ENDS


def habits(text: str) -> Habits:
    """What ``text`` does throughout."""
    doubled = "``" in text or "‘‘" in text or _OPENING_DOUBLED.search(text) is not None
    votes = sum(_guillemet_votes(text)) if "«" in text or "»" in text or "‹" in text or "›" in text else 0
    return Habits(
        doubled=doubled,
        curly_singles="‘" in text,
        curly_doubles="“" in text,
        reversed_guillemets=votes < 0,
        lone_guillemets=("«" in text) != ("»" in text),
    )


def _guillemet_votes(text: str) -> Iterator[int]:
    for match in re.finditer("[«»‹›]", text):
        sides = _sides(text, match.start(), match.end())
        if (sides.spaced_left and sides.right.isalnum()) or (sides.left.isalnum() and sides.spaced_right):
            yield 1 if sides.spaced_left == (match.group() in "«‹") else -1


def _sides(text: str, start: int, end: int) -> _Sides:
    return _Sides(text, text[start - 1] if start else "", text[end : end + 1], start, end)


def marks(text: str) -> Iterator[Mark]:
    """Yield the quotation marks of ``text`` in order; what is surely an apostrophe or a measure is left out."""
    habit = habits(text)
    for run in _runs(_pattern(habit), text):
        sides = _sides(text, run[0].start(), run[-1].end())
        for match in run:
            mark = _mark(match, sides, habit)
            if mark is not None:
                yield mark


def _pattern(habit: Habits) -> re.Pattern[str]:
    doubled = rf"``|‘‘(?!{_ELISION_AHEAD})|''(?!{_ELISION_AHEAD})(?!'(?!\w))|’’(?!’)"
    if not habit.doubled:
        doubled = r"(?<=\S)(?:''|’’)(?!['’\w])"  # only to close what another mark has opened
    return re.compile(f"{doubled}|{_ALWAYS}|{_SINGLE}", re.IGNORECASE)


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[list[re.Match[str]]]:
    """Yield marks that stand side by side together: “‘ opens as one, ’” closes as one."""
    run: list[re.Match[str]] = []
    for match in pattern.finditer(text):
        if run and not _adjoin(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _adjoin(text: str, end: int, start: int) -> bool:
    """Whether nothing stands between two marks, or one of the narrow spaces that printers put there."""
    return end == start or (start - end == 1 and text[end] in _NARROW)


def _mark(match: re.Match[str], sides: _Sides, habit: Habits) -> Mark | None:
    glyph = match.group()
    family = _FAMILY[glyph]
    role, weak = _READERS.get(family, _read_corner)(glyph, match, sides, habit)
    return None if role is None else Mark(match.start(), match.end(), glyph, family, role, weak)


_Reading = tuple[Role | None, bool]
_NO_MARK: _Reading = (None, False)


def _read_corner(glyph: str, match: re.Match[str], sides: _Sides, habit: Habits) -> _Reading:
    return (Role.OPENS if glyph in _ONLY_OPEN else Role.CLOSES), False


def _read_guillemet(glyph: str, match: re.Match[str], sides: _Sides, habit: Habits) -> _Reading:
    if habit.lone_guillemets:
        return (None if sides.spaced_left and sides.spaced_right else sides.role()), False
    return (Role.OPENS if (glyph in "«‹") != habit.reversed_guillemets else Role.CLOSES), False


def _read_double(glyph: str, match: re.Match[str], sides: _Sides, habit: Habits) -> _Reading:
    role = sides.role()
    if glyph in _ONLY_OPEN:
        return Role.OPENS, False
    if glyph not in ("“", "‘‘") and is_measure(sides.text, match.start()):
        return _NO_MARK
    if glyph in _STRAIGHT:
        return _read_straight(role, match, sides)
    if glyph == "“":
        closing = role is Role.CLOSES or (role is Role.EITHER and sides.spaced_right)
        return (Role.EITHER if closing else Role.OPENS), False
    if glyph in _ONLY_CLOSE or role is Role.CLOSES or (sides.spaced_right and habit.curly_doubles):
        return (Role.EITHER if sides.starts_paragraph else Role.CLOSES), False
    return Role.EITHER, False


def _read_straight(role: Role, match: re.Match[str], sides: _Sides) -> _Reading:
    if _is_hebrew(sides.left) and _is_hebrew(sides.right):
        return _NO_MARK  # the gershayim of an acronym
    inches = role is Role.CLOSES and sides.left.isdigit() and may_end_word(sides.text, match.start())
    return role, inches


def _is_hebrew(letter: str) -> bool:
    return "\u05d0" <= letter <= "\u05ea"


def _read_single(glyph: str, match: re.Match[str], sides: _Sides, habit: Habits) -> _Reading:
    role = sides.role()
    alone = match.end() == sides.right_at
    if glyph == "‚":
        return (None if role is Role.CLOSES else Role.OPENS), False
    if alone and not sides.spaced_right and is_elided(sides.text, sides.right_at):
        return _NO_MARK
    if role is Role.OPENS:
        if glyph in "’´":
            return (None if habit.curly_singles or glyph == "´" else Role.OPENS), True
        return Role.OPENS, alone and may_be_elided(sides.text, sides.right_at)
    if closes_n(sides.text, match.start()):
        return _NO_MARK
    if role is Role.CLOSES:
        return Role.CLOSES, _may_be_apostrophe(match.start(), sides)
    if sides.spaced_left:
        return (Role.CLOSES if sides.before_space in tuple(",.?!…") else None), False  # “We are, ‘ well …
    return (Role.CLOSES if glyph in "’´" else Role.EITHER), True


def _may_be_apostrophe(at: int, sides: _Sides) -> bool:
    before = sides.text[at - 1 : at]
    return before.isalnum() and may_end_word(sides.text, at)


_READERS: dict[Family, Callable[[str, re.Match[str], _Sides, Habits], _Reading]] = {
    Family.DOUBLE: _read_double,
    Family.SINGLE: _read_single,
    Family.GUILLEMET: _read_guillemet,
    Family.ANGLE: _read_guillemet,
}
