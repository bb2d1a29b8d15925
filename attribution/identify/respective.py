"""Roles given in one breath and names in another, read in order: "Russian and Belarusian presidents A and B", "the
presidents of Velnia and Corvane, A and B".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention

_ROLES = re.compile(r"\b(?P<a>[\w’'-]+) and (?P<b>[\w’'-]+) (?P<head>[a-z]+)s,? $")
_OF = re.compile(r"\b(?P<head>[a-z]+)s of (?:the )?(?P<a>[A-Z][\w’'\- ]*?) and (?:the )?(?P<b>[A-Z][\w’'\- ]*?),? $")
REACH = 70


def respective_roles(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, set[str]]]:
    """Each of two joined names with the words of its own role: A with "russian" and "president"."""
    for first, second in pairwise(mentions):
        if text[first.end : second.start] not in (" and ", ", and "):
            continue
        before = text[max(0, first.start - REACH) : first.start]
        lead = _ROLES.search(before) or _OF.search(before)
        if lead is None or lead["head"] not in lexicon().person_heads:
            continue
        for mention, part in ((first, lead["a"]), (second, lead["b"])):
            yield mention, {*part.lower().split(), lead["head"]}
