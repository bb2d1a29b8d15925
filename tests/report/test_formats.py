"""Every format: complete, safe to open, and written entry by entry."""

import csv
import io
import json
import re
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from attribution.model import Decision, Entry, Repeat
from attribution.report.about import About
from attribution.report.as_csv import HEADER, safe_cell
from attribution.report.columns import COLUMNS
from attribution.report.writing import FORMATS, write_report

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="image"),
    pytest.param("</style></td><iframe src=//evil.example>", id="closing-elements"),
    pytest.param("\u202etxet desrever", id="override"),
    pytest.param("{title} {0} %s", id="template"),
    pytest.param("a\ud800b\x00c", id="unwritable"),
]


def written(name: str, about: About, entries: list[Entry], repeats: list[Repeat] | None = None) -> str:
    out = io.BytesIO()
    write_report(name, about, entries, repeats or [], out)
    assert not out.closed
    return out.getvalue().decode(FORMATS[name].encoding)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> _Elements:
    reader = _Elements()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_html_holds_what_a_reader_needs(about: About, entry: Callable[..., Entry], repeat: Repeat) -> None:
    page = written("html", about, [entry()], [repeat])
    needed = [
        "We open on Monday.", "the mayor", "Ida Marsh", "said", "Mayor opens the mill", "Hollin Courier", "2031-03-04",
        "https://courier.example/mill", "10-20; 30-38", "0.97", "not reviewed", "Machine-made: 1 of 2 not reviewed",
        "attribution 0.1.0", "altered: the meaning may have changed", "number: “", "In 3 articles of 3 outlets",
    ]  # fmt: skip
    assert [text for text in needed if text not in page] == []
    parsed(page)


def test_html_tells_why_it_is_this_speaker_how_sure_and_through_whom(about: About, entry: Callable[..., Entry]) -> None:
    made = entry()
    assert made.attribution.speaker is not None
    voiced = replace(made.attribution, speaker=replace(made.attribution.speaker, voice="Eve Moss"))
    text = re.sub("<[^>]+>", "", written("html", about, [replace(made, attribution=voiced)]))
    assert "Ida Marshmayor, through Eve Mossthe only name before it (0.90)" in text


def test_html_marks_the_words_that_differ(about: About, repeat: Repeat) -> None:
    page = written("html", about, [], [repeat])
    assert '<mark class="gone" title="number">two</mark>' in page
    assert '<mark class="new" title="number">three</mark>' in page


@pytest.mark.parametrize("text", HOSTILE)
def test_html_holds_no_markup_of_others(about: About, entry: Callable[..., Entry], repeat: Repeat, text: str) -> None:
    plain = entry()
    head = replace(plain.article, id=text, title=text, outlet=text, published=text, url=f"javascript:{text}")
    speaker = replace(plain.attribution.speaker, name=text, role=text)  # type: ignore[type-var]  # it has one
    attribution = replace(plain.attribution, speaker=speaker)
    evil = Entry(head, attribution, text, text, text, Decision.CORRECTED, text, text, text, None, 1)
    twice = replace(repeat, entries=(evil, *repeat.entries))
    page = parsed(written("html", about, [evil], [twice]))
    clean = parsed(written("html", about, [plain], [replace(repeat, entries=(plain, *repeat.entries))]))
    allowed = set(clean.names)
    assert set(page.names) <= allowed
    assert {name for name, _ in page.attributes} <= {name for name, _ in clean.attributes}
    addresses = [value or "" for name, value in page.attributes if name == "href"]
    assert all(value.startswith(("#", "https://courier.example/")) for value in addresses)


def test_html_fetches_and_runs_nothing(about: About, entry: Callable[..., Entry]) -> None:
    page = written("html", about, [entry()])
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(parsed(page).names)
    assert "url(" not in page
    assert "@import" not in page


def test_html_groups_entries_by_article(about: About, entry: Callable[..., Entry]) -> None:
    first, other = entry(), entry(number="b1")
    other = replace(other, article=replace(other.article, id="other"))
    page = written("html", about, [first, replace(first, words="More."), other])
    assert page.count("<table>") == 2


