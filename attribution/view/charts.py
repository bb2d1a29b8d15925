"""Charts over time. Names in a chart are plain text to Vega, and every chart has a short name for those who hear it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import altair as alt

from attribution.model import Entry, Tally
from attribution.report.columns import speaker_name
from attribution.view.safe import cell

ACCENT = "#3f7fb8"  # enough contrast on both grounds
MANY_DAYS = 200  # from this span on, a bar is a month: a day's would be thinner than a pixel
FEW_DAYS = 12  # below, a bar over its whole day would be a wall, and every day has its own mark
OUTLETS, SPEAKERS = 20, 6  # rows and colours that can be told apart; the rest goes together


def by_day(found: Sequence[Tally], height: int = 180) -> alt.Chart:
    """Statements by the day their articles were published, by month over a longer time."""
    rows = [{"day": tally.name[:10], "statements": tally.count} for tally in found]
    days = _days(found)
    unit = "yearmonth" if days > MANY_DAYS else "yearmonthdate"
    few = days < FEW_DAYS
    axis = alt.Axis(tickCount="day", format="%b %d") if few else alt.Axis()
    chart: alt.Chart = (
        alt.Chart(_data(rows))
        .mark_bar(color=ACCENT, width=24 if few else {"band": 0.85})
        .encode(
            x=alt.X(f"{unit}(day):T", title=None, axis=axis),
            y=alt.Y("sum(statements):Q", title=None, axis=alt.Axis(tickMinStep=1)),
            tooltip=[
                alt.Tooltip(f"{unit}(day):T", title="published"),
                alt.Tooltip("sum(statements):Q", title="statements"),
            ],
        )
        .properties(height=height)
    )
    return chart


def _days(found: Sequence[Tally]) -> int:
    """From the first day to the last; 0 where they are no dates."""
    try:
        days = [date.fromisoformat(tally.name[:10]) for tally in found]
    except ValueError:
        return 0
    return (max(days) - min(days)).days if days else 0


def _data(rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
    return alt.InlineData(values=list(rows))


def appearances(entries: Iterable[Entry]) -> alt.Chart:
    """Where and when a statement was printed: a point for each appearance, a row for each outlet."""
    rows = [_point(entry) for entry in entries if entry.article.published is not None]
    rows = _fewer(_fewer(rows, "outlet", OUTLETS, "other outlets"), "speaker", SPEAKERS, "other speakers")
    alone = len({row["speaker"] for row in rows}) < 2
    legend = None if alone else alt.Legend(orient="bottom", labelLimit=300)
    chart: alt.Chart = (
        alt.Chart(_data(rows))
        .mark_point(filled=True, size=110, opacity=0.8)
        .encode(
            x=alt.X("day:T", title=None),
            y=alt.Y("outlet:N", title=None, axis=alt.Axis(labelLimit=230)),
            color=alt.value(ACCENT) if alone else alt.Color("speaker:N", title="credited to", legend=legend),
            shape=alt.Shape("speaker:N", title="credited to", legend=legend),
            tooltip=["day:T", "outlet:N", "speaker:N", "title:N"],
        )
        .properties(height=(50 if alone else 100) + 28 * len({row["outlet"] for row in rows}))
    )
    return chart


def _fewer(rows: Sequence[Mapping[str, str]], name: str, most: int, rest: str) -> list[dict[str, str]]:
    """The same points, all but the most frequent values of a field put together."""
    kept = {value for value, _ in Counter(row[name] for row in rows).most_common(most)}
    return [{**row, name: row[name] if row[name] in kept else rest} for row in rows]


def _point(entry: Entry) -> dict[str, str]:
    head = entry.article
    return {
        "day": (head.published or "")[:10],
        "outlet": cell(head.outlet) or "unknown outlet",
        "speaker": cell(speaker_name(entry.attribution)) or "nobody named",
        "title": cell(head.title if head.title is not None else head.id),
    }
