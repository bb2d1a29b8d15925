"""Two wordings side by side: how likely they are the same utterance, how they differ, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from rapidfuzz.distance import LCSseq

from attribution.match.aligning import MOST_WORDS, settled
from attribution.match.changes import Change, Effect
from attribution.match.coding import coder
from attribution.match.features import Block, blocks, features
from attribution.match.reading import Reading, reading
from attribution.match.relating import changes
from attribution.match.scoring import weights
from attribution.match.slight import stock
from attribution.model import Edit, Relation

# A reason names so many differences and quotes so many words of each.
MOST_NAMED, MOST_QUOTED = 3, 8
# What the poorer one has that the other has too: of words with a content, of all words in the same order, or, distinct
# ones, in any order. Of 157 real pairs that are or may be the same statement four have less, none of them likely;
# of 4,700 other pairs two thirds have less, and nothing more is asked of them.
IN_CONTENT, IN_ORDER, IN_ANY_ORDER = 0.34, 0.32, 0.45
# So many words with a content in both and no others, or one other where there are more, are one thing said twice: with
# fewer bits, or the other word, it may be a name for it ("the minimum wage increase"). Of 39 pairs of the
# corpus with the same words six were scored lower, and say the same.
ANEW, TOLD_ANEW = 4, 55.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """``score`` is the calibrated probability that both are the same utterance; ``edits`` are offsets into the two
    texts. ``open`` says that it would be higher if one speaker had said both."""

    relation: Relation
    score: float
    reason: str
    edits: tuple[Edit, ...] = ()
    open: bool = False

    def mirrored(self) -> "Comparison":
        """The same comparison with the two texts exchanged."""
        if not self.edits:
            return self
        edits = [Edit(e.kind, e.b_start, e.b_end, e.a_start, e.a_end) for e in self.edits]
        return replace(self, edits=tuple(sorted(edits, key=_place)))


def compare(a: str, b: str) -> Comparison:
    """Compare two texts. Equal words score 1 and are verbatim; swapping the two mirrors the edits and changes nothing
    else.

    Below the shipped threshold for a suggestion the relation is ``different`` and there are no edits.
    """
    return compare_readings(reading(a), reading(b))


def compare_readings(a: Reading, b: Reading, one_speaker: bool = False) -> Comparison:
    """Compare two texts already read; ``one_speaker`` where the same one is known to have said both."""
    if a.key == b.key:
        return same()
    if not likely(a, b):
        return Comparison(Relation.DIFFERENT, 0.0, "other statements: too few words in common")
    return weighed(a, b, one_speaker)


def weighed(a: Reading, b: Reading, one_speaker: bool = False) -> Comparison:
    """Compare two texts that are known to be ``likely`` and not to have the same normal words."""
    # Ties between alignments fall by order: one order for both ways round.
    if (b.key, b.text) < (a.key, a.text):
        return weighed(b, a, one_speaker).mirrored()
    runs = blocks(a.coded[:MOST_WORDS], b.coded[:MOST_WORDS])
    found = features(a, b, runs) if runs else None
    score = weights().score(found) if found else 0.0
    if score >= weights().sure and stock(a, b, runs):
        # A phrase that anybody uses makes nothing sure.
        score = weights().likely
    if score < weights().sure:
        score = max(score, _least(a, b))
    told = 0.0
    if found and score < weights().sure:
        told = weights().of_one_speaker(found, len(a.content & b.content))
    if told < weights().likely or not one_speaker:
        return _judged(a, b, runs, min(score, 0.999), told >= weights().likely)
    judged = _judged(a, b, runs, told, False)
    return replace(judged, reason=f"{judged.reason}; one speaker")


def _least(a: Reading, b: Reading) -> float:
    """The least probability for two texts of which each says all that the other says, in whatever order, or all but
    one word."""
    both, most = len(a.content & b.content), max(len(a.content), len(b.content))
    if both < ANEW or both < most - (both > ANEW):
        return 0.0
    told = min(side.told(0, len(side.words)) for side in (a, b))
    return weights().sure if both == most and told >= TOLD_ANEW else weights().likely


def same() -> Comparison:
    """The comparison of two texts with the same normal words."""
    return Comparison(Relation.VERBATIM, 1.0, "the same words")


class Words(Protocol):
    """What is known of a text before it is read: its coded words and the families of those that say something."""

    @property
    def coded(self) -> str: ...

    @property
    def content(self) -> frozenset[str]: ...


def likely(a: Words, b: Words) -> bool:
    """Whether two texts have so much in common that they are worth weighing."""
    x, y = a.coded[:MOST_WORDS], b.coded[:MOST_WORDS]
    some, others = set(x), set(y)
    both, least = some & others, min(len(some), len(others))
    in_order = LCSseq.similarity(x, y, score_cutoff=ceil(IN_ORDER * min(len(x), len(y)))) > 0
    if not in_order and (least == 0 or len(both) < IN_ANY_ORDER * least):
        return False
    # The families of equal words are soon counted, and mostly enough.
    if len(coder().content("".join(both))) >= IN_CONTENT * least and max(len(a.coded), len(b.coded)) <= MOST_WORDS:
        return True
    return len(a.content & b.content) >= IN_CONTENT * min(len(a.content), len(b.content))


def _judged(a: Reading, b: Reading, runs: Sequence[Block], score: float, doubtful: bool) -> Comparison:
    """The comparison of two wordings with their shared runs and score known; ``doubtful`` as ``open``."""
    if score < weights().likely:
        reason = f"other statements: score {score:.2f}, {_shared(a, b, runs)}"
        return Comparison(Relation.DIFFERENT, score, reason, open=doubtful)
    found = changes(a, b, settled(a, b, runs))
    relation = max((change.effect for change in found), default=Effect.NONE).relation
    edits = tuple(sorted((change.edit(a, b) for change in found), key=_place))
    unsure = "" if score >= weights().sure else "likely, not sure: "
    return Comparison(relation, score, f"{unsure}{_shared(a, b, runs)}{_named(a, b, found)}", edits, doubtful)


def _place(edit: Edit) -> tuple[int, int, int, int, str]:
    return edit.a_start, edit.a_end, edit.b_start, edit.b_end, edit.kind


def _shared(a: Reading, b: Reading, runs: Sequence[Block]) -> str:
    shorter = max(1, min(len(a.words), len(b.words)))
    return f"{min(shorter, sum(run.size for run in runs))} of the shorter one's {shorter} words in the same order"


def _named(a: Reading, b: Reading, found: Sequence[Change]) -> str:
    gravest = max((change.effect for change in found), default=Effect.NONE)
    named: list[str] = []
    for change in found:
        if change.effect == gravest and len(named) < MOST_NAMED:
            named.append(_quoted(a, b, change))
    return "".join(f"; {text}" for text in dict.fromkeys(named))


def _quoted(a: Reading, b: Reading, change: Change) -> str:
    # Shorter side first, so that the sentence reads the same both ways round.
    x, y = sorted((_words(a, change.a), _words(b, change.b)), key=lambda words: (len(words), words))
    if not x:
        return f"{change.kind}: “{y}”"
    return f"{change.kind}: “{x}” against “{y}”"


def _words(side: Reading, words: tuple[int, int]) -> str:
    start, end = words
    if start == end:
        return ""
    text = " ".join(side.text[side.start(start) : side.end(min(end, start + MOST_QUOTED) - 1)].split())
    return f"{text} …" if end - start > MOST_QUOTED else text
