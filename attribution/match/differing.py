"""One comparison at work: what is open in each gap between two wordings, and what has been found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attribution.match.aligning import Gap
from attribution.match.changes import Change, Effect
from attribution.match.features import Block
from attribution.match.reading import Reading
from attribution.match.verbs import tense
from attribution.match.wordlists import PRONOUNS

# Words move so many differences on or back, no further: in long texts the same word is met again by chance.
NEAR = 24
# In a longer stretch of other words than this, on both sides, words are not paired one by one.
MOST_PAIRED = 120
# So many words of one wording are held against words of the other in all; after that only equal ones are known again.
MOST_HELD = 60_000


@dataclass
class Open:
    """A gap with the words of each side that nothing has been found for yet; ``outside`` where the two sides are
    other surroundings, not one wording for another."""

    gap: Gap
    a: list[int]
    b: list[int]
    outside: bool = False

    @property
    def reach(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The gap's words of both sides."""
        return (self.gap.a_start, self.gap.a_end), (self.gap.b_start, self.gap.b_end)


@dataclass
class Differing:
    """Two wordings that share ``runs``. ``found`` are the changes so far; ``pronouns``, ``tenses`` and ``moves`` the
    words that stand for one another and may tell more together."""

    a: Reading
    b: Reading
    runs: Sequence[Block]
    found: list[Change] = field(default_factory=list)
    pronouns: list[tuple[str, str]] = field(default_factory=list)
    tenses: list[tuple[str, str, int, int]] = field(default_factory=list)
    moves: list[tuple[int, int, int, int]] = field(default_factory=list)
    held: int = 0

    def affords(self, those: Sequence[int], others: Sequence[int]) -> bool:
        """Whether some words of ``a`` may be held against some of ``b`` one by one: where both are few, and not too
        many were before."""
        self.held += len(those) * len(others)
        return not lengthy(those, others) and self.held <= MOST_HELD

    def note(self, kind: str, effect: Effect, a: tuple[int, int], b: tuple[int, int]) -> None:
        self.found.append(Change(kind, effect, a, b))

    def note_whole(self, kind: str, effect: Effect) -> None:
        self.note(kind, effect, (0, len(self.a.words)), (0, len(self.b.words)))

    def take(self, gap_a: Open, gap_b: Open, i: int, j: int, joined: tuple[str, Effect]) -> None:
        """Take word ``i`` out of one gap and ``j`` out of another: they stand for one another."""
        kind, effect = joined
        gap_a.a.remove(i)
        gap_b.b.remove(j)
        x, y = self.a.words[i], self.b.words[j]
        if x in PRONOUNS and y in PRONOUNS:
            self.pronouns.append((x, y))
        self.time(i, j)
        self.note(kind, effect, (i, i + 1), (j, j + 1))

    def time(self, i: int, j: int) -> None:
        """Remember two verbs of different times."""
        x, y = tense(self.a, i), tense(self.b, j)
        if x and y and x != y and "modal" not in (x, y):
            self.tenses.append((x, y, i, j))

    def parted(self, one: int, other: int) -> bool:
        """Whether a sentence of ``a`` ends between two places."""
        low, high = sorted((one, other))
        return any(self.a.breaks[at] in (".", "…") for at in range(low + 1, min(high + 1, len(self.a.words))))


def near(opened: Sequence[Open]) -> Iterator[tuple[Open, Open]]:
    """Each gap with those close to it, in order."""
    for at, gap in enumerate(opened):
        for other in opened[max(0, at - NEAR) : at + NEAR + 1]:
            if other is not gap:
                yield gap, other


def lengthy(those: Sequence[int], others: Sequence[int]) -> bool:
    return len(those) * len(others) > MOST_PAIRED**2
