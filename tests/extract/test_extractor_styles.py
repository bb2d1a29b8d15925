"""One small article in every style of quotation marks: the same attributions."""

import pytest

from attribution.articles.sentences import sentences
from attribution.extract.extractor import Extractor

ARTICLE = (
    "{o}We open two bridges in May,{c} said Ida Marsh, the mayor. {o}Nobody asked me about the money,{c} she added.\n\n"
    "The council said it hadn{a}t seen {o}a single bill{c} since March.\n\n"
    "{o}Jo told me {i}never again,{j} and I don{a}t doubt her,{c} Sam Reed told reporters.\n"
)
EXPECTED = [
    ("Ida Marsh the mayor", "said", "We open two bridges in May"),
    ("she", "added", "Nobody asked me about the money"),
    ("The council", "said", "it hadnt seen a single bill since March"),
    ("Sam Reed", "told", "Jo told me never again and I dont doubt her"),
]


@pytest.fixture(scope="module")
def extractor():
    return Extractor.load()


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param(("“", "”", "’", "‘", "’"), id="curly"),
        pytest.param(('"', '"', "'", "'", "'"), id="straight"),
        pytest.param(("‘", "’", "’", "“", "”"), id="british"),
        pytest.param(("'", "'", "'", '"', '"'), id="straight-singles"),
        pytest.param(("«", "»", "’", "“", "”"), id="guillemets"),
        pytest.param(("''", "''", "'", '"', '"'), id="two-singles"),
    ],
)
def test_the_marks_make_no_difference(extractor, marks):
    text = ARTICLE.format(**dict(zip("ocaij", marks, strict=True)))
    found = extractor.attributions("a", text, sentences(text))
    assert [tuple(letters(text, spans) for spans in (a.source, a.cue, a.content)) for a in found] == EXPECTED


def letters(text, spans):
    return "".join(c for c in " ".join(span.of(text) for span in spans) if c.isalnum() or c == " ")
