"""The shipped extractor on invented sentences of every kind, on odd text, and beside other text."""

import itertools

import pytest

from attribution.articles.sentences import sentences
from attribution.extract.extractor import Extractor
from attribution.model import Kind

DIRECT, MIXED, INDIRECT = Kind.DIRECT, Kind.MIXED, Kind.INDIRECT


@pytest.fixture(scope="module")
def extractor():
    return Extractor.load()


def found(extractor, text, *, nested=False):
    return extractor.attributions("a", text, sentences(text), nested=nested)


def read(extractor, text, *, nested=False):
    """(source, cue, contents, kind) of each attribution, in words."""

    def words(spans):
        return " … ".join(span.of(text) for span in spans)

    return [(words(a.source), words(a.cue), words(a.content), a.kind) for a in found(extractor, text, nested=nested)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The bridge will open in May,” Mayor Ruth Alder said on Tuesday.",
            [("Mayor Ruth Alder", "said", "“The bridge will open in May,”", DIRECT)],
            id="direct",
        ),
        pytest.param(
            "Mayor Ruth Alder said on Tuesday that the bridge would open in May.",
            [("Mayor Ruth Alder", "said", "that the bridge would open in May", INDIRECT)],
            id="indirect",
        ),
        pytest.param(
            "The mayor said the bridge was “a gift to the valley” and would open in May.",
            [("The mayor", "said", "the bridge was “a gift to the valley” and would open in May", MIXED)],
            id="mixed",
        ),
        pytest.param(
            "“The bridge,” Alder said, “will open in May.”",
            [("Alder", "said", "“The bridge,” … “will open in May.”", DIRECT)],
            id="split",
        ),
        pytest.param(
            "“A bridge is a promise.” — Ruth Alder",
            [("Ruth Alder", "—", "“A bridge is a promise.”", DIRECT)],
            id="dash",
        ),
        pytest.param(
            "Alder: “The bridge will open in May.”",
            [("Alder", ":", "“The bridge will open in May.”", DIRECT)],
            id="colon",
        ),
        pytest.param(
            "According to a report by the transport ministry, two in three bridges need repair.",
            [("a report by the transport ministry", "According to", "two in three bridges need repair", INDIRECT)],
            id="according-to",
        ),
        pytest.param(
            "Bridge will open in May, mayor says",
            [("mayor", "says", "Bridge will open in May", INDIRECT)],
            id="headline",
        ),
        pytest.param(
            "‘The bridge will open in May,’ Ms Alder told reporters.",
            [("Ms Alder", "told", "‘The bridge will open in May,’", DIRECT)],
            id="british-marks",
        ),
        pytest.param(
            '"The bridge will open in May," Ms Alder told reporters.',
            [("Ms Alder", "told", '"The bridge will open in May,"', DIRECT)],
            id="straight-marks",
        ),
        pytest.param(
            "“We regret the delay,” the statement reads.",
            [("the statement", "reads", "“We regret the delay,”", DIRECT)],
            id="statement-reads",
        ),
        pytest.param(
            "The bridge opened in May. It is 300 metres long and carries two lanes.", [], id="nobody-says-anything"
        ),
        pytest.param("The signs of the “Old Bridge” inn were taken down.", [], id="a-name-in-marks"),
    ],
)
def test_kinds_of_statements(extractor, text, expected):
    assert read(extractor, text) == expected


def test_a_source_ends_with_its_sentence(extractor):
    text = (
        "The plan was shelved, said a state official who spoke on the condition of anonymity. "
        "Marsh, who chairs the panel, said that the vote would go ahead."
    )
    assert [source for source, *_ in read(extractor, text)] == [
        "a state official who spoke on the condition of anonymity",
        "Marsh, who chairs the panel",
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "Alder said that supplies had dropped by 12%.", "Alder", "that supplies had dropped by 12%", id="%"
        ),
        pytest.param('"Prices rose 4.5%," Ida Alder said.', "Ida Alder", '"Prices rose 4.5%,"', id="%-and-mark"),
        pytest.param("“We are closed,” said Ida Alder, and left.", "Ida Alder", "“We are closed,”", id="and-left"),
        pytest.param("Alder said, “He told me, ‘Go.’” It rained.", "Alder", "“He told me, ‘Go.’”", id="nested-marks"),
    ],
)
def test_edges(extractor, text, source, content):
    [(found_source, _, found_content, _)] = read(extractor, text)
    assert (found_source, found_content) == (source, content)


