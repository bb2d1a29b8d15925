"""Starting the dashboard, and the demonstration on the sample corpus."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from attribution.errors import AttributionError
from attribution.output import Run
from attribution.progress import shown
from attribution.settings import Settings, load
from attribution.share import share

# Streamlit's settings that the dashboard needs or its users expect; what the environment already says is kept.
STREAMLIT = {
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "STREAMLIT_CLIENT_SHOW_ERROR_LINKS": "false",  # error boxes would link to a search engine and a chat service
    "STREAMLIT_CLIENT_TOOLBAR_MODE": "minimal",
    "STREAMLIT_SERVER_ADDRESS": "localhost",
    "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
    # One colour for both themes would turn the dark one off.
    "STREAMLIT_THEME_DARK_PRIMARY_COLOR": "#5b9bd5",
    "STREAMLIT_THEME_LIGHT_PRIMARY_COLOR": "#2f6ea5",
}


def serve(settings: Settings) -> None:
    """Run the dashboard in the foreground until Ctrl-C. Raises AttributionError where Streamlit ends with an error."""
    command = [sys.executable, "-m", "streamlit", "run", str(share("app.py"))]
    try:
        code = subprocess.run(command, env=_environment(settings, os.environ), check=False).returncode
    except KeyboardInterrupt:  # Streamlit got it too and has stopped
        return
    if code not in (0, -2, 130):
        raise AttributionError(
            f"the dashboard stopped with code {code}; is its port taken? STREAMLIT_SERVER_PORT sets another"
        )


def _environment(settings: Settings, given: Mapping[str, str]) -> dict[str, str]:
    """The dashboard's environment: a browser is opened only where there is a display to open it on."""
    display = sys.platform in ("win32", "darwin") or any(given.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    usual = {**STREAMLIT, "STREAMLIT_SERVER_HEADLESS": "false" if display else "true"}
    mine = {"ATTRIBUTION_LEDGER": settings.ledger, "ATTRIBUTION_REVIEWER": settings.reviewer}
    return {**usual, **given, **mine}


def demonstrate(folder: Path, dashboard: bool, quiet: bool) -> None:
    """Read the sample corpus into a ledger of its own, write a report, and open the dashboard on it."""
    from attribution import pipeline
    from attribution.model import Selection

    folder.mkdir(parents=True, exist_ok=True)
    settings, run = load(ledger=str(folder / "ledger.sqlite")), Run()
    paths = [str(share("corpus") / "articles.jsonl")]
    with pipeline.open_ledger(settings) as ledger:
        items = pipeline.add(pipeline.read(paths), ledger, pipeline.Work(), settings.jobs)
        done = list(run.readable(shown(items, pipeline.count(paths), "articles", quiet)))
        print(pipeline.summary(done, settings.ledger))
        pipeline.write_report(ledger, Selection(order="text", limit=None), "html", folder / "report.html")
    print(f"report {folder / 'report.html'}", flush=True)  # the dashboard's own lines come after it
    if dashboard:
        serve(settings)
    run.finish()
