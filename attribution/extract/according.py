"""“According to” needs somebody: where the network names nobody, the words behind it do."""

import re
from collections.abc import Sequence

from attribution.model import Span

_CUE = re.compile(r"\baccording\s+to$", re.IGNORECASE)
_WORD = r"[^\s,.;:()\[\]“”\"—–]+"
# A noun phrase of eight words at most, up to the next mark or the end of the line; "Mr." ends nothing.
_NAMED = re.compile(
    rf"[^\S\n]+({_WORD}(?:[^\S\n]{_WORD}){{0,7}})(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\b[A-Z][a-z]{{2}})"
    r"(?=[^\S\n]*(?:[,.;:)—–\n]|$))"
)


def according_to(text: str, cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """The words behind a cue that ends with "according to", up to the next mark; nothing where they are too many or
    are what was said.
    """
    if not cue or not _CUE.search(text, cue[-1].start, cue[-1].end):
        return ()
    found = _NAMED.match(text, cue[-1].end)
    source = None if found is None else Span(*found.span(1))
    return () if source is None or any(source.overlaps(piece) for piece in content) else (source,)
