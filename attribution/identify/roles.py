"""What an article says a name is: the words of titles, of appositions and of "is a …" around its mentions."""

import re
from collections.abc import Iterable

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention

# Reaches as far as "former New York City public schools chancellor" does, and no further.
BEFORE, AFTER = 80, 120
_BEFORE = re.compile(r"[\w’'\-.]+[^\S\n]*$")
_APPOSITION = re.compile(r",? ?\(?\b(?:[RDI]-[A-Z][\w.]*(?:-\d+)?|[RD])\)?|, (?:\d{2}, )?([^,;:.!?\n“”\"(—]{3,})")
_COPULA = re.compile(
    r"(?: \([^)\n]{1,12}\))? (?:is|was|became|remains|has been|, who (?:is|was|has been)) (?:now |also )?((?:an? |the |one of )[^,;:.!?\n“”\"(—]{3,60})"
)
_WHO = re.compile(r", who (?:is|was|has been|serves as|served as|leads|heads|runs|chairs) ([^,;:.!?\n“”\"(—]{3,80})")
_WORDS = re.compile(r"\w[\w’'\-]*")


def role_words(text: str, mention: Mention) -> set[str]:
    """Lower-case words that say who the person of a mention is, their synonyms with them."""
    found = set(_before(text, mention.start))
    tail = text[mention.end : mention.end + AFTER]
    if tail[:1] in (",", " ") and not mention.possessive:
        found.update(_after(tail))
    return with_synonyms(found)


def _before(text: str, start: int) -> Iterable[str]:
    lists = lexicon()
    head = text[max(0, start - BEFORE) : start]
    for chunk in reversed(head.split(" ")[-9:-1] if head.endswith(" ") else ()):
        word = chunk.lower().rstrip(".")
        if not word or not (word[0].isalnum()) or word in lists.stop_words or word in lists.verbs:
            return
        if word in lists.determiners or word[-1] in ",;:!?”\"" or word.endswith(("’s", "'s", "\n")) or "\n" in word:
            return
        if chunk.endswith(".") and len(word) > 5:
            return
        yield word


def _after(tail: str) -> Iterable[str]:
    lists = lexicon()
    match = _WHO.match(tail) or _COPULA.match(tail) or _APPOSITION.match(tail)
    if match is None:
        return
    if match.re is _APPOSITION and match.group(1) is None:
        yield from _party(match.group())
        return
    words = [w.lower() for w in _WORDS.findall(match.group(1))]
    if match.re is _APPOSITION and (words[0] in lists.stop_words or words[0] in lists.verbs or words[0].endswith("ing")):
        return
    for word in words:
        if word in ("who", "said", "says", "told", "and"):
            return
        yield word


def _party(code: str) -> Iterable[str]:
    party, _, state = code.strip(" ,()").partition("-")
    yield {"R": "republican", "D": "democrat", "I": "independent"}[party[0]]
    yield from lexicon().state_codes.get(state.lower().replace(".", "").split("-")[0], "").split()


def with_synonyms(words: set[str]) -> set[str]:
    """The words without grammar words, each with those that can stand for it."""
    lists = lexicon()
    kept = {w for w in words if w not in lists.stop_words and w not in lists.determiners}
    for word in tuple(kept):
        kept.update(lists.role_synonyms.get(word, "").split())
    return kept
