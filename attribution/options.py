"""The arguments and options that commands share: what they are called, and what their help says."""

from enum import StrEnum
from typing import Annotated

import typer


class ReportFormat(StrEnum):
    HTML = "html"
    CSV = "csv"
    JSONL = "jsonl"


ARTICLES = "Articles: .txt, .html, .jsonl, folders, web addresses; - is standard input."
STATEMENTS = "Statements, or articles with attributions, as JSON Lines; - is standard input."
Articles = Annotated[list[str], typer.Argument(metavar="FILE", help=ARTICLES, show_default=False)]
Statements = Annotated[list[str], typer.Argument(metavar="FILE", help=STATEMENTS, show_default=False)]
LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger: a file, or an SQLAlchemy URL. [default: your own]"),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that extract at once. [default: 1]")
]
Nested = Annotated[bool, typer.Option("--nested", help="Give attributions inside another's content too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]
