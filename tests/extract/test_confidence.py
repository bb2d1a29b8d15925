"""Confidence: a probability, and more of it for surer spans."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.confidence import NAMES, Confidence, signs
from attribution.extract.linker import Linked
from attribution.extract.pairs import scene
from attribution.extract.spans import Reading, TaggedSpan
from attribution.extract.words import read_words

HERE = scene(Reading(read_words("“Yes,” she said. It is no."), (), ()))


def span(first, end, role, exact=0.9, near=0.95):
    return TaggedSpan(first, end, role, 0, end - first, exact, near, np.zeros(0, np.float32))


CONTENT, SOURCE, CUE = span(1, 2, "content"), span(4, 5, "source"), span(5, 6, "cue")
LINKED = Linked((CONTENT,), CUE, SOURCE, (0.9,), 0.8)


def sign(linked, name):
    return signs(HERE, linked)[NAMES.index(name)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("no source", 0.0),
        ("no cue", 0.0),
        ("pieces", 0.0),
        ("quoted words", 1.0),
        ("begins quoted", 1.0),
        ("words", 0.0),
        ("in other part", 0.0),
        ("source link", np.log(4)),
        ("content near, of quoted words", np.log(19)),
        ("source near by source link", np.log(19) * np.log(4)),
        ("quoted in part", 0.0),
    ],
)
def test_signs(name, value):
    assert sign(LINKED, name) == pytest.approx(value)


def test_signs_of_what_is_missing():
    bare = replace(LINKED, cue=None, source=None)
    assert (sign(bare, "no source"), sign(bare, "no cue")) == (1.0, 1.0)
    assert (sign(bare, "cue near"), sign(bare, "source exact")) == (0.0, 0.0)


def test_outside_marks():
    assert sign(replace(LINKED, contents=(span(7, 10, "content"),)), "quoted words") == 0.0


def test_one_value_a_name():
    assert len(signs(HERE, LINKED)) == len(NAMES) == len(set(NAMES))


PROBABILITY = st.floats(0, 1)


@given(PROBABILITY, PROBABILITY, PROBABILITY, st.floats(-3, 3))
def test_a_probability(exact, near, link, base):
    odd = replace(LINKED, contents=(span(1, 2, "content", exact, near),), links=(link,))
    assert 0 < Confidence((0.3,) * len(NAMES), base).of(HERE, odd) < 1


def test_surer_spans_are_surer_findings():
    rule = Confidence((0.3,) * len(NAMES), -1.0)
    doubtful = replace(LINKED, contents=(span(1, 2, "content", 0.3, 0.5),))
    assert rule.of(HERE, doubtful) < rule.of(HERE, LINKED)
