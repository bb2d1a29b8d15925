"""How good the program is on ``corpus/``, against the floors in ``corpus/floors.json``.

    python benchmarks/quality.py            measure and compare; exit code 1 when a figure is under its floor
    python benchmarks/quality.py --raise    and lift each floor to a point under what was measured; none is ever lowered

Everything is measured through the command line on the whole corpus. A figure counts in percent; an article on which the
program fails counts as one in which it found nothing. Attributions inside others are left out, as ``extract`` leaves
them out, and measured by themselves (``nested``, F1). ``plain found`` is the share of statements that were found, half
or more, of those whose cue is a form of say, tell or add, or "according to". Speakers: of the gold attributions with a
source and a person, organisation or document behind it, the share whose speaker has the gold name (case, article and
possessive aside); ``given`` resolves gold spans, ``end to end`` extracts first. Relations: of ``pairs.jsonl``, matched
with their speakers, the share whose relation is right; ``harmless kept`` is the share of verbatim, truncated and
reworded pairs that are not called altered.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from attribution.evaluate.scoring import Pairing, paired, score
from attribution.model import Article, Kind
from attribution.pipeline import read

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FLOORS = CORPUS / "floors.json"
SPEAKING = {"person", "organisation", "document"}
# A floor lies so far under what was measured: processors differ in 8-bit arithmetic by an answer or two.
MARGIN = 1.0
KINDS = {"all": None, **{str(kind): kind for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)}}
MEASURES = ("content", "strict", "attributed")
PLAIN = re.compile(
    r"^(?:(?:has|had|have|was|is|also|later|then) )*(?:sa(?:id|ys?|ying)|t(?:old|ells?)|add(?:ed|s)|according to)\b"
)
HARMLESS = {"verbatim", "truncated", "reworded"}

Json = dict[str, Any]


def run(*arguments: str, given: str = "") -> list[Json]:
    """The JSON lines that a command prints; what it could not do is left out and so counts as not found."""
    command = [sys.executable, "-m", "attribution", *arguments, "--quiet"]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure() -> dict[str, float]:
    """Every figure by name, in percent."""
    gold = CORPUS / "articles.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        extracted, resolved = Path(folder, "extracted.jsonl"), Path(folder, "resolved.jsonl")
        write(extracted, run("extract", str(gold)))
        write(resolved, run("resolve", str(gold)))
        inner = Path(folder, "nested.jsonl")
        write(inner, run("extract", "--nested", str(gold)))
        return {
            **extraction(gold, extracted),
            **nested(gold, inner),
            **speakers(gold, extracted, resolved),
            **relations(gold),
        }


def write(path: Path, records: Iterable[Json]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def extraction(gold: Path, predicted: Path) -> dict[str, float]:
    found = pairings(gold, predicted)
    scores = {name: score(found, kind) for name, kind in KINDS.items()}
    told = [
        (p, j) for p in found for j, each in enumerate(p.gold) if PLAIN.search(cue(p.article, j, p)) and each.source
    ]
    return {
        **{f"{measure} {name}": getattr(each, measure).f1 for name, each in scores.items() for measure in MEASURES},
        "source all": scores["all"].source or 0.0,
        "plain found": percent(sum(j in p.half.values() for p, j in told), len(told)),
    }


def cue(article: Article, number: int, pairing: Pairing) -> str:
    return " ".join(span.of(article.text) for span in pairing.gold[number].cue).lower()


def pairings(gold: Path, predicted: Path, inner: bool = False) -> list[Pairing]:
    """The gold articles' attributions and their partners, those inside others or all the others."""
    answers = articles(predicted)
    return [
        paired(
            kept(article, inner), kept(answers.get(name, replace(article, attributions=())), inner).attributions or ()
        )
        for name, article in articles(gold).items()
    ]


def articles(path: Path) -> dict[str, Article]:
    return {item.id: item for item in read([str(path)]) if isinstance(item, Article)}


