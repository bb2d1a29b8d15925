"""The program on the corpus: no figure under its floor. ``benchmarks/quality.py --raise`` lifts floors, nothing lowers
them."""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / "benchmarks" / "quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures(quality: ModuleType) -> Mapping[str, float]:
    measured: Mapping[str, float] = quality.measure()
    return measured


def test_no_figure_is_under_its_floor(quality: ModuleType, figures: Mapping[str, float]) -> None:
    assert quality.floors(), "corpus/floors.json has no floors"
    assert quality.below(figures, quality.floors()) == []


def test_every_figure_has_a_floor(quality: ModuleType, figures: Mapping[str, float]) -> None:
    assert set(figures) == set(quality.floors())


def test_a_lost_figure_is_under_its_floor(quality: ModuleType) -> None:
    assert quality.below({}, {"content all": 70.0}) == ["content all: 0.0 is under its floor of 70.0"]
    assert quality.below({"content all": 70.0}, {"content all": 70.0}) == []


def test_raising_never_lowers(
    quality: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"content all": 70.0, "gone": 50.0}')
    monkeypatch.setattr(quality, "FLOORS", path)
    monkeypatch.setattr(quality, "measure", lambda: {"content all": 65.0, "new": 12.39})
    monkeypatch.setattr("sys.argv", ["quality.py", "--raise"])
    with pytest.raises(SystemExit, match=r"1|True"):
        quality.main()
    assert json.loads(path.read_text()) == {"content all": 70.0, "gone": 50.0, "new": 11.4}
    assert "content all: 65.0 is under its floor of 70.0" in capsys.readouterr().out
