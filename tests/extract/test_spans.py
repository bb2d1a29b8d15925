"""Spans from the network's answer, with emissions made by hand."""

import numpy as np
import pytest

from attribution.extract.choosing import Taste
from attribution.extract.labels import LABELS, may_follow, span_labels
from attribution.extract.spans import read_spans
from attribution.extract.tagger import PROJECTED, Part
from attribution.extract.words import read_words

NAMES = [*LABELS, None]
SCORES = np.where([[may_follow(a, b) for b in NAMES] for a in NAMES], 0.0, -1e4)
TASTE = Taste(0.5, 0.5, {"source": 0.3, "cue": 0.3, "content": 0.4})


def part(numbers, spans, paragraph=0, strength=6.0):
    """A part whose labels say that the spans (first, end, role), in ranks of its labelled words, are there."""
    wanted = [0] * len(numbers)
    for first, end, role in spans:
        wanted[first:end] = span_labels(end - first, role)
    labels = np.zeros((len(numbers), len(LABELS)), np.float32)
    labels[np.arange(len(numbers)), wanted] = strength
    links = np.arange(len(numbers) * 4 * PROJECTED, dtype=np.float32).reshape(len(numbers), 4 * PROJECTED)
    return Part(tuple(numbers), labels, links, paragraph)


TEXT = "“Yes, it is,” she said.\nShe left."
WORDS = read_words(TEXT)  # “ Yes , it is , ” she said . She left .
FIRST = part((1, 3, 4, 7, 8), [(0, 3, "content"), (3, 4, "source"), (4, 5, "cue")])
SECOND = part((10, 11), [], paragraph=1)


def found(*parts, taste=TASTE):
    return [(s.first, s.end, s.role, s.part, s.size) for s in read_spans(WORDS, parts, SCORES, taste).spans]


def test_spans_reach_over_marks_between_labelled_words():
    assert found(FIRST, SECOND) == [(1, 5, "content", 0, 3), (7, 8, "source", 0, 1), (8, 9, "cue", 0, 1)]


def test_edges_are_those_of_labelled_words():
    assert read_spans(WORDS, [FIRST, SECOND], SCORES, TASTE).edges == ((1, 8), (10, 11))


def test_the_surer_the_network_the_surer_the_span():
    weak = part((1, 3, 4, 7, 8), [(0, 3, "content")], strength=4.0)
    strong = part((1, 3, 4, 7, 8), [(0, 3, "content")], strength=7.0)
    [low], [high] = (read_spans(WORDS, [p], SCORES, TASTE).spans for p in (weak, strong))
    assert 0 < low.exact < high.exact <= 1
    assert low.exact <= low.near <= 1


def test_dear_spans_are_left_out():
    dear = Taste(0.5, 0.5, {"source": 0.3, "cue": 0.3, "content": 1.1})
    assert [role for _, _, role, _, _ in found(FIRST, taste=dear)] == ["source", "cue"]


def test_links_of_a_cue_are_keys_and_of_others_means():
    content, source, cue = read_spans(WORDS, [FIRST], SCORES, TASTE).spans
    assert cue.link.shape == (2, PROJECTED)
    assert content.link == pytest.approx(FIRST.links[0:3, :PROJECTED].mean(0))
    assert source.link == pytest.approx(FIRST.links[3, PROJECTED : 2 * PROJECTED])


def test_parts_beside_change_nothing():
    alone = read_spans(WORDS, [FIRST], SCORES, TASTE).spans
    beside = read_spans(WORDS, [FIRST, *[SECOND] * 3000], SCORES, TASTE).spans
    assert alone == beside[: len(alone)]
    assert [s.exact for s in alone] == pytest.approx([s.exact for s in beside])


def test_no_source_reaches_over_the_beginning_of_a_sentence():
    words = read_words("a man. The mayor said it. It held")  # a man . The mayor said it . It held
    one = part((0, 1, 3, 4, 5, 6, 8, 9), [(0, 4, "source"), (4, 5, "cue"), (5, 8, "content")])
    found = read_spans(words, [one], SCORES, TASTE, starts={0, 3, 8}).spans
    assert [(s.first, s.end, s.role, s.size) for s in found] == [
        (0, 2, "source", 2), (3, 5, "source", 2), (5, 6, "cue", 1), (6, 10, "content", 3)
    ]  # fmt: skip
    assert found[0].link == pytest.approx(one.links[0:2, PROJECTED : 2 * PROJECTED].mean(0))
    assert found[1].link == pytest.approx(one.links[2:4, PROJECTED : 2 * PROJECTED].mean(0))


def test_nothing_to_read():
    assert read_spans(read_words(""), [], SCORES, TASTE).spans == ()
