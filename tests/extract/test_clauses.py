"""What a speaker does next belongs neither to what was said nor to the speaker's name."""

import pytest

from attribution.extract.clauses import named, spoken
from attribution.extract.quotations import read_quotations
from attribution.model import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("“We are closed,” and left", "“We are closed,”", id="left"),
        pytest.param("“We are closed” and walked out of the room", "“We are closed”", id="no comma"),
        pytest.param("'We are closed', and then hung up", "'We are closed'", id="comma outside"),
        pytest.param("“An absolute disgrace,” and threatened to sue", "“An absolute disgrace,”", id="a regular verb"),
        pytest.param("“It’s fine,” but declined to give details", "“It’s fine,”", id="but"),
        pytest.param("the effort is “to win,” but conceded that it may fail", "the effort is “to win,”", id="conceded"),
        pytest.param("that the dam “is safe” and will hold", None, id="still said: a future"),
        pytest.param("that the dam “is safe” and survived the flood", None, id="still said: another subject"),
        pytest.param("that the dam was “old,” and needed repair", None, id="still said: no verb of people"),
        pytest.param("“fake news” and related programmes", None, id="a participle"),
        pytest.param("“fake news” and left-wing media", None, id="half a word"),
        pytest.param("“the mill” and need more money", None, id="no past"),
        pytest.param("“We are closed,” and left the “Old Mill”", None, id="another quotation"),
        pytest.param("“the mill” and the bridge", None, id="a noun"),
        pytest.param("“Whatever” and was led away", "“Whatever”", id="a passive"),
        pytest.param("no and walked off", "no", id="an answer"),
        pytest.param("no bridge had opened and left", None, id="no is no answer"),
        pytest.param("“We are now closed.” It rained", "“We are now closed.”", id="another sentence"),
        pytest.param("“Prices rose by 4.5%!” It rained", "“Prices rose by 4.5%!”", id="another sentence: a sign"),
        pytest.param("“Not in the U.S.” Army camps", None, id="an abbreviation"),
        pytest.param("“Dr.” Vale lied", None, id="too short for a sentence"),
        pytest.param("that “we are now closed.” It rained", None, id="no whole quotation"),
        pytest.param("We are closed and left", None, id="no quotation"),
        pytest.param("“We are closed and left", None, id="never closed"),
    ],
)
def test_spoken(content: str, expected: str | None) -> None:
    text = f"Ada Thorn said {content}."
    [found] = spoken(text, [span(text, content)], read_quotations(text))
    assert found.of(text) == (content if expected is None else expected)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(["“Tomorrow,”", "and pours the tea", "“But not today.”"], [0, 2], id="meanwhile"),
        pytest.param(["“Tomorrow,”", "and then left"], [0], id="at the end"),
        pytest.param(["“Tomorrow,”", "and that he left", "“Not today.”"], [0, 1, 2], id="said as well"),
        pytest.param(["the mill", "and closed the dam"], [0, 1], id="nothing quoted"),
        pytest.param(["and closed the dam"], [0], id="nothing else"),
    ],
)
def test_between_quotations(pieces: list[str], expected: list[int]) -> None:
    text = " he says ".join(pieces)
    found = spoken(text, [span(text, piece) for piece in pieces], read_quotations(text))
    assert [s.of(text) for s in found] == [pieces[at] for at in expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Ada Thorn, and left", "Ada Thorn", id="left"),
        pytest.param("Ada Thorn, but refused to go on", "Ada Thorn", id="refused"),
        pytest.param("Ada Thorn and Tom Vale, and then left the room", "Ada Thorn and Tom Vale", id="two people"),
        pytest.param("Ada Thorn, mayor, and Ted Vale", None, id="a name"),
        pytest.param("teachers, and retired officers", None, id="a participle"),
        pytest.param("Ada Thorn, who came early, and left the party in May", None, id="a relative clause"),
        pytest.param("a man who saw it and left", None, id="no comma"),
    ],
)
def test_named(source: str, expected: str | None) -> None:
    text = f"“We are closed,” said {source}."
    [found] = named(text, [span(text, source)], [span(text, "said")])
    assert found.of(text) == (source if expected is None else expected)


def test_a_name_before_its_cue_is_left_alone() -> None:
    text = "Ada Thorn, and left Tom Vale, said no."
    source = span(text, "Ada Thorn, and left Tom Vale")
    assert named(text, [source], [span(text, "said")]) == (source,)
    assert named(text, (), [span(text, "said")]) == ()
