"""The way the modules may import each other, and where each library lives."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "attribution"
STAGES = ("articles", "evaluate", "extract", "identify", "ledger", "match", "probe", "report")
ROOTS = {"model", "errors"}
# What each part of the package may import of ours, besides its own folder.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "settings": {"errors"},
    "share": {"errors"},
    "progress": set(),
    "output": {"errors"},
    "options": set(),
    "launch": {"errors", "settings", "share", "pipeline", "output", "progress", "model"},
    "pipeline": {*STAGES, "model", "errors", "settings", "output"},
    "cli": {"pipeline", "report", "settings", "model", "errors", "options", "output", "progress", "launch"},
    "view": {"pipeline", "report", "settings", "model", "errors"},
    "__init__": {"pipeline", "model", "errors"},
    "__main__": {"cli"},
    **dict.fromkeys(STAGES, ROOTS),
}
HOMES = {
    "streamlit": {"view"},
    "sqlmodel": {"ledger"},
    "sqlalchemy": {"ledger"},
    "alembic": {"ledger"},
    "nltk": {"articles", "extract"},
    "rapidfuzz": {"match", "identify"},
    "onnxruntime": {"extract"},
    "tokenizers": {"extract"},
    "torch": {"extract"},
    "trafilatura": {"articles"},
}
FILES = sorted(PACKAGE.rglob("*.py"))
HEAVY = (
    "nltk",
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "sqlalchemy",
    "sqlmodel",
    "streamlit",
    "tokenizers",
    "trafilatura",
)


def part(path: Path) -> str:
    """The stage folder or root module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def is_training(path: Path) -> bool:
    """A trainer is a command of its own that makes a stage's weights; it reads articles as the pipeline does."""
    return "training" in (path.parent.name, path.stem)


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"{module}.{name.name}" for name in node.names) if module == "attribution" else (module,)


def label(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", FILES, ids=label)
def test_direction(path: Path) -> None:
    mine = part(path)
    allowed = ALLOWED[mine] | {mine, "__version__"} | ({"articles"} if is_training(path) else set())
    ours = [name.split(".")[1] for name in imported(path) if name.startswith("attribution.")]
    assert not [name for name in ours if name not in allowed], f"{label(path)} reaches outside its stage"


@pytest.mark.parametrize("path", FILES, ids=label)
def test_one_library_one_home(path: Path) -> None:
    strangers = {name.split(".")[0] for name in imported(path)} & HOMES.keys()
    assert not [library for library in strangers if part(path) not in HOMES[library]]


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, attribution, attribution.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_every_part_has_a_rule() -> None:
    assert {part(path) for path in FILES} <= ALLOWED.keys()
