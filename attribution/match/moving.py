"""Words that stand in one place of one wording and in another of the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attribution.match.changes import Effect
from attribution.match.denying import passes
from attribution.match.differing import Differing, Open, near
from attribution.match.lexicon import akin, part
from attribution.match.pairing import pair
from attribution.match.reading import Reading
from attribution.match.residue import named, negates, telling
from attribution.match.roles import described_crosswise, traded
from attribution.match.wordlists import COMPARATIVES, HEDGES, QUANTIFIERS, SAME_PRONOUN, listed

# "His" and "their" may mean the one that moved; "my", "our" and "your" never do.
PEOPLE = listed("he her him i me my our she them they us we your")


def move(state: Differing, opened: list[Open]) -> None:
    """Words that stand in one gap of ``a`` and in another of ``b``."""
    if len(opened) < 2 or not any(gap.a for gap in opened) or not any(gap.b for gap in opened):
        return
    movable = {id(gap): [i for i in gap.a if _moves(state.a, i)] for gap in opened}
    there = {id(gap): [j for j in gap.b if _moves(state.b, j)] for gap in opened}
    for gap_a, gap_b in near(opened):
        those, others = movable[id(gap_a)], there[id(gap_b)]
        if those and others and not (gap_a.outside and gap_b.outside):
            _move_between(state, gap_a, gap_b, those, others)


def _move_between(state: Differing, gap_a: Open, gap_b: Open, those: list[int], others: list[int]) -> None:
    """Take out what both gaps have; ``those`` and ``others`` are the words that may have moved, and lose it."""
    # What was cut off at an end holds many a word of like sense by chance.
    exact = any(gap.gap.edge and gap.gap.one_sided for gap in (gap_a, gap_b))
    found = list(_met(state, those, others, exact))
    if (gap_a.gap.edge or gap_b.gap.edge) and not _enough_moved(state, gap_a, gap_b, found):
        return
    for i, j in found:
        those.remove(i)
        others.remove(j)
        elsewhere = negates(state.a, i) and (
            state.parted(i, gap_b.gap.a_start) or passes(state.a, i, state.b, j) or passes(state.b, j, state.a, i)
        )
        state.take(gap_a, gap_b, i, j, ("negation", Effect.MEANING) if elsewhere else ("order", Effect.WORDING))
        state.moves.append((id(gap_a), id(gap_b), i, j))
        if (named(state.a, i) or part(state.a.words[i]) == "n") and _pronouns_between(state, gap_a, gap_b):
            state.note_whole("roles swapped", Effect.MEANING)


def _pronouns_between(state: Differing, gap_a: Open, gap_b: Open) -> bool:
    """Whether a pronoun went the other way: "for me … for Fred", "for Fred … for me"; but not into a passive."""
    here, there = state.a.words[slice(*gap_b.reach[0])], state.b.words[slice(*gap_a.reach[1])]
    people = [{SAME_PRONOUN[word] for word in words if word in PEOPLE} for words in (here, there)]
    passive = "by" in here or "by" in there
    return not passive and not people[0].isdisjoint(people[1])


def _met(state: Differing, those: Sequence[int], others: Sequence[int], exact: bool) -> Iterator[tuple[int, int]]:
    """Which of some words of ``a`` are which of some of ``b``, each once; in long stretches only equal ones."""
    equal: dict[str, list[int]] = defaultdict(list)
    for j in others:
        equal[state.b.words[j]].append(j)
    long, taken = not state.affords(those, others), set[int]()
    for i in those:
        likely = equal.get(state.a.words[i], ()) if long else others
        met = next((j for j in likely if j not in taken and _same(state, i, j, exact)), None)
        if met is not None:
            taken.add(met)
            yield i, met


def _enough_moved(state: Differing, gap_a: Open, gap_b: Open, found: Sequence[tuple[int, int]]) -> bool:
    """Whether what both have before or after the shared words is more than one word met by chance."""
    moved = sum(_says(state.a.words[i]) for i, _ in found)
    all_a = sum(_says(state.a.words[i]) for i in gap_a.a)
    all_b = sum(_says(state.b.words[j]) for j in gap_b.b)
    return moved > 0 and 2 * moved >= min(all_a, all_b)


def _says(word: str) -> bool:
    return telling(word) or word[:1].isdigit()


def places_traded(state: Differing) -> bool:
    """Whether two names or nouns stand in each other's place, on two sides of a verb, or two adjectives, each by the
    noun of the other."""
    if _synonyms_traded(state):
        return True
    pairs = ((x, y) for at, x in enumerate(state.moves) for y in state.moves[at + 1 :] if x[:2] == (y[1], y[0]))
    return any(
        swapped(state.a, here, state.b, there)
        for x, y in pairs
        for here, there in (((x[2], y[2]), (x[3], y[3])),)
        for swapped in (traded, described_crosswise)
    )


def _synonyms_traded(state: Differing) -> bool:
    """Whether two words that can mean the same, but are both in both, stand in each other's place: "asked the bishops
    to forgive the priests"."""
    met = [(x.a[0], x.b[0]) for x in state.found if x.kind == "synonym" and x.a[1] - x.a[0] == x.b[1] - x.b[0] == 1]
    a, b = state.a, state.b
    return any(
        a.words[i] == b.words[n] and a.words[m] == b.words[j] and traded(a, (i, m), b, (n, j))
        for at, (i, j) in enumerate(met)
        for m, n in met[at + 1 :]
    )


def _moves(side: Reading, at: int) -> bool:
    return _movable(side.words[at]) or negates(side, at)


@lru_cache(maxsize=65536)
def _movable(word: str) -> bool:
    """Whether a word says enough to be known again in another place."""
    known = word in COMPARATIVES or word in QUANTIFIERS or word in HEDGES
    return known or telling(word) or word[:1].isdigit()


def _same(state: Differing, i: int, j: int, exact: bool) -> bool:
    x, y = state.a.words[i], state.b.words[j]
    if x == y or exact:
        return x == y or akin(x, y)
    both = (telling(x) and telling(y)) or (x in HEDGES and y in HEDGES)
    return both and pair(state.a, i, state.b, j) is not None
