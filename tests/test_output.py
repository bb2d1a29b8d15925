"""JSON lines that any reader can take, and counts in words."""

import json

import pytest

from attribution.output import many, print_line, shorten


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
