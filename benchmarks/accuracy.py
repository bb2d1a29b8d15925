"""How good the program is on annotated news: the figures of the README and of every report's head.

    python benchmarks/accuracy.py [--data ../shared/data] [--write]

Runs the commands on the development part of each set, as anyone would, and scores what they print: attributions and
speakers on PolNeAR's 84 articles (37 of them with speakers), matches on real repeated quotations, relations on
hand-written second wordings, checks on debate transcripts. The sets' own definitions are followed; see README.
``--write`` puts the figures into the package, for reports, and into the README's table.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGED = ROOT / "attribution" / "report" / "accuracy.json"
README = ROOT / "README.md"
COMMAND = "python benchmarks/accuracy.py"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value in percent: what it is, and what it means to a reader."""

    name: str
    value: float
    meaning: str


class Bench:
    """The data, the shared scorers beside it, and a folder for what commands print."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.data, self.scorers, self.folder = data, data.parent / "bench", folder

    def print(self, name: str, *arguments: str) -> Path:
        """What a command of the program prints, as a file."""
        out = self.folder / f"{name}.jsonl"
        with out.open("w", encoding="utf-8") as lines:
            subprocess.run([sys.executable, "-m", "attribution", *arguments, "-q"], stdout=lines, check=True)
        return out

    def score(self, scorer: str, *arguments: object) -> str:
        """What a scorer says."""
        command = [sys.executable, str(self.scorers / scorer), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def attributions(bench: Bench) -> list[Figure]:
    gold = bench.data / "polnear-dev.jsonl"
    found = json.loads(
        bench.score("score_attributions.py", gold, bench.print("extracted", "extract", str(gold)), "--json")
    )
    every = found["all"]
    return [
        Figure("content", every["content"]["f1"], "statements found (F1, half of the words or more)"),
        Figure("strict", every["strict"]["f1"], "statements found to the letter (F1)"),
        Figure("attributed", every["attributed"]["f1"], "statements found with the right source (F1)"),
        *(
            Figure(f"attributed, {kind}", found[kind]["attributed"]["f1"], f"the same, {kind} speech only")
            for kind in ("direct", "mixed", "indirect")
        ),
        Figure("source", every["source_acc"], "sources touched, of statements found"),
    ]


def speakers(bench: Bench) -> list[Figure]:
    gold, names = bench.data / "polnear-dev.jsonl", bench.data / "polnear-dev-speakers.jsonl"
    given = _resolved(bench.score("score_speakers.py", gold, names, bench.print("resolved", "resolve", str(gold))))
    whole = _resolved(bench.score("score_speakers.py", gold, names, bench.folder / "extracted.jsonl"))
    return [
        Figure("speakers", given, "speakers named rightly, of annotated sources"),
        Figure("speakers, end to end", whole, "speakers named rightly, extraction included"),
    ]


def _resolved(said: str) -> float:
    return float(_found(r"^resolved all +\d+ +\d+ +([\d.]+)", said))


def matching(bench: Bench) -> list[Figure]:
    statements, judged = bench.data / "matching-dev-statements.jsonl", bench.data / "matching-dev-pairs.jsonl"
    pairs = bench.print("matched", "match", str(statements))
    same = bench.score("score_matches.py", statements, judged, pairs, "--before", "2016-03-20")
    altered = bench.data / "altered-dev.jsonl"
    prepared = bench.folder / "prepared.jsonl"
    prepared.write_text(bench.score("score_altered.py", altered, "--prepare"), encoding="utf-8")
    told = bench.score("score_altered.py", altered, bench.print("told", "match", str(prepared)))
    return [
        Figure("same statement", float(_found(r"F1 ([\d.]+)", same)), "repeated statements found (F1)"),
        Figure("altered wording", float(_found(r"F1 ([\d.]+)", told)), "altered wordings told from harmless ones (F1)"),
    ]


def checks(bench: Bench) -> list[Figure]:
    claims = bench.data / "transcript-checks-dev.jsonl"
    rows = [json.loads(line) for line in claims.read_text(encoding="utf-8").splitlines()]
    asked = {row["id"]: {"id": row["id"], "text": row["statement"], "quotes": row["quotes"]} for row in rows}
    prepared = bench.folder / "claims.jsonl"
    prepared.write_text("".join(json.dumps(each) + "\n" for each in asked.values()), encoding="utf-8")
    checked = bench.print("checked", "verify", str(prepared), "--against", str(bench.data / "transcripts"))
    said = bench.score("score_verify.py", claims, checked)
    return [
        Figure("quotes checked", float(_found(r"quoted words .*= ([\d.]+) %", said)), "quotes found in transcripts"),
        Figure("statements checked", float(_found(r"^all .*= ([\d.]+) %", said)), "the same, all statements"),
    ]


def _found(pattern: str, said: str) -> str:
    found = re.search(pattern, said, re.MULTILINE)
    if found is None:
        raise SystemExit(f"the scorer's answer holds no {pattern!r}:\n{said}")
    return found.group(1)


def table(figures: list[Figure]) -> str:
    lines = (f"| {figure.meaning} | {figure.value:.1f} |" for figure in figures)
    return "\n".join(("| what | % |", "|---|---|", *lines))


def write(figures: list[Figure]) -> None:
    told = [{"name": each.name, "value": each.value, "meaning": each.meaning} for each in figures]
    day = datetime.now(UTC).date().isoformat()
    record = {
        "measured_on": "PolNeAR and transcripts, development parts",
        "date": day,
        "command": COMMAND,
        "figures": told,
    }
    PACKAGED.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition("<!-- accuracy -->\n")
    _, _, after = rest.partition("<!-- /accuracy -->")
    README.write_text(f"{before}<!-- accuracy -->\n{table(figures)}\n<!-- /accuracy -->{after}", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options.add_argument("--write", action="store_true", help="put the figures into the package and the README")
    given = options.parse_args()
    if not given.data.is_dir():
        options.error(f"{given.data}: no such folder; --data names the one with the annotated sets")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.data, Path(folder))
        figures = [each for measure in (attributions, speakers, matching, checks) for each in measure(bench)]
    print(table(figures))
    if given.write:
        write(figures)


if __name__ == "__main__":
    main()
