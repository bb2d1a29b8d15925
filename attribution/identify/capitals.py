"""Text printed in capitals throughout, where the case of a word tells nothing."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from attribution.identify.lexicon import lexicon
from attribution.model import Span


def loud_lines(text: str) -> list[tuple[int, int]]:
    """Begin and end of the lines printed in capitals throughout, three words or more."""
    lines = (m.span() for m in re.finditer(r"[^\n]+", text) if m.group().isupper())
    return [(start, end) for start, end in lines if text.count(" ", start, end) > 1]


def runs_of(text: str, run: re.Pattern[str], loud: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The runs of capitalised words with their offsets. Where all is in capitals, a run ends before a verb, an article
    or a pronoun: the case tells nothing there.
    """
    starts = [start for start, _ in loud]
    for match in run.finditer(text):
        line = bisect_right(starts, match.start()) - 1
        if line < 0 or match.start() >= loud[line][1]:
            yield match.start(), match.group()
            continue
        words = [(w.start(), w.end(), _is_plain(w.group())) for w in re.finditer(r"\S+", match.group())]
        for is_plain, group in groupby(words, itemgetter(2)):
            if not is_plain:
                spans = list(group)
                yield match.start() + spans[0][0], match.group()[spans[0][0] : spans[-1][1]]


def is_loud_sentence(text: str, span: Span) -> bool:
    """A whole sentence in capitals is no heading."""
    words = span.of(text)
    return words.isupper() and words.rstrip("”\"’' ").endswith(".")


def _is_plain(word: str) -> bool:
    lists, key = lexicon(), word.lower()
    return key in lists.verbs or key in lists.stop_words or key in lists.determiners or key in lists.pronouns
