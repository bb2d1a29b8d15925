"""Print how long each page of the dashboard takes to draw: ``python benchmarks/dashboard.py LEDGER``.

Each page runs as Streamlit runs it, the ledger's questions and the drawing on the server included, the browser's part
not. The first run of a page is left out; the median of ``--times`` is printed with the milliseconds of the slowest.
"""

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

from attribution import pipeline, settings
from attribution.model import Selection
from attribution.view.navigation import PAGES, path


def addresses(ledger: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page, and the deep links into the largest that the ledger holds."""
    yield from ((name, {}) for name in PAGES)
    with pipeline.open_ledger(settings.load(ledger=str(ledger))) as opened:
        (first,) = opened.entries(Selection(limit=1))
        speaker = opened.tallies("speaker")[0].name
        repeats = opened.repeats(limit=1)
    yield "article", {"article": first.article.id}
    yield "quotes", {"mode": "One by one", "order": "Least certain first"}
    yield "quotes", {"mode": "Table", "queue": "All"}
    yield "quotes", {"words": "people said", "queue": "All"}
    yield "quotes", {"words": "peopel who sayed", "fuzzy": "true", "queue": "All"}
    yield "speakers", {"speaker": speaker}
    yield "speakers", {"part": "Suggested merges"}
    yield from (("repeated", {"utterance": repeat.utterance}) for repeat in repeats)


def timed(name: str, address: dict[str, str], times: int) -> tuple[float, float]:
    """The median and the longest time in milliseconds, the first run aside. Raises AssertionError for a fault."""
    test = AppTest.from_file(str(path(name)), default_timeout=120)
    for key, value in address.items():
        test.query_params[key] = value
    spent = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        test.run()
        spent.append((time.perf_counter() - begun) * 1000)
        assert not test.exception, test.exception
    return statistics.median(spent[1:]), max(spent[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    os.environ["ATTRIBUTION_LEDGER"] = str(asked.ledger)
    for name, address in addresses(asked.ledger):
        median, longest = timed(name, address, asked.times)
        shown = " ".join(f"{key}={value}" for key, value in address.items())
        print(f"{median:9.0f} ms  (at most {longest:6.0f})  {name} {shown}")


if __name__ == "__main__":
    main()
