"""From words to the text: which quotation marks a content takes along."""

import numpy as np
import pytest

from attribution.extract.placing import placed
from attribution.extract.spans import TaggedSpan
from attribution.extract.words import read_words


def span(text, content):
    words = read_words(text)
    start = text.index(content)
    first = next(at for at, (a, _) in enumerate(words.spans) if a >= start)
    end = 1 + max(at for at, (_, b) in enumerate(words.spans) if b <= start + len(content))
    return TaggedSpan(first, end, "content", 0, end - first, 0.9, 0.9, np.zeros(0, np.float32))


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param("“Yes,” she said.", ["Yes"], ["“Yes,”"], id="marks-and-comma"),
        pytest.param('"Yes." Then', ["Yes"], ['"Yes."'], id="straight-and-stop"),
        pytest.param("‘Yes,’ she said.", ["Yes"], ["‘Yes,’"], id="single"),
        pytest.param("She said yes.", ["yes"], ["yes"], id="the-stop-stays-outside"),
        pytest.param("“Yes, he is” she", ["Yes"], ["“Yes"], id="mark-on-one-side"),
        pytest.param("Is it “a wash”, yes", ["it"], ["it"], id="space-before-a-mark"),
        pytest.param("“Yes,” she said, “no.”", ["Yes", "no"], ["“Yes,”", "“no.”"], id="two-pieces"),
        pytest.param("“Yes”“no”", ["Yes", "no"], ["“Yes”", "“no”"], id="back-to-back"),
        pytest.param("''Yes,'' she said.", ["Yes"], ["''Yes,''"], id="two-singles-are-one-mark"),
        pytest.param("''Don't,'' she said.", ["Don't"], ["''Don't,''"], id="two-singles-and-an-apostrophe"),
        pytest.param("“Yes. No,” she said", ["Yes", "No"], ["“Yes. No,”"], id="only-a-stop-between"),
        pytest.param("Yes.\n\nNo", ["Yes", "No"], ["Yes", "No"], id="a-paragraph-between"),
        pytest.param("“Yes.” “No.”", ["Yes", "No"], ["“Yes.”", "“No.”"], id="marks-between"),
        pytest.param("Yes: no", ["Yes", "no"], ["Yes", "no"], id="a-colon-may-be-a-cue"),
        pytest.param("Yes", ["Yes"], ["Yes"], id="whole-text"),
        pytest.param("It fell by 12%.", ["It fell by 12"], ["It fell by 12%"], id="percent"),
        pytest.param("It fell by 12 %.", ["It fell by 12"], ["It fell by 12"], id="percent-apart"),
        pytest.param("“It fell by 4.5%,” she", ["It fell by 4.5"], ["“It fell by 4.5%,”"], id="percent-and-mark"),
        pytest.param("It costs 500€ now", ["It costs 500"], ["It costs 500€"], id="euro-behind"),
        pytest.param("said £30m was lost", ["30m was lost"], ["£30m was lost"], id="pound-before"),
        pytest.param("said “$5 is lost” now", ["5 is lost"], ["“$5 is lost”"], id="dollar-and-mark"),
        pytest.param(
            "It fell 12%. So be it", ["It fell 12", "So be it"], ["It fell 12%. So be it"], id="percent-and-stop"
        ),
        pytest.param("by 12% so & he", ["so"], ["so"], id="signs-of-others"),
        pytest.param("one semi-automatic gun-owner now", ["automatic gun"], ["semi-automatic gun-owner"], id="hyphens"),
        pytest.param("yes - no -- yes-", ["no"], ["no"], id="dashes"),
    ],
)
def test_content(text, tagged, expected):
    found = placed(read_words(text), [span(text, words) for words in tagged], with_marks=True)
    assert [s.of(text) for s in found] == expected


def test_sources_take_no_marks():
    text = "“Yes,” she said."
    assert [s.of(text) for s in placed(read_words(text), [span(text, "Yes")], with_marks=False)] == ["Yes"]


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param("Rep. Ida Marsh (D-Salt.) said", "Rep. Ida Marsh (D-Salt", "Rep. Ida Marsh (D-Salt.)", id="party"),
        pytest.param("Ida Marsh [the mayor] said", "Ida Marsh [the mayor", "Ida Marsh [the mayor]", id="square"),
        pytest.param("(Ida Marsh) said", "Ida Marsh", "Ida Marsh", id="opened-before-it"),
        pytest.param("Ida (52) Marsh) said", "Ida (52) Marsh", "Ida (52) Marsh", id="closed-inside"),
        pytest.param("Ida Marsh (who left) said", "Ida Marsh (who", "Ida Marsh (who", id="more-words-in-it"),
    ],
)
def test_a_bracket_opened_inside_is_closed(text, tagged, expected):
    assert [s.of(text) for s in placed(read_words(text), [span(text, tagged)], with_marks=False)] == [expected]


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param("Then Kelly-Ann Moss said", "Ann Moss", "Kelly-Ann Moss", id="begins-in-a-word"),
        pytest.param("Doris Crouse-Mays said", "Doris Crouse", "Doris Crouse-Mays", id="ends-in-a-word"),
        pytest.param("It closed -- Ann Moss said", "Ann Moss", "Ann Moss", id="a-dash"),
        pytest.param("It closed—Ann Moss said", "Ann Moss", "Ann Moss", id="a-long-dash"),
        pytest.param("Will Moss Jr. said", "Will Moss Jr", "Will Moss Jr.", id="abbreviated"),
        pytest.param("Ann Moss, R-Salt., said", "Ann Moss, R-Salt", "Ann Moss, R-Salt.", id="abbreviated-and-comma"),
        pytest.param("said Ann Moss. It held", "Ann Moss", "Ann Moss", id="a-full-stop"),
        pytest.param("said Ann Moss.\n\nit held", "Ann Moss", "Ann Moss", id="another-paragraph"),
        pytest.param("said Ann Moss... it held", "Ann Moss", "Ann Moss", id="an-ellipsis"),
        pytest.param("@annmoss said", "annmoss", "@annmoss", id="a-handle"),
    ],
)
def test_sources_take_whole_words(text, tagged, expected):
    assert [s.of(text) for s in placed(read_words(text), [span(text, tagged)], with_marks=False)] == [expected]


def test_pieces_come_in_order():
    text = "“Yes,” she said, “no.”"
    found = placed(read_words(text), [span(text, "no"), span(text, "Yes")], with_marks=True)
    assert [s.of(text) for s in found] == ["“Yes,”", "“no.”"]
