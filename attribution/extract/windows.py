"""Cutting an article into the pieces of text that the network reads at once.

Whole paragraphs are packed up to a number of word pieces; a longer paragraph is cut after a sentence's end, or, where
there is none, anywhere. What is in a window never depends on other articles, so neither does any answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribution.extract.words import Quoted, Words

MOST_PIECES = 320
MOST_PIECES_A_WORD = 6
START, END, UNKNOWN = 101, 102, 100
_SENTENCE_ENDS = frozenset(".!?…。")


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open range of words and the half-open ranges of words in it that belong to one paragraph each."""

    first: int
    end: int
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network is given for one window. ``words`` are the numbers of the words that get a label, ``first``
    where each of them begins among the word pieces; ``ids``, ``quoted`` and ``case`` have one value a piece.
    """

    ids: tuple[int, ...]
    quoted: tuple[int, ...]
    case: tuple[int, ...]
    words: tuple[int, ...]
    first: tuple[int, ...]


def windows(words: Words, lengths: Sequence[int], most: int = MOST_PIECES) -> Iterator[Window]:
    """Windows over all words, in order. ``lengths`` counts the pieces of each word."""
    pending: list[tuple[int, int]] = []
    size = 0
    for part in _parts(words, lengths, most):
        length = sum(lengths[part[0] : part[1]])
        if pending and size + length > most:
            yield Window(pending[0][0], pending[-1][1], tuple(pending))
            pending, size = [], 0
        pending.append(part)
        size += length
    if pending:
        yield Window(pending[0][0], pending[-1][1], tuple(pending))


def _parts(words: Words, lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    for first, end in words.paragraphs:
        if sum(lengths[first:end]) <= most:
            yield first, end
        else:
            yield from _cut(words, (first, end), lengths, most)


def _cut(words: Words, paragraph: tuple[int, int], lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    first, end = paragraph
    size, after_sentence = 0, None
    at = first
    while at < end:
        size += lengths[at]
        if size > most:
            cut = at if after_sentence is None or after_sentence <= first else after_sentence
            yield first, cut
            size, first, at, after_sentence = 0, cut, cut, None
            continue
        at += 1
        if at < end and _ends_sentence(words, at):
            after_sentence = at
    yield first, end


def _ends_sentence(words: Words, at: int) -> bool:
    """Whether a sentence seems to end before word ``at``, which is not the first: at a stop, or at a mark after one."""
    last = words.spans[at - 1]
    if last[1] == words.spans[at][0]:
        return False
    if at > 1 and words.quoted[at - 1] == Quoted.MARK:
        last = words.spans[at - 2]
    return words.text[last[0]] in _SENTENCE_ENDS


def inputs(words: Words, window: Window, pieces: Sequence[Sequence[int]]) -> Inputs:
    """The network's inputs for a window; ``pieces`` are the ids of each of the article's words, one or more."""
    ids, quoted, case, numbers, first = [START], [0], [5], [], []
    openers = {start for start, _ in words.paragraphs}
    for at in range(window.first, window.end):
        if words.may_be_tagged(at):
            numbers.append(at)
            first.append(len(ids))
        ids += pieces[at]
        quoted += [words.quoted[at] + (3 if at in openers else 0)] * len(pieces[at])
        case += [words.case[at]] * len(pieces[at])
    return Inputs((*ids, END), (*quoted, 0), (*case, 5), tuple(numbers), tuple(first))
