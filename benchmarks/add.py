"""How fast ``attribution add`` fills a ledger, and what it costs.

    python benchmarks/add.py [ARTICLES.jsonl] [--jobs N]

Runs the command in a process of its own, on an empty ledger in a temporary folder, first with one article (start-up:
imports, the model, the new database), then with all; start-up is taken off. Without an argument it takes the corpus.
Prints articles a second, words a CPU-second, peak memory, the ledger's size, a second run on the same articles, the
time of ``--help`` and that of the first answer from a cold start.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "articles.jsonl"


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds, CPU seconds of the process and its children, and the largest resident set in MB."""

    wall: float
    cpu: float
    memory: float


def cost(*arguments: str) -> Cost:
    """What one call of the command line costs. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "attribution", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, arguments)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--jobs", type=int, default=1)
    given = options.parse_args()
    lines = given.articles.read_text(encoding="utf-8").splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "one.jsonl").write_text(lines[0], encoding="utf-8")
        few = cost("add", "-q", str(folder / "one.jsonl"), "--ledger", str(folder / "one.sqlite"))
        all_of_it = (
            "add",
            "-q",
            str(given.articles),
            "--ledger",
            str(folder / "all.sqlite"),
            "--jobs",
            str(given.jobs),
        )
        full, again = cost(*all_of_it), cost(*all_of_it)
        show(lines, few, full)
        print(f"the same again     {again.wall:8.1f} s")
        print(f"ledger             {sum(f.stat().st_size for f in folder.glob('all.sqlite*')) / 1e6:8.1f} MB")
        print(f"first answer       {cost('extract', '-q', str(folder / 'one.jsonl')).wall:8.2f} s from a cold start")
    print(f"--help             {cost('--help').cpu:8.2f} CPU-seconds")


def show(lines: list[str], few: Cost, full: Cost) -> None:
    import json

    words = [len(json.loads(line)["text"].split()) for line in lines]
    print(f"articles           {len(lines):8,}  ({sum(words):,} words)")
    print(f"articles/s         {(len(lines) - 1) / (full.wall - few.wall):8.1f}")
    print(f"words/CPU-second   {sum(words[1:]) / (full.cpu - few.cpu):8,.0f}")
    print(f"peak memory        {full.memory:8.0f} MB")
    print(f"start-up           {few.wall:8.2f} s")


if __name__ == "__main__":
    main()
