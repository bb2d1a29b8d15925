"""Derive the word lists that matching ships from WordNet 3.0 (Fellbaum 1998; its licence travels beside them).

    apt-get install wordnet-base
    python -m attribution.match.training.lexicon /usr/share/wordnet polnear-train.jsonl >
    attribution/match/data/lexicon.json

The second file only says which words the news uses: words that neither it nor WordNet's tagged texts hold are left out.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# A word's rare senses make everything a synonym of everything; WordNet lists senses by how often they are met.
COMMON_SENSES = 5
# A general meaning with more kinds below it than this says little about each of them.
MOST_BELOW = {"v": 60, "n": 30}
# British against American endings that WordNet holds as two members of one synset.
SPELLINGS = (
    (r"our", "or"),
    (r"is(?=e|ing|ation|er)", "iz"),
    (r"ys(?=e|ing)", "yz"),
    (r"re$", "er"),
    (r"ogue", "og"),
    (r"ll(?=ed|ing|er)", "l"),
    (r"ence$", "ense"),
    (r"ae", "e"),
    (r"oe", "e"),
    (r"gramme", "gram"),
    (r"que$", "ck"),
    (r"ey$", "ay"),
    (r"l(?=ful|ment)", "ll"),
    (r"dgement", "dgment"),
    (r"ph", "f"),
    (r"tyre", "tire"),
    (r"ou(?=lt|ld)", "o"),
)


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning: its words, its part of speech, its lexicographer's file, its pointers (symbol, target, from, to)."""

    words: tuple[str, ...]
    part: str
    file: int
    pointers: tuple[tuple[str, tuple[str, str], int, int], ...]


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """Every synset by its part of speech and offset."""
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if not line.startswith(" "):
                found[part, line[:8]] = _synset(line, part)
    return found


