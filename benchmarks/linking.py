"""How good linking speakers across articles is, on articles whose speakers readers named.

    python benchmarks/linking.py [--data ../shared/data] [--part dev|train] [--pairs]

Two figures, each over all pairs of attributions of two different articles: how often two under one canonical name have
one gold name (precision), and how often two with one gold name are under one canonical name (recall). Once with the
gold names given, which measures linking alone, and once with the names that resolving found, which counts its errors
too. A gold name is the article's own ("Donald J. Trump" in one, "Donald Trump" in another): names of three words or
more are one where first and last word are, a Jr. aside; whatever else is linked counts as wrong until read, and
``--pairs`` prints it, with what was missed. People and organisations, joint sources aside.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from attribution.articles.sentences import sentences
from attribution.identify.directory import Directory
from attribution.identify.resolving import Resolver
from attribution.identify.training import Record, plain_name, read_articles
from attribution.identify.weights import shipped
from attribution.model import Speaker, SpeakerType

KINDS = ("person", "organisation")
SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution: its article, the gold name, who that is, and the canonical name that linking gave."""

    article: str
    gold: str
    identity: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Pairs of attributions across articles, and the pairs of names behind the wrong and the missed ones."""

    right: int
    wrong: Counter[tuple[str, ...]]
    missed: Counter[tuple[str, ...]]

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong.total(), 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed.total(), 1)


def identity(name: str) -> str:
    """A gold name without middle names and suffix."""
    words = plain_name(name).split()
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    return " ".join(words if len(words) < 3 else (words[0], words[-1]))


def linked(articles: Iterable[Record], given: bool) -> list[Linked]:
    """The attributions of all articles, linked in order by one directory; ``given`` takes the gold names."""
    directory, out = Directory(), []
    for name, text, attributions, known in articles:
        found = None if given else Resolver(text, list(sentences(text)), shipped()).run(attributions)
        for i, gold in sorted(known.items()):
            if gold["type"] not in KINDS or re.search(r" and |, ", gold["name"]):
                continue
            plain = Speaker(gold["name"], SpeakerType(gold["type"]), 1.0, "as a reader named it")
            speaker = directory.link(plain if found is None else found[i])
            nobody = speaker.type is SpeakerType.NONE  # which is nobody else either
            canonical = f"nobody in {name}" if nobody else f"{speaker.canonical or speaker.name}, {speaker.type}"
            out.append(Linked(name, gold["name"], identity(gold["name"]), canonical))
    return out


def outcome(every: Sequence[Linked]) -> Outcome:
    """Each pair of two articles counted once."""
    right, wrong, missed = 0, Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for a, b in combinations(every, 2):
        if a.article == b.article:
            continue
        same, one = a.identity == b.identity, a.canonical == b.canonical
        right += same and one
        if one and not same:
            wrong[*sorted((a.gold, b.gold)), a.canonical] += 1
        if same and not one:
            missed[a.identity, *sorted((a.canonical, b.canonical))] += 1
    return Outcome(right, wrong, missed)


def table(articles: Sequence[Record], pairs: bool) -> Iterable[str]:
    for given, name in ((True, "names given"), (False, "names found")):
        every = linked(articles, given)
        found = outcome(every)
        yield (
            f"{name}: {len(every):,} attributions in {len(articles)} articles, precision {100 * found.precision:.1f} %,"
            f" recall {100 * found.recall:.1f} % of {found.right + found.missed.total():,} pairs"
        )
        for label, counted in (("not one gold name", found.wrong), ("missed", found.missed)) if pairs else ():
            yield from (f"  {label:18}{count:6}  {' | '.join(names)}" for names, count in counted.most_common(SHOWN))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--pairs", action="store_true", help="print the names behind wrong and missed pairs")
    options = parser.parse_args()
    part = f"polnear-{options.part}"
    articles = read_articles(options.data / f"{part}.jsonl", options.data / f"{part}-speakers.jsonl")
    for line in table(articles, options.pairs):
        print(line)


if __name__ == "__main__":
    main()
