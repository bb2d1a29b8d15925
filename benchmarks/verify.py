"""How often the right passage is found for statements about what was said, and how quickly.

    python benchmarks/verify.py [DATA]

DATA is the folder with ``transcripts/`` and ``transcript-checks-dev.jsonl`` (``../shared/data`` unless told). An answer
is right when it overlaps a passage given for its statement and is not much longer. Each statement counts once.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from attribution.match.passages import PrimarySource
from attribution.match.verifying import Check, Claim, verify

LONG, MUCH_LONGER = 600, 3
Row = dict[str, object]


def right(row: Row, found: Check) -> bool:
    """Whether a check names the passage of a row."""
    start, end = int(str(row["start"])), int(str(row["end"]))
    if found.source != row["transcript"] or found.start is None or found.end is None:
        return False
    short = found.end - found.start <= max(LONG, MUCH_LONGER * (end - start))
    return short and found.start < end and found.end > start


def main(folder: Path) -> None:
    """Print the figures."""
    files = sorted((folder / "transcripts").iterdir())
    sources = [PrimarySource(file.stem, file.read_bytes().decode("utf-8").removeprefix("\ufeff")) for file in files]
    rows: list[Row] = [json.loads(line) for line in (folder / "transcript-checks-dev.jsonl").open(encoding="utf-8")]
    claims = [
        Claim(str(row["id"]), str(row["statement"]), tuple(map(str, row["quotes"])), row.get("speaker"))  # type: ignore[call-overload,arg-type]  # the file's own types
        for row in rows
    ]
    start = time.process_time()
    best = {found.id: found.best for found in verify(claims, sources)}
    spent = time.process_time() - start
    told = defaultdict(list)
    for row in rows:
        told[str(row["statement"])].append(row)
    parts = {"all": list(told.values()), "with quoted words": [t for t in told.values() if t[0]["quotes"]]}
    for name, some in parts.items():
        hits = sum(any(right(row, best[str(other["id"])]) for row in group for other in group) for group in some)
        print(f"{name:20} {hits} of {len(some)} = {100 * hits / len(some):.1f} %")
    print("verdicts", dict(Counter(str(found.verdict) for found in best.values())))
    print(f"{spent:.1f} CPU-s for {len(claims)} statements against {len(sources)} texts, reading them included")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
