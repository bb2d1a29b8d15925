"""JSON Lines one by one: objects with their places, and each bad line as one error while the rest goes on."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.articles import records as module
from attribution.articles.records import records, records_in
from attribution.errors import UnreadableArticle

GOOD = b'{"id": "a", "text": "Yes."}'


def read(data: bytes) -> list[tuple[str, Mapping[str, object] | UnreadableArticle]]:
    return list(records_in(io.BytesIO(data), "x.jsonl"))


def test_objects_with_their_places() -> None:
    found = read(GOOD + b'\n\n  \r\n{"b": [1, 2.5, null, "\\u00e9"]}\r\n{}')
    assert found == [
        ("x.jsonl:1", {"id": "a", "text": "Yes."}),
        ("x.jsonl:4", {"b": [1, 2.5, None, "é"]}),
        ("x.jsonl:5", {}),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(b'{"id": "a"', "broken JSON", id="cut-short"),
        pytest.param(b"{'id': 1}", "broken JSON", id="single-marks"),
        pytest.param(b'{"id": 1} {"id": 2}', "broken JSON", id="two-on-a-line"),
        pytest.param(b"hello", "broken JSON", id="prose"),
        pytest.param(b"{", "broken JSON", id="bracket-alone"),
        pytest.param(b"[1, 2]", "not a JSON object", id="list"),
        pytest.param(b'"text"', "not a JSON object", id="string"),
        pytest.param(b"null", "not a JSON object", id="null"),
        pytest.param(b'{"score": NaN}', "NaN is no JSON number", id="nan"),
        pytest.param(b'{"score": -Infinity}', "-Infinity is no JSON number", id="infinity"),
        pytest.param(b'{"score": 1e999}', "too large", id="too-large"),
        pytest.param(b'{"n": ' + b"9" * 5000 + b"}", "(a number of over 4,300 digits)", id="too-many-digits"),
        pytest.param(b'{"id": "\xff"}', "no UTF-8 at byte 8", id="wrong-encoding"),
        pytest.param(b'{"id": "\\ud800"}', "half a character", id="lone-surrogate"),
        pytest.param(b'{"a": {"\\uDC00": 1}}', "half a character", id="lone-surrogate-inside"),
        pytest.param(b"[" * 100_000, "nested too deep", id="too-deep"),
    ],
)
def test_a_bad_line_is_one_error_and_the_rest_goes_on(line: bytes, said: str) -> None:
    before, bad, after = read(GOOD + b"\n" + line + b"\n" + GOOD)
    assert (before[0], after[0]) == ("x.jsonl:1", "x.jsonl:3")
    assert before[1] == after[1] == json.loads(GOOD)
    assert isinstance(bad[1], UnreadableArticle)
    assert str(bad[1]).startswith("x.jsonl:2: ")
    assert said in str(bad[1])


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    assert read(b'{"id": "\\ud83d\\ude00"}') == [("x.jsonl:1", {"id": "😀"})]


def test_a_line_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 100)
    long = b'{"text": "' + b"x" * 1000 + b'"}'
    exact = b'{"t": "' + b"y" * 90 + b'"}\n'
    assert len(exact) == 100
    found = read(GOOD + b"\n" + long + b"\n" + exact + long)
    assert [where for where, _ in found] == ["x.jsonl:1", "x.jsonl:2", "x.jsonl:3", "x.jsonl:4"]
    assert [isinstance(record, UnreadableArticle) for _, record in found] == [False, True, False, True]
    assert "longer than" in str(found[1][1])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD, id="none"),
        pytest.param(b"\xef\xbb\xbf" + GOOD, id="utf-8"),
        pytest.param(("\ufeff" + GOOD.decode()).encode("utf-16-le"), id="utf-16"),
    ],
)
def test_byte_order_marks(data: bytes) -> None:
    assert read(data) == [("x.jsonl:1", json.loads(GOOD))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b'{\n  "id": "a"\n}\n', "several lines", id="indented"),
        pytest.param(b"[\n" + GOOD + b"\n]\n", "several lines", id="array"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "a picture", id="picture"),
        pytest.param(b"\x00" * 50, "binary", id="binary"),
    ],
)
def test_a_file_that_is_no_json_lines_is_one_error(data: bytes, said: str) -> None:
    ((_, problem),) = read(data)
    assert said in str(problem)


def test_files_folders_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(GOOD)
    (tmp_path / "a.JSONL").write_bytes(GOOD)
    (tmp_path / "text.txt").write_text("Yes.")
    (tmp_path / ".hidden.jsonl").write_bytes(GOOD)
    found = list(records([str(tmp_path), "-"], io.BytesIO(GOOD)))
    assert [where for where, _ in found] == [f"{tmp_path}/a.JSONL:1", f"{tmp_path}/b.jsonl:1", "stdin:1"]


@pytest.mark.parametrize("path", ["text.txt", ".", "none.jsonl", "-", "https://example.org/a"])
def test_what_holds_no_records_is_one_error(tmp_path: Path, path: str) -> None:
    (tmp_path / "text.txt").write_text("Yes.")
    where = path if path == "-" or ":" in path else str(tmp_path / path)
    ((_, problem),) = records([where])
    assert isinstance(problem, UnreadableArticle)


LINES = st.sampled_from([GOOD, b"{}", b"{", b"[", b'{"a": "\\ud800"}', b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\r"])


@given(st.lists(LINES | st.binary(max_size=20), max_size=8).map(b"\n".join))
def test_any_bytes(data: bytes) -> None:
    for where, record in read(data):
        assert where.startswith("x.jsonl")
        if not isinstance(record, UnreadableArticle):
            json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8")
