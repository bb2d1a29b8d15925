"""The role of a person in the article's own words: the title before the name, else the apposition after it."""

import re
from collections.abc import Iterator, Sequence

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention

_APPOSITION = re.compile(r", (?:\d{1,3}, )?((?:the |an? )?[^\W\d_][^,;:.!?\n“”\"(—]{2,90})(?=[,;:.!?\n—]|$)")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_ENDS = re.compile(r" (?:who|that|which|said|says|told|added) .*")
LONGEST = 90  # characters: what is longer tells a story, not a role


def printed_role(text: str, mentions: Sequence[Mention]) -> str | None:
    """The role that the article prints with the fullest name, without article or honorific; None where it prints none.

    Titles come before appositions: "Mayor Ida Marsh" before "Ida Marsh, a mother of two".
    """
    for found in (_titles(text, mentions), _appositions(text, mentions)):
        roles = sorted(set(found), key=lambda role: (-len(role), role))
        if roles:
            return roles[0]
    return None


def _titles(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    for mention in mentions:
        if mention.title and mention.lead >= 0 and not mention.heading:
            words = text[mention.lead : mention.start].split()
            kept = [word for word in words if word.lower().rstrip(".") not in lexicon().honorifics]
            own = bool(kept) and kept[0].lower() not in lexicon().pronouns | {"his", "her", "their", "its", "our", "my"}
            if own and kept == words and len(" ".join(kept)) <= LONGEST:
                yield _ARTICLE.sub("", " ".join(kept), 1) if _ARTICLE.match(" ".join(kept)) else " ".join(kept)


def _appositions(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    lists = lexicon()
    for mention in mentions:
        match = None if mention.possessive or mention.heading else _APPOSITION.match(text, mention.end)
        if match is None:
            continue
        said = _ENDS.sub("", match.group(1))
        role = _ARTICLE.sub("", said, 1) if _ARTICLE.match(said) else said
        words = [word.lower() for word in re.findall(r"[\w’'\-]+", role)]
        head = [word for word in words[:6] if word in lists.person_heads or word in lists.titles]
        if head and len(role) <= LONGEST and words[0] not in lists.stop_words and words[0] not in lists.verbs:
            yield role
