"""JSON lines that any reader can take, counts in words, and what a run says at its end."""

import json

import pytest
import typer

from attribution.errors import Fault, Note, UnreadableArticle
from attribution.output import Run, many, print_line, shorten


@pytest.mark.parametrize("text", ["“Не”", "emoji 🦉", "half \ud800 a character", 'quote " and \\ and \n'])
def test_a_line_is_one_json_object(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_line({"text": text})
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out) == {"text": text}
    assert out.encode()


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (1, ("match", "matches"), "1 match"),
        (0, ("match", "matches"), "0 matches"),
        (1234, ("article",), "1,234 articles"),
    ],
)
def test_many(number: int, words: tuple[str, ...], said: str) -> None:
    assert many(number, *words) == said


def test_shorten_keeps_one_line() -> None:
    assert shorten("a\n b", 10) == "a b"
    assert shorten("abcdefghij", 10) == "abcdefghij"
    assert shorten("abcdefghijk", 10) == "abcdefghi…"


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        pytest.param([], 0, id="all well"),
        pytest.param([Note("a: its encoding was guessed")], 0, id="only a note"),
        pytest.param([Note("a: guessed"), UnreadableArticle("b: empty")], 1, id="one unreadable"),
        pytest.param([UnreadableArticle("b: empty"), Fault("c: a fault")], 4, id="a fault among them"),
    ],
)
def test_the_exit_code_is_that_of_the_worst(
    problems: list[UnreadableArticle], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run()
    assert list(run.readable([1, *problems, 2])) == [1, 2]
    if code:
        with pytest.raises(typer.Exit) as left:
            run.finish()
        assert left.value.exit_code == code
    else:
        run.finish()
    said = capsys.readouterr().err
    assert all(f"attribution: {problem}\n" in said for problem in problems)


def test_a_fault_shows_where_when_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fault = Fault("c: a fault")
    fault.__cause__ = IndexError("out of range")
    list(Run().readable([fault]))
    assert "IndexError" not in capsys.readouterr().err
    monkeypatch.setenv("ATTRIBUTION_DEBUG", "1")
    list(Run().readable([fault]))
    assert "IndexError: out of range" in capsys.readouterr().err
