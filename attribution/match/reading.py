"""A statement as matching reads it: its folded words with what each tells, and how each stands in print."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from attribution.match.background import weights
from attribution.match.coding import coder
from attribution.match.lexicon import stem
from attribution.match.normalising import ELLIPSIS, Normal, folded, normal, plain
from attribution.match.wordlists import FUNCTION


@dataclass(frozen=True)
class Reading:
    """``words`` are folded; ``origin`` gives the normal word that each came from. The rest is worked out when first
    asked for."""

    normal: Normal
    words: tuple[str, ...]
    origin: tuple[int, ...]

    @cached_property
    def key(self) -> str:
        return self.normal.key

    @cached_property
    def bits(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Running totals of what the words tell, alone and each after the one before; one longer than ``words``."""
        alone, after = weights(self.words)
        return tuple(accumulate(alone, initial=0.0)), tuple(accumulate(after, initial=0.0))

    def told(self, start: int, end: int) -> float:
        """What a run of words tells, in bits: its first word alone, each other after the one before it."""
        if start >= end:
            return 0.0
        alone, after = self.bits
        return alone[start + 1] - alone[start] + after[end] - after[start + 1]

    @cached_property
    def coded(self) -> str:
        """The words as single characters, the same ones in every reading; see ``coding``."""
        return coder().coded(self.words)

    @cached_property
    def letters(self) -> str:
        return " ".join(self.words)

    @cached_property
    def by_stem(self) -> tuple[dict[str, int], dict[str, float], float]:
        """How often each stem stands here, what its words tell, each alone, and what all words tell so."""
        counts: dict[str, int] = {}
        worths: dict[str, float] = {}
        alone = self.bits[0]
        for at, stemmed in enumerate(self.stems):
            counts[stemmed] = counts.get(stemmed, 0) + 1
            worths[stemmed] = worths.get(stemmed, 0.0) + alone[at + 1] - alone[at]
        return counts, worths, alone[-1]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Each word's family, so that "knows" and "knowledge" are the same; function words stay as they are."""
        return tuple(word if word in FUNCTION else stem(word) for word in self.words)

    def start(self, word: int) -> int:
        """Where a word starts in the text as printed; one past the last word gives the text's length."""
        return self.normal.starts[self.origin[word]] if word < len(self.words) else len(self.normal.text)

    def end(self, word: int) -> int:
        """Where a word ends in print; a phrase folded into one word ends with its last."""
        last = self.origin[word + 1] - 1 if word + 1 < len(self.words) else len(self.normal.ends) - 1
        return self.normal.ends[max(last, self.origin[word])]

    def whole(self, word: int) -> bool:
        """Whether the next word is printed as part of this one: did|n't."""
        return word + 1 < len(self.words) and self.origin[word] == self.origin[word + 1]

    def printed(self, word: int) -> str:
        return self.normal.text[self.start(word) : self.end(word)]

    @cached_property
    def breaks(self) -> tuple[str, ...]:
        """What stands in print before each word, and after the last: one longer than ``words``.

        "" inside a word or between two; "," for a comma, dash, colon or bracket; "." for the end of a sentence, also
        where a newspaper's ", " stands between two pieces of a quotation and the next starts with a capital; "…" for
        an ellipsis.
        """
        return tuple(self._break(at) for at in range(len(self.words) + 1))

    def _break(self, at: int) -> str:
        if 0 < at < len(self.words) and self.origin[at] == self.origin[at - 1]:
            return ""
        start = self.end(at - 1) if at else 0
        end = self.start(at)
        between = plain(self.normal.text[start:end]).text
        if ELLIPSIS in between or ".." in between.replace(" ", ""):
            return "…"
        if any(mark in between for mark in ".!?;") and not between.strip().startswith("'"):
            return "."
        if at < len(self.words) and "," in between and (self._opens(at) or self._reopens(at, between)):
            return "."
        return "," if any(mark in between for mark in ',-:()[]"') else ""

    def _opens(self, at: int) -> bool:
        """A capital that a name does not explain: a function word other than "I"."""
        return self.printed(at)[:1].isupper() and self.words[at] in FUNCTION and self.words[at] != "i"

    def _reopens(self, at: int, between: str) -> bool:
        """One quotation ends and another begins with a capital: two pieces, of two sentences."""
        return between.count('"') == 2 and self.printed(at)[:1].isupper()

    def handle(self, at: int) -> bool:
        """The name of an account: @ stands before it."""
        start = self.start(at)
        return start > 0 and self.normal.text[start - 1] == "@"

    def capital(self, at: int) -> bool:
        """Printed with a capital though no sentence starts here."""
        return (
            self.printed(at)[:1].isupper() and self.words[at] != "i" and (at > 0 and self.breaks[at] not in (".", "…"))
        )

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The words inside square or round brackets."""
        inside: set[int] = set()
        depth = 0
        text = self.normal.text
        at = 0
        for word in range(len(self.words)):
            start = self.start(word)
            if start > at:
                depth += sum(1 if c in "[(" else -1 if c in "])" else 0 for c in text[at:start])
                at = start
            if depth > 0:
                inside.add(word)
        return frozenset(inside)


@lru_cache(maxsize=16384)
def reading(text: str) -> Reading:
    """Read a statement's text."""
    return read(normal(text))


def read(made: Normal) -> Reading:
    pairs = folded(made.words)
    return Reading(made, tuple(word for word, _ in pairs), tuple(at for _, at in pairs))
