"""Every attribution of an article gets its speaker, from what this article prints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.identify.candidates import Choice, description_choice, name_choice, pronoun_choice
from attribution.identify.describing import MINE, OWNERS, Described
from attribution.identify.entities import Entity
from attribution.identify.firstperson import FIRST_PERSON, Signatures, find_author, first_person
from attribution.identify.headnouns import country_of_people, head_class
from attribution.identify.interviews import find_interview, turn_of, turn_speaker
from attribution.identify.issued import issuer, told_from
from attribution.identify.joining import couple_names
from attribution.identify.kinds import TYPES, kind_choice
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention, find_mentions
from attribution.identify.names import fold
from attribution.identify.naming import PERSON, WORK
from attribution.identify.nesting import in_others_words, of_outer, place_of
from attribution.identify.omitted import omitted_choice
from attribution.identify.places import Places
from attribution.identify.printed import printed_role
from attribution.identify.ranking import best, probabilities
from attribution.identify.reasons import description_reason, pronoun_reason
from attribution.identify.referents import Referent
from attribution.identify.sources import Form, Source, read_source
from attribution.identify.story import Story
from attribution.identify.tables import name_table
from attribution.identify.weights import Weights, shipped
from attribution.identify.wording import own_words
from attribution.model import Article, Attribution, Member, Sentence, Span, Speaker, SpeakerType

VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "rep", "spokespeople"})
_HANDLE = re.compile(r"(?<!\w)@\w{2,30}")
# How much likelier than the best referent it must be that a description stands for itself: chosen by cross-validation
# on the training articles, where the chance of a link is spread over many candidates.
OWN_NAME_LEAD = 1.5
# A pronoun for who spoke last, where the text has turned to somebody else in between.
UNSURE = 0.6
# That a bare family name keeps to whom it meant before a relative came, or to the title.
TOLD_APART = 0.9
NOBODY = Speaker("", SpeakerType.NONE, 0.9, "no source is printed")
# Blanks of other widths read like spaces; one character each, so offsets stay.
_BLANKS = dict.fromkeys(map(ord, "\xa0\u2007\u202f\u2009\u200a\t"), " ")


def resolve(article: Article, sentences: Sequence[Sentence]) -> Article:
    """The article with a speaker in each of its attributions; unchanged when it has none."""
    if not article.attributions:
        return article
    speakers = Resolver(article.text, sentences, shipped()).run(article.attributions)
    return replace(
        article,
        attributions=tuple(replace(a, speaker=s) for a, s in zip(article.attributions, speakers, strict=True)),
    )


class Resolver:
    """Reads one article once, in the order of its sources."""

    def __init__(self, text: str, sentences: Sequence[Sentence], weights: Weights) -> None:
        self.text, self.weights = text.translate(_BLANKS), weights
        self.places = Places(self.text, sentences)
        self.table = name_table(self.text, find_mentions(self.text, sentences))
        self.known: dict[tuple[int, int], tuple[Speaker, Referent | None]] = {}
        self.choices: list[Choice] = []

    def tell(self, printed: Sequence[tuple[Sequence[Span], Sequence[Span]]]) -> None:
        """Begin the story, knowing the spans of all sources, and of what each of them says."""
        self.story = Story(self.table, self.places, self.judge, printed)
        self.mentions = self.story.mentions
        self.author = find_author(self.story, self.places)
        self.signatures = Signatures(self.text)
        self.interview = find_interview(self.text, self.story, self.author)
        self.told = told_from(self.text)

    def run(self, attributions: Sequence[Attribution]) -> list[Speaker]:
        """The speakers of all attributions, in their order."""
        self.tell([(a.source, a.content) for a in attributions])
        order = sorted(range(len(attributions)), key=lambda i: (place_of(attributions[i]), i))
        found: dict[int, Speaker] = {}
        quoted = in_others_words(self.text, attributions)
        for i in order:
            if i not in quoted:
                found[i] = self.one(attributions[i])
        for i, outer in quoted.items():
            found[i] = of_outer(found.get(outer))
        return [found[i] for i in range(len(attributions))]

    def one(self, attribution: Attribution) -> Speaker:
        """The speaker of the next attribution in the text."""
        self.choices = []
        source = self.story.source(attribution.source)
        self.story.content = attribution.content
        if source.form is Form.EMPTY:
            return self._turn(attribution) or self._omitted(attribution)
        self.story.advance(source.start)
        key = (source.start, source.end)
        speaker, referent = self.known.get(key) or self.decide(source)
        speaker = self._with_role(speaker, referent)
        self.known[key] = speaker, referent
        self.story.advance(source.end)
        self.story.speak(referent, source.start, source.form)
        return speaker

    def _with_role(self, speaker: Speaker, referent: Referent | None) -> Speaker:
        """The speaker with the role that the article prints for the person."""
        if speaker.type is not SpeakerType.PERSON or referent is None or referent.entity is None:
            return speaker
        return replace(speaker, role=printed_role(self.text, referent.entity.mentions))

    def _turn(self, attribution: Attribution) -> Speaker | None:
        """Who speaks in a turn of an interview, "Q:" or "A:"."""
        letter = turn_of(self.text, [(s.start, s.end) for s in attribution.source])
        if not letter or self.interview is None:
            return None
        return turn_speaker(self.story, self.interview, letter, attribution.source[0].start)

    def _omitted(self, attribution: Attribution) -> Speaker:
        self.story.advance(place_of(replace(attribution, source=())))
        choice = omitted_choice(self.story, attribution)
        self.choices.append(choice)
        candidate, chance = best(choice, self.weights)
        if candidate is None or candidate.referent is None:
            return replace(NOBODY, confidence=chance) if chance else NOBODY
        referent = candidate.referent
        return Speaker(referent.name, _type(referent), chance, f"no source is printed: {referent.name} goes on")

    def decide(self, source: Source) -> tuple[Speaker, Referent | None]:
        """The speaker of a source that was not met before, and the referent it is."""
        if source.form is Form.NAME and source.named is not None:
            return self._name(source, source.named)
        if source.form is Form.PRONOUN:
            return self._pronoun(source)
        handles = _HANDLE.findall(self.text, source.start, source.end)
        if len(handles) == 1:
            signs = f"signs as {handles[0]}"
            return Speaker(handles[0], SpeakerType.PERSON, 0.85, signs), self.story.thing(
                handles[0], SpeakerType.PERSON, source.head
            )
        speaker, referent = self._description(source)
        return (self._joint(source, speaker), None) if source.form is Form.JOINT else (speaker, referent)

    def _joint(self, source: Source, speaker: Speaker) -> Speaker:
        """Several who speak as one: named by their names where each of them has one."""
        members = tuple(self._members(source))
        if not all(member.type is SpeakerType.PERSON for member in members):
            return replace(speaker, members=members)
        *first, last = (member.name for member in members)
        name = f"{', '.join(first)} and {last}" if first else last
        reason = f"{len(members)} who speak as one"
        return replace(speaker, name=name, type=SpeakerType.GROUP, reason=reason, members=members)

    def _members(self, source: Source) -> Iterator[Member]:
        """The parts of a joint source, each resolved by itself."""
        couple = couple_names(self.text, source.parts, source.inside)
        yield from (Member(name, SpeakerType.PERSON) for name in couple)
        for start, end in source.parts if not couple else ():
            part = read_source(self.text, [Span(start, end)], self.mentions)
            if part.form is not Form.EMPTY:
                speaker, _ = self._part(part)
                yield Member(speaker.name, speaker.type)

    def _part(self, part: Source) -> tuple[Speaker, Referent | None]:
        if part.form is Form.NAME and part.named is not None:
            return self._name(part, part.named)
        return self._pronoun(part) if part.form is Form.PRONOUN else self._description(part)

    def _name(self, source: Source, mention: Mention) -> tuple[Speaker, Referent | None]:
        entity = self._entity(mention, source)
        referent = self.story.referent(entity)
        kind, sure = self._kind(source, entity)
        referent.type = kind
        reason = f"named here: “{mention.name}”"
        shared = next((c for c in self.choices if c.task == "name"), None)
        if shared is not None:
            # Which of several: as sure as the choice among them.
            sure *= best(shared, self.weights)[1]
            reason = f"“{mention.name}” can be {len(shared.candidates)} people here; this one fits best"
        elif len(mention.words) == 1 and len(self.table.by_form.get((fold(mention.words[0]),), ())) > 1:
            sure *= TOLD_APART
            reason = f"“{mention.name}”: the others of this name have another title or are told of as relatives"
        return Speaker(referent.name, kind, min(sure, 0.97), reason), referent

    def _entity(self, mention: Mention, source: Source) -> Entity:
        if mention.end > source.end:
            form = tuple(fold(w) for w in mention.words)
            for size in range(len(form) - 1, 0, -1):
                if form[:size] in self.table.by_form:
                    return self.table.by_form[form[:size]][0]
        entities = self.table.by_start[mention.start]
        if len(entities) == 1:
            return entities[0]
        self.choices.append(name_choice(self.story, mention, entities))
        return self.judge(mention, entities)

    def judge(self, mention: Mention, entities: Sequence[Entity]) -> Entity:
        """The likeliest of several people who share a name."""
        candidate, _ = best(name_choice(self.story, mention, entities), self.weights)
        found = candidate.referent.entity if candidate is not None and candidate.referent is not None else None
        return found or entities[0]

    def _kind(self, source: Source, entity: Entity | None) -> tuple[SpeakerType, float]:
        if entity is not None and entity.kind == WORK:
            return SpeakerType.DOCUMENT, 0.9
        choice = kind_choice(source, entity)
        self.choices.append(choice)
        chances = probabilities(choice, self.weights)
        top = max(range(len(chances)), key=chances.__getitem__)
        return TYPES[top], chances[top]

    def _pronoun(self, source: Source) -> tuple[Speaker, Referent | None]:
        if source.head in FIRST_PERSON:
            return first_person(self.story, source, self.author, self.signatures)
        if source.head in ("you", "your", "yours"):
            return Speaker("you", SpeakerType.GROUP, 0.8, "the readers or anyone"), None
        choice = pronoun_choice(self.story, source)
        self.choices.append(choice)
        candidate, chance = best(choice, self.weights)
        if candidate is None or candidate.referent is None:
            return Speaker(source.head, SpeakerType.GROUP, 0.2, "no name before it fits"), None
        referent = candidate.referent
        reason = pronoun_reason(source.head, choice, candidate)
        # No surer than that the words before it were read right.
        chance *= referent.sure
        last = choice.task == "person" and "spoke 1" in candidate.features
        if last and any(self.story.is_topic(c.referent, source) for c in choice.candidates if c is not candidate):
            chance = min(chance, UNSURE)
        referent.sure = chance
        return Speaker(referent.name, _type(referent), chance, reason), referent

    def _spoken_for(self, source: Source) -> tuple[Speaker, Referent | None] | None:
        """A spokesperson of a body that is named, or "for" a person: who is spoken for speaks, by this voice."""
        for mention in source.inside:
            entity = self.story.choose(mention)
            guessed = entity.folded[0] not in lexicon().first_names and not any(m.title for m in entity.mentions)
            body = entity.kind != PERSON or guessed
            lead = mention.lead if mention.lead >= 0 else mention.start
            if mention.possessive or not (body or self.text.endswith(" for ", 0, lead)):
                continue
            referent = self.story.referent(entity)
            voice = self.own_name(source)
            kind = SpeakerType.ORGANISATION if body else SpeakerType.PERSON
            return Speaker(referent.name, kind, 0.9, f"“{voice}” speaks for {referent.name}", voice=voice), referent
        return None

    def _country(self, source: Source) -> Referent | None:
        """The country that "the Velnians" stand for, where the text names it."""
        country = country_of_people(source)
        named = self.table.by_form.get(tuple(map(fold, country.split()))) if country else None
        return self.story.referent(named[0]) if named else None

    def _owner(self, source: Source) -> Referent | None:
        """Whom "his", "my" or "Clinton’s" in front of a description means."""
        if source.determiner in MINE:
            quoted = self.places.quoted(source.start)
            return None if self.author is None or quoted else self.story.referent(self.author)
        if source.determiner in OWNERS:
            owner = Source(Form.PRONOUN, source.start, source.start + len(source.determiner), head=source.determiner)
            candidate, _ = best(pronoun_choice(self.story, owner), self.weights)
            return candidate.referent if candidate is not None else None
        for mention in source.inside:
            if mention.start < source.core_end and (mention.possessive or head_class(source.head) != "person"):
                return self.story.referent(self.story.choose(mention))
        return None

    def _of_owner(self, source: Source, owner: Referent) -> Referent | None:
        """What is named after the owner, or who bears the owner's name: "her campaign", "Thorn’s wife"."""
        return self.story.owned_by(owner, source.head) or self.story.relative(owner, source.head)

    def own_name(self, source: Source) -> str:
        """How a source is called when it stands for itself."""
        name = own_words(self.text, source)
        return self.story.owned.alike.get(name.casefold(), name)

    def _description(self, source: Source) -> tuple[Speaker, Referent | None]:
        if source.head in VOICES:
            spoken_for = self._spoken_for(source)
            if spoken_for is not None:
                return spoken_for
        name = self.own_name(source)
        country = self._country(source)
        if country is not None:
            means = f"“the {name}” who speak as one are {country.name}"
            return Speaker(country.name, SpeakerType.ORGANISATION, 0.7, means), country
        body = issuer(self.story, source, self.told)
        if body is not None:
            return Speaker(body.name, body.type, 0.7, f"“{name}” is {body.name}’s", voice=name), body
        owner = self._owner(source)
        theirs = self._of_owner(source, owner) if owner is not None and not source.tail else None
        if theirs is not None:
            return Speaker(theirs.name, _type(theirs), 0.8, f"“{name}” is {theirs.name}"), theirs
        choice = description_choice(self.story, Described(source, name, owner))
        self.choices.append(choice)
        candidate, chance = best(choice, self.weights, OWN_NAME_LEAD)
        if candidate is not None and candidate.referent is not None:
            referent = candidate.referent
            reason = description_reason(name, source.head, choice, candidate)
            referent.sure, referent.guess = chance, source.printed(self.text)
            return Speaker(referent.name, _type(referent), chance, reason), referent
        kind, sure = self._kind(source, None)
        referent = self.story.thing(name, kind, source.head)
        referent.sure, referent.guess = 1.0, ""
        # As sure as that it stands for itself, and of what type it is.
        return Speaker(name, kind, chance * sure, "called by its own words: nobody named fits better"), referent


def _type(referent: Referent) -> SpeakerType:
    return SpeakerType.ORGANISATION if referent.type is SpeakerType.NONE else referent.type
