"""From the linker's words back to the article's text: spans with their quotation marks and brackets."""

from collections.abc import Sequence

from attribution.extract.spans import TaggedSpan
from attribution.extract.words import Quoted, Words
from attribution.model import Span

_CLOSES_SENTENCE = frozenset(",.?!…")
_BRACKETS = {"(": ")", "[": "]"}
_SINGLES = frozenset("'’")
# Pieces with one of these between them are one: the tagger left it out. A line's end or a mark parts them.
_STOPS = frozenset((",", ".", "?", "!", "…", ";"))


def placed(words: Words, spans: Sequence[TaggedSpan], *, with_marks: bool) -> tuple[Span, ...]:
    """The spans of the text, in order and without overlap; a content takes the quotation marks that stand at its
    edges, and every span the bracket that closes its last one: "Sen. Ida Marsh (D-Salt.)". Contents that only a
    sentence's stop keeps apart are one.
    """
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.first):
        first, end = _with_marks(words, span) if with_marks else (span.first, span.end)
        end = _with_bracket(words, first, end)
        start, stop = words.spans[first][0], words.spans[end - 1][1]
        if out and start < out[-1].end:
            start = words.spans[span.first][0]
        if with_marks and out and words.quoted[first] != Quoted.MARK and _only_a_stop(words.text[out[-1].end : start]):
            start = out.pop().start
        out.append(Span(start, stop))
    return tuple(out)


def _only_a_stop(between: str) -> bool:
    return between.strip() in _STOPS and "\n" not in between


def _with_marks(words: Words, span: TaggedSpan) -> tuple[int, int]:
    """The range of words that takes in a mark right before, and a mark right after the content or its last
    punctuation.
    """
    first, end = span.first, span.end
    if first and words.quoted[first - 1] == Quoted.MARK and _touches(words, first - 1):
        first -= 2 if first > 1 and _is_double(words, first - 2) else 1
    at = end
    while at < len(words) and _touches(words, at - 1) and words.word(at) in _CLOSES_SENTENCE:
        at += 1
    if at < len(words) and words.quoted[at] == Quoted.MARK and _touches(words, at - 1):
        end = at + 2 if at + 1 < len(words) and _is_double(words, at) else at + 1
    return first, end


def _is_double(words: Words, at: int) -> bool:
    """Whether this mark and the next are one: two single ones typed for a double."""
    return (
        words.quoted[at] == words.quoted[at + 1] == Quoted.MARK
        and words.word(at) == words.word(at + 1)
        and words.word(at) in _SINGLES
        and _touches(words, at)
    )


def _with_bracket(words: Words, first: int, end: int) -> int:
    """The end that takes in a closing bracket right after the span, where one is open inside."""
    open_at = next((at for at in range(end - 1, first - 1, -1) if words.word(at) in "()[]"), None)
    if open_at is None or words.word(open_at) not in _BRACKETS:
        return end
    at = end
    while at < len(words) and _touches(words, at - 1) and words.word(at) in _CLOSES_SENTENCE:
        at += 1
    closes = at < len(words) and _touches(words, at - 1) and words.word(at) == _BRACKETS[words.word(open_at)]
    return at + 1 if closes else end


def _touches(words: Words, at: int) -> bool:
    """Whether nothing stands between a word and the next."""
    return words.spans[at][1] == words.spans[at + 1][0]