def test_nobody_in_particular(extractor):
    [(source, cue, content, kind)] = read(extractor, "The bridge was reportedly closed on Monday.")
    assert (source, cue.split()[-1], kind) == ("", "reportedly", INDIRECT)
    assert "closed on Monday" in content


NESTED = "Alder said on Tuesday that her father had told her that the river always wins."


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "“I told him that the bridge was closed,” said the mayor, Ida Marsh.",
            "I",
            "that the bridge was closed",
            id="all-of-it-quoted",
        ),
        pytest.param(
            "''I told him that the bridge was closed,'' said the mayor, Ida Marsh.",
            "I",
            "that the bridge was closed",
            id="two-singles",
        ),
    ],
)
def test_what_a_quotation_reports_is_inside_it(extractor, text, source, content):
    [inner] = [a for a in found(extractor, text, nested=True) if a.nested]
    assert ([s.of(text) for s in inner.source], [s.of(text) for s in inner.content]) == ([source], [content])


def test_inner_attributions_only_when_asked(extractor):
    plain, asked = found(extractor, NESTED), found(extractor, NESTED, nested=True)
    assert not any(a.nested for a in plain)
    [inner] = [a for a in asked if a.nested]
    [outer] = [a for a in asked if not a.nested]
    assert plain == (outer,)
    assert inner.source[0].of(NESTED) == "her father"
    assert outer.content[0].holds(inner.content[0])


ODD = [
    pytest.param("", id="empty"),
    pytest.param(" \n\n\t ", id="space"),
    pytest.param("“”\"'‘’«»" * 50, id="only-marks"),
    pytest.param(".,:;—–-…" * 50, id="only-punctuation"),
    pytest.param("👍🏽👨‍👩‍👧 said “👍”", id="emoji"),
    pytest.param("\u200b\u200d\ufeff\u00ad" * 40, id="zero-width"),
    pytest.param("Al\u00adder sa\u200bid “ye\u00ads”.", id="zero-width-inside"),
    pytest.param("אמר ראש העיר: “הגשר ייפתח” \u202e drawkcab \u202c", id="right-to-left"),
    pytest.param("\ud800 said “\udfff”.", id="lone-surrogates"),
    pytest.param("a\x00b said “\x00”.", id="null"),
    pytest.param("e" + "\u0301" * 5000 + " said “yes”.", id="stacked-accents"),
    pytest.param("x" * 100_000, id="one-long-word"),
    pytest.param("“" * 3000 + "said", id="many-openings"),
    pytest.param("said " * 400, id="only-cues"),
    pytest.param("she:\n" * 300, id="only-labels"),
    pytest.param("and they said so " * 1500, id="a-paragraph-without-sentence-ends"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_offsets_inside_it(extractor, text):
    for a in found(extractor, text, nested=True):
        for spans in (a.content, a.cue, a.source):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(x.end <= y.start for x, y in itertools.pairwise(spans))
        assert 0 <= a.confidence <= 1


TEXTS = [
    "“The bridge will open in May,” Alder said.",
    "The bridge was reportedly closed. " * 60,
    "",
    "According to Kosta, nothing was decided.\n\n“Not yet,” he added.",
]


def test_same_answer_whatever_is_beside(extractor):
    articles = [(str(number), text, sentences(text)) for number, text in enumerate(TEXTS)]
    forwards = list(extractor.batch(articles))
    backwards = list(extractor.batch(articles[::-1]))[::-1]
    alone = [Extractor.load().attributions(*article) for article in articles]
    assert forwards == backwards == alone


def test_order_and_identity(extractor):
    text = TEXTS[3]
    attributions = found(extractor, text)
    assert len({a.id for a in attributions}) == len(attributions) == 2
    assert [a.content[0].start for a in attributions] == sorted(a.content[0].start for a in attributions)
    assert {a.id for a in attributions}.isdisjoint(a.id for a in extractor.attributions("b", text, sentences(text)))
