"""Where a sentence goes on about the one who spoke: “We are closed,” said Ada Thorn, and left.

Of the quotations in the training articles that are a whole content, "and" and a past form behind their mark tell what
the speaker did next; behind a few quoted words in a content of other ones they tell as often what is still said, and
are left to the network but for a comma and a verb that only people are the subject of.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attribution.extract.quotations import Quotations
from attribution.model import Span

_NO_PAST = (
    r"(?!(?:bleed|breed|exceed|feed|hundred|indeed|kindred|naked|need|proceed|red|sacred|seed|shed|speed|succeed)\b)"
)
_PAST = (
    rf"(?:{_NO_PAST}[a-z]+ed|began|broke|came|chose|drove|fell|felt|fled|gave|got|held|hung|kept|laid|left|lost|made|met"
    r"|paid|put|ran|rose|said|sat|sent|shook|spoke|stood|swore|threw|told|took|tore|went|withdrew|won|wrote)"
)
_PEOPLES = (
    r"(?:accused|added|apologi[sz]ed|argued|asked|begged|called|complained|conceded|condemned|contrasted|criticized|"
    r"declined|denounced|hung|insisted|joked|laughed|left|likened|nodded|pledged|pointed|praised|promised|recalled|"
    r"refused|said|shook|shrugged|smiled|spoke|thanked|told|tweeted|urged|vowed|walked|warned|welcomed|went|wrote)"
)
# Behind a verb, and hardly ever behind a participle: "and left the room", not "and related programmes".
_AFTER = (
    r"(?=\s*$|[.,;:]|\s(?:a|an|and|after|against|as|at|away|back|before|by|down|during|everyone|for|from|her|him|his|home"
    r"|how|in|into|it|its|me|my|off|on|one|onto|our|out|over|reporters|that|the|their|them|there|these|this|those|through"
    r"|to|towards?|up|us|what|when|whether|while|why|with|\w+ing|\w+ly|[A-Z]\w*)\b)"
)
_AND = r"\s+(?:and|but)(?:\s+(?:then|later|also|again|[a-z]+ly))?\s+"
_GOES_ON = re.compile(rf",?{_AND}(?:(?:{_PAST}|burst)\b{_AFTER}|(?:did|had|was|were)\b)")
_ANSWER = re.compile(r"(?:no|yes)(?=,? )", re.IGNORECASE)
# Between two quotations: "“Tomorrow,” she says, and pours the tea. “But not today.”"
_MEANWHILE = re.compile(rf"(?:and|but)(?:\s+(?:then|[a-z]+ly))?\s+(?:{_PAST}|[a-z]+s)\b{_AFTER}[^\"“”«»]*")
_PERSON_GOES_ON = re.compile(rf"{_AND}{_PEOPLES}\b{_AFTER}")
_BEHIND_NAME = re.compile(rf",{_AND}{_PAST}\b{_AFTER}")
# A quotation of three words or more, “…, not in the U.S.” aside, that ends with its sentence: a new one begins behind.
_FULL_STOP = re.compile(r"(?:\S+\s+){2}.*(?:[a-z0-9%)\]]|[^\W\d_]{2})[.!?…]+[\"”’'»]+", re.DOTALL)
_NEW_SENTENCE = re.compile(r"\s+[A-Z]")
_MARK = re.compile(r"''|[\"“”„‟«»]|(?<!\w)['‘]|['’](?!\w)")
_RELATIVE = re.compile(r"\b(?:who|whom|which|that|whose)\b", re.IGNORECASE)


def spoken(text: str, content: Sequence[Span], quotations: Quotations) -> tuple[Span, ...]:
    """The pieces of a content, each without what its speaker did after the last quotation in it, and without the next
    sentence where it is one quotation.
    """
    kept = [piece for piece in content if _MEANWHILE.fullmatch(text, piece.start, piece.end) is None]
    if not all(_last_inside(piece, quotations) for piece in kept):
        kept = []
    return tuple(_spoken(text, piece, quotations) for piece in kept or content)


def _spoken(text: str, piece: Span, quotations: Quotations) -> Span:
    answer = _ANSWER.match(text, piece.start, piece.end)
    last = Span(*answer.span()) if answer else _last_inside(piece, quotations)
    if last is None or _MARK.search(text, last.end, piece.end) or "\n" in text[last.end : piece.end]:
        return piece
    whole, comma = last.start == piece.start, "," in text[last.end - 2 : last.end]
    goes_on = _GOES_ON if whole else _PERSON_GOES_ON if comma else None
    if whole and _FULL_STOP.fullmatch(text, last.start, last.end):
        goes_on = _NEW_SENTENCE
    return Span(piece.start, last.end) if goes_on and goes_on.match(text, last.end, piece.end) else piece


def _last_inside(piece: Span, quotations: Quotations) -> Span | None:
    """The last quotation of a piece that is in no other one there."""
    low = bisect_left(quotations.pairs, piece.start, key=lambda pair: pair.span.start)
    high = bisect_left(quotations.pairs, piece.end, lo=low, key=lambda pair: pair.span.start)
    inside = (pair.span for pair in quotations.pairs[low:high] if pair.span.end <= piece.end)
    return max(inside, key=lambda span: span.end, default=None)


def named(text: str, source: Sequence[Span], cue: Sequence[Span]) -> tuple[Span, ...]:
    """A source, without what it did next where it stands behind its cue: "said Ada Thorn, and left"."""
    if not source or not cue or source[-1].start < cue[-1].end:
        return tuple(source)
    last = source[-1]
    found = _BEHIND_NAME.search(text, last.start + 1, last.end)
    if found is None or _RELATIVE.search(text, last.start, found.start()):
        return tuple(source)
    return (*source[:-1], Span(last.start, found.start()))
