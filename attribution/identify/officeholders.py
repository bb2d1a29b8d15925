"""The name behind a long title: "Shadow Secretary of State for Health and Social Care Ada Thorn"."""

import re
from functools import lru_cache

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.names import CREDENTIALS

_ENDS = frozenset({",", "—", "--", "-", ";", "who", "whose"})
# What a title may hold besides words with a capital.
_WITHIN = frozenset("of for to the and on at in & , ( ) former then deputy acting interim".split())
_REACHES = frozenset({"of", "for", "to", "at"})
# Who serves a person: "Attorney for Ada Thorn" is not Ada Thorn.
_ATTENDANTS = frozenset(
    "attorney lawyer counsel solicitor aide adviser advisor strategist spokesman spokeswoman spokesperson manager "
    "agent father mother brother sister author writer producer".split()
)
_QUALIFIERS = frozenset("former late senior republican democratic candidate nominee".split())


def officeholder(tokens: list[tuple[int, int, str]], inside: tuple[Mention, ...]) -> Mention | None:
    """The last whole personal name before any comma, where all before it is the title of an office that reaches over
    "of", "for" or "to"; None otherwise.
    """
    size = next((i for i, token in enumerate(tokens) if token[2].lower() in _ENDS), len(tokens))
    while size > 1 and tokens[size - 1][2].lower() in CREDENTIALS:
        size -= 1
    reach = next((i for i in range(1, size) if tokens[i][2].lower() in _REACHES), size)
    if reach == size or not _is_office(tokens[reach - 1][2]):
        return None
    end = tokens[size - 1][1]
    held = [m for m in inside if tokens[reach][0] < m.start and m.end <= end <= m.after + 1 and _is_whole(m)]
    if not held or held[-1].possessive:
        return None
    between = [word for start, _, word in tokens[:size] if start < held[-1].start]
    return held[-1] if _is_title(between) else None


def _is_office(word: str) -> bool:
    """Words that end in a title with a capital: Secretary, Vice-Chancellor."""
    key = re.split(r"[-–]", word.lower())[-1]
    return word[0].isupper() and key in lexicon().titles and key not in _ATTENDANTS


def _is_title(words: list[str]) -> bool:
    """Only capitals and little words, and something that is no title between the last "of" and the name."""
    if not all(w[0].isupper() or w.lower() in _WITHIN for w in words):
        return False
    last = max(i for i, w in enumerate(words) if w.lower() in _REACHES)
    return any(w[0].isupper() and w.lower().rstrip(".") not in _personal() for w in words[last + 1 :])


@lru_cache(maxsize=1)
def _personal() -> frozenset[str]:
    lists = lexicon()
    return lists.titles | lists.honorifics.keys() | lists.party_words | lists.demonyms | _QUALIFIERS


def _is_whole(mention: Mention) -> bool:
    """A given and a family name, by the lists or by the title before them."""
    lists = lexicon()
    last = mention.words[-1].lower()
    thing = last in lists.org_words or last in lists.places or last in lists.thing_words
    if len(mention.words) < 2 or (thing and last not in lists.surnames):
        return False
    first = mention.words[0]
    given = first.lower() in lists.first_names or re.fullmatch(r"(?:[^\W\d_]\.)+", first) is not None
    return given or any(word in lists.honorifics for word in mention.title)
