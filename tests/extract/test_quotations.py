"""Quotations: every style of mark in cases as data, and what must hold for any text at all."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution.extract.quotations import quotations, read_quotations

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/cases/quotations.json").read_text(encoding="utf-8"))
SHARED = ROOT.parent / "shared/data"

PIECES = [
    *"\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞〟＂",
    "''",
    "``",
    "‘‘",
    "’’",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\u00a0",
    "\x00",
]
PIECES += [
    "a",
    "S ",
    "s’ ",
    "’90s ",
    "6'2\"",
    ", ",
    ".",
    "—",
    "(",
    ")",
    "=",
    " he said.",
    " said Anna Holm.\n\n",
    "\ud800",
]
mark_soup = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reads_the_marks_of(case):
    text = case["text"]
    found = read_quotations(text)
    assert [[pair.span.of(text), pair.depth] for pair in found.pairs] == case["quotations"]
    assert [span.start for span in found.unclosed] == case["unclosed"]
    assert [span.start for span in found.unopened] == case["unopened"]


@given(st.one_of(mark_soup, st.text()))
def test_any_text_gives_spans_inside_it_that_nest_and_say_how_deep(text):
    around = []
    for start, end, depth in quotations(text):
        assert 0 <= start < end <= len(text)
        while around and around[-1][1] <= start:
            around.pop()
        assert depth == len(around)
        assert not around or (end <= around[-1][1] and start > around[-1][0])
        around.append((start, end))


@given(mark_soup)
def test_quotations_come_in_order_of_their_opening_marks(text):
    starts = [start for start, _, _ in quotations(text)]
    assert starts == sorted(starts)


@given(mark_soup)
def test_what_is_quoted_does_not_overlap_and_holds_every_quotation(text):
    found = read_quotations(text)
    assert all(before.end <= after.start for before, after in pairwise(found.quoted))
    assert all(any(part.holds(pair.span) for part in found.quoted) for pair in found.pairs)


@given(mark_soup)
@example('"\n""')
@example('‚\n"‚')
def test_a_mark_is_left_over_or_used_but_never_both(text):
    found = read_quotations(text)
    left = [span.start for span in (*found.unclosed, *found.unopened, *found.continuing)]
    edges = [at for pair in found.pairs for at in (pair.span.start, pair.span.end - 1)]
    assert len(set(left)) == len(left)
    assert not set(left) & set(edges)


@given(mark_soup, mark_soup)
def test_a_plain_paragraph_between_two_texts_keeps_them_apart(before, after):
    """No mark reaches over a paragraph without one, but for the few that may wait for their closing mark."""
    if any(mark in before for mark in "「『〝„«"):
        return
    for start, end, _ in quotations(f"{before}\n\nPlain words only.\n\nMore of them.\n\n{after}"):
        assert end <= len(before) or start > len(before)


@pytest.mark.parametrize("opening", ['"', "“", "‘", "„", "«", "``", "「"])
def test_a_mark_that_never_closes_does_not_swallow_the_next_paragraphs(opening):
    text = f"He said {opening}yes and left.\n\nShe said nothing.\n\nThey said “no” twice."
    found = read_quotations(text)
    assert [pair.span.of(text) for pair in found.pairs] == ["“no”"]
    assert [span.of(text) for span in found.unclosed] == [opening]


@pytest.mark.parametrize("piece", ['"', "“", "‘", "'", "''", "「", "“‘", "“a” ", "x’ "])
def test_thousands_of_marks_neither_raise_nor_recurse(piece):
    assert isinstance(quotations(piece * 20_000), list)


def test_nesting_has_no_limit():
    text = "「" * 5_000 + "は" + "」" * 5_000
    assert max(depth for _, _, depth in quotations(text)) == 4_999


def test_the_marks_that_open_further_paragraphs_are_told():
    found = read_quotations("“One.\n\n“Two.\n\n“Three,” he said.")
    assert [span.start for span in found.continuing] == [7, 14]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not beside this checkout")
def test_no_real_article_is_given_up():
    """Of all real double marks fewer than one in a hundred is left over, and no article loses its quotations to one."""
    lines = (SHARED / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()
    found = [read_quotations(json.loads(line)["text"]) for line in lines]
    pairs = sum(len(article.pairs) for article in found)
    left = sum(len(article.unclosed) + len(article.unopened) for article in found)
    assert pairs > 900
    assert left < pairs / 100
