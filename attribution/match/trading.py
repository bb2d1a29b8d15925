"""Two names or nouns in each other's place: "from the mill to the dam", "from the dam to the mill"."""

from collections.abc import Iterator, Mapping
from itertools import islice

from attribution.match.differing import Differing
from attribution.match.lexicon import part
from attribution.match.reading import Reading
from attribution.match.residue import named, telling
from attribution.match.verbs import ARTICLES as DETERMINERS
from attribution.match.wordlists import BE, listed

# So many words that moved are looked at, and words so near them.
MOST, MOST_FOUND, NEAR = 24, 400, 12
JOINING = listed("and or nor but")
# What joins two of a kind: which comes first makes no difference.
LEVEL = (
    BE
    | JOINING
    | listed(
        "along also alongside as both equal equals join joined like married marry meet meets met nor plus resemble"
    )
    | listed("talked together versus well with")
)
ARTICLES = listed("a an the")
# So many words may stand before both clauses: "we have".
MOST_SHARED = 6
# In a longer text a clause is no half of it.
LONG = 120
Halves = tuple[tuple[str, ...], tuple[str, ...]]
# Where one side stands, from word to word.
Span = tuple[int, int]


def traded_in_frame(state: Differing) -> bool:
    """Whether two names, or two nouns, have changed places and the words between them are the same."""
    found, words = islice(state.found, MOST_FOUND), state.a.words
    moved = sorted((x.a[0], x.b[0]) for x in found if x.kind == "order" and _thing(state, x.a[0], x.b[0]))
    if not moved:
        return False
    there = {i: j for i, j in (*_shared(state, moved[0][0], moved[-1][0]), *moved) if telling(words[i])}
    return any(
        _traded(state, i, k, there)
        for i, _ in moved[:MOST]
        for k in range(max(0, i - NEAR), min(len(state.a.words), i + NEAR))
        if k in there and (k - i) * (there[k] - there[i]) < 0 and abs(there[k] - there[i]) <= NEAR
    )


def clauses_exchanged(a: Reading, b: Reading) -> bool:
    """Whether the first of two clauses, or phrases, has become the second as it is: what it says of whom is the
    same."""
    if max(len(a.words), len(b.words)) > LONG:
        return False
    return any(
        _exchanged(x, y, shared)
        for x in _halves(a)
        for y in _halves(b)
        for shared in range(min(len(x[0]), MOST_SHARED))
    )


def _exchanged(x: Halves, y: Halves, shared: int) -> bool:
    """Whether one half is behind so many first words of both what stands behind the joint of the other."""
    left, right = x[0][shared:], y[0][shared:]
    behind = y[1][len(left) :]
    return x[0][:shared] == y[0][:shared] and y[1][: len(left)] == left and x[1] == right + behind


def _halves(side: Reading) -> Iterator[Halves]:
    """The stems on both sides of each word that joins."""
    for at in (at for at, word in enumerate(side.words) if word in JOINING or word in ("while", "whereas")):
        yield _stems(side, 0, at), _stems(side, at + 1, len(side.words))


def _stems(side: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(side.stems[at] for at in range(start, end) if side.words[at] not in ARTICLES)


def _shared(state: Differing, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Each word of the shared runs that is near some words, with its place in ``b``."""
    for run in state.runs:
        for i in range(max(run.a, first - NEAR), min(run.a + run.size, last + NEAR)):
            yield i, run.b + i - run.a


def _traded(state: Differing, i: int, k: int, there: Mapping[int, int]) -> bool:
    a, b = state.a, state.b
    first, second = min(i, k), max(i, k)
    if not _alike(a, (first, second)) and not _alike(b, (there[first], there[second])):
        return False
    x, y = _name(a, first), _name(a, second)
    p, q = _name(b, there[second]), _name(b, there[first])
    frame = _frame(a, x[1], y[0])
    return (
        frame != ()
        and frame == _frame(b, p[1], q[0])
        and not LEVEL.issuperset(frame)
        and not (_listed(a, x, y) or _level(a, x, y) or _level(b, p, q))
    )


def _alike(side: Reading, both: Span) -> bool:
    """Whether two words are both names, or both nouns."""
    names = [named(side, at) for at in both]
    return all(names) or (not any(names) and all(_noun(side, at) for at in both))


def _thing(state: Differing, i: int, j: int) -> bool:
    """Whether a word that moved is a name or a noun."""
    return telling(state.a.words[i]) and (_noun(state.a, i) or named(state.a, i) or named(state.b, j))


def _noun(side: Reading, at: int) -> bool:
    """Whether a word is most likely a noun here: by its commonest use, or what stands before it."""
    led = at > 0 and side.words[at - 1] in DETERMINERS
    return telling(side.words[at]) and (led or part(side.words[at]) == "n")


def _name(side: Reading, at: int) -> Span:
    """The whole name that a word is part of: "White House"."""
    start, end = at, at + 1
    if named(side, at):
        while start > 0 and side.breaks[start] == "" and named(side, start - 1):
            start -= 1
        while end < len(side.words) and side.breaks[end] == "" and named(side, end):
            end += 1
    return start, end


def _frame(side: Reading, start: int, end: int) -> tuple[str, ...]:
    """The stems between two places, without articles; none where a sentence ends there."""
    if any(side.breaks[at] in (".", "…") for at in range(start, end + 1)):
        return ()
    return _stems(side, start, end)


def _listed(side: Reading, x: Span, y: Span) -> bool:
    """Whether two things are the first and the last of a list: "maps, boats and dams"."""
    commas = any(side.breaks[at] == "," for at in range(x[1], y[0]))
    return commas and all(side.words[at] in JOINING | ARTICLES or _alike(side, (x[0], at)) for at in range(x[1], y[0]))


def _level(side: Reading, x: Span, y: Span) -> bool:
    """Whether two phrases that are the same but for one word each are joined: "pay for men and pay for women"."""
    joints = (at for at in range(x[1], y[0]) if side.words[at] in JOINING or side.breaks[at] == ",")
    joint = next(joints, y[0] if side.breaks[y[0]] == "," else None)
    if joint is None:
        return False
    after = _frame(side, x[1], joint)
    before = _frame(side, joint + (side.words[joint] in JOINING), y[0])
    led = _frame(side, max(0, x[0] - NEAR), x[0])
    behind = _frame(side, y[1], min(len(side.words), y[1] + NEAR))
    return led[len(led) - len(before) :] == before and behind[: len(after)] == after
