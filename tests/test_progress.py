"""What a long run says about itself."""

import pytest

from attribution import progress


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        pytest.param(10, 100, 5.0, "10 of 100 articles, 2.0 articles/s, about 45 s left", id="seconds"),
        pytest.param(10, 10_000, 5.0, "10 of 10000 articles, 2.0 articles/s, about 1 h 23 min left", id="hours"),
        pytest.param(60, 600, 60.0, "60 of 600 articles, 1.0 articles/s, about 9 min 00 s left", id="minutes"),
        pytest.param(10, None, 5.0, "10 articles, 2.0 articles/s", id="total not known"),
        pytest.param(0, 100, 5.0, "0 of 100 articles, 0.0 articles/s", id="nothing yet"),
        pytest.param(120, 100, 60.0, "120 of 100 articles, 2.0 articles/s, about 0 s left", id="more than counted"),
    ],
)
def test_line(done: int, total: int | None, seconds: float, said: str) -> None:
    assert progress.line(done, total, seconds, "articles") == said


def test_items_pass_through(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    assert list(progress.shown(iter("abc"), 3, "articles")) == ["a", "b", "c"]
    assert "3 of 3 articles" in capsys.readouterr().err


def test_quiet_says_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    assert list(progress.shown(iter("abc"), 3, "articles", quiet=True)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""
