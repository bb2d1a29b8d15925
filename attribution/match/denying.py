"""Denials that one wording has and the other has not."""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.match.aligning import Gap
from attribution.match.changes import Effect
from attribution.match.differing import NEAR, Differing, Open, lengthy
from attribution.match.lexicon import base, part
from attribution.match.limiting import denied_beside
from attribution.match.pairing import contrary
from attribution.match.reading import Reading
from attribution.match.residue import JOINING, negates, said_again, telling
from attribution.match.verbs import verb_form
from attribution.match.wordlists import NEGATIONS, QUANTIFIERS, listed

WEAK_DENIALS = {"barely", "hardly", "scarcely", "unlikely"}
# Two denials with no more words between them than this are about one thing.
ONE_PLACE = 6
# Behind these another thing is denied: "he called and left no word", "he did not call and left word".
BESIDE = listed("and but while")
# A denial of these is one of what is thought or wished.
RAISING = listed("appear believe expect feel guess hope intend like mean plan seem suppose think want wish")
DOUBT = (("doubt",), ("question",))
NONE, ALL = listed("never none nobody no nothing"), listed("all always every everybody everyone everything")


@dataclass(frozen=True, slots=True)
class _Denied:
    """How many words deny in one gap that nothing on the other side answers, how many are opposites, and whether each
    of those stands under a denial of its own side: "not likely", "unlikely"."""

    open: Open
    words: int
    opposites: int
    answered: bool = True


def deny(state: Differing, opened: list[Open]) -> None:
    """Denials that one side has and the other has not; an opposite counts as one ("unlikely", "not likely").

    Two of them in one place cancel each other, unless both are opposites ("fall below", "rise above"); far apart they
    deny two things.
    """
    _move_denials(state, [gap for gap in opened if not gap.outside])
    places: list[list[_Denied]] = []
    for gap in opened:
        if gap.outside or (gap.gap.one_sided and (len(gap.a) + len(gap.b) > 3 or _by_itself(state, gap))):
            continue
        if _again(state.a, gap.a, state.b, gap.b) or _again(state.b, gap.b, state.a, gap.a):
            continue
        denied = _denials(state, gap)
        if denied.words + denied.opposites == 0:
            continue
        if places and _one_place(state, places[-1][-1].open.gap, gap.gap):
            places[-1].append(denied)
        else:
            places.append([denied])
    for place in places:
        words, opposites = sum(each.words for each in place), sum(each.opposites for each in place)
        whole = any(_everywhere(state, each.open) for each in place)
        answered = all(each.answered for each in place)
        odd = not words or whole or (words + opposites) % 2 or _twice(place) or not answered
        kind = "negation" if words else "opposite"
        for each in place[:1] if odd else place:
            state.note(kind, Effect.MEANING if odd else Effect.WORDING, *each.open.reach)


def _again(side: Reading, at: Sequence[int], other: Reading, there: Sequence[int]) -> bool:
    """Whether the one side says once more what it has said, and the other only "and", "or" or nothing."""
    return said_again(side, at) and all(other.words[n] in JOINING for n in there)


def _by_itself(state: Differing, gap: Open) -> bool:
    """Whether what one side has denies nothing of what both have: a sentence of its own, or the "not A" of "B, and not
    A"."""
    side, (start, end) = (state.a, gap.reach[0]) if gap.a else (state.b, gap.reach[1])
    if end - start < 2:
        return False
    ended = end == len(side.words) or side.breaks[end] == "."
    return (side.breaks[start] == "." and ended) or denied_beside(side, start, end)


def _one_place(state: Differing, one: Gap, other: Gap) -> bool:
    near = other.a_start - one.a_end <= ONE_PLACE
    joined = not BESIDE.isdisjoint(state.a.words[one.a_end : other.a_start])
    return near and not joined and not state.parted(max(one.a_end - 1, 0), other.a_start)


def _everywhere(state: Differing, gap: Open) -> bool:
    """Whether "always" stands for "never", "all" for "none": no denial is taken back by that."""
    (i, m), (j, n) = gap.reach
    x, y = set(state.a.words[i:m]), set(state.b.words[j:n])
    if any(one & NONE and not other & NONE and other & ALL for one, other in ((x, y), (y, x))):
        return True
    return any(_comments(p) and _comments(q) and contrary(p, q) for p in x for q in y)


def _comments(word: str) -> bool:
    """Whether an adverb says what is thought of all the rest: "fortunately", "unfortunately"."""
    return word.endswith("ly") and part(word) == "r" and "likely" not in word


def _twice(place: Sequence[_Denied]) -> bool:
    """Whether one side alone denies in several gaps: two statements denied, not one denial taken back."""
    plain = [denied.open.gap for denied in place]
    return len(plain) > 1 and (
        all(gap.b_start == gap.b_end for gap in plain) or all(gap.a_start == gap.a_end for gap in plain)
    )


