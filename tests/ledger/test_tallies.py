"""The ledger in figures, and its findings."""

from collections.abc import Callable

import pytest

from attribution.errors import LedgerError
from attribution.ledger.store import Ledger
from attribution.model import Article, Finding, Overview, Span, Tally


def test_an_empty_ledger(ledger: Ledger) -> None:
    assert ledger.overview() == Overview(0, 0, 0, 0, 0, 0, (), (), (), ())


def test_overview(filled: Ledger) -> None:
    filled.note_findings("mill", [Finding("odd", "mill", (), "why")])
    found = filled.overview()
    assert (found.articles, found.attributions, found.reviewed) == (3, 5, 0)
    assert (found.speakers, found.utterances, found.findings) == (3, 0, 1)
    assert found.outlets == (Tally("Courier", 2), Tally("Chronicle", 1))
    assert found.most_quoted == (Tally("Ida Marsh", 3), Tally("Tom Vale", 1)), "the press service is a description"
    assert found.kinds == (Tally("direct", 5),)
    assert found.by_day == (Tally("2031-03-04", 2), Tally("2031-03-05", 1), Tally("2031-03-07", 2))


@pytest.mark.parametrize(
    ("field", "tallies"),
    [
        pytest.param("outlet", [Tally("Courier", 4), Tally("Chronicle", 1)], id="outlet"),
        pytest.param(
            "speaker", [Tally("Ida Marsh", 3), Tally("Tom Vale", 1), Tally("the press service", 1)], id="speaker"
        ),
        pytest.param("kind", [Tally("direct", 5)], id="kind"),
        pytest.param("decision", [Tally("undecided", 5)], id="decision"),
        pytest.param("origin", [Tally("machine", 5)], id="origin"),
    ],
)
def test_tallies(filled: Ledger, tell: Callable[..., Article], field: str, tallies: list[Tally]) -> None:
    assert filled.tallies(field) == tallies


def test_a_name_without_capitals_in_its_writing_is_a_name(ledger: Ledger, tell: Callable[..., Article]) -> None:
    ledger.store(tell("story", [("王毅", "Yes."), ("7News", "No."), ("an aide", "Maybe.")]))
    assert {tally.name for tally in ledger.overview().most_quoted} == {"王毅", "7News"}


def test_no_outlet_is_not_counted(filled: Ledger, tell: Callable[..., Article]) -> None:
    filled.store(tell("undated", [("Ida Marsh", "Who knows.")]))
    assert sum(tally.count for tally in filled.tallies("outlet")) == 5
    assert sum(tally.count for tally in filled.overview().by_day) == 5


def test_an_unknown_field_is_refused(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="colour: cannot be counted by; known are outlet"):
        filled.tallies("colour")


def test_findings_are_read_equal_and_replaced_by_article(filled: Ledger) -> None:
    first = [Finding("odd", "flood", (Span(0, 1), Span(2, 4)), "why", ("x", "y")), Finding("even", "flood", (), "")]
    filled.note_findings("flood", first)
    filled.note_findings("mill", [Finding("odd", "mill", (), "why")])
    assert filled.findings("flood") == first
    assert [finding.article for finding in filled.findings()] == ["mill", "flood", "flood"]
    assert filled.findings(limit=1, offset=1) == first[:1]
    counts = {tally.name: tally.count for tally in filled.tallies("finding")}
    assert counts == {kind: len(filled.findings(kind=kind)) for kind in counts}
    assert sum(counts.values()) == 3
    assert filled.findings(kind="no-such-kind") == []
    filled.note_findings("flood", first[1:])
    assert filled.findings("flood") == first[1:]
    with pytest.raises(LedgerError, match="no such article"):
        filled.note_findings("none", first)
