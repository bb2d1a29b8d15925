"""A report as JSON Lines: exact values, for scripts and for keeping.

Each line is an object with ``record``: first one "report" (what stands on top), then an "attribution" for each entry
with every column by its name, then an "utterance" for each repeated statement with its wordings and their edits. Words
are exactly the article's; a lone surrogate is written as its escape.
"""

import json
from typing import TextIO

from attribution.model import Entry, Match, Repeat
from attribution.report.about import About, about_lines
from attribution.report.rows import row
from attribution.report.wordings import Wording, wordings


class JsonlReport:
    """Writes one line for each entry and each repeat, as they come."""

    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        counts = {"attributions": about.attributions, "unreviewed": about.unreviewed}
        self._line({"record": "report", **dict(about_lines(about)), **counts})

    def write(self, item: Entry | Repeat) -> None:
        if isinstance(item, Entry):
            self._line({"record": "attribution", **row(item)})
        else:
            self._line({"record": "utterance", **_repeat(item)})

    def finalize(self) -> None:
        self._out.flush()

    def _line(self, value: dict[str, object]) -> None:
        line = json.dumps(value, ensure_ascii=False)
        if not _encodable(line):
            line = json.dumps(value)
        self._out.write(line + "\n")


def _encodable(line: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in line)


def _repeat(repeat: Repeat) -> dict[str, object]:
    return {
        "utterance": repeat.utterance,
        "articles": repeat.articles,
        "outlets": repeat.outlets,
        "wordings": [_wording(wording) for wording in wordings(repeat)],
        "suggested": [entry.attribution.id for entry in repeat.suggested],
    }


def _wording(wording: Wording) -> dict[str, object]:
    compared = wording.comparison
    return {
        "words": wording.entries[0].words,
        "attributions": [entry.attribution.id for entry in wording.entries],
        "compared": None if compared is None else _match(compared.match),
    }


def _match(match: Match) -> dict[str, object]:
    edits = [[e.kind, e.a_start, e.a_end, e.b_start, e.b_end] for e in match.edits]
    relation = match.relation.value
    return {
        "a": match.a, "b": match.b, "relation": relation, "score": match.score, "reason": match.reason, "edits": edits
    }  # fmt: skip