def _move_denials(state: Differing, opened: list[Open]) -> None:
    """The same denial in another place of the sentence."""
    for at, gap_a in enumerate(opened):
        for i in [i for i in gap_a.a if negates(state.a, i)]:
            for gap_b in opened[max(0, at - NEAR) : at + NEAR + 1]:
                j = next((j for j in gap_b.b if state.b.words[j] == state.a.words[i]), None)
                if j is not None and gap_b is not gap_a and not state.parted(i, gap_b.gap.a_start):
                    gap_a.a, gap_b.b = [n for n in gap_a.a if n != i], [n for n in gap_b.b if n != j]
                    passed = passes(state.a, i, state.b, j) or passes(state.b, j, state.a, i)
                    kind = ("negation", Effect.MEANING) if passed else ("order", Effect.WORDING)
                    state.note(*kind, (i, i + 1), (j, j + 1))
                    break


def passes(here: Reading, i: int, there: Reading, j: int) -> bool:
    """Whether a denial has moved from before a verb to behind it, "does not know", "knows … not"; "I don't think" is
    "I think … not"."""
    verb = next((n for n in range(i + 1, min(i + 4, len(here.words))) if verb_form(here.words[n])), None)
    if verb is None or base(here.words[verb]) in RAISING:
        return False
    own = base(here.words[verb])
    before, behind = there.words[max(0, j - ONE_PLACE) : j], there.words[j + 1 : j + 1 + ONE_PLACE]
    return any(base(word) == own for word in before) and all(base(word) != own for word in behind)


def _denials(state: Differing, gap: Open) -> _Denied:
    """Take the denials out of a gap, and say how many there are where the sides differ."""
    x, y = [i for i in gap.a if _denies(state.a, i, gap.a)], [j for j in gap.b if _denies(state.b, j, gap.b)]
    long = lengthy(gap.a, gap.b)
    opposites = [] if long else [(i, j) for i in gap.a for j in gap.b if _opposite(state, i, j)]
    x = [i for i in x if all(i != at for at, _ in opposites)]
    y = [j for j in y if all(j != at for _, at in opposites)]
    gap.a = [i for i in gap.a if i not in x and all(i != at for at, _ in opposites)]
    gap.b = [j for j in gap.b if j not in y and all(j != at for _, at in opposites)]
    if len(x) != len(y) or opposites:
        answered = all(_governed(state.a, i) != _governed(state.b, j) for i, j in opposites)
        return _Denied(gap, len(x) + len(y), len(opposites), answered)
    if any(_in_part(state.a, i) for i in x) != any(_in_part(state.b, j) for j in y):
        state.note("degree", Effect.MEANING, *gap.reach)
    _deny_otherwise(state, [state.a.words[i] for i in x], [state.b.words[j] for j in y], gap)
    return _Denied(gap, 0, 0)


def _governed(side: Reading, at: int) -> bool:
    """Whether a denial stands before a word with nothing between them that it denies instead: "not a bad idea", but not
    "will not tax the northern bridge"."""
    for place in range(at - 1, max(-1, at - 1 - ONE_PLACE), -1):
        if negates(side, place):
            return True
        word = side.words[place]
        if side.breaks[place + 1] or (telling(word) and part(word) != "r" and base(word) not in RAISING):
            return False
    return False


def _denies(side: Reading, at: int, left: Sequence[int]) -> bool:
    """Whether a word denies, or is the "no" of "no question" where the question is left."""
    doubted = side.words[at] == "no" and side.words[at + 1 : at + 2] in DOUBT and at + 1 not in left
    return doubted or negates(side, at)


def _in_part(side: Reading, at: int) -> bool:
    """Whether only the whole is denied: "not all", "not always"."""
    return side.words[at] == "not" and side.words[at + 1 : at + 2] != () and side.words[at + 1] in ALL


def _deny_otherwise(state: Differing, x: Sequence[str], y: Sequence[str], gap: Open) -> None:
    """Other words for as many denials: "no", "zero"; a weak one says less."""
    if sorted(x) != sorted(y):
        weaker = sum(word in WEAK_DENIALS for word in x) != sum(word in WEAK_DENIALS for word in y)
        state.note(*(("degree", Effect.MEANING) if weaker else ("synonym", Effect.WORDING)), *gap.reach)


def _opposite(state: Differing, i: int, j: int) -> bool:
    x, y = state.a.words[i], state.b.words[j]
    return contrary(x, y) and not (x in QUANTIFIERS and y in QUANTIFIERS and {x, y}.isdisjoint(NEGATIONS))
