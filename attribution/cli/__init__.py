"""The command line: parse, call the pipeline, print, exit code.

Exit codes: 0 done; 1 done, some inputs unreadable, each named on standard error; 2 wrong call; 3 could not go on
(ledger, disk, model), what was committed stays; 4 a fault of ours; 130 interrupted. A remark about an input that was
read changes no exit code.
"""

import os
import sys

# Each of these hangs its commands on the program, in the order in which the help lists them.
from attribution.cli import files, ledger, serving
from attribution.cli.app import app
from attribution.errors import AttributionError, BadSettings

__all__ = ["app", "files", "ledger", "main", "serving"]


def main() -> None:
    """The console script. Every error that is raised on purpose becomes one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]  # always a TextIOWrapper here
    try:
        app()
    except BadSettings as error:
        _stop(str(error), 2)
    except AttributionError as error:
        _stop(str(error), 3)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: no second error at exit
    except OSError as error:
        _stop(f"{error.filename or 'input or output'}: {error.strerror or error}", 3)
    except Exception as error:  # whatever else is raised is a fault of ours, and the exit code says so
        if os.environ.get("ATTRIBUTION_DEBUG"):
            raise
        _stop(f"a fault in this program ({type(error).__name__}: {error}); ATTRIBUTION_DEBUG=1 shows where", 4)


def _stop(line: str, code: int) -> None:
    print(f"attribution: {line}", file=sys.stderr)
    sys.exit(code)
