"""Who a pronoun or a description can mean: the referents that fit in gender, number and kind, with their features."""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.identify.features import pronoun_features, standing_features
from attribution.identify.lexicon import lexicon
from attribution.identify.sources import Source
from attribution.identify.story import Referent, Story
from attribution.model import SpeakerType

# More recent candidates than this are never right in the training articles, and the bound keeps long articles linear.
MOST_CANDIDATES = 14


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
    gender = lexicon().genders.get(word)
    if gender in ("male", "female"):
        return "person"
    if word in ("who", "whom", "whose", "which", "that"):
        return "relative"
    return "plural" if gender == "plural" else "neuter"


def pronoun_choice(story: Story, source: Source) -> Choice:
    """The referents a pronoun can mean, the most recent first."""
    word = source.head
    task = pronoun_task(word)
    fitting = _fitting(story, word, task)
    candidates = [
        Candidate(r, tuple(pronoun_features(story, r, source, i, len(fitting)))) for i, r in enumerate(fitting)
    ]
    return Choice(task, tuple(candidates))


def _fitting(story: Story, word: str, task: str) -> list[Referent]:
    gender = lexicon().genders.get(word, "")
    out = []
    for referent in story.latest():
        if _fits(referent, gender, task):
            out.append(referent)
            if len(out) == MOST_CANDIDATES:
                break
    return out


def _fits(referent: Referent, gender: str, task: str) -> bool:
    kind = referent.type
    if task == "person":
        person = kind in (SpeakerType.PERSON, SpeakerType.ANONYMOUS, SpeakerType.NONE)
        return person and referent.gender in (gender, "")
    if task == "neuter":
        return kind in (SpeakerType.ORGANISATION, SpeakerType.DOCUMENT, SpeakerType.NONE)
    if task == "plural":
        return kind is not SpeakerType.PERSON
    return True


def description_choice(story: Story, source: Source, kind: SpeakerType) -> Choice:
    """The referents a description can mean, and itself."""
    task = {SpeakerType.PERSON: "role", SpeakerType.DOCUMENT: "work"}.get(kind, "body")
    fitting = _described(story, source, kind)
    candidates = [
        Candidate(r, tuple(description_features(story, r, source, i, len(fitting)))) for i, r in enumerate(fitting)
    ]
    candidates.append(Candidate(None, tuple(self_features(source, len(fitting)))))
    return Choice(task, tuple(candidates))


def _described(story: Story, source: Source, kind: SpeakerType) -> list[Referent]:
    gender = lexicon().person_nouns.get(source.head, "")
    out = []
    for referent in story.latest(200):
        if referent.type in (kind, SpeakerType.NONE) and not (gender and referent.gender not in (gender, "")):
            out.append(referent)
    return out[: 2 * MOST_CANDIDATES]


def description_features(story: Story, referent: Referent, source: Source, rank: int, fits: int) -> list[str]:
    """Features of a referent for a description: what its titles and appositions said of it, and its standing."""
    out = standing_features(story, referent, source.start, rank, fits)
    words = set(source.words)
    shared = words & referent.roles
    if source.head in referent.roles:
        out.append("head is role")
    if shared - {source.head}:
        out.append("shares role words")
    if source.head and source.head in referent.name.lower().split():
        out.append("head in name")
    if source.head and source.head == referent.head:
        out.append("same head")
    out.append(f"determiner {source.determiner}")
    return out


def self_features(source: Source, fits: int) -> list[str]:
    head = source.head
    return [
        "self",
        f"self determiner {source.determiner}",
        f"self head {head}",
        "self tail" if source.tail else "self bare",
        "self names" if source.inside else "self nameless",
        "self nothing fits" if not fits else "self something fits",
    ]


def owned(source: Source) -> Sequence[str]:
    return source.words[:2]
