"""Roles given in one breath and names in another, read in order: "Russian and Belarusian presidents A and B"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention

_ROLES = re.compile(r"\b([\w’'-]+) and ([\w’'-]+) ([a-z]+)s,? $")
REACH = 70


def respective_roles(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, set[str]]]:
    """Each of two joined names with the words of its own role: A with "russian" and "president"."""
    for first, second in pairwise(mentions):
        if text[first.end : second.start] not in (" and ", ", and "):
            continue
        lead = _ROLES.search(text[max(0, first.start - REACH) : first.start])
        if lead is None or lead.group(3) not in lexicon().person_heads:
            continue
        yield first, {lead.group(1).lower(), lead.group(3)}
        yield second, {lead.group(2).lower(), lead.group(3)}
