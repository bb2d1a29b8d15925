"""Print where sentences are cut, to be read by a person: ``python benchmarks/sentences.py ARTICLES.jsonl``.

Every cut after a short word with a point (``--longest`` letters, 5 unless told), one a line: article, "words before ‖
words after". ``--kept`` prints the places where such a word did not end a sentence although a capital follows,
``--long`` sentences of many words, ``--kinds`` what is no sentence. ``--speed`` prints characters a CPU-second.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attribution.articles.sentences import sentences
from attribution.model import Sentence, SentenceKind

_CONTEXT = 45
_LONG = 60  # words


def _short_word_end(longest: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.'’-])[\w.'’&-]{{1,{longest}}}\.[\"'”’»)\]]*$")


def cuts(text: str, longest: int) -> Iterator[str]:
    """The cuts inside paragraphs that follow a word of at most ``longest`` characters and its point."""
    end = _short_word_end(longest + 1)
    found = sentences(text)
    for before, after in pairwise(found):
        if before.paragraph == after.paragraph and before.kind is not SentenceKind.DATELINE:
            words = text[max(before.span.start, before.span.end - _CONTEXT) : before.span.end]
            if end.search(words):
                yield f"{words} ‖ {text[after.span.start : after.span.start + _CONTEXT]}"


def kept(text: str, longest: int) -> Iterator[str]:
    """The places inside sentences where such a word is followed by a capital."""
    place = re.compile(rf"(?<![\w.'’-])[\w.'’&-]{{1,{longest + 1}}}\.[\"'”’»)\]]*\s+(?=[\"'“‘«(]*[A-Z])")
    for sentence in found_sentences(text):
        for match in place.finditer(text, sentence.span.start, sentence.span.end):
            before = text[max(sentence.span.start, match.end() - _CONTEXT) : match.end()]
            yield f"{before}· {text[match.end() : match.end() + _CONTEXT]}"


def found_sentences(text: str) -> Iterator[Sentence]:
    return (sentence for sentence in sentences(text) if sentence.kind is SentenceKind.SENTENCE)


def long_ones(text: str) -> Iterator[str]:
    for sentence in found_sentences(text):
        words = sentence.span.of(text)
        if len(words.split()) > _LONG:
            yield words


def others(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        if sentence.kind is not SentenceKind.SENTENCE:
            yield f"{sentence.kind}: {sentence.span.of(text)[:150]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--longest", type=int, default=5)
    for name in ("kept", "long", "kinds", "speed"):
        parser.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    articles = [json.loads(line) for line in asked.articles.read_text("utf-8").splitlines()]
    if asked.speed:
        return _speed([article["text"] for article in articles])
    total = 0
    for article in articles:
        text = article["text"]
        if asked.kept:
            shown = kept(text, asked.longest)
        elif asked.long:
            shown = long_ones(text)
        else:
            shown = others(text) if asked.kinds else cuts(text, asked.longest)
        for line in shown:
            total += 1
            print(f"{article['id'][:24]}\t{' '.join(line.split())}")
    return print(f"{total} shown")


def _speed(texts: list[str]) -> None:
    sentences("Read the parameters. First.")
    begun, kinds = time.process_time(), Counter[str]()
    for text in texts:
        kinds.update(sentence.kind for sentence in sentences(text))
    spent = time.process_time() - begun
    print(f"{dict(kinds)}; {sum(map(len, texts)) / spent:,.0f} characters a CPU-second")


if __name__ == "__main__":
    main()
