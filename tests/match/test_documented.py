"""Every example of docs/matching.md is what it is said to be."""

import re
from pathlib import Path

import pytest

from attribution.match.comparing import compare

TEXT = (Path(__file__).parents[2] / "docs" / "matching.md").read_text("utf-8")
SECTION = re.compile(r"^## (Verbatim|Truncated|Reworded|Altered): .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (.*?) ?\| (.+) \| (.+) \|$", re.MULTILINE)
EXAMPLES = [
    pytest.param(section[1].lower(), *(cell.strip() for cell in row.groups()), id=f"{section[1]} {row[1]}-{number}")
    for section in SECTION.finditer(TEXT)
    for number, row in enumerate(ROW.finditer(section[0]))
    if row[2] != "one wording"
]


def test_there_are_examples_of_every_relation() -> None:
    assert {example.values[0] for example in EXAMPLES} == {"verbatim", "truncated", "reworded", "altered"}
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize(("relation", "kind", "a", "b"), EXAMPLES)
def test_example(relation: str, kind: str, a: str, b: str) -> None:
    found = compare(a, b)
    assert found.relation == relation, found
    assert kind in {edit.kind for edit in found.edits} | ({""} if not found.edits else set()), found
