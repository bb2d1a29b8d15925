"""What match and verify read: each line checked, what does not fit named, and what they print of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from attribution.errors import Note, UnreadableArticle
from attribution.match import matching
from attribution.model import Statement
from attribution.pipeline import cluster_lines, match_lines, records_in, statements_in

BRIDGES = "We open two bridges on Monday, whatever the weather does to us"
GOOD = {"id": "good", "text": BRIDGES}
ARTICLE = {"id": "a", "text": f"“{BRIDGES},” said Ida Marsh.", "attributions": [{"content": [[0, 65]]}]}


def lines(path: Path, *records: Mapping[str, Any]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


BAD = [
    pytest.param({"id": "1"}, "text is no text", id="no text"),
    pytest.param({"id": "1", "text": 5}, "text is no text", id="text a number"),
    pytest.param({"id": "1", "text": None}, "text is no text", id="text null"),
    pytest.param({"text": BRIDGES}, "id is no text", id="no id"),
    pytest.param({"id": 1, "text": BRIDGES}, "id is no text", id="id a number"),
    pytest.param({"id": "1", "text": BRIDGES, "speaker": ["Ida"]}, "speaker is no text", id="speaker a list"),
]
BAD_QUOTES = [
    pytest.param({**GOOD, "quotes": "we will raise…"}, "quotes are no list of texts", id="quotes a string"),
    pytest.param({**GOOD, "quotes": [1]}, "quotes are no list of texts", id="quotes of numbers"),
    pytest.param({**GOOD, "quotes": ["yes", None]}, "quotes are no list of texts", id="one of the quotes null"),
    pytest.param({**GOOD, "quotes": {"a": "b"}}, "quotes are no list of texts", id="quotes an object"),
]


@pytest.mark.parametrize(("record", "said"), BAD)
def test_match_names_a_line_that_does_not_fit(record: Mapping[str, Any], said: str, tmp_path: Path) -> None:
    problem, good = statements_in([lines(tmp_path / "x.jsonl", record, GOOD)])
    assert isinstance(problem, UnreadableArticle)
    assert "x.jsonl:1: " in str(problem)
    assert said in str(problem)
    assert good == Statement("good", BRIDGES)


@pytest.mark.parametrize(("record", "said"), [*BAD, *BAD_QUOTES])
def test_verify_names_the_same_lines(record: Mapping[str, Any], said: str, tmp_path: Path) -> None:
    problem, good = records_in([lines(tmp_path / "x.jsonl", record, GOOD)])
    assert isinstance(problem, UnreadableArticle)
    assert "x.jsonl:1: " in str(problem)
    assert said in str(problem)
    assert good == GOOD


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({**GOOD, "quotes": None, "speaker": None}, id="nulls"),
        pytest.param({**GOOD, "quotes": [], "desk": 7}, id="no quotes"),
        pytest.param({**GOOD, "quotes": ["two bridges"], "article": 5}, id="a field of the user's own"),
    ],
)
def test_verify_takes_a_line_as_it_is(record: Mapping[str, Any], tmp_path: Path) -> None:
    assert list(records_in([lines(tmp_path / "x.jsonl", record, record)])) == [record, record]


def test_an_id_that_comes_again_is_refused(tmp_path: Path) -> None:
    first, second = lines(tmp_path / "x.jsonl", GOOD, {**GOOD, "text": "other"}), lines(tmp_path / "y.jsonl", GOOD)
    good, *problems = statements_in([first, second])
    assert good == Statement("good", BRIDGES)
    assert [str(problem).partition("its id")[2] for problem in problems] == [
        f" 'good' is that of {tmp_path}/x.jsonl:1; give each statement its own"
    ] * 2


def test_an_article_that_comes_again_is_refused_once(tmp_path: Path) -> None:
    two = {**ARTICLE, "attributions": [{"content": [[0, 65]]}, {"content": [[1, 60]]}]}
    path = lines(tmp_path / "x.jsonl", two)
    *told, problem = statements_in([path, path])
    assert [item.id for item in told if isinstance(item, Statement)] == ["a#0", "a#1"]
    assert "give each article its own" in str(problem)


def test_an_article_and_a_statement_may_have_one_id_but_not_two_statements(tmp_path: Path) -> None:
    near, same = {"id": "a", "text": BRIDGES}, {"id": "a#0", "text": BRIDGES}
    found = list(statements_in([lines(tmp_path / "x.jsonl", ARTICLE, near, same)]))
    assert [item.id for item in found if isinstance(item, Statement)] == ["a#0", "a"]
    assert "give each statement its own" in str(found[-1])


def test_a_date_that_is_none_is_a_note(tmp_path: Path) -> None:
    note, statement = statements_in([lines(tmp_path / "x.jsonl", {**GOOD, "published": "May"})])
    assert isinstance(note, Note)
    assert statement == Statement("good", BRIDGES)


def told(*rows: tuple[str, str | None]) -> list[Statement]:
    return [Statement(name, BRIDGES, article=name, published=day) for name, day in rows]


@pytest.mark.parametrize(
    ("rows", "members"),
    [
        pytest.param([("7", None), ("10", None), ("2", None)], ["7", "10", "2"], id="undated as they came"),
        pytest.param([("7", "2031-03-02"), ("1", "2031-03-01")], ["1", "7"], id="oldest first"),
        pytest.param([("7", None), ("2", "2031-03-02"), ("1", "2031-03-02")], ["2", "1", "7"], id="undated last"),
        pytest.param([("b", "2031-03-01T10:00"), ("a", "2031-03-01")], ["a", "b"], id="a day before its hours"),
    ],
)
def test_members_are_in_order_of_their_dates_then_as_they_came(
    rows: list[tuple[str, str | None]], members: list[str]
) -> None:
    (line,) = cluster_lines(told(*rows))
    assert (set(line), line["members"]) == ({"utterance", "members"}, members)


def test_clusters_are_in_order_of_their_first_members() -> None:
    other = [Statement(name, "The mill stays closed until the spring comes", article=name) for name in ("y", "x")]
    assert [line["members"] for line in cluster_lines([*other, *told(("b", None), ("a", None))])] == [
        ["y", "x"],
        ["b", "a"],
    ]


def test_suggested_members_are_told_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    real = matching.matches
    monkeypatch.setattr(
        matching, "matches", lambda found: (replace(each, suggested=each.b == "c") for each in real(found))
    )
    found = told(("a", None), ("b", None), ("c", None))
    (plain,) = cluster_lines(found)
    assert (plain["members"], plain.keys()) == (["a", "b"], {"utterance", "members"})
    (line,) = cluster_lines(found, suggestions=True)
    assert (line["members"], line["suggested"]) == (["a", "b"], ["c"])
    assert list(cluster_lines(found[1:])) == []
    assert [(each["a"], each["b"]) for each in match_lines(found)] == [("a", "b")]
    assert len(list(match_lines(found, suggestions=True))) == 3
