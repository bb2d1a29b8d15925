"""Who "I" and "we" are: the one whose words they stand in, else the author."""

import re
from bisect import bisect_right

from attribution.identify.entities import Entity
from attribution.identify.lexicon import lexicon
from attribution.identify.naming import PERSON
from attribution.identify.places import Places
from attribution.identify.referents import Referent
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.model import Speaker, SpeakerType

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
AUTHOR = "author"
_BYLINE = re.compile(r"(?im)^\s*by\s+(?=[A-Z])")
# A paragraph that is nothing but a name or a handle signs what stands above it: letters to the editor.
_SIGNATURE = re.compile(r"(?m)^[^\S\n]*(@\w{2,30}|[A-Z][\w’'\-]+(?: (?:[A-Z]\.|[A-Z][\w’'\-]+)){1,3})\.?[^\S\n]*$")
_SELF = re.compile(r",? (?:is|was|teaches|writes|serves|covers|has been)\b")


def _stands_alone(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 2) : start] == "\n\n" and text[end : end + 2] in ("", "\n", "\n\n")


def _is_name(words: str) -> bool:
    """A handle, or a name that begins with a known first name: "Market Reaction" is a heading."""
    return words.startswith("@") or words.split()[0].lower() in lexicon().first_names


class Signatures:
    """The signatures of a page of letters; none where fewer than two are printed."""

    def __init__(self, text: str) -> None:
        found = list(_SIGNATURE.finditer(text, text.find("\n") + 1))
        signed = [m for m in found if _stands_alone(text, m.start(), m.end()) and _is_name(m.group(1))]
        self.starts = [m.start(1) for m in signed] if len(signed) > 1 else []
        self.names = [m.group(1) for m in signed]

    def below(self, at: int) -> str | None:
        """Who signs what stands at an offset."""
        place = bisect_right(self.starts, at)
        return self.names[place] if place < len(self.starts) else None


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


def first_person(
    story: Story, source: Source, author: Entity | None, signatures: Signatures
) -> tuple[Speaker, Referent | None]:
    """Who "I" is outside any quotation: who signs below, else the author."""
    signed = signatures.below(source.start)
    word = source.printed(story.places.text)
    if signed is not None:
        return Speaker(signed, SpeakerType.PERSON, 0.7, f"“{word}” is who signs below: {signed}"), None
    if author is not None:
        referent = story.referent(author)
        story.first_person = author
        return Speaker(referent.name, SpeakerType.PERSON, 0.7, f"“{word}” is the author"), referent
    return Speaker(AUTHOR, SpeakerType.PERSON, 0.6, f"“{word}” outside any quotation: the author"), None
