"""The program and its version: what the commands hang on, and how their help reads."""

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from attribution import __version__

# What the framework adds to a name in the help: braces round one that is needed, and Python's word for its type.
_BRACES, _TYPE = re.compile(r"[{}]"), re.compile(r" <(?:list\[)?str\]?>")


class Command(TyperCommand):
    """A command whose help names arguments as people do: ``FILE...``, not ``{FILE}... <list[str]>``."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [_BRACES.sub("", piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help(self, ctx: Any) -> str:
        # As many spaces, so that the columns stay where they are.
        return _TYPE.sub(lambda found: " " * len(found[0]), super().get_help(ctx))


app = typer.Typer(
    name="attribution",
    help="Who said that, exactly, and where else was it said? Extracts the attributed statements of news articles, "
    "resolves who said them, keeps them, and finds them again in other articles.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 110},
)


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        print(f"attribution {__version__}")
        raise typer.Exit
