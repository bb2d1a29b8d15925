"""A statement as matching reads it: its folded words with what each tells, and how each stands in print."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar, cast

from attribution.match.bits import bits
from attribution.match.coding import coder
from attribution.match.lexicon import stem
from attribution.match.normalising import ELLIPSIS, Normal, bare, folded, normal, plain
from attribution.match.wordlists import FUNCTION, listed

T = TypeVar("T")
NO_BREAK = ("", " ")
# What stands between two words is remembered up to so many characters.
LONG = 16
# Words printed with a point that ends no sentence.
SHORTENED = listed("col dr gen gov jr lt messrs mr mrs ms mt prof rep rev sen sgt sr st vs")


@dataclass(frozen=True)
class Reading:
    """``words`` are folded, ``key`` names its normal words; ``plain`` where each word is one of those.

    The rest is worked out when first asked for: most pairs of statements are told apart by their words, and where those
    stand in print need not be known.
    """

    text: str
    words: tuple[str, ...]
    key: str
    plain: bool
    facts: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    def known(self, name: str, find: Callable[["Reading"], T]) -> T:
        """What ``find`` says of this reading, asked once under each name."""
        if name not in self.facts:
            self.facts[name] = find(self)
        return cast(T, self.facts[name])

    @cached_property
    def normal(self) -> Normal:
        return normal(self.text)

    @cached_property
    def origin(self) -> tuple[int, ...]:
        """The number of the normal word that each word came from."""
        return tuple(range(len(self.words))) if self.plain else tuple(at for _, at in folded(self.normal.words))

    @cached_property
    def bits(self) -> tuple[list[float], list[float]]:
        """What each word tells, alone and after the one before."""
        return bits(self.coded)

    def told(self, start: int, end: int) -> float:
        """What a run of words tells, in bits: its first word alone, each other after the one before it."""
        if start >= end:
            return 0.0
        alone, after = self.bits
        return sum(after[start + 1 : end], alone[start])

    @cached_property
    def coded(self) -> str:
        """The words as single characters, the same ones in every reading; see ``coding``."""
        return coder().coded(self.words)

    @cached_property
    def letters(self) -> str:
        return " ".join(self.words)

    @cached_property
    def coded_stems(self) -> str:
        """The stems as single characters; see ``coding``."""
        return coder().stems(self.coded)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Each word's family, so that "knows" and "knowledge" are the same; function words stay as they are."""
        return tuple(word if word in FUNCTION else stem(word) for word in self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """The families of the words that say something by themselves, one character each; see ``coding``."""
        return coder().content(self.coded)

    def start(self, word: int) -> int:
        """Where a word starts in the text as printed; one past the last word gives the text's length."""
        return self.normal.starts[self.origin[word]] if word < len(self.words) else len(self.text)

    def end(self, word: int) -> int:
        """Where a word ends in print; a phrase folded into one word ends with its last."""
        last = self.origin[word + 1] - 1 if word + 1 < len(self.words) else len(self.normal.ends) - 1
        return self.normal.ends[max(last, self.origin[word])]

    @cached_property
    def joints(self) -> frozenset[int]:
        """The words that are printed in one piece with the next: did|n't."""
        if self.plain:
            return frozenset()
        return frozenset(at for at in range(len(self.words) - 1) if self.origin[at] == self.origin[at + 1])

    def printed(self, word: int) -> str:
        return self.text[self.start(word) : self.end(word)]

    @cached_property
    def breaks(self) -> tuple[str, ...]:
        """What stands in print before each word, and after the last: one longer than ``words``.

        "" inside a word or between two; "," for a comma, dash, colon or bracket; "." for the end of a sentence, also
        where a newspaper's ", " stands between two pieces of a quotation and the next starts with a capital; "…" for
        an ellipsis.
        """
        if self.plain:
            ends, starts = (0, *self.normal.ends), (*self.normal.starts, len(self.text))
        else:
            origin, each = self.origin, self.normal
            after = (*origin[1:], len(each.ends)) if origin else ()
            ends = (0, *[each.ends[max(last - 1, word)] for word, last in zip(origin, after, strict=True)])
            starts = (*[each.starts[word] for word in origin], len(self.text))
        found = [self.text[end:start] for end, start in zip(ends, starts, strict=True)]
        for at, gap in enumerate(found):
            if gap not in NO_BREAK:
                found[at] = self._break(at, gap)
            elif gap:
                found[at] = ""
        return tuple(found)

    def _break(self, at: int, between: str) -> str:
        if at - 1 in self.joints:
            return ""
        if self._shortened(at - 1) and between.strip() == ".":
            return ""
        mark, comma, pieces = _marked(between) if len(between) <= LONG else _marks(between)
        if comma and at < len(self.words) and (self._opens(at) or (pieces and self._upper(at))):
            return "."
        return mark

    def _shortened(self, at: int) -> bool:
        """Whether the point behind a word is its own: Mr., John F. Kennedy."""
        if at < 0:
            return False
        word = self.words[at]
        return word in SHORTENED or (len(word) == 1 and word not in ("i", "a") and word.isalpha() and self._upper(at))

    def _opens(self, at: int) -> bool:
        """A capital that a name does not explain: a function word other than "I"."""
        return self.words[at] in FUNCTION and self.words[at] != "i" and self._upper(at)

    def _upper(self, at: int) -> bool:
        return self.text[self.start(at)].isupper()

    def handle(self, at: int) -> bool:
        """The name of an account: @ stands before it."""
        start = self.start(at)
        return start > 0 and self.text[start - 1] == "@"

    @cached_property
    def upper(self) -> tuple[bool, ...]:
        """Whether each word is printed with a capital."""
        starts = self.normal.starts
        return tuple([self.text[starts[at]].isupper() for at in self.origin])

    def capital(self, at: int) -> bool:
        """Printed with a capital though no sentence starts here."""
        return self.upper[at] and at > 0 and self.words[at] != "i" and self.breaks[at] not in (".", "…")

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The words inside square or round brackets."""
        if "[" not in self.text and "(" not in self.text:
            return frozenset()
        inside: set[int] = set()
        depth = 0
        text = self.text
        at = 0
        for word in range(len(self.words)):
            start = self.start(word)
            if start > at:
                depth += sum(1 if c in "[(" else -1 if c in "])" else 0 for c in text[at:start])
                at = start
            if depth > 0:
                inside.add(word)
        return frozenset(inside)


def _marks(between: str) -> tuple[str, bool, bool]:
    """The break that some print between two words makes; whether it is a comma's, which a capital behind it makes a
    sentence's; and whether one quotation ends there and another begins."""
    between = plain(between).text
    if ELLIPSIS in between or ".." in between.replace(" ", ""):
        return "…", False, False
    if any(mark in between for mark in ".!?;") and not between.strip().startswith("'"):
        return ".", False, False
    mark = "," if any(mark in between for mark in ',-:()[]"') else ""
    return mark, "," in between, between.count('"') == 2


_marked = lru_cache(maxsize=4096)(_marks)


@lru_cache(maxsize=16384)
def reading(text: str) -> Reading:
    """Read a statement's text."""
    return read(text)


def read(text: str) -> Reading:
    """``reading`` without remembering it: for long texts."""
    words, key, each = bare(text)
    return Reading(text, tuple(words), key, each)
