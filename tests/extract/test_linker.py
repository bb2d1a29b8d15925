"""Joining spans, with forests that know one thing each."""

import numpy as np
import pytest

from attribution.extract import linker as linker_module
from attribution.extract.forest import Forest
from attribution.extract.linker import Linker, LinkRules
from attribution.extract.pairs import FEATURES, scene
from attribution.extract.spans import Reading, TaggedSpan
from attribution.extract.words import paragraph_numbers, read_words


def stump(name, threshold, low, high):
    """One tree: log odds ``low`` where the feature is at most the threshold, else ``high``."""
    feature = [names for names, _ in FEATURES].index(name)
    return Forest(
        feature=np.array([[feature, 0, 0]]),
        threshold=np.array([[threshold, 0.0, 0.0]]),
        left=np.array([[1, 1, 2]]),
        right=np.array([[2, 1, 2]]),
        value=np.array([[0.0, low, high]]),
        base=0.0,
        depth=1,
    )


# The nearest cue, or source, is the likely one.
NEAREST = Linker(stump("how many cues are nearer", 0.5, 3, -3), stump("how many of its kind are nearer", 0.5, 3, -3))


def read(marked, doubtful=""):
    """A scene from a text in which «c:…», «q:…» and «s:…» mark cues, contents and sources; all of them are likely but
    the ``doubtful`` one."""
    roles = {"s": "source", "c": "cue", "q": "content"}
    text, spans = "", []
    for piece in marked.replace("»", "«").split("«"):
        if piece[1:2] == ":" and piece[0] in roles:
            spans.append((len(text), len(text) + len(piece) - 2, roles[piece[0]]))
            text += piece[2:]
        else:
            text += piece
    words = read_words(text)
    paragraph = paragraph_numbers(words)
    tagged = []
    for start, end, role in spans:
        inside = [at for at, (a, b) in enumerate(words.spans) if a >= start and b <= end]
        link = np.zeros((2, 64) if role == "cue" else 64, np.float32)
        sure = 0.1 if text[start:end] == doubtful else 0.9
        tagged.append(TaggedSpan(inside[0], inside[-1] + 1, role, paragraph[inside[0]], len(inside), sure, sure, link))
    edges = tuple((first, end - 1) for first, end in words.paragraphs)
    return scene(Reading(words, tuple(tagged), edges))


def joined(marked, linker=NEAREST, doubtful=""):
    here = read(marked, doubtful)

    def words(span):
        return "" if span is None else " ".join(map(here.words.word, range(span.first, span.end)))

    return [
        (words(linked.source), words(linked.cue), *(words(content) for content in linked.contents))
        for linked in linker.attributions(here)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("no attribution", [], id="none"),
        pytest.param("«s:she» «c:said» «q:it rained»", [("she", "said", "it rained")], id="one"),
        pytest.param("«q:it», «s:she» «c:said», «q:rained»", [("she", "said", "it", "rained")], id="two-pieces"),
        pytest.param("«q:it rained», «c:reportedly»", [("", "reportedly", "it rained")], id="no-source"),
        pytest.param("«s:she» «c:said»", [], id="a-cue-alone-says-nothing"),
        pytest.param(
            "«s:she» «c:said» «q:it rained». «s:He» «c:said» «q:no»",
            [("she", "said", "it rained"), ("He", "said", "no")],
            id="two-sentences",
        ),
        pytest.param("«s:Ann»: «q:it rained»", [("Ann", "", "it rained")], id="no-cue-but-a-colon"),
        pytest.param("«q:It rained»", [("", "", "It rained")], id="content-alone"),
        pytest.param("«q:It rained» " + "so " * 40 + "«s:Ann»", [("", "", "It rained")], id="source-too-far"),
        pytest.param("«s:She» «c:said» «q:one».\n«q:two»", [("She", "said", "one", "two")], id="next-paragraph"),
        pytest.param(
            "«s:She» «c:said» «q:one».\n«q:two»\n«s:He» «c:said» «q:three»",
            [("She", "said", "one", "two"), ("He", "said", "three")],
            id="up-to-the-next-cue",
        ),
    ],
)
def test_joined(marked, expected):
    assert joined(marked) == expected


def test_unlikely_sources_are_left_out():
    doubting = Linker(NEAREST.content, stump("distance", 999, -3, -3), LinkRules(source=0.3))
    assert joined("«s:she» «c:said» «q:it rained»", doubting) == [("", "said", "it rained")]


def test_other_paragraphs_need_more():
    unsure = Linker(stump("distance", 999, -0.1, -0.1), NEAREST.source)
    assert joined("«s:She» «c:said» «q:one».\n«q:two»", unsure) == [("She", "said", "one"), ("", "", "two")]


def test_a_cue_without_content_takes_one_from_a_cue_with_several():
    first_cue = Linker(stump("how many of its kind are nearer", 9, 0, 0), NEAREST.source)
    marked = "«s:she» «c:said» «q:one» and «c:added» «q:two»"
    contents = [row[2:] for row in joined(marked, first_cue)]
    assert sorted(contents) == [("one",), ("two",)]
    assert joined(marked, first_cue, doubtful="added") == [("she", "said", "one", "two")]


def test_scores_are_those_of_the_forest():
    [linked] = NEAREST.attributions(read("«s:she» «c:said» «q:it rained»"))
    assert linked.links == pytest.approx([1 / (1 + np.exp(-3))])
    assert linked.source_link == pytest.approx(1 / (1 + np.exp(-3)))


def test_pairs_are_scored_a_few_at_a_time_with_the_same_answer(monkeypatch):
    marked = "«s:Marsh» «c:said» «q:yes» and «s:Vale» «c:said» «q:no» and «s:Oakes» «c:thought» «q:so»."
    whole, sizes = joined(marked), []
    read_rows = Forest.probabilities
    monkeypatch.setattr(Forest, "probabilities", lambda self, rows: sizes.append(len(rows)) or read_rows(self, rows))
    monkeypatch.setattr(linker_module, "PAIRS_AT_ONCE", 2)
    assert joined(marked) == whole
    assert len(sizes) > 2
    assert max(sizes) == 2
