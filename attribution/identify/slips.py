"""Labels that the words of their own source speak against: slips of who labelled, or sources cut wrongly."""

import re

from rapidfuzz.distance import Levenshtein

from attribution.identify.lexicon import lexicon
from attribution.identify.shortening import SLIP
from attribution.identify.sources import Form, Source

_WORDS = re.compile(r"\w+")


def contradicts(source: Source, printed: str, name: str, kind: str) -> bool:
    """Whether a label (``name`` and type ``kind``) cannot be what the ``printed`` source says: another is named there,
    several are one person, or no word is left that could mean anybody.
    """
    if source.form is Form.EMPTY:
        return bool(printed.strip()) and kind != "none"
    if source.form is Form.NAME and source.named is not None:
        return kind in ("person", "organisation") and not _alike(printed, name)
    lists = lexicon()
    joined = source.form is Form.JOINT and source.words[0] in lists.pronouns
    several = joined or source.head in lists.group_heads or printed.isupper()
    return several and kind == "person" and not _alike(printed, name)


def _alike(printed: str, name: str) -> bool:
    """Whether two names share a word but for a slip, or one begins as the other or is its initials."""
    a, b = (_WORDS.findall(words.lower()) for words in (printed, name))
    initials = "".join(word[0] for word in b)
    return any(len(word) > 1 and word in initials for word in a) or any(
        v == w or v[:4] == w[:4] or (len(w) >= SLIP and Levenshtein.distance(v, w) <= 2) for v in a for w in b
    )
