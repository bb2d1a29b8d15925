"""Text → words and marks, as offsets: NLTK's word tokenizer, sentence by sentence, held against the text."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from attribution.articles.sentences import sentences
from attribution.model import Span

# NLTK gives every pattern five seconds and then raises; a piece this long takes it some milliseconds.
_LONGEST_PIECE = 4_000
_STANDS_FOR = {"``": ('"', "''"), "''": ('"',)}


def tokens(text: str) -> tuple[Span, ...]:
    """The words and marks of ``text`` in order, as NLTK's NLTKWordTokenizer splits each sentence ("don't" is "do" and
    "n't", a point that ends a sentence stands alone, that of "Mr." does not). For any text: the spans never overlap,
    hold no white space, and together hold every character that is none.
    """
    return tuple(
        token
        for sentence in sentences(text)
        for piece in _pieces(text, sentence.span)
        for token in _aligned(text, piece, _tokenizer().tokenize(piece.of(text)))
    )


@cache
def _tokenizer() -> Any:
    from nltk.tokenize.destructive import NLTKWordTokenizer

    return NLTKWordTokenizer()


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or pieces of a very long one, cut at white space where there is some."""
    start = sentence.start
    while sentence.end - start > _LONGEST_PIECE:
        limit = start + _LONGEST_PIECE
        space = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
        end = space if space > start else limit
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _aligned(text: str, piece: Span, words: Sequence[str]) -> Iterator[Span]:
    """NLTK's words as spans; where a word is not found at its place, what is left of the piece is split by _simple.

    NLTK prints an opening " or '' as `` and a closing " as '', and its own alignment raises or drifts where a text
    mixes them. Here the word may stand for each of them, at that place only.
    """
    at = piece.start
    for word in words:
        at = _next_word(text, at, piece.end)
        end = _end_of(text, at, piece.end, word)
        if end is None:
            yield from _simple(text, at, piece.end)
            return
        yield Span(at, end)
        at = end
    yield from _simple(text, at, piece.end)


def _next_word(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _end_of(text: str, at: int, limit: int, word: str) -> int | None:
    """Where ``word`` ends in the text when it begins at ``at``; None when it does not stand there."""
    for printed in (word, *_STANDS_FOR.get(word, ())):
        if text.startswith(printed, at, limit):
            return at + len(printed)
    return None


def _simple(text: str, start: int, end: int) -> Iterator[Span]:
    """Runs of letters and digits, and every other character by itself."""
    at = start
    while at < end:
        begun = at
        while at < end and text[at].isalnum():
            at += 1
        if at == begun:
            at += 1
        if not text[begun].isspace():
            yield Span(begun, at)
