"""How good and how fast finding the speakers is: inside an article, and across articles.

    python benchmarks/speakers.py [--data ../shared/data] [--scorer ../shared/bench/score_speakers.py] [--train]

Prints what the scorer says of ``attribution resolve`` on the dev articles; how often the resolver is right by how sure
it says it is; the words read in a CPU-second by extraction and by resolution, each alone, sentences given, in one run;
links in a CPU-second against a directory of 100,000 name forms. ``--train`` adds the same shares for the train
articles, cross-validated in five folds (needs numpy and scipy). How good the links across articles are: linking.py.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attribution.articles.sentences import sentences
from attribution.extract.extractor import Extractor
from attribution.identify.directory import Directory
from attribution.identify.resolving import Resolver
from attribution.identify.training import Record, cross_weights, plain_name, read_articles
from attribution.identify.weights import Weights, shipped
from attribution.model import Alias, Sentence, Speaker, SpeakerType

FORMS = 100_000
PRONOUN = re.compile(r"(?i)(he|she|it|they|who|whom|which|that|i|we|his|her|its|their|him|them|my|our|you)$")
Judged = tuple[str, float, bool]


def scored(data: Path, scorer: Path) -> str:
    """The scorer's table for the dev articles."""
    articles, gold = data / "polnear-dev.jsonl", data / "polnear-dev-speakers.jsonl"
    command = [sys.executable, "-m", "attribution", "resolve", str(articles), "--quiet"]
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        subprocess.run(command, stdout=out, check=True)
        call = [sys.executable, str(scorer), str(articles), str(gold), out.name]
        return subprocess.run(call, capture_output=True, text=True, check=True).stdout


def records(data: Path, part: str) -> list[Record]:
    return read_articles(data / f"polnear-{part}.jsonl", data / f"polnear-{part}-speakers.jsonl")


def judged(
    articles: Sequence[Record], cut: Sequence[Sequence[Sentence]], weights: Callable[[int], Weights]
) -> Iterable[Judged]:
    """For each source that denotes one person, body or document: how it is printed, the confidence, whether right."""
    for number, ((_, text, attributions, known), own) in enumerate(zip(articles, cut, strict=True)):
        found = Resolver(text, own, weights(number)).run(attributions)
        for i, gold in known.items():
            source = " ".join(span.of(text) for span in attributions[i].source)
            joint = gold["type"] != "document" and re.search(r" and |, ", gold["name"])
            if not source or gold["type"] not in LINKED or joint:
                continue
            right = plain_name(found[i].name) == plain_name(gold["name"])
            yield slice_of(source, gold["name"]), found[i].confidence, right


LINKED = ("person", "organisation", "document")


def slice_of(source: str, name: str) -> str:
    """As the scorer parts them: pronoun, named (a capitalised word of the name is printed), described."""
    if PRONOUN.match(source.strip()):
        return "pronoun"
    capitals = {word.casefold() for word in re.findall(r"[A-Z][\w’'-]+", name)}
    return "named" if capitals & {word.casefold() for word in re.findall(r"[\w’'-]+", source)} else "described"


def shares(found: Sequence[Judged]) -> str:
    every = Counter(kind for kind, _, _ in found)
    right = Counter(kind for kind, _, ok in found if ok)
    parts = [f"{kind} {100 * right[kind] / n:.1f} % of {n}" for kind, n in sorted(every.items())]
    return f"all {100 * right.total() / max(every.total(), 1):.1f} % of {every.total()}, " + ", ".join(parts)


def reliability(found: Sequence[Judged]) -> str:
    """Confidence in steps of a tenth, how many, how often right."""
    lines = [f"{'confidence':12}{'sources':>9}{'right':>9}"]
    for low in range(10):
        own = [ok for _, sure, ok in found if min(int(sure * 10), 9) == low]
        if own:
            lines.append(f"{low / 10:.1f}–{low / 10 + 0.1:.1f}{'':5}{len(own):>9}{100 * sum(own) / len(own):>8.1f}%")
    return "\n".join(lines)


def words_a_second(articles: Sequence[Record], cut: Sequence[Sequence[Sentence]]) -> tuple[float, float]:
    """Words of the articles read in a CPU-second: by extraction, and by resolving what readers marked in them."""
    extractor, weights = Extractor.load(), shipped()
    name, text, attributions, _ = articles[0]
    extractor.attributions(name, text, cut[0])  # the first text loads what all need
    Resolver(text, cut[0], weights).run(attributions)
    extracting = resolving = 0.0
    for (name, text, attributions, _), own in zip(articles, cut, strict=True):
        started = time.process_time()
        extractor.attributions(name, text, own)
        between = time.process_time()
        Resolver(text, own, weights).run(attributions)
        extracting, resolving = extracting + between - started, resolving + time.process_time() - between
    words = sum(len(text.split()) for _, text, _, _ in articles)
    return words / extracting, words / resolving


def links_a_second() -> float:
    """Names linked in a CPU-second by a directory that holds FORMS of them: known ones, initials and new ones."""
    given = [
        f"{a}{b}" for a in ("Mar", "Pet", "Ank", "Sol", "Wil", "Dor", "Hal", "Jun") for b in ("ta", "er", "o", "ine")
    ]
    family = [f"{a}{b}{c}" for a in SYLLABLES for b in SYLLABLES for c in ("ov", "sen", "man", "er", "ley")]
    names = [f"{g} {f}" for f in family for g in given][:FORMS]
    directory = Directory(Alias(name, name, SpeakerType.PERSON) for name in names)
    asked = names[::9] + [f"{name[0]}. {name.split()[1]}" for name in names[::31]] + [f"Zoe {f}" for f in family[::3]]
    started = time.process_time()
    for name in asked:
        directory.link(Speaker(name, SpeakerType.PERSON, 0.9, "named here"))
    return len(asked) / (time.process_time() - started)


SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o")]


def main() -> None:
    shared = Path(__file__).resolve().parents[2] / "shared"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared / "data", help="folder of the PolNeAR files")
    parser.add_argument("--scorer", type=Path, default=shared / "bench" / "score_speakers.py")
    parser.add_argument("--train", action="store_true", help="cross-validate on the train articles too")
    options = parser.parse_args()
    print(scored(options.data, options.scorer))
    articles = records(options.data, "dev")
    cut = [list(sentences(text)) for _, text, _, _ in articles]
    print("dev:", shares(found := list(judged(articles, cut, lambda _: shipped()))))
    print(reliability(found))
    extracted, resolved = words_a_second(articles, cut)
    times = resolved / extracted
    print(f"{extracted:,.0f} words extracted in a CPU-second, {resolved:,.0f} resolved: {times:.1f} times as many")
    print(f"{links_a_second():,.0f} links in a CPU-second, {FORMS:,} forms known")
    if options.train:
        learned = records(options.data, "train")
        cuts = [list(sentences(text)) for _, text, _, _ in learned]
        _, weights = cross_weights(learned, cuts)
        found = list(judged(learned, cuts, lambda number: weights[number % len(weights)]))
        print("train, cross-validated:", shares(found))
        print(reliability(found))


if __name__ == "__main__":
    main()
