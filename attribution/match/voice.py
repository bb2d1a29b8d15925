"""Who did it and to whom it was done: a verb made passive, or active, behind the same subject, is another statement."""

from collections.abc import Iterator

from attribution.match.changes import Effect
from attribution.match.differing import Differing
from attribution.match.lexicon import base, part
from attribution.match.reading import Reading
from attribution.match.roles import nearest
from attribution.match.verbs import BETWEEN, GOT, participle, verb_form
from attribution.match.wordlists import BE

# So many words stand between a subject's auxiliary and its verb at most: "was never seriously".
REACH = 3
BEING = BE | GOT.keys()
# "By" stands so near behind a passive: "criticized sharply by".
BY = 3
VERB = "another form of the word"


def voices(state: Differing) -> None:
    """Note where one subject does on one side what is done to it on the other: "he attacked", "he was attacked by"."""
    a, b = state.a.words, state.b.words
    if "by" not in a and "by" not in b and sum(map(BEING.__contains__, a)) == sum(map(BEING.__contains__, b)):
        return
    for i, j in _verbs(state):
        x, y = _passive(state.a, i), _passive(state.b, j)
        done = x and y and (_does(state.a, i, state.b, j) or _does(state.b, j, state.a, i))
        if done or (x != y and _turned(*((state.a, i, state.b, j) if x else (state.b, j, state.a, i)))):
            state.note("roles swapped", Effect.MEANING, (i, i + 1), (j, j + 1))


def _verbs(state: Differing) -> Iterator[tuple[int, int]]:
    """Verbs that both have, behind words that differ, or behind auxiliaries that are behind such."""
    for run in state.runs:
        for step in range(min(run.size, REACH)):
            if participle(state.a.words[run.a + step]):
                yield run.a + step, run.b + step
    for change in state.found:
        (i, m), (j, n) = change.a, change.b
        if change.kind == VERB and m - i == n - j == 1 and base(state.a.words[i]) == base(state.b.words[j]):
            yield i, j


def _passive(side: Reading, at: int) -> bool:
    """Whether a verb is a participle behind "was", "is being" or "got"."""
    if not participle(side.words[at]):
        return False
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        word = side.words[place]
        if side.breaks[place + 1] != "" or word in BEING:
            has = word == "'s" and not _by(side, at)  # "it's given": it has
            return word in BEING and side.breaks[place + 1] == "" and not has
        if word not in BETWEEN and not word.endswith("ly"):
            return False
    return False


def _does(side: Reading, at: int, other: Reading, there: int) -> bool:
    """Whether who does it on one side is on the other who it is done to: "built by the army", "the army was built"."""
    by = next((n for n in range(at + 1, min(at + 1 + BY, len(side.words))) if side.words[n] == "by"), None)
    doer = "" if by is None else nearest(side, by, 1)
    return doer != "" and doer == nearest(other, there, -1) != nearest(side, at, -1)


def _turned(passive: Reading, at: int, active: Reading, there: int) -> bool:
    """Whether what is done to a subject is what the same one does to somebody or something."""
    word = active.words[there]
    if part(base(word)) != "v" or not verb_form(word) or active.breaks[there] != "":
        return False
    if _by(active, there) or active.words[there - 1 : there] == ("to",):
        return False
    who = nearest(passive, at, -1)
    done = _by(passive, at) or nearest(active, there, 1) != ""
    return done and who != "" and who == nearest(active, there, -1)


def _by(side: Reading, at: int) -> bool:
    return "by" in side.words[at + 1 : at + 1 + BY]