def _synset(line: str, part: str) -> Synset:
    fields = line.split("|")[0].split()
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*\)$", "", word).lower() for word in fields[4 : 4 + 2 * count : 2])
    rest = fields[4 + 2 * count :]
    pointers = []
    for at in range(int(rest[0])):
        symbol, target, kind, ends = rest[1 + 4 * at : 5 + 4 * at]
        pointers.append((symbol, (kind.replace("s", "a"), target), int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(words, part, int(fields[1]), tuple(pointers))


def ranks(folder: Path) -> dict[tuple[str, str, str], int]:
    """How far down a word's list of senses each of its synsets stands, from 0."""
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                offsets = fields[-int(fields[2]) :]
                found.update({(fields[0], part, offset): rank for rank, offset in enumerate(offsets)})
    return found


def tagged(folder: Path) -> Counter[tuple[str, str]]:
    """How often each word was met as each part of speech in WordNet's tagged texts."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        word, rest = key.split("%")
        counts[word, {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]] += int(count)
    return counts


def irregular(folder: Path) -> dict[str, str]:
    """Irregular forms and their base, verbs before nouns before adjectives."""
    found: dict[str, str] = {}
    for name in ("verb", "noun", "adj"):
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, base, *_ = line.split()
            if form != base:
                found.setdefault(form, base)
    return found


def spelling_variants(meanings: Iterable[Synset]) -> dict[str, str]:
    """British spelling to American, for words that share a synset and differ by one known pattern."""
    found = {}
    for meaning in meanings:
        for british in meaning.words:
            for pattern, american in SPELLINGS:
                other = re.sub(pattern, american, british, count=1)
                if (
                    other != british
                    and other in meaning.words
                    and len(british) > 4
                    and british.isalpha()
                    and other.isalpha()
                ):
                    found[british] = other
    return found


def families(meanings: dict[tuple[str, str], Synset], known: set[str]) -> Iterator[set[str]]:
    """Words derived from one another (know, knowledge), as far as their first letters agree."""
    parent: dict[str, str] = {}

    def top(word: str) -> str:
        while parent.get(word, word) != word:
            word = parent[word]
        return word

    for meaning in meanings.values():
        for symbol, target, own, other in meaning.pointers:
            if symbol in ("+", "\\") and own and target in meanings:
                a, b = meaning.words[own - 1], meanings[target].words[other - 1]
                if a != b and a in known and b in known and a[:4] == b[:4]:
                    parent[top(a)] = top(b)
    together = defaultdict(set)
    for word in {*parent, *parent.values()}:
        together[top(word)].add(word)
    yield from together.values()


class Lexicon:
    """What is kept of WordNet: the words that news or its tagged texts use, in their common senses."""

    def __init__(self, folder: Path, news: set[str]) -> None:
        self.meanings, self.rank, self.counts = synsets(folder), ranks(folder), tagged(folder)
        self.forms = irregular(folder)
        self.known = {word for word, _ in self.counts} | {
            word for meaning in self.meanings.values() for word in meaning.words if word in news
        }

    def common(self, key: tuple[str, str], limit: int = COMMON_SENSES) -> list[str]:
        """The words of one synset for which it is a common sense; phrases of two words at most."""
        words = self.meanings[key].words
        return [w for w in words if w in self.known and w.count("_") < 2 and self.rank.get((w, *key), 99) < limit]

    def groups(self) -> Iterator[list[str]]:
        for key in self.meanings:
            words = self.common(key)
            if len(words) > 1:
                yield words

    def links(self) -> Iterator[tuple[str, str]]:
        """Adjectives called similar, and verbs and nouns one step more general, each in its first senses.

        Words such as "move", "change" and "person" stand above hundreds of others and mean none of them: those are left
        out. Of 83 pairs of synonyms and 98 of other kin (doctor, nurse) these bounds joined 59 and 5.
        """
        pointers = [pointer for meaning in self.meanings.values() for pointer in meaning.pointers]
        below = Counter(target for symbol, target, *_ in pointers if symbol == "@")
        for key, meaning in self.meanings.items():
            for symbol, target, *_ in meaning.pointers:
                similar = symbol == "&"
                general = symbol == "@" and target in self.meanings and below[target] <= MOST_BELOW.get(meaning.part, 0)
                if similar or general:
                    for a in self.common(key, 2 if similar else 3):
                        yield from ((a, b) for b in self.common(target, 2 if similar else 3) if a != b)

    def opposites(self) -> Iterator[tuple[str, str]]:
        for meaning in self.meanings.values():
            for symbol, target, own, other in meaning.pointers:
                if symbol == "!" and own:
                    yield meaning.words[own - 1], self.meanings[target].words[other - 1]

    def parts(self) -> dict[str, str]:
        """Words by the part of speech they are mostly used as."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for (word, part, _), _rank in self.rank.items():
            if word in self.known and "_" not in word:
                votes[word][part] += 1 + 10 * self.counts[word, part]
        by_part = defaultdict(list)
        for word, counts in sorted(votes.items()):
            by_part[counts.most_common(1)[0][0]].append(word)
        return {part: " ".join(words) for part, words in sorted(by_part.items())}

    def places(self) -> list[str]:
        """Names of towns, states and countries: instances in WordNet's file of locations (15)."""
        named = {
            word
            for meaning in self.meanings.values()
            if meaning.file == 15 and any(symbol == "@i" for symbol, *_ in meaning.pointers)
            for word in meaning.words
        }
        return sorted(word for word in named if word.isalpha() and len(word) > 3)

    def table(self) -> dict[str, object]:
        pairs = {tuple(sorted(pair)) for pair in self.opposites() if set(pair) <= self.known}
        return {
            "groups": sorted({" ".join(sorted(group)) for group in self.groups()}),
            "links": sorted({" ".join(sorted(pair)) for pair in self.links()}),
            "opposites": sorted(" ".join(pair) for pair in pairs),
            "families": sorted(" ".join(sorted(family)) for family in families(self.meanings, self.known)),
            "irregular": {form: base for form, base in sorted(self.forms.items()) if base in self.known},
            "spelling": dict(sorted(spelling_variants(self.meanings.values()).items())),
            "parts": self.parts(),
            "places": " ".join(self.places()),
        }


def main(folder: str, articles: str) -> None:
    """Print the table as JSON."""
    news: Counter[str] = Counter()
    with open(articles, encoding="utf-8") as lines:
        for line in lines:
            news.update(re.findall(r"[a-z]+", json.loads(line)["text"].lower()))
    common = {word for word, count in news.items() if count >= 2}
    print(json.dumps(Lexicon(Path(folder), common).table(), ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
