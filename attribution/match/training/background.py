"""Count how common words, and pairs of words, are in news: what a shared word tells is how rarely it is used.

    python -m attribution.match.training.background polnear-train.jsonl > attribution/match/data/background.json

Only counts leave the articles, of words met three times or more and pairs of neighbours met five times or more.
"""

import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterable

from attribution.match.normalising import folded, normal

FEWEST_WORDS, FEWEST_PAIRS = 3, 5


def counted(texts: Iterable[str]) -> dict[str, object]:
    """The table that `background.py` reads: total of words, counts of words, counts of neighbouring pairs."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        read = [word for word, _ in folded(normal(text).words)]
        words.update(read)
        pairs.update(itertools.pairwise(read))
    return {
        "total": sum(words.values()),
        "words": {word: count for word, count in sorted(words.items()) if count >= FEWEST_WORDS},
        "pairs": {" ".join(pair): count for pair, count in sorted(pairs.items()) if count >= FEWEST_PAIRS},
    }


def main(path: str) -> None:
    """Read articles from ``path``, one JSON object with a ``text`` a line, and print the table."""
    with open(path, encoding="utf-8") as lines:
        table = counted(json.loads(line)["text"] for line in lines)
    print(json.dumps(table, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(sys.argv[1])
