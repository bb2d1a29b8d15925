"""An article as a reader has it in mind at one place: who has been named so far, how, how often, and who spoke last.

The story only moves forward, so reading an article is linear in its length. A *referent* is someone or something that a
source can mean: a name of the article, or a description that was a source before.
"""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attribution.identify.entities import Entity, NameTable
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.model import Sentence, SpeakerType

_QUOTED = re.compile(r'“[^”\n]{0,4000}”|"[^"\n]{0,4000}"|\'\'(?:(?!\'\')[^\n]){0,4000}\'\'|‘[^\n]{0,1500}?’(?![\w])')
_PREPOSITION = re.compile(r"(?:\b(?:of|to|by|for|with|in|at|on|from|about|against|than|like|and|or|over)|[,(])(?: the)? $")
NEVER = -1


@dataclass(slots=True, eq=False)
class Referent:
    """Who or what a source can mean. ``place`` is the offset of the last mention, ``role`` how it stood there;
    ``spoke`` the number of the last attribution it was the source of, or NEVER.
    """

    name: str
    type: SpeakerType
    gender: str
    entity: Entity | None = None
    head: str = ""
    place: int = 0
    sentence: int = -1
    paragraph: int = -1
    role: str = ""
    count: int = 0
    full: int = 0
    spoke: int = NEVER
    spoken: int = 0
    headline: bool = False
    roles: set[str] = field(default_factory=set)


class Places:
    """Sentence and paragraph numbers by offset, and what is inside quotation marks."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.starts = [s.span.start for s in sentences]
        self.ends = [s.span.end for s in sentences]
        self.paragraphs = [s.paragraph for s in sentences]
        quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
        self.quote_starts = [q[0] for q in quoted]
        self.quote_ends = [q[1] for q in quoted]

    def sentence(self, at: int) -> int:
        return max(bisect_right(self.starts, at) - 1, 0)

    def paragraph(self, sentence: int) -> int:
        return self.paragraphs[sentence] if sentence < len(self.paragraphs) else 0

    def quoted(self, at: int) -> bool:
        i = bisect_right(self.quote_starts, at) - 1
        return i >= 0 and at < self.quote_ends[i]

    def sentence_start(self, sentence: int) -> int:
        return self.starts[sentence] if sentence < len(self.starts) else 0


class Story:
    """The referents met so far, the most recent last."""

    def __init__(self, table: NameTable, places: Places) -> None:
        self.table, self.places = table, places
        self.next = 0
        self.recent: OrderedDict[int, Referent] = OrderedDict()
        self.of_entity: dict[int, Referent] = {}
        self.speakers: list[Referent | None] = []
        self.subject_of: dict[int, int] = {}

    def advance(self, to: int) -> None:
        """Take in every name that begins before offset ``to``."""
        mentions = self.table.mentions
        while self.next < len(mentions) and mentions[self.next].start < to:
            self._meet(mentions[self.next])
            self.next += 1

    def _meet(self, mention: Mention) -> None:
        entity = self.choose(mention)
        referent = self.referent(entity)
        places = self.places
        referent.sentence = places.sentence(mention.start)
        referent.paragraph = places.paragraph(referent.sentence)
        referent.role = self._role(mention, referent.sentence)
        referent.place = mention.start
        referent.count += 1
        referent.headline |= mention.heading
        if len(mention.words) > 1:
            referent.full += 1
        self._touch(referent)

    def _role(self, mention: Mention, sentence: int) -> str:
        if mention.heading:
            return "headline"
        if self.places.quoted(mention.start):
            return "quoted"
        if mention.possessive:
            return "possessive"
        if sentence not in self.subject_of:
            self.subject_of[sentence] = mention.start
            lead = mention.start - self.places.sentence_start(sentence)
            return "first" if lead < 60 else "later-first"
        before = self.places.text[max(0, mention.start - 14) : mention.start]
        return "preposition" if _PREPOSITION.search(before) else "other"

    def choose(self, mention: Mention) -> Entity:
        """The entity a name means here: the only one that fits, else the one the context points at."""
        entities = self.table.by_start.get(mention.start) or self.table.by_form[tuple(mention.words)]
        if len(entities) == 1:
            return entities[0]
        return max(entities, key=lambda e: self.standing(e, mention))

    def standing(self, entity: Entity, mention: Mention) -> float:
        """How strongly the context points at one of several people who share a name."""
        genders = {lexicon().honorifics.get(t, "") for t in mention.title} - {""}
        score = 0.0
        if genders:
            score += 8.0 if entity.gender in genders else -8.0
        referent = self.of_entity.get(entity.number)
        score += min(len(entity.mentions), 20) * 0.1
        if referent is None:
            return score - 2.0
        here = self.places.sentence(mention.start)
        gap = self.places.paragraph(here) - referent.paragraph
        return score + (1.5 if gap == 0 else 0.7 if gap == 1 else 0.0) + min(referent.full, 8) * 0.2

    def referent(self, entity: Entity) -> Referent:
        found = self.of_entity.get(entity.number)
        if found is None:
            types = {"person": SpeakerType.PERSON, "document": SpeakerType.DOCUMENT}
            kind = types.get(entity.kind, SpeakerType.ORGANISATION if entity.kind else SpeakerType.NONE)
            found = Referent(entity.name, kind, entity.gender, entity, roles=entity.roles)
            self.of_entity[entity.number] = found
        return found

    def _touch(self, referent: Referent) -> None:
        self.recent[id(referent)] = referent
        self.recent.move_to_end(id(referent))

    def speak(self, referent: Referent | None, at: int, form: str) -> None:
        """Take note that the next attribution is this referent's, its source at offset ``at``."""
        if referent is not None:
            referent.spoke = len(self.speakers)
            referent.spoken += 1
            referent.sentence = self.places.sentence(at)
            referent.paragraph = self.places.paragraph(referent.sentence)
            referent.place = max(referent.place, at)
            referent.role = "source-" + form
            self._touch(referent)
        self.speakers.append(referent)

    def latest(self, limit: int = 60) -> Iterator[Referent]:
        """Referents from the most recent back."""
        for count, referent in enumerate(reversed(self.recent.values())):
            if count >= limit:
                return
            yield referent
