"""One frozen Settings, and the only place that reads the environment and the configuration file.

Later beats earlier: the defaults, the file ``config.toml`` in the user's configuration folder (or the one that
ATTRIBUTION_CONFIG names), the environment (ATTRIBUTION_LEDGER, ATTRIBUTION_REVIEWER, ATTRIBUTION_JOBS), the
command line.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from attribution.errors import BadSettings

PREFIX = "ATTRIBUTION_"


@dataclass(frozen=True, slots=True)
class Settings:
    """``ledger`` is a path or an SQLAlchemy URL, ``reviewer`` the name that decisions are kept under, ``jobs`` how many
    processes extract at once. Raises BadSettings for a value that does not fit.
    """

    ledger: str
    reviewer: str
    jobs: int = 1

    def __post_init__(self) -> None:
        if not self.ledger:
            raise BadSettings("ledger: the path is empty; give a file or an SQLAlchemy URL")
        if not self.reviewer:
            raise BadSettings("reviewer: the name is empty; set ATTRIBUTION_REVIEWER")
        if self.jobs < 1:
            raise BadSettings(f"jobs: {self.jobs} processes can do nothing; give 1 or more")


def load(environment: Mapping[str, str] | None = None, **given: object) -> Settings:
    """The settings in force; ``given`` values that are not None come from the command line and win.

    Raises BadSettings for an unreadable file, an unknown key or a value of the wrong kind.
    """
    variables = os.environ if environment is None else environment
    known = {field.name for field in fields(Settings)}
    named = {name: variables[PREFIX + name.upper()] for name in known if variables.get(PREFIX + name.upper())}
    chosen = {name: value for name, value in given.items() if value is not None}
    values = {**_defaults(variables), **_from_file(_config(variables), known), **named, **chosen}
    return Settings(str(values["ledger"]), str(values["reviewer"]), _whole("jobs", values["jobs"]))


def _defaults(variables: Mapping[str, str]) -> dict[str, object]:
    ledger = Path(platformdirs.user_data_dir("attribution", appauthor=False)) / "ledger.sqlite"
    reviewer = variables.get("USER") or variables.get("USERNAME") or "reviewer"
    return {"ledger": ledger, "reviewer": reviewer, "jobs": 1}


def _config(variables: Mapping[str, str]) -> Path | None:
    named = variables.get(PREFIX + "CONFIG")
    if named:
        return Path(named)
    usual = Path(platformdirs.user_config_dir("attribution", appauthor=False)) / "config.toml"
    return usual if usual.is_file() else None


def _from_file(path: Path | None, known: set[str]) -> dict[str, object]:
    if path is None:
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadSettings(f"{path}: the configuration cannot be read ({fault}); correct or remove it") from fault
    unknown = sorted(set(values) - known)
    if unknown:
        raise BadSettings(f"{path}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}")
    return values


def _whole(name: str, value: object) -> int:
    try:
        return int(str(value))
    except ValueError as fault:
        raise BadSettings(f"{name}: {value!r} is not a whole number") from fault
