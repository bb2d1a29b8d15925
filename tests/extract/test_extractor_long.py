"""Statements that rules carry on: quotations over several paragraphs, and the turns of a transcript."""

import pytest

from attribution.articles.sentences import sentences
from attribution.extract.extractor import Extractor
from attribution.model import Kind


@pytest.fixture(scope="module")
def extractor():
    return Extractor.load()


def read(extractor, text):
    """(source, cue, contents, kind) of each attribution, in words."""

    def words(spans):
        return " … ".join(span.of(text) for span in spans)

    found = extractor.attributions("a", text, sentences(text))
    return [(words(a.source), words(a.cue), words(a.content), a.kind) for a in found]


def test_a_quotation_over_paragraphs(extractor):
    text = "“The bridge will open in May,” Alder said. “We have waited for years.\n\n“Now the money is there.”"
    [(source, _, content, kind)] = read(extractor, text)
    assert (source, kind) == ("Alder", Kind.DIRECT)
    assert content.startswith("“The bridge")
    assert content.endswith("the money is there.”")


def test_a_turn_of_a_transcript(extractor):
    text = "ALDER: The bridge opens in May.\nKOSTA: Who pays?\nALDER: The county pays.\nKOSTA: That was not the plan."
    assert [(source, cue) for source, cue, _, _ in read(extractor, text)] == [("ALDER", ":"), ("KOSTA", ":")] * 2
