"""Bodies named after their owner, under one name: "the Thorn campaign", "Mrs. Thorn’s team", "her campaign"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attribution.identify.names import fold

# What a candidate’s people are called besides; other heads stand for themselves.
_ONE = {"team": "campaign", "camp": "campaign", "operation": "campaign"}
_OWNED = re.compile(
    r"(?P<owner>(?:[A-Z][\w.\-]* )*[A-Z][\w.\-]*?)(?:[’']s?)? (?:presidential )?"
    r"(?P<head>(?i:campaign|team|camp|office|company))"
)
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Owned:
    """``by_owner`` holds one name for each folded family name and head noun, ``alike`` it for each printed name."""

    by_owner: Mapping[Key, str]
    alike: Mapping[str, str]


def owned_bodies(names: Iterable[str]) -> Owned:
    """The fullest name of each owner's body among the printed ``names``; those of two owners stay apart."""
    printed: dict[Key, Counter[str]] = {}
    owners: dict[Key, set[str]] = {}
    for name in names:
        match = _OWNED.fullmatch(name)
        if match is None:
            continue
        words = match["owner"].split()
        head = match["head"].lower()
        key = fold(words[-1]), _ONE.get(head, head)
        printed.setdefault(key, Counter())[name] += 1
        if len(words) > 1:
            owners.setdefault(key, set()).add(fold(words[0]))
    by_owner = {key: _fullest(found, key[1]) for key, found in printed.items() if len(owners.get(key, ())) < 2}
    alike = {name.casefold(): best for key, best in by_owner.items() for name in printed[key]}
    return Owned(by_owner, alike)


def owned_key(family: str, head: str) -> Key:
    """The key of ``Owned.by_owner`` for a folded family name and a lower-case head noun."""
    return family, _ONE.get(head, head)


def _fullest(names: Counter[str], head: str) -> str:
    def worth(name: str) -> tuple[bool, int, bool, int]:
        possessive = "’" in name or "'" in name
        return name.lower().endswith(head), name.count(" "), not possessive, names[name]

    return max(sorted(names), key=worth)