def test_html_without_anything_says_so(about: About) -> None:
    page = written("html", replace(about, attributions=0, unreviewed=0), [])
    assert "No attribution fits" in page
    assert "found in more than one article" in page
    parsed(page)


def test_html_refuses_an_entry_after_a_repeat(about: About, entry: Callable[..., Entry], repeat: Repeat) -> None:
    report = FORMATS["html"].start(io.StringIO(), about)
    report.write(repeat)
    with pytest.raises(ValueError, match="before"):
        report.write(entry())


def test_csv_is_one_rectangular_table(about: About, entry: Callable[..., Entry], repeat: Repeat) -> None:
    text = written("csv", about, [entry('He said "no",\nthen left.')], [repeat])
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(line) for line in table} == {len(HEADER)}
    assert tuple(table[0]) == HEADER
    found = lines(text)
    assert [line["record"] for line in found] == ["about"] * 5 + ["attribution"] + ["wording"] * 3
    assert found[2]["words"] == "machine-made: 1 of 2 not reviewed"
    assert found[5]["words"] == 'He said "no",\nthen left.'
    assert found[5]["content_offsets"] == "10-20; 30-38"
    assert found[8]["differences"] == "number: “two” → “three”"
    assert found[8]["beside"] == "a1"
    assert "\r\n" in text


def test_csv_opens_in_a_spreadsheet_as_utf_8(about: About) -> None:
    out = io.BytesIO()
    write_report("csv", about, [], [], out)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="line-end"),
        pytest.param("  =1", "'  =1", id="after-spaces"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("1=1", "1=1", id="equals-inside"),
        pytest.param("– no", "– no", id="dash"),
        pytest.param("“=1”", "“=1”", id="quoted"),
        pytest.param("a\x00b\ud800", "a\ufffdb\ufffd", id="unwritable"),
    ],
)
def test_csv_runs_nothing(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


def test_csv_guards_every_column(about: About, entry: Callable[..., Entry]) -> None:
    evil = entry("=cmd|' /C calc'!A0", source_words="@x", cue_words="+y", note="-z")
    (line,) = (found for found in lines(written("csv", about, [evil])) if found["record"] == "attribution")
    assert [line[name][0] for name in ("words", "source", "cue", "note")] == ["'"] * 4


def test_jsonl_gives_exact_values(about: About, entry: Callable[..., Entry], repeat: Repeat) -> None:
    words = "=1 “naïve”\u2028\u202e\nx"
    report, attribution, utterance = map(json.loads, written("jsonl", about, [entry(words)], [repeat]).split("\n")[:3])
    assert (report["record"], report["attributions"], report["unreviewed"]) == ("report", 2, 1)
    assert attribution["words"] == words
    assert set(attribution) == {"record", *(column.name for column in COLUMNS)}
    assert utterance["wordings"][1]["compared"]["edits"] == [["number", 8, 11, 8, 13]]
    assert utterance["wordings"][0]["attributions"] == ["a1", "c1"]


def test_jsonl_keeps_a_lone_surrogate(about: About, entry: Callable[..., Entry]) -> None:
    assert json.loads(written("jsonl", about, [entry("a\ud800")]).split("\n")[1])["words"] == "a\ud800"


@pytest.mark.parametrize("name", FORMATS)
def test_memory_does_not_grow_with_the_report(name: str, about: About, entry: Callable[..., Entry]) -> None:
    """Ten times the entries may take no more than a little above the same memory."""

    class Nowhere(io.BytesIO):
        def write(self, data: object) -> int:
            return len(data)  # type: ignore[arg-type]  # bytes

    def peak(count: int) -> int:
        made = entry()

        def entries() -> Iterator[Entry]:
            return (replace(made, words=f"statement {number}") for number in range(count))

        tracemalloc.start()
        write_report(name, about, entries(), [], Nowhere())
        result = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return result

    peak(10)
    assert peak(1000) < peak(100) + 50_000


def test_unknown_format_is_refused(about: About) -> None:
    with pytest.raises(KeyError):
        write_report("pdf", about, [], [], io.BytesIO())
