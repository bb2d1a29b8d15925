"""The commands that open the dashboard."""

from pathlib import Path
from typing import Annotated

import typer

from attribution.cli.app import Command, app
from attribution.options import LedgerOption, Quiet
from attribution.settings import load


@app.command(cls=Command)
def dashboard(ledger: LedgerOption = None) -> None:
    """Open the dashboard on the ledger, in the foreground until Ctrl-C. Streamlit's own settings are honoured."""
    from attribution.launch import serve

    serve(load(ledger=ledger))


@app.command(cls=Command)
def demo(
    folder: Annotated[Path, typer.Option(metavar="DIR", help="Where ledger and report go.")] = Path("attribution-demo"),
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the dashboard at the end.")] = True,
    quiet: Quiet = False,
) -> None:
    """Do all of it on the sample corpus: add, match, write a report, and open the dashboard."""
    from attribution.launch import demonstrate

    demonstrate(folder, serve, quiet)
