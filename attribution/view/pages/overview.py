"""Overview: what is stored, what to do next, who and what is quoted most."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, LiteralString

import streamlit as st

from attribution.model import Overview, Repeat, Tally
from attribution.view import blocks, charts, frame, tallies
from attribution.view.blocks import many
from attribution.view.repeat_list import reach
from attribution.view.safe import Html, element, fixed, join, link, number, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

SHOWN, WIDEST = 10, 6


def draw(ledger: "Ledger") -> None:
    found = ledger.overview()
    blocks.heading(fixed("Overview"), _under(found))
    show(_figures(found))
    left, right = st.columns([1, 1], gap="large")
    with left:
        _todo(found)
        _most_repeated(ledger.repeats(limit=WIDEST))
        _bars("Kinds", "Statements", found.kinds, "kind")
    with right:
        blocks.heading(fixed("Statements over time"), level="h2")
        _over_time(found)
        _most_quoted(found)
        _bars("Outlets", "Articles", found.outlets[:SHOWN], "outlet")


def _under(found: Overview) -> Html:
    outlets = [many(len(found.outlets), "outlet")] if found.outlets else []
    return join((many(found.articles, "article"), *outlets), " from ")


def _figures(found: Overview) -> Html:
    pairs = (
        (fixed("Articles"), found.articles),
        (fixed("Statements"), found.attributions),
        (fixed("Reviewed"), found.reviewed),
        (fixed("Speakers"), found.speakers),
        (fixed("Said more than once"), found.utterances),
        (fixed("Findings"), found.findings),
    )
    return element("dl", *(_figure(name, count) for name, count in pairs), cls="figures")


def _figure(name: Html, count: int) -> Html:
    return element("div", element("dt", name), element("dd", number(count)))


def _todo(found: Overview) -> None:
    blocks.heading(fixed("What to do next"), level="h2")
    waiting = found.attributions - found.reviewed
    lines = []
    if waiting:
        doubtful = link(fixed("start with the least certain"), "quotes", order="Least certain first")
        lines.append(join((many(waiting, "statement"), fixed(" not reviewed: "), doubtful)))
    if found.utterances:
        compare = link(fixed("compare their wordings"), "repeated")
        lines.append(join((many(found.utterances, "statement"), fixed(" said more than once: "), compare)))
    if found.findings:
        see = link(fixed("look at them"), "findings")
        lines.append(join((many(found.findings, "finding"), fixed(" in the texts: "), see)))
    lines.append(join((link(fixed("Write a report"), "report"), fixed(" of what was checked"))))
    show(element("ul", *(element("li", line) for line in lines), cls="todo"))


def _most_repeated(found: list[Repeat]) -> None:
    blocks.heading(fixed("Most widespread"), level="h2")
    if not found:
        show(element("p", fixed("No statement was found in two articles yet."), cls="small"))
        return
    show(element("ul", *(element("li", _repeat(repeat)) for repeat in found), cls="todo"))


def _repeat(repeat: Repeat) -> Html:
    said = element(
        "span", link(words(repeat.entries[0].words), "repeated", utterance=repeat.utterance), cls="said clamp"
    )
    return join((said, element("span", reach(repeat), cls="small")))


def _over_time(found: Overview) -> None:
    if len(found.by_day) > 1:
        st.altair_chart(charts.by_day(found.by_day), width="stretch", alt="Statements by day of publication")
    elif found.by_day:
        show(element("p", fixed("All on one day: "), words(found.by_day[0].name), cls="small"))
    else:
        show(element("p", fixed("No article carries a date."), cls="small"))


def _most_quoted(found: Overview) -> None:
    blocks.heading(fixed("Most quoted"), level="h2")
    if found.most_quoted:
        show(tallies.bars(found.most_quoted[:SHOWN], "Statements", _speaker))
    else:
        show(element("p", fixed("No speaker was named yet."), cls="small"))


def _speaker(name: str) -> Html:
    return link(words(name), "speakers", speaker=name)


def _bars(title: LiteralString, what: LiteralString, found: Sequence[Tally], filtered: LiteralString) -> None:
    """Counts by name, each name a link to the statements of it."""
    if found:
        blocks.heading(fixed(title), level="h2")
        show(tallies.bars(found, what, lambda name: link(words(name), "quotes", **{filtered: name}, queue="All")))


if __name__ == "__main__":
    frame.run(draw)
