"""Whose "the statement" is, where the text has told of none: the press service's or office's that spoke last, or the
press service's that was just named.
"""

import re

from attribution.identify.referents import Referent
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.model import SpeakerType

ISSUED = frozenset({"statement", "document", "communiqué", "communique", "release"})
ISSUERS = frozenset(
    "service office ministry department secretariat agency bureau alliance union association federation".split()
)
# Speakers further back than so many attributions are out of mind.
LATE = 6
_TOLD_OF = re.compile(
    r"(?i)(?:\b(?:an?|its|this|his|her|their)|[’']s) (?:[\w\-]+ )?(?:statement|document|communiqu[ée]|release)\b"
)


def told_from(text: str) -> int:
    """The offset from which a text has told of a statement by whosever it is, or its length."""
    found = _TOLD_OF.search(text)
    return len(text) if found is None else found.end()


def issuer(story: Story, source: Source, told: int) -> Referent | None:
    """The body whose statement a bare "the statement" is, or None; ``told`` is what `told_from` gives."""
    bare = source.determiner == "the" and len(source.words) == 2
    if not bare or source.head not in ISSUED or told <= source.start:
        return None
    late = (speaker for speaker in story.speakers[: -LATE - 1 : -1] if speaker is not None)
    spoke = next((s for s in late if s.type is SpeakerType.ORGANISATION and s.words & ISSUERS), None)
    return spoke or next((r for r in story.latest(LATE) if "press" in r.words and "service" in r.words), None)
