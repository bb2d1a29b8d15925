"""What inside a quotation is another one: not what its speaker thinks or wants while speaking."""

import re
from collections.abc import Sequence

from attribution.model import Span

_FIRST_PERSON = re.compile(r"(?:I|we)\b", re.IGNORECASE)
# "I told them", "we have never promised": words that were spoken before. "I think", "we want" are spoken now.
_SPOKE = re.compile(
    r"\b(?:admitted|agreed|announced|answered|argued|asked|assured|begged|called|claimed|declared|demanded|denied"
    r"|explained|insisted|mentioned|offered|pledged|pointed out|predicted|promised|proposed|recommended|replied"
    r"|reported|requested|said|shouted|spoke|stated|suggested|swore|sworn|testified|told|tweeted|urged|vowed|warned"
    r"|wrote|written)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"(?:\b(?:can|could|might|must|shall|should|will|would|d|ll))\b", re.IGNORECASE)


def is_own(text: str, source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether what "I" or "we" are the source of inside a quotation is only said by it, here and now."""
    if not source or not _FIRST_PERSON.fullmatch(source[0].of(text)):
        return False
    words = " ".join(span.of(text) for span in cue)
    return not _SPOKE.search(words) or bool(_NOT_YET.search(words))
