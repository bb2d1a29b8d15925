"""What the dashboard is started with: a browser only where there is a display, and what the user set is kept."""

import pytest

from attribution import launch
from attribution.errors import AttributionError
from attribution.launch import _environment
from attribution.settings import Settings
from attribution.share import share

SETTINGS = Settings("my.sqlite", "Ana")


@pytest.mark.parametrize(
    ("given", "headless"),
    [
        pytest.param({}, "true", id="no display"),
        pytest.param({"DISPLAY": ":0"}, "false", id="X"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, "false", id="Wayland"),
        pytest.param({"DISPLAY": ":0", "STREAMLIT_SERVER_HEADLESS": "true"}, "true", id="the user said so"),
    ],
)
def test_headless(given: dict[str, str], headless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch.sys, "platform", "linux")
    assert _environment(SETTINGS, given)["STREAMLIT_SERVER_HEADLESS"] == headless


def test_what_the_user_set_is_kept() -> None:
    made = _environment(SETTINGS, {"STREAMLIT_SERVER_PORT": "8600", "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"})
    assert (made["STREAMLIT_SERVER_PORT"], made["STREAMLIT_SERVER_ADDRESS"]) == ("8600", "0.0.0.0")
    assert made["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] == "false"


def test_the_dashboard_gets_ledger_and_reviewer() -> None:
    made = _environment(SETTINGS, {"ATTRIBUTION_LEDGER": "another.sqlite"})
    assert (made["ATTRIBUTION_LEDGER"], made["ATTRIBUTION_REVIEWER"]) == ("my.sqlite", "Ana")


def test_what_travels_with_the_program_is_found() -> None:
    assert share("app.py").is_file()
    assert share("corpus").is_dir()
    with pytest.raises(AttributionError, match="not part of this installation"):
        share("nothing")
