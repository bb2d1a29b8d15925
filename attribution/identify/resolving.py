"""Every attribution of an article gets its speaker, from what this article prints."""

from collections.abc import Sequence
from dataclasses import replace

from attribution.identify.candidates import Choice, description_choice, pronoun_choice
from attribution.identify.entities import Entity, name_table
from attribution.identify.kinds import described_kind
from attribution.identify.mentions import Mention, find_mentions
from attribution.identify.names import fold
from attribution.identify.ranking import best
from attribution.identify.sources import Form, Mentions, Source, read_source
from attribution.identify.story import Places, Referent, Story
from attribution.identify.weights import Weights, shipped
from attribution.identify.wording import own_words
from attribution.model import Article, Attribution, Sentence, Speaker, SpeakerType

NOBODY = Speaker("", SpeakerType.NONE, 0.9, "no source is printed")


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
        self.text, self.weights = text, weights
        self.places = Places(text, sentences)
        self.table = name_table(text, find_mentions(text, sentences))
        self.mentions = Mentions(self.table.mentions)
        self.story = Story(self.table, self.places)
        self.known: dict[tuple[int, int], tuple[Speaker, Referent | None]] = {}
        self.described: dict[tuple[str, SpeakerType], Referent] = {}
        self.choice: Choice | None = None

    def run(self, attributions: Sequence[Attribution]) -> list[Speaker]:
        order = sorted(range(len(attributions)), key=lambda i: (_place(attributions[i]), i))
        found: dict[int, Speaker] = {}
        for i in order:
            found[i] = self.one(attributions[i])
        return [found[i] for i in range(len(attributions))]

    def one(self, attribution: Attribution) -> Speaker:
        """The speaker of the next attribution in the text."""
        self.choice = None
        source = read_source(self.text, attribution.source, self.mentions)
        if source.form is Form.EMPTY:
            return NOBODY
        self.story.advance(source.start)
        key = (source.start, source.end)
        speaker, referent = self.known.get(key) or self.decide(source)
        self.known[key] = speaker, referent
        self.story.advance(source.end)
        self.story.speak(referent, source.start, source.form)
        return speaker

    def decide(self, source: Source) -> tuple[Speaker, Referent | None]:
        if source.form is Form.NAME and source.named is not None:
            return self._name(source, source.named)
        if source.form is Form.PRONOUN:
            return self._pronoun(source)
        return self._description(source)

    def _name(self, source: Source, mention: Mention) -> tuple[Speaker, Referent | None]:
        entity = self._entity(mention, source)
        referent = self.story.referent(entity)
        kind = SpeakerType.ORGANISATION if referent.type is SpeakerType.NONE else referent.type
        return Speaker(referent.name, kind, 0.95, f"named here: “{mention.name}”"), referent

    def _entity(self, mention: Mention, source: Source) -> Entity:
        if mention.end > source.end:
            form = tuple(fold(w) for w in mention.words)
            for size in range(len(form) - 1, 0, -1):
                if form[:size] in self.table.by_form:
                    return self.table.by_form[form[:size]][0]
        entities = self.table.by_start[mention.start]
        return max(entities, key=lambda e: self.story.standing(e, mention))

    def _pronoun(self, source: Source) -> tuple[Speaker, Referent | None]:
        self.choice = pronoun_choice(self.story, source)
        candidate, chance = best(self.choice, self.weights)
        if candidate is None or candidate.referent is None:
            return Speaker(source.head, SpeakerType.GROUP, 0.2, "no name before it fits"), None
        referent = candidate.referent
        kind = SpeakerType.ORGANISATION if referent.type is SpeakerType.NONE else referent.type
        return Speaker(referent.name, kind, chance, f"“{source.head}”: the last that fits"), referent

    def own_name(self, source: Source) -> str:
        """How a source is called when it stands for itself."""
        return own_words(self.text, source)

    def _description(self, source: Source) -> tuple[Speaker, Referent | None]:
        kind = described_kind(source)
        name = self.own_name(source)
        if kind in (SpeakerType.PERSON, SpeakerType.ORGANISATION, SpeakerType.DOCUMENT):
            self.choice = description_choice(self.story, source, kind)
            candidate, chance = best(self.choice, self.weights)
            if candidate is not None and candidate.referent is not None:
                return Speaker(candidate.referent.name, kind, chance, f"“{name}” fits"), candidate.referent
        referent = self._new(name, kind, source)
        kind = SpeakerType.ANONYMOUS if kind is SpeakerType.PERSON else kind
        return Speaker(name, kind, 0.6, "by its own words"), referent

    def _new(self, name: str, kind: SpeakerType, source: Source) -> Referent:
        key = (name.casefold(), kind)
        if key not in self.described:
            self.described[key] = Referent(name, kind, "", head=source.head)
        return self.described[key]


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start
