"""How far a long run has come, on standard error: a bar on a terminal, a line every ten seconds elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
EVERY = 10.0  # seconds between two lines where there is no terminal


def shown(items: Iterable[T], total: int | None, what: str, quiet: bool = False) -> Iterator[T]:
    """The items unchanged, while their number, rate and, where ``total`` is known, the time left are shown."""
    if quiet:
        return iter(items)
    return _bar(items, total, what) if sys.stderr.isatty() else _lines(items, total, what)


def _bar(items: Iterable[T], total: int | None, what: str) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, rate="")
        for done, item in enumerate(items, 1):
            yield item
            progress.update(task, completed=done, rate=_rate(done, time.monotonic() - start, what))


def _lines(items: Iterable[T], total: int | None, what: str) -> Iterator[T]:
    start = said = time.monotonic()
    for done, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - said >= EVERY:
            said = now
            print(line(done, total, now - start, what), file=sys.stderr, flush=True)


def line(done: int, total: int | None, seconds: float, what: str) -> str:
    """One line of progress: how many, how fast, and how long it will take where the total is known."""
    of = "" if total is None else f" of {total}"
    text = f"{done}{of} {what}, {_rate(done, seconds, what)}"
    if total is None or not done:
        return text
    left = max(0, total - done) * seconds / done
    return f"{text}, about {_duration(left)} left"


def _rate(done: int, seconds: float, what: str) -> str:
    return f"{done / seconds:.1f} {what}/s" if seconds > 0 else ""


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
