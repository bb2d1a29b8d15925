"""Counts by name as bars in a table, each name a link: readable without seeing, and dense."""

from collections.abc import Callable, Sequence
from typing import LiteralString

from attribution.model import Tally
from attribution.view.safe import Html, bar, element, fixed, number, words


def bars(found: Sequence[Tally], what: LiteralString, label: Callable[[str], Html] = words) -> Html:
    """A table of names, bars and counts, as they come; ``what`` is counted."""
    most = max((tally.count for tally in found), default=1) or 1
    head = element("thead", element("tr", _heading(fixed("Name")), _heading(fixed("")), _heading(fixed(what), "n")))
    body = element("tbody", *(_row(tally, most, label) for tally in found))
    return element("table", head, body, cls="list bars")


def _heading(name: Html, cls: str | None = None) -> Html:
    return element("th", name, scope="col", cls=cls)


def _row(tally: Tally, most: int, label: Callable[[str], Html]) -> Html:
    name = element("td", label(tally.name))
    share = element("td", bar(tally.count / most), cls="b", aria_hidden="true")
    return element("tr", name, share, element("td", number(tally.count), cls="n"))
