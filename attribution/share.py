"""Where the files that travel with the program are: the dashboard's entry and the sample corpus.

The wheel carries both under ``attribution/_share``; in a checkout they stand beside the package.
"""

from pathlib import Path

from attribution.errors import AttributionError


def share(name: str) -> Path:
    """The path of ``app.py`` or ``corpus``. Raises AttributionError when the installation lacks it."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_share", package.parent):
        if (folder / name).exists():
            return folder / name
    raise AttributionError(f"{name}: not part of this installation; install attribution-checker again")
