"""Who "I" and "we" are: the one whose words they stand in, else the author."""

import re

from attribution.identify.entities import Entity
from attribution.identify.naming import PERSON
from attribution.identify.places import Places
from attribution.identify.story import Story

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
AUTHOR = "author"
_BYLINE = re.compile(r"(?im)^\s*by\s+(?=[A-Z])")
_SELF = re.compile(r",? (?:is|was|teaches|writes|serves|covers|has been)\b")


def find_author(story: Story, places: Places) -> Entity | None:
    """The person of the byline, or of "X is a professor at …" in the last paragraphs, when it is plain."""
    text = places.text
    byline = _BYLINE.search(text[:1500])
    if byline is not None:
        for mention in story.mentions.within(byline.end(), byline.end() + 30):
            return story.table.by_start[mention.start][0]
    last = places.paragraphs[-1] if places.paragraphs else 0
    for mention in story.mentions.within(max(0, len(text) - 700), len(text)):
        if places.paragraph(places.sentence(mention.start)) < last - 2:
            continue
        entity = story.table.by_start[mention.start][0]
        lead = text[places.sentence_start(places.sentence(mention.start)) : mention.start].strip()
        signs = not lead and _SELF.match(text, mention.end)
        if entity.kind == PERSON and len(mention.words) > 1 and signs and entity.mentions[0] is mention:
            return entity
    return None
