"""Who is told of as somebody’s relative: "Thorn’s wife, Clara Thorn", "His son, Canon Peter Thorn"."""

import re

from attribution.identify.mentions import Mention

RELATIVES = frozenset(
    "wife husband widow father mother son daughter brother sister ex-wife ex-husband stepmother stepfather grandson "
    "granddaughter grandfather grandmother niece nephew uncle aunt".split()
)
_NOUN = "|".join(sorted(RELATIVES))
_BEFORE = re.compile(rf"(?:\b(?:his|her|their)|[’']s?) (?:[\w\-]+ )?(?:{_NOUN}),? $", re.IGNORECASE)
_BEHIND = re.compile(rf", (?:\d+, )?(?:his|her|their) (?:[\w\-]+ )?(?:{_NOUN})\b")
REACH = 50


def is_relative(text: str, mention: Mention) -> bool:
    """Whether a name is introduced as that of a relative of somebody else."""
    start = mention.lead if mention.lead >= 0 else mention.start
    before = _BEFORE.search(text, max(0, start - REACH), start)
    return before is not None or _BEHIND.match(text, mention.end) is not None
