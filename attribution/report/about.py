"""What stands on top of a report: when and by what it was made, how accurate that is, how much a person has seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from attribution.model import Selection
from attribution.report.accuracy import Accuracy

ORDERS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "doubtful": "least confident first",
    "text": "by article and place",
}


@dataclass(frozen=True, slots=True)
class About:
    """``made`` is an ISO 8601 date-time in UTC; ``unreviewed`` of the report's ``attributions`` have no decision yet;
    ``accuracy`` is None where nothing was measured. Raises ValueError for more unreviewed than there are.
    """

    made: str
    version: str
    attributions: int
    unreviewed: int
    selection: Selection
    accuracy: Accuracy | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.unreviewed <= self.attributions:
            raise ValueError(f"{self.unreviewed} of {self.attributions} not reviewed")


def review_line(about: About) -> str:
    """How much of the report rests on the program alone."""
    return f"machine-made: {about.unreviewed:,} of {about.attributions:,} not reviewed"


def accuracy_line(about: About) -> str:
    """The measured figures in one line, with what they were measured on."""
    if about.accuracy is None:
        return "not measured for this version"
    figures = ", ".join(f"{figure.name} {figure.value:g}" for figure in about.accuracy.figures)
    return f"{figures} (measured on {about.accuracy.measured_on}, {about.accuracy.date})"


def selection_line(selection: Selection) -> str:
    """What was chosen, in words: "all attributions, newest first" when nothing was left out."""
    chosen = list(_chosen(selection))
    what = "attributions " + ", ".join(chosen) if chosen else "all attributions"
    return f"{what}, {ORDERS.get(selection.order, selection.order)}"


def _chosen(selection: Selection) -> Iterator[str]:
    if selection.words:
        yield f"holding “{selection.words}”"
    for name in ("speaker", "outlet", "article"):
        value = getattr(selection, name)
        if value is not None:
            yield f"{name} {value}"
    if selection.since is not None:
        yield f"from {selection.since}"
    if selection.until is not None:
        yield f"until {selection.until}"
    for name in ("kind", "decision", "origin"):
        value = getattr(selection, name)
        if value is not None:
            yield f"{name} {value.value}"


def about_lines(about: About) -> Iterator[tuple[str, str]]:
    """Name and text of each line on top, the same in every format."""
    yield "made", about.made
    yield "program", f"attribution {about.version}"
    yield "review", review_line(about)
    yield "selection", selection_line(about.selection)
    yield "accuracy", accuracy_line(about)
    if about.accuracy is not None:
        yield "measured by", about.accuracy.command
