"""Who a pronoun or a description can mean: the referents that fit in gender, number and kind, with their features."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribution.identify.describing import Described, description_features, self_features
from attribution.identify.entities import Entity
from attribution.identify.features import (
    bucket,
    is_personal,
    name_features,
    pronoun_features,
)
from attribution.identify.headnouns import UNRELATED, clashes, head_class, head_relation, is_told
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.referents import Referent
from attribution.identify.relatives import RELATIVES
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.identify.surroundings import family_of
from attribution.model import SpeakerType

# More recent candidates than this are hardly ever right in the training articles; the bound keeps long articles linear.
MOST_CANDIDATES = 14
MOST_COMING = 3
_ASKED_BY = re.compile(r"(?i)[“\"]?(?:when |(?:after )?being )?(?:asked|questioned|pressed|challenged) by ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a choice; ``referent`` is None for "none of them: the source stands for itself"."""

    referent: Referent | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A question to the ranker. ``task`` names the set of weights."""

    task: str
    candidates: tuple[Candidate, ...]


def pronoun_task(word: str) -> str:
    """The set of weights for a pronoun."""
    gender = lexicon().genders.get(word)
    if gender in ("male", "female"):
        return "person"
    if word in ("who", "whom", "whose", "which", "that"):
        return "relative"
    return "plural" if gender == "plural" else "neuter"


def pronoun_choice(story: Story, source: Source) -> Choice:
    """The referents a pronoun can mean, the most recent first."""
    task = pronoun_task(source.head)
    gender = lexicon().genders.get(source.head, "")
    fitting = []
    excluded = _cannot_be(story, source) if task == "person" else []
    for referent in story.latest(60):
        if referent.entity is not None and referent.entity in excluded:
            continue
        if _fits(referent, gender, task) and not (source.head == "which" and referent.type is SpeakerType.PERSON):
            fitting.append(referent)
            if len(fitting) == MOST_CANDIDATES:
                break
    candidates = (
        Candidate(r, tuple(pronoun_features(story, r, source, i, len(fitting)))) for i, r in enumerate(fitting)
    )
    return Choice(task, tuple(candidates))


def _cannot_be(story: Story, source: Source) -> list[Entity]:
    """Whom "he" is not: who asks him ("Asked by Ms Crane whether …, he said"), and the author, who is "I"."""
    start = story.places.sentence_start(story.places.sentence(source.start))
    asking = [story.choose(m) for m in _asking(story, start)]
    return asking + ([story.first_person] if story.first_person is not None else [])


def _asking(story: Story, start: int) -> list[Mention]:
    """The name of who asks in a sentence that begins with "Asked by"; not whom "a reporter for Hale" works for."""
    text = story.places.text
    asked = _ASKED_BY.match(text, start)
    if asked is None:
        return []
    near = [m for m in story.mentions.within(asked.end(), asked.end() + 40) if not m.possessive]
    gap = text[asked.end() : near[0].start].lower().split() if near else []
    return near[:1] if not lexicon().stop_words.intersection(gap) else []


def _fits(referent: Referent, gender: str, task: str) -> bool:
    kind = referent.type
    if task == "person":
        return is_personal(kind) and referent.gender in (gender, "")
    if task == "neuter":
        return kind in (SpeakerType.ORGANISATION, SpeakerType.DOCUMENT, SpeakerType.NONE)
    if task == "plural":
        return kind is not SpeakerType.PERSON
    return True


def name_choice(story: Story, mention: Mention, entities: Sequence[Entity]) -> Choice:
    """Which of several people who share a name is meant."""
    referents = [story.referent(e) for e in entities]
    candidates = (
        Candidate(r, tuple(name_features(story, r, mention, e))) for r, e in zip(referents, entities, strict=True)
    )
    return Choice("name", tuple(candidates))


def description_choice(story: Story, described: Described) -> Choice:
    """The referents a description can mean, and itself (the last candidate)."""
    source = described.source
    # That "police" said something before makes it no name of their own.
    own = None if source.is_definite_alone else story.called(described.name)
    found = {r.key: r for r in (*_described(story, source), *_owner(described))}
    wholes = _wholes(story, source)
    fitting = [r for r in found.values() if r.entity not in wholes and _may_answer(r, described)]
    fitting = [r for r in fitting if not _is_unrelated(story, r, described)]
    fitting = [r for r in fitting if is_told(r, source)] or fitting
    candidates = [
        Candidate(r, tuple(description_features(story, r, described, i, len(fitting)))) for i, r in enumerate(fitting)
    ]
    candidates = list(_ranked(candidates, source.article))
    candidates.append(Candidate(None, tuple(self_features(story, described, own, fitting))))
    return Choice("description", tuple(candidates))


def _wholes(story: Story, source: Source) -> list[Entity]:
    """What a body is only a part of: the press service of a ministry is not the ministry."""
    if head_class(source.head) != "body" or source.tail[:1] != ("of",):
        return []
    return [story.choose(m) for m in source.inside if m.start >= source.core_end][:1]


def _owner(described: Described) -> list[Referent]:
    return [] if described.owner is None else [described.owner]


def _may_answer(referent: Referent, described: Described) -> bool:
    """Whether a referent is another than the description itself and of a kind that its head noun can mean."""
    if referent is described.owner:
        # Nobody is his own wife.
        return described.source.head not in RELATIVES
    return referent.name.casefold() != described.name.casefold() and not clashes(referent, described.source.head)


def _is_unrelated(story: Story, referent: Referent, described: Described) -> bool:
    """Whether somebody with a name cannot be meant, as the text does not call them so: by a word for somebody’s
    relative; by a label other than their own; by "the girl" where a girl without a name has spoken.
    """
    source, entity = described.source, referent.entity
    if entity is None or head_relation(referent, source.head) not in UNRELATED or story.next_is(referent, source):
        return False
    labels = story.labels
    if source.start in labels.starts and entity.number in labels.words:
        return source.head not in labels.words[entity.number]
    if source.head in RELATIVES:
        return source.is_owned and not _is_family(referent, described)
    if source.article != "the" or len(source.words) - len(source.tail) > 2 or head_class(source.head) != "person":
        return False
    if referent.count == 0 and story.introduces(source.head, source.start):
        return True
    return story.has_heard(source.head)


def _is_family(referent: Referent, described: Described) -> bool:
    return described.owner is not None and family_of(referent, described.owner)


def _ranked(candidates: Sequence[Candidate], article: str) -> Iterator[Candidate]:
    """The candidates; those that are related to the head noun are numbered."""
    at = 0
    for candidate in candidates:
        if "related" in candidate.features:
            rank = f"related rank {bucket(at, (0, 1, 2))}"
            candidate = Candidate(candidate.referent, (*candidate.features, rank, f"{rank} article {article}"))
            at += 1
        yield candidate


def _described(story: Story, source: Source) -> Iterator[Referent]:
    """Recent referents of a fitting type, then any whose role or head it is, named already or still to come."""
    gender = lexicon().person_nouns.get(source.head, "")
    seen: set[int] = set()
    for referent in story.latest(80):
        if len(seen) == MOST_CANDIDATES:
            break
        if _may_be(referent, source, gender) and not clashes(referent, source.head):
            seen.add(referent.key)
            yield referent
    near = [story.referent(e) for e in story.beside(source.start, source.end)]
    for referent in near + story.by_head(source.head) + _people(story, source):
        if referent.key not in seen and not (gender and referent.gender not in (gender, "")):
            seen.add(referent.key)
            yield referent


def _people(story: Story, source: Source) -> list[Referent]:
    """Who is most named in the article, and who comes next: for a description of one person."""
    if head_class(source.head) not in ("person", "other") or source.head.endswith("s"):
        return []
    return [
        story.referent(e) for e in (*story.arrivals.newcomers(source.end, MOST_COMING), story.main) if e is not None
    ]


def _may_be(referent: Referent, source: Source, gender: str) -> bool:
    if gender and (referent.gender not in (gender, "") or not is_personal(referent.type)):
        return False
    if referent.entity is None and referent.spoken == 0:
        return head_relation(referent, source.head) not in UNRELATED
    return True
