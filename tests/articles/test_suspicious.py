"""Damage found in a text, with near misses: capitals and foreign letters beside a quotation mark are no damage."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.articles.suspicious import suspicious

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    ("text", "places", "word"),
    [
        pytest.param("He said â€œyesâ€\x9d.", ["â€œ", "â€\x9d"], "mojibake", id="curly-marks"),
        pytest.param("He said â€œyesâ€.", ["â€œ", "â€"], "mojibake", id="closing-mark-cut-short"),
        pytest.param("itâ€™s", ["â€™"], "mojibake", id="apostrophe"),
        pytest.param("FranÃ§ois, JuÃ¡rez", ["Ã§", "Ã¡"], "mojibake", id="accents"),
        pytest.param("FranÃ\x83Â§ois", ["Ã\x83Â§"], "mojibake", id="twice-over"),
        pytest.param("Â£5 and Â«jaÂ»", ["Â£", "Â«", "Â»"], "mojibake", id="signs"),
        pytest.param("Ð\x9fÑ€Ð¸Ð²ÐµÑ‚", ["Ð\x9fÑ€Ð¸Ð²ÐµÑ‚"], "mojibake", id="cyrillic-as-western"),
        pytest.param("РџСЂРёРІРµС‚ вЂњ", ["РџСЂРёРІРµС‚", "вЂњ"], "mojibake", id="western-as-cyrillic"),
        pytest.param("caf\ufffd\ufffd", ["\ufffd\ufffd"], "replacement", id="replacement"),
        pytest.param("\x93Yes,\x94 he said", ["\x93", "\x94"], "Windows-1252", id="marks-as-controls"),
        pytest.param("a\x00b\x1bc", ["\x00", "\x1b"], "control", id="controls"),
        pytest.param("a\u202eb", ["\u202e"], "order", id="reordering"),
        pytest.param("&quot;Yes,&#8221; &amp;", ["&quot;", "&#8221;", "&amp;"], "HTML", id="html-codes"),
    ],
)
def test_damage(text: str, places: list[str], word: str) -> None:
    found = suspicious(text)
    assert [span.of(text) for span, _ in found] == places
    assert all(word in reason for _, reason in found)


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” she said; ‘no’ — l’été, «ja», naïve…",
        "« LE CAFÉ»",
        "„DAS MENÜ“",
        "“IRMÃ”",
        "“NÃO”, Ângelo, São",
        "Россия и США, РФ и СССР; «СЛОВ»",
        "AT&T; R&D; &c.",
        "tab\tand\r\nline\fends\x85",
        "\ufeff\u200b\u00ad",
    ],
)
def test_no_damage(text: str) -> None:
    assert suspicious(text) == []


@given(st.text(alphabet=st.sampled_from("ÃÂâ€œ™ÐÑРСвЂ\x80\x9d\x00\ufffd&;#8aA“”»é \u202e")))
def test_places_are_in_order_and_apart(text: str) -> None:
    at = 0
    for span, reason in suspicious(text):
        assert at <= span.start < span.end <= len(text)
        assert reason
        at = span.end


def test_no_more_places_than_anybody_reads() -> None:
    assert len(suspicious("\ufffd " * 5000)) == 1000


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data beside the checkout")
def test_real_news_is_hardly_ever_damaged() -> None:
    lines = (SHARED / "polnear-dev.jsonl").read_text("utf-8").splitlines()
    assert sum(bool(suspicious(json.loads(line)["text"])) for line in lines) <= 1
