"""Sentences: where they are cut, what they are, and what holds for any text whatever."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.articles.paragraphs import paragraphs
from attribution.articles.sentences import sentences
from attribution.model import SentenceKind

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/cases/sentences.json").read_text("utf-8"))
SHARED = ROOT.parent / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data beside the checkout")

PIECES = st.sampled_from(
    [
        *("Mr. ", "U.S. ", "p.m. ", "He left. ", "“Why?” ", "MOSCOW, May 2. /TASS/. ", "By Jane Doe\n", "- ", "1. "),
        *("\n", "\r\n", "\n\n", "\f", "\u2028", "\u00a0", "\x85", "\u200f", "...", "…", "(AP) — ", "»", "」", "。"),
        *("😀", "שלום. ", "'", '"', "A", "9"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_cases(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = sentences(text)
    assert [sentence.span.of(text) for sentence in found] == case["sentences"]
    if "kinds" in case:
        assert [sentence.kind for sentence in found] == case["kinds"]


@given(TEXTS)
def test_any_text_is_covered_in_order(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        assert sentence.span.start >= at
        assert not text[at : sentence.span.start].strip()
        assert sentence.span.of(text) == sentence.span.of(text).strip()
        at = sentence.span.end
    assert not text[at:].strip()


@given(TEXTS)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    blocks = list(paragraphs(text))
    found = sentences(text)
    assert all(blocks[sentence.paragraph].holds(sentence.span) for sentence in found)
    assert [sentence.paragraph for sentence in found] == sorted(sentence.paragraph for sentence in found)
    assert {sentence.paragraph for sentence in found} == set(range(len(blocks)))
    assert not any(re.search(r"\n[ \t]*\n|\f|\u2029", sentence.span.of(text)) for sentence in found)


WRAPPED = """The mayor of the harbour town said on Friday that he would not leave his
post before the end of the year, and that the council had known it since
the spring of last year.

Nobody answered him, and the meeting went on for another two hours until
the lights went out in the hall."""


def test_a_wrapped_paragraph_is_one() -> None:
    found = sentences(WRAPPED)
    assert [sentence.paragraph for sentence in found] == [0, 1]
    assert found[0].span.of(WRAPPED).endswith("last year.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "A headline of some length\nA longer second headline of the day\nA third one", 3, id="short-lines"
        ),
        pytest.param("word " * 40 + "end.\n" + "Word " * 40 + "end.", 2, id="one-line-a-paragraph"),
        pytest.param("One.\n\n\n\nTwo.", 2, id="many-blank-lines"),
        pytest.param("One.\r\n\r\nTwo.\r\n", 2, id="carriage-returns"),
        pytest.param("One.\rTwo.", 2, id="old-mac-line-ends"),
        pytest.param("\n".join(["a" * 30] * 20), 20, id="too-narrow-for-a-wrap"),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(list(paragraphs(text))) == count


HOSTILE = [
    *("a", "a ", ".", ". ", "Mr. ", "A. ", "(", "?!” ", "\n", "A.\n", "1. ", "… ", "。", "\u2028", "“"),
    *("By A A A\n", "AAAA AAAA, Aaaa, "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_monotonous_text(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    found = sentences(text)
    assert sum(len("".join(s.span.of(text).split())) for s in found) == len("".join(text.split()))


@needs_shared
def test_the_sample_article() -> None:
    text = (SHARED / "000_2ba1a5d2d5bdc1cb.txt").read_text("utf-8")
    found = sentences(text)
    by_kind = {kind: [s.span.of(text) for s in found if s.kind is kind] for kind in SentenceKind}
    assert by_kind[SentenceKind.DATELINE] == ["MOSCOW, October 2. /TASS/."]
    assert len(by_kind[SentenceKind.HEADING]) == 5
    assert by_kind[SentenceKind.BYLINE] == by_kind[SentenceKind.ITEM] == []


@needs_shared
def test_no_cut_after_a_title_on_real_news() -> None:
    end = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev|Lt|Col|Prof|St\. [A-Z][a-z]+ vs)\.$")
    for line in (SHARED / "polnear-dev.jsonl").read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        assert [s.span.of(text) for s in sentences(text) if end.search(s.span.of(text))] == []