def kept(article: Article, inner: bool) -> Article:
    return replace(article, attributions=tuple(a for a in article.attributions or () if a.nested == inner))


def nested(gold: Path, predicted: Path) -> dict[str, float]:
    told = score(pairings(gold, predicted, inner=True))
    return {"content nested": told.content.f1, "attributed nested": told.attributed.f1}


def speakers(gold: Path, extracted: Path, resolved: Path) -> dict[str, float]:
    return {"speakers given": resolution(gold, resolved), "speakers end to end": resolution(gold, extracted)}


def resolution(gold: Path, predicted: Path) -> float:
    """The share of gold speakers that were found and named rightly."""
    answers = articles(predicted)
    right = total = 0
    for article in articles(gold).values():
        answer = answers.get(article.id)
        pairing = paired(article, (answer.attributions if answer else None) or ())
        told = {j: pairing.predicted[i].speaker for i, j in pairing.half.items()}
        for number, each in enumerate(pairing.gold):
            if each.source and each.speaker and each.speaker.type in SPEAKING and not each.speaker.members:
                total += 1
                found = told.get(number)
                right += found is not None and plain(found.name) == plain(each.speaker.name)
    return percent(right, total)


def plain(name: str) -> str:
    words = " ".join(name.casefold().replace("’", "'").split()).removesuffix("'s")
    return next((words[len(a) :] for a in ("the ", "a ", "an ") if words.startswith(a)), words)


def relations(stored: Path) -> dict[str, float]:
    texts = {f"{a['id']}#{n}": (a, each) for a in lines(stored) for n, each in enumerate(a["attributions"])}
    pairs = lines(CORPUS / "pairs.jsonl")
    asked = [statement(side, n, *texts[pair[side]]) for n, pair in enumerate(pairs) for side in "ab"]
    found = {(m["a"], m["b"]): m["relation"] for m in run("match", "-", given="\n".join(map(json.dumps, asked)))}
    told = [(pair["relation"], found.get((f"{n}a", f"{n}b"), "different")) for n, pair in enumerate(pairs)]
    hit, right = told.count(("altered", "altered")), sum(gold == got for gold, got in told)
    altered, called = (sum(pair[side] == "altered" for pair in told) for side in (0, 1))
    return {
        "relation": percent(right, len(told)),
        "altered": f1(hit, altered, called),
        "harmless kept": 100 - percent(*harmless_altered(told)),
    }


def statement(side: str, number: int, article: Mapping[str, Any], attribution: Mapping[str, Any]) -> Json:
    text = " ".join(article["text"][start:end] for start, end in attribution["content"])
    speaker = attribution.get("speaker", {}).get("name") or None
    return {"id": f"{number}{side}", "text": text, "article": f"{number}{side}", "speaker": speaker}


def harmless_altered(told: list[tuple[str, str]]) -> tuple[int, int]:
    harmless = [got for gold, got in told if gold in HARMLESS]
    return harmless.count("altered"), len(harmless)


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def f1(hit: int, gold: int, called: int) -> float:
    return 200 * hit / (gold + called) if gold + called else 0.0


def floors() -> dict[str, float]:
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(figures: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """What is under its floor, or no longer measured at all, in words."""
    return [
        f"{name}: {figures.get(name, 0.0):.1f} is under its floor of {floor:.1f}"
        for name, floor in least.items()
        if figures.get(name, 0.0) < floor
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--raise", action="store_true", dest="lift", help="lift floors to what was just measured")
    lift = options.parse_args().lift
    figures, least = measure(), floors()
    for name, value in figures.items():
        print(f"{name:22}{value:7.1f}   floor {least.get(name, 0.0):5.1f}")
    if lift:
        raised = {name: max(round(value - MARGIN, 1), least.get(name, 0.0)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps({**least, **raised}, indent=1) + "\n", encoding="utf-8")
    failed = below(figures, least)
    print(*failed, sep="\n")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
