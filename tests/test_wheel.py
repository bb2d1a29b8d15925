"""What a plain install carries: everything that a command needs, from any folder, and nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "attribution/_share/app.py",
    "attribution/_share/corpus/articles.jsonl",
    "attribution/articles/punkt.json",
    "attribution/evaluate/evaluate.css",
    "attribution/extract/weights/tagger.onnx",
    "attribution/identify/weights.json",
    "attribution/ledger/migrations/env.py",
    "attribution/match/data/LICENSE-WordNet.txt",
    "attribution/match/data/lexicon.json",
    "attribution/py.typed",
    "attribution/report/report.css",
    "attribution/view/dashboard.css",
    "attribution/view/pages/overview.py",
)
WEIGHTS_LIMIT = 30_000_000  # bytes


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("attribution_checker-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def test_wheel_has_all_that_is_needed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        weights = [each for each in packed.infolist() if each.filename.startswith("attribution/extract/weights/")]
    assert not set(NEEDED) - names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"attribution", "attribution_checker"}
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]
    assert sum(each.file_size for each in weights) <= WEIGHTS_LIMIT


def test_demo_from_another_folder(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(tmp_path), "PYTHONSAFEPATH": "1"}
    where = [sys.executable, "-c", "import attribution; print(attribution.__file__)"]
    run = {"cwd": tmp_path, "env": environment, "check": True, "capture_output": True, "text": True}
    assert str(installed) in subprocess.run(where, **run).stdout  # type: ignore[call-overload]  # options for both runs
    command = [sys.executable, "-m", "attribution", "demo", "--no-serve", "--quiet"]
    done = subprocess.run(command, **run)  # type: ignore[call-overload]
    assert "30 articles added" in done.stdout
    assert "machine-made" in (tmp_path / "attribution-demo" / "report.html").read_text(encoding="utf-8").lower()
