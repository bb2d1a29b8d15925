"""The few blocks that every page is made of: a page's heading, notices, the empty ledger, badges, facts."""

from collections.abc import Iterable
from typing import LiteralString

from attribution.model import Decision, Entry, Kind, Origin
from attribution.view.safe import NONE, Html, element, fixed, join, show, words


def heading(title: Html, under: Html = NONE, level: LiteralString = "h1") -> None:
    """A page's heading with a line under it."""
    line = element("p", under, cls="under") if under else NONE
    show(element("header", element(level, title), line, cls="at-head"))


def notice(body: Html, tone: LiteralString = "info") -> None:
    """A line that says what is so and what to do: tone "info", "warn" or "error"."""
    role = "alert" if tone == "error" else "status"
    show(element("div", body, cls=f"at-notice {tone}", role=role))


def error(line: str) -> None:
    """An error's line as it stands, never as markup."""
    notice(words(line), "error")


def empty_ledger() -> None:
    """What to do when nothing is stored yet."""
    notice(
        fixed(
            "<strong>Nothing is stored yet.</strong> Add articles from a terminal, then reload this page:"
            "<pre>attribution add article.txt stories/ https://example.org/story</pre>"
            "or look round with the sample corpus: <code>attribution demo</code>"
        )
    )


DECISIONS = {
    Decision.UNDECIDED: fixed("not reviewed"),
    Decision.ACCEPTED: fixed("accepted"),
    Decision.REJECTED: fixed("rejected"),
    Decision.CORRECTED: fixed("corrected"),
}
KINDS = {
    Kind.DIRECT: fixed("direct: in quotation marks"),
    Kind.MIXED: fixed("mixed: partly in quotation marks"),
    Kind.INDIRECT: fixed("indirect: in the reporter’s words"),
}
ORIGINS = {
    Origin.MACHINE: fixed("found by the program"),
    Origin.PERSON: fixed("marked by a person"),
    Origin.IMPORTED: fixed("came with the article"),
}


def decision_badge(entry: Entry) -> Html:
    """What was decided, told by its word and shape as well as its colour."""
    return element("span", DECISIONS[entry.decision], cls=f"badge {entry.decision.value}")


def facts(pairs: Iterable[tuple[LiteralString, Html]]) -> Html:
    """A list of names and values; a pair without a value is left out."""
    rows = (join((element("dt", fixed(name)), element("dd", value))) for name, value in pairs if value)
    return element("dl", *rows, cls="facts")


def many(count: int, what: LiteralString, plural: LiteralString | None = None) -> Html:
    """ "1 article", "1,204 articles"."""
    name = what if count == 1 else plural if plural is not None else what + "s"
    return Html(f"{count:,} {name}")
