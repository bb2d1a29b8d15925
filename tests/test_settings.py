"""Where settings come from, which wins, and what is refused."""

from pathlib import Path

import pytest

from attribution.errors import BadSettings
from attribution.settings import Settings, load


def config(tmp_path: Path, text: str) -> dict[str, str]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return {"ATTRIBUTION_CONFIG": str(path)}


def test_defaults_name_a_place_of_the_users_own() -> None:
    settings = load({"USER": "ana"})
    assert settings.ledger.endswith("ledger.sqlite")
    assert (settings.reviewer, settings.jobs) == ("ana", 1)


def test_later_beats_earlier(tmp_path: Path) -> None:
    environment = config(tmp_path, 'ledger = "file.sqlite"\nreviewer = "file"\njobs = 2')
    assert load(environment) == Settings("file.sqlite", "file", 2)
    environment["ATTRIBUTION_REVIEWER"] = "environment"
    assert load(environment).reviewer == "environment"
    assert load(environment, reviewer="given", ledger=None).reviewer == "given"
    assert load(environment, ledger=None).ledger == "file.sqlite"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        pytest.param({"ATTRIBUTION_JOBS": "many"}, "not a whole number", id="no number"),
        pytest.param({"ATTRIBUTION_JOBS": "0"}, "can do nothing", id="no process"),
        pytest.param({"ATTRIBUTION_CONFIG": "/nowhere/config.toml"}, "cannot be read", id="named file missing"),
    ],
)
def test_refused(environment: dict[str, str], said: str) -> None:
    with pytest.raises(BadSettings, match=said):
        load(environment)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("ledgers = 1", "unknown setting 'ledgers'; known are jobs, ledger, reviewer", id="unknown key"),
        pytest.param("ledger = ", "cannot be read", id="broken"),
        pytest.param('ledger = ""', "empty", id="empty"),
    ],
)
def test_refused_file(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadSettings, match=said):
        load(config(tmp_path, text))
