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
# No words to the tagger, and yet part of the number or the name that they touch: "£30m", "12%", "31°", "#floods".
_SIGNS_BEFORE = frozenset("$€£¥₹¢#@")
_SIGNS_BEHIND = frozenset("%‰°€£¥₹¢$′″™®")
_HYPHENS = frozenset("-\u2010\u2011")


def placed(words: Words, spans: Sequence[TaggedSpan], *, with_marks: bool) -> tuple[Span, ...]:
    """The spans of the text, in order and without overlap. Every span takes the rest of a hyphenated word, the signs
    of a number ("12%") and the bracket that closes its last one: "Sen. Ida Marsh (D-Salt.)"; a content takes the
    quotation marks that stand at its edges. Contents that only a sentence's stop keeps apart are one.
    """
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.first):
        first, end = _whole(words, span.first, span.end)
        if with_marks:
            first, end = _with_marks(words, first, end)
        end = _with_bracket(words, first, end)
        start, stop = words.spans[first][0], words.spans[end - 1][1]
        if out and start < out[-1].end:
            start = max(out[-1].end, words.spans[span.first][0])
        if with_marks and out and words.quoted[first] != Quoted.MARK and _only_a_stop(words.text[out[-1].end : start]):
            start = out.pop().start
        out.append(Span(start, stop))
    return tuple(out)


def _only_a_stop(between: str) -> bool:
    return between.strip() in _STOPS and "\n" not in between


def _whole(words: Words, first: int, end: int) -> tuple[int, int]:
    """The range of words that takes in what is written together with its first and its last one."""
    while first > 1 and _is_hyphen(words, first - 1):
        first -= 2
    while end + 1 < len(words) and _is_hyphen(words, end):
        end += 2
    while first and words.word(first - 1) in _SIGNS_BEFORE and _touches(words, first - 1):
        first -= 1
    while end < len(words) and words.word(end) in _SIGNS_BEHIND and _touches(words, end - 1):
        end += 1
    return first, end + _is_abbreviated(words, end)


def _is_abbreviated(words: Words, end: int) -> bool:
    """Whether the word at ``end`` is a stop that ends no sentence: "Will Abbott Jr. said", "in the U.S., he said"."""
    if end + 1 >= len(words) or words.word(end) != "." or not _touches(words, end - 1):
        return False
    following = words.word(end + 1)
    if _touches(words, end):
        return following == ","
    return following[0].islower() and "\n" not in words.text[words.spans[end][1] : words.spans[end + 1][0]]


def _is_hyphen(words: Words, at: int) -> bool:
    """Whether a hyphen joins the words beside it."""
    return (
        words.word(at) in _HYPHENS
        and _touches(words, at - 1)
        and _touches(words, at)
        and words.word(at - 1)[0].isalnum()
        and words.word(at + 1)[0].isalnum()
    )


def _with_marks(words: Words, first: int, end: int) -> tuple[int, int]:
    """The range of words that takes in a mark right before, and a mark right after the content or its last
    punctuation.
    """
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
