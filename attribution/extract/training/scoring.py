"""Whether an attribution is right, as the evaluation counts it: content matched one to one at an intersection over
union of one half, source likewise or both without one. Only letters and digits count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.linker import Linked
from attribution.extract.spans import TaggedSpan
from attribution.extract.training.corpus import Gold, SpanPair
from attribution.extract.words import Words

Letters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over articles: attributions found and wanted, and how many are right by content, to the letter, and with
    source.
    """

    found: int = 0
    wanted: int = 0
    content: int = 0
    strict: int = 0
    attributed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def f1(self, right: int) -> float:
        """F1 in percent for so many right ones."""
        return 200 * right / max(1, self.found + self.wanted)

    @property
    def worth(self) -> float:
        """What the thresholds are chosen by: the sum of the three F1."""
        return self.f1(self.content) + self.f1(self.strict) + self.f1(self.attributed)


def tally(words: Words, found: Sequence[Linked], gold: Sequence[Gold]) -> Tally:
    """One article's counts."""
    predicted, wanted = _read_all(words, found), _wanted(words, gold)
    pairs = match([p[0] for p in predicted], [w[0] for w in wanted])
    strict = len({p[0] for p in predicted} & {w[0] for w in wanted})
    right = sum(_same_source(predicted[i][1], wanted[j][1]) for i, j in pairs.items())
    return Tally(len(found), len(wanted), len(pairs), strict, right)


def outcome(words: Words, found: Sequence[Linked], gold: Sequence[Gold]) -> list[bool]:
    """For each attribution found, whether its content and its source are right."""
    predicted, wanted = _read_all(words, found), _wanted(words, gold)
    pairs = match([p[0] for p in predicted], [w[0] for w in wanted])
    return [at in pairs and _same_source(predicted[at][1], wanted[pairs[at]][1]) for at in range(len(found))]


def _read_all(words: Words, found: Sequence[Linked]) -> list[tuple[Letters, Letters]]:
    return [(_read(words, linked.contents), _read(words, [linked.source] if linked.source else [])) for linked in found]


def _wanted(words: Words, gold: Sequence[Gold]) -> list[tuple[Letters, Letters]]:
    return [(_letters(words.text, g.content), _letters(words.text, g.source)) for g in gold]


def match(found: Sequence[Letters], wanted: Sequence[Letters]) -> dict[int, int]:
    """Found to wanted, one to one, best first, at a half or more."""
    options = sorted(
        ((overlap(f, w), i, j) for i, f in enumerate(found) for j, w in enumerate(wanted) if not f.isdisjoint(w)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in options:
        if share >= 0.5 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def overlap(a: Letters, b: Letters) -> float:
    """Intersection over union; 0 for two empty sets."""
    union = len(a | b)
    return len(a & b) / union if union else 0.0


def _same_source(a: Letters, b: Letters) -> bool:
    return overlap(a, b) >= 0.5 or not (a or b)


def _read(words: Words, spans: Sequence[TaggedSpan]) -> Letters:
    return _letters(words.text, [(words.spans[s.first][0], words.spans[s.end - 1][1]) for s in spans])


def _letters(text: str, spans: Sequence[SpanPair]) -> Letters:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())
