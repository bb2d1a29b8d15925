"""The chain against the slow obvious way: the sum over every legal labelling."""

from itertools import pairwise, product

import numpy as np
import pytest

from attribution.extract.chain import candidates, lattices
from attribution.extract.labels import LABELS, may_follow, spans_of

C = len(LABELS)


def transitions(seed):
    names = [*LABELS, None]
    allowed = np.array([[may_follow(a, b) for b in names] for a in names])
    return np.where(allowed, np.random.default_rng(seed).normal(size=(C + 1, C + 1)), -1e4)


def legal(length):
    for labels in product(range(C), repeat=length):
        names = [None, *(LABELS[number] for number in labels), None]
        if all(may_follow(a, b) for a, b in pairwise(names)):
            yield labels


def probabilities(emissions, scores):
    """Each legal labelling with its probability."""
    found = []
    for labels in legal(len(emissions)):
        path = [C, *labels, C]
        total = sum(scores[a, b] for a, b in pairwise(path))
        found.append((labels, total + sum(row[at] for row, at in zip(emissions, labels, strict=True))))
    weights = np.exp(np.array([score for _, score in found]))
    return [(labels, weight) for (labels, _), weight in zip(found, weights / weights.sum(), strict=True)]


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_marginals(length):
    scores, emissions = transitions(1), np.random.default_rng(length).normal(size=(length, C))
    expected = np.zeros((length, C))
    for labels, probability in probabilities(emissions, scores):
        expected[np.arange(length), labels] += probability
    [lattice] = lattices([emissions], scores)
    assert np.allclose(lattice.marginals(), expected, atol=1e-9)


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_candidates(length):
    scores, emissions = transitions(2), np.random.default_rng(10 + length).normal(size=(length, C))
    expected = {}
    for labels, probability in probabilities(emissions, scores):
        for span in spans_of(list(labels)):
            expected[span] = expected.get(span, 0.0) + probability
    [lattice] = lattices([emissions], scores)
    found = {(c.first, c.end, c.role): c.probability for c in candidates(lattice, scores, least=1e-9)}
    assert found.keys() == expected.keys()
    assert all(abs(found[span] - expected[span]) < 1e-9 for span in expected)


def test_paragraphs_do_not_influence_each_other():
    scores, rng = transitions(3), np.random.default_rng(4)
    paragraphs = [rng.normal(size=(length, C)) for length in (3, 1, 40, 7)]
    together = lattices(paragraphs, scores)
    for paragraph, lattice in zip(paragraphs, together, strict=True):
        [alone] = lattices([paragraph], scores)
        assert np.allclose(alone.marginals(), lattice.marginals(), atol=1e-12)


def test_marginals_sum_to_one_however_long():
    [lattice] = lattices([np.random.default_rng(5).normal(scale=8, size=(3000, C))], transitions(6))
    assert np.allclose(lattice.marginals().sum(1), 1)


def test_nothing_to_read():
    assert lattices([], transitions(7)) == []
