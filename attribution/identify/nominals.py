"""Things a text speaks of without a name: "a new Post-ABC poll", "the Clinton campaign", "environmental groups".

Found by their head noun; the words before it are taken in up to an article, a verb or a mark.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from attribution.identify.lexicon import lexicon
from attribution.model import SpeakerType

_WORD = re.compile(r"[A-Za-z][\w\-]*")
_TAIL = re.compile(
    r" (?:of|by|from|against) "
    r"(?:[^,;:.!?\n“”\"(—]|(?<=\b[A-Z])\.(?= [A-Z])|(?<=\bM[rs])\.|(?<=\b(?:Mrs|Sen|Rep|Gov))\.){2,100}"
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+|(?:Sen|Gov|Rep|Mr|Mrs|Ms|Dr)\.")
REACH = 70
NONE: Mapping[int, tuple[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase at ``start``–``end`` (its article left out) with its lower-case ``head``; ``longer`` ends behind
    what follows the head ("of its investigation"), or equals ``end``.
    """

    start: int
    end: int
    head: str
    type: SpeakerType
    definite: bool
    longer: int


@lru_cache(maxsize=1)
def head_types() -> dict[str, SpeakerType]:
    """The type of every head noun that is looked for."""
    lists = lexicon()
    quantities = lists.quantities
    types = dict.fromkeys(lists.group_heads - quantities, SpeakerType.GROUP)
    types |= dict.fromkeys(lists.org_heads, SpeakerType.ORGANISATION)
    types |= dict.fromkeys(lists.document_heads, SpeakerType.DOCUMENT)
    types["PAC"] = SpeakerType.ORGANISATION
    return types


def find_nominals(text: str, printed: Mapping[int, tuple[int, int]] = NONE) -> Iterator[Nominal]:
    """Noun phrases whose head is a document, a body or a group, in order; bare "the report" is left out.

    ``printed`` tells for the end of a head where the source that has this head begins and ends: no guess is needed.
    """
    types = head_types()
    for match in _WORD.finditer(text):
        word = match.group()
        kind = types.get(word)
        if kind is None:
            continue
        known = printed.get(match.end())
        if known is not None:
            yield Nominal(known[0], match.end(), word.lower(), kind, True, known[1])
            continue
        nominal = _read(text, match.start(), match.end(), word.lower(), kind)
        if nominal is not None:
            yield nominal


def _read(text: str, at: int, end: int, head: str, kind: SpeakerType) -> Nominal | None:
    following = text[end : end + 2]
    owns = following in ("’s", "'s") and kind is SpeakerType.ORGANISATION
    if (following[:1] in ("’", "'", "-") and not owns) or (
        following[:1] == " " and text[end + 1 : end + 14].split(" ")[0] in head_types()
    ):
        return None
    start, determiner = _left(text, at)
    tail = _TAIL.match(text, end)
    longer = _trimmed(text, end, tail.end()) if tail else end
    if start == at and longer == end and not determiner and not head.endswith("s"):
        return None
    if start == at and longer == end and determiner in ("the", "this", "that", "his", "her", "its", "their"):
        return None
    return Nominal(start, end, head, kind, determiner not in ("a", "an", "another", ""), longer)


def _left(text: str, at: int) -> tuple[int, str]:
    """Where the words before a head begin, and the article before them."""
    lists = lexicon()
    start = at
    lead = text[max(0, at - REACH) : at]
    if not lead.endswith(" "):
        return start, ""
    for chunk in reversed(lead.split(" ")[1:-1] if len(lead) == REACH else lead.split(" ")[:-1]):
        key = chunk.lower()
        if key in lists.determiners:
            return start, key
        if (
            not key
            or "\n" in chunk
            or (chunk[-1] in ',;:.!?)”"' and not _INITIALS.fullmatch(chunk))
            or key[0] in "“\"‘('"
            or key in lists.stop_words
            or key in lists.verbs
            or key in lists.breaks
        ):
            return start, ""
        if key.endswith(("n’t", "n't")):
            # "doesn’t compare surveys": the verb belongs to it.
            return start + (len(text[start:at].split(" ")[0]) + 1 if start < at else 0), ""
        if key.endswith(("ly", "ing")) and chunk.islower():
            return start, ""
        start -= len(chunk) + 1
    return start, ""


def _goes_on(following: list[str]) -> bool:
    """Behind "to" a noun phrase or "welcoming" goes on with what it is, a bare verb does not."""
    word = following[0] if following else ""
    return word.endswith("ing") or word[:1].isupper() or word.lower() in lexicon().determiners


def _trimmed(text: str, end: int, longer: int) -> int:
    """The end of a tail, before the clause that goes on behind it."""
    lists = lexicon()
    words = text[end:longer].split(" ")[1:]
    lead = len(words[0]) + 1
    kept = lead
    for i, word in enumerate(words[1:], 1):
        key = word.lower()
        late = i > 1 and (
            key in ("that", "which", "who", "and", "as", "if", "when", "while", "because", "but", "after")
            or (key == "to" and not _goes_on(words[i + 1 : i + 2]))
        )
        if (
            late
            or key in lists.verbs
            or key in lists.calendar
            or key in ("is", "was", "are", "were", "has", "have", "had", "would", "will")
        ):
            break
        kept += len(word) + 1
    return end + kept if kept > lead else end
