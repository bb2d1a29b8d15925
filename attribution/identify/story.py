"""An article as a reader has it in mind at one place: who has been named so far, how, how often, and who spoke last.

The story only moves forward, so reading an article is linear in its length. A *referent* is someone or something that a
source can mean: a name of the article, or a description that was a source before.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from attribution.identify.arrivals import Arrivals
from attribution.identify.entities import Entity, NameTable
from attribution.identify.indexes import by_last_word, by_role, most_named
from attribution.identify.labels import find_labels
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention, Mentions
from attribution.identify.naming import PERSON
from attribution.identify.nominals import Nominal, find_nominals
from attribution.identify.offices import offices
from attribution.identify.owned import owned_bodies, owned_key
from attribution.identify.places import Places
from attribution.identify.referents import NEVER, Referent
from attribution.identify.relatives import RELATIVES
from attribution.identify.retold import Retold
from attribution.identify.sayers import Sayers
from attribution.identify.sources import Form, Source, read_source
from attribution.identify.wording import core_words, plain, without_office
from attribution.model import Span, SpeakerType

_PREPOSITION = re.compile(
    r"(?:\b(?:of|to|by|for|with|in|at|on|from|about|against|than|like|and|or|over)|[,(])(?: the)? $"
)
# Chooses among the entities that a shared name can mean at a mention.
Judge = Callable[[Mention, Sequence[Entity]], Entity]
_APPOSED = re.compile(r",? ?(?:called |titled |named |entitled )?[“\"']{0,2}")
MOST_BY_HEAD = 8
Spans = Sequence[Span]


class Story:
    """The referents met so far, the most recent last."""

    def __init__(
        self, table: NameTable, places: Places, judge: Judge, printed: Sequence[tuple[Spans, Spans]] = ()
    ) -> None:
        self.table, self.places = table, places
        self.judge = judge
        self.mentions = Mentions(table.mentions)
        self.next = 0
        self.sources: dict[tuple[Span, ...], Source] = {}
        sources = [self.source(spans) for spans, _ in printed]
        named = [(table.by_start[s.named.start][0], s, i) for i, s in enumerate(sources) if s.named is not None]
        self.sayers = Sayers([(source.start, entity) for entity, source, _ in named])
        self.retold = Retold(places.text, [(entity, printed[i][1]) for entity, _, i in named])
        nominals = find_nominals(places.text, _heads(sources))
        self.labels = find_labels(places.text, [(source, entity) for entity, source, _ in named], sources)
        self.nominals = sorted((n for n in nominals if not self._is_named(n)), key=lambda n: n.start)
        self.next_nominal = 0
        self.named: dict[tuple[str, SpeakerType], Referent] = {}
        self.of_head: dict[str, list[Referent]] = {}
        self.ahead: dict[str, list[Nominal]] = {}
        for nominal in reversed(self.nominals):
            self.ahead.setdefault(nominal.head, []).append(nominal)
        self.owned = owned_bodies([*(e.name for e in table.entities), *map(self._words, self.nominals)])
        self.ending = by_last_word([*(e.name for e in table.entities), *map(self._words, self.nominals)])
        self.recent: OrderedDict[int, Referent] = OrderedDict()
        self.of_entity: dict[int, Referent] = {}
        self.speakers: list[Referent | None] = []
        self.subject_of: dict[int, int] = {}
        self.subject = NEVER
        self.last_place = self.last_sentence = -1
        self.content: tuple[Span, ...] = ()
        self.heard: tuple[tuple[Span, ...], Counter[int]] = ((), Counter())
        self.made = 0
        self.first_person: Entity | None = None
        self.introduced: dict[str, int] = {}
        self.main = max(table.entities, key=lambda e: len(e.mentions) if e.kind == PERSON else 0, default=None)
        self.most_named = dict(most_named(table.entities))
        self.arrivals = Arrivals(table.entities, places)
        self.role_index = by_role(table.entities)
        self.offices = list(offices(table, places.text, lambda head: self.role_index.get(head, []), self.main))[::-1]

    def _is_named(self, nominal: Nominal) -> bool:
        """Whether the name of the thing stands behind it: "a memoir, “A Long Road”", "a group called Hands Off"."""
        for mention in self.mentions.within(nominal.end, nominal.end + 14):
            gap = self.places.text[nominal.end : mention.start]
            return _APPOSED.fullmatch(gap) is not None and self.table.by_start[mention.start][0].kind != PERSON
        return False

    def advance(self, to: int) -> None:
        """Take in every name that begins before offset ``to``."""
        mentions = self.table.mentions
        while self.next < len(mentions) and mentions[self.next].start < to:
            self._speak_of(mentions[self.next].start)
            self._meet(mentions[self.next])
            self.next += 1
        self._speak_of(to)

    def _speak_of(self, to: int) -> None:
        nominals = self.nominals
        while self.next_nominal < len(nominals) and nominals[self.next_nominal].start < to:
            nominal = nominals[self.next_nominal]
            referent = self.described(nominal)
            self._place(referent, nominal.start)
            referent.end = nominal.end
            referent.role = "quoted" if self.places.quoted(nominal.start) else "nominal"
            referent.count += 1
            self._touch(referent)
            self.next_nominal += 1
            self.ahead[nominal.head].pop()
        while self.offices and self.offices[-1][0].start < to:
            mention, entity = self.offices.pop()
            if mention.start >= entity.mentions[0].start:
                self._meet_as(mention, self.referent(entity))

    def described(self, nominal: Nominal) -> Referent:
        """The referent of a noun phrase of the text."""
        return self.thing(self._words(nominal), nominal.type, nominal.head, nominal.start)

    def source(self, spans: Sequence[Span]) -> Source:
        """A source as it is read, once."""
        key = tuple(spans)
        if key not in self.sources:
            self.sources[key] = read_source(self.places.text, spans, self.mentions)
        return self.sources[key]

    def _words(self, nominal: Nominal) -> str:
        return without_office(plain(self.places.text[nominal.start : nominal.longer]))

    def thing(self, name: str, kind: SpeakerType, head: str, at: int = 0) -> Referent:
        """The referent of a description by its own words, made when it is new; ``at`` is where it is first met."""
        name = self.owned.alike.get(name.casefold(), name)
        key = (name.casefold(), kind)
        found = self.named.get(key)
        if found is None:
            self.made += 1
            found = Referent(name, kind, "", head=head, place=at, words=core_words(name), key=-self.made)
            self.named[key] = found
            self.of_head.setdefault(head, []).append(found)
        return found

    def owned_by(self, owner: Referent, head: str) -> Referent | None:
        """The body of this kind that is named after its owner: "the Thorn campaign" for "her campaign"."""
        if owner.entity is None:
            return None
        name = self.owned.by_owner.get(owned_key(owner.entity.parsed.family, head))
        return self.thing(name, SpeakerType.ORGANISATION, head) if name is not None else None

    def relative(self, owner: Referent, head: str) -> Referent | None:
        """The only other person of the owner's family name whom a noun for a relative fits: "Thorn’s wife"."""
        gender = lexicon().person_nouns.get(head)
        if head not in RELATIVES or owner.entity is None or not owner.entity.parsed.family:
            return None
        family = owner.entity.parsed.family
        named = [e for e in self.table.entities if e.kind == PERSON and e.parsed.family == family and e.parsed.given]
        others = [e for e in named if e is not owner.entity and e.gender in (gender, "")]
        fitting = [e for e in others if head in e.callings or not e.callings & RELATIVES]
        return self.referent(fitting[0]) if len(fitting) == 1 else None

    def _place(self, referent: Referent, at: int) -> None:
        referent.sentence = self.places.sentence(at)
        referent.paragraph = self.places.paragraph(referent.sentence)
        referent.place = at

    def _meet(self, mention: Mention) -> None:
        referent = self.referent(self.choose(mention))
        self._meet_as(mention, referent)
        referent.sure, referent.guess = 1.0, ""
        referent.headline |= mention.heading
        if len(mention.words) > 1:
            referent.full += 1

    def _meet_as(self, mention: Mention, referent: Referent) -> None:
        self._place(referent, mention.start)
        referent.end = mention.after or mention.end
        referent.role = self._role(mention, referent.sentence)
        if referent.role == "first":
            self.subject = referent.key
        referent.count += 1
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
        entities = self.table.by_start[mention.start]
        return entities[0] if len(entities) == 1 else self.judge(mention, entities)

    def referent(self, entity: Entity) -> Referent:
        found = self.of_entity.get(entity.number)
        if found is None:
            types = {"person": SpeakerType.PERSON, "document": SpeakerType.DOCUMENT}
            kind = types.get(entity.kind, SpeakerType.ORGANISATION if entity.kind else SpeakerType.NONE)
            words = frozenset(re.findall(r"[^\s.]+", entity.name.lower())) | set(entity.name.lower().split())
            found = Referent(entity.name, kind, entity.gender, entity, words=words, key=entity.number + 1)
            found.roles, found.callings = entity.roles, entity.callings
            self.of_entity[entity.number] = found
        return found

    def _touch(self, referent: Referent) -> None:
        self.recent[referent.key] = referent
        self.recent.move_to_end(referent.key)

    def speak(self, referent: Referent | None, at: int, form: str) -> None:
        """Take note that the next attribution is this referent's, its source at offset ``at``."""
        if referent is not None:
            referent.spoke = len(self.speakers)
            referent.spoken += 1
            referent.sentence = self.places.sentence(at)
            referent.paragraph = self.places.paragraph(referent.sentence)
            referent.place = max(referent.place, at)
            referent.role = "source-" + form
            referent.end = max(referent.end, at)
            self._touch(referent)
        self.last_place, self.last_sentence = at, self.places.sentence(at)
        self.speakers.append(referent)

    @property
    def alike(self) -> Counter[int]:
        """How many telling words the content that is read shares with one of each entity (by its number)."""
        if self.heard[0] != self.content:
            self.heard = self.content, self.retold.alike(self.content)
        return self.heard[1]

    def in_content(self, referent: Referent) -> bool:
        """The referent's last mention stands in the content of the attribution being read."""
        return any(span.start <= referent.place < span.end for span in self.content)

    def is_main(self, referent: Referent) -> bool:
        """The referent is the person this article names most."""
        return self.main is not None and referent.entity is self.main

    def is_topic(self, referent: Referent | None, source: Source) -> bool:
        """Whether the text turned to this person since the last attribution, at the beginning of a sentence of the
        paragraph before that of the source.
        """
        if referent is None or referent.role != "first" or referent.place <= self.last_place:
            return False
        here = self.places.sentence(source.start)
        return self.last_sentence < referent.sentence < here and self.places.paragraph(here) == referent.paragraph

    def stands_out(self, entity: Entity) -> str:
        """How an entity ranks by its mentions among those of its kind: "0" for the first, "1", "2", or "later"."""
        return self.most_named.get(entity.number, "later")

    def named_later(self, after: int, entity: Entity) -> bool:
        """The entity is named between an offset and the end of its sentence."""
        end = self.places.sentence_end(after - 1)
        return any(self.table.by_start[m.start][0] is entity for m in self.mentions.within(after + 3, end))

    def beside(self, start: int, end: int) -> list[Entity]:
        """Names inside a source, and the name directly behind it: "the group Hands Off", "One organizer, Ada Thorn"."""
        out = []
        for mention in self.mentions.within(start, end + 30):
            gap = self.places.text[end : mention.start]
            if (
                mention.start < end
                or gap.strip() in ("", ",", "—", "--", ":")
                or (gap[:2] == ", " and gap[2:3].isupper())
            ):
                out.append(self.choose(mention))
        return out[:4]

    def called(self, name: str) -> Referent | None:
        """What was called by these very words before, of whatever type."""
        key = self.owned.alike.get(name.casefold(), name).casefold()
        found = (self.named.get((key, kind)) for kind in SpeakerType)
        return next((referent for referent in found if referent is not None and referent.count + referent.spoken), None)

    def has_heard(self, head: str) -> bool:
        """Whether somebody or something without a name, called by this noun, has spoken."""
        return any(referent.spoken for referent in self.of_head.get(head, ()))

    def introduces(self, head: str, before: int) -> bool:
        """Whether the text has spoken of "a girl", without a name, before an offset."""
        if head not in self.introduced:
            found = re.search(rf"(?i)\b(?:an?|one) (?:[\w’'\-]+ ){{0,3}}{re.escape(head)}\b", self.places.text)
            self.introduced[head] = found.end() if found is not None else len(self.places.text)
        return self.introduced[head] < before

    def next_is(self, referent: Referent, source: Source) -> bool:
        """The referent is named inside or directly behind the source."""
        return referent.entity is not None and referent.entity in self.beside(source.start, source.end)

    def by_head(self, head: str) -> list[Referent]:
        """Referents a head noun belongs to: descriptions that had it, the latest first, and names whose role it is."""
        heads = [head, *lexicon().kin.get(head, "").split()]
        things = [r for h in heads for r in self.of_head.get(h, [])[-MOST_BY_HEAD:][::-1]]
        coming = [self.described(n) for h in heads for n in self.ahead.get(h, [])[:-5:-1]]
        names = [self.referent(e) for h in heads for e in self.role_index.get(h, [])[:MOST_BY_HEAD]]
        return things + coming + names

    def latest(self, limit: int = 60) -> Iterator[Referent]:
        """Referents from the most recent back."""
        for count, referent in enumerate(reversed(self.recent.values())):
            if count >= limit:
                return
            yield referent


def _heads(sources: Iterable[Source]) -> dict[int, tuple[int, int]]:
    """Begin and end of the sources that are descriptions, by the end of their head noun."""
    return {
        source.core_end: (source.start, source.end)
        for source in sources
        if source.form is Form.DESCRIPTION and not (source.determiner and len(source.words) == 2)
    }
