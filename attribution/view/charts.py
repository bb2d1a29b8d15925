"""Charts over time. Names in a chart are plain text to Vega, and every chart has a short name for those who hear it."""

from collections.abc import Iterable, Mapping, Sequence

import altair as alt

from attribution.model import Entry, Tally
from attribution.report.columns import speaker_name
from attribution.view.safe import cell

ACCENT = "#3f7fb8"  # enough contrast on both grounds
GREY = "#8a929c"


def by_day(found: Sequence[Tally], height: int = 180) -> alt.Chart:
    """Statements by the day their articles were published."""
    rows = [{"day": tally.name[:10], "statements": tally.count} for tally in found]
    chart: alt.Chart = (
        alt.Chart(_data(rows))
        .mark_bar(color=ACCENT, width={"band": 0.85})
        .encode(
            x=alt.X("yearmonthdate(day):T", title=None),
            y=alt.Y("statements:Q", title=None, axis=alt.Axis(tickMinStep=1)),
            tooltip=[alt.Tooltip("day:T", title="day"), "statements:Q"],
        )
        .properties(height=height)
    )
    return chart


def _data(rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
    return alt.InlineData(values=list(rows))


def appearances(entries: Iterable[Entry]) -> alt.Chart:
    """Where and when a statement was printed: a point for each appearance, a line for each outlet."""
    rows = [_point(entry) for entry in entries if entry.article.published is not None]
    outlets = max(1, len({row["outlet"] for row in rows}))
    chart: alt.Chart = (
        alt.Chart(_data(rows))
        .mark_point(filled=True, size=110, opacity=0.8)
        .encode(
            x=alt.X("day:T", title=None),
            y=alt.Y("outlet:N", title=None),
            color=alt.Color("speaker:N", title="credited to", legend=alt.Legend(orient="bottom")),
            shape=alt.Shape("speaker:N", title="credited to"),
            tooltip=["day:T", "outlet:N", "speaker:N", "title:N"],
        )
        .properties(height=70 + 28 * min(outlets, 20))
    )
    return chart


def _point(entry: Entry) -> dict[str, str]:
    head = entry.article
    return {
        "day": (head.published or "")[:10],
        "outlet": cell(head.outlet) or "unknown outlet",
        "speaker": cell(speaker_name(entry.attribution)) or "nobody named",
        "title": cell(head.title if head.title is not None else head.id),
    }
