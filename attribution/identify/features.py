"""What speaks for and against one referent as the one a source means: transparent features, each a short name."""

import re

from attribution.identify.entities import Entity
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.referents import NEVER, Referent
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.model import SpeakerType

REACH = 200
GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
GENDERED = re.compile(rf"\b(?:{'|'.join(GENDERS)})\b", re.IGNORECASE)


def bucket(value: int, edges: tuple[int, ...]) -> str:
    """The first edge that ``value`` does not exceed, or the last one with a plus."""
    for edge in edges:
        if value <= edge:
            return str(edge)
    return f"{edges[-1]}+"


def standing(story: Story, referent: Referent, at: int) -> list[str]:
    """How far a referent is from offset ``at``, how it stood there, and how often it was met."""
    sentences, paragraphs, spoke = _away(story, referent, at)
    return [
        f"sentences {bucket(sentences, (0, 1, 2, 5, 10))}",
        f"paragraphs {bucket(paragraphs, (0, 1, 2, 4))}",
        f"role {referent.role}",
        f"spoke {spoke}",
        f"count {bucket(referent.count, (0, 1, 3, 8))}",
    ]


def _away(story: Story, referent: Referent, at: int) -> tuple[int, int, str]:
    """Sentences and paragraphs since a referent was met, and how many speakers ago it spoke."""
    sentence = story.places.sentence(at)
    ago = len(story.speakers) - referent.spoke if referent.spoke != NEVER else 0
    paragraphs = story.places.paragraph(sentence) - referent.paragraph
    return sentence - referent.sentence, paragraphs, bucket(ago, (0, 1, 2, 3, 6))


def standing_features(story: Story, referent: Referent, at: int, rank: int, fits: int) -> list[str]:
    """Distance, place and history of a referent seen from offset ``at``; ``rank`` counts more recent ones that fit."""
    sentences, paragraphs, spoke = _away(story, referent, at)
    near = bucket(sentences, (0, 1, 2))
    out = [
        *standing(story, referent, at),
        f"role {referent.role} sentences {near}",
        f"role {referent.role} rank {bucket(rank, (0, 1, 2))}",
        f"spoke {spoke} paragraphs {bucket(paragraphs, (0, 1))}",
        f"rank {bucket(rank, (0, 1, 2, 4))}",
        f"spoken {bucket(referent.spoken, (0, 1, 3))}",
    ]
    if fits == 1:
        out.append("only")
    if referent.headline:
        out.append("headline")
    if referent.entity is None:
        out.append("description")
    return out


def pronoun_features(story: Story, referent: Referent, source: Source, rank: int, fits: int) -> list[str]:
    """Features of a referent for a pronoun."""
    out = standing_features(story, referent, source.start, rank, fits)
    out.append(f"{source.head} type {referent.type}")
    out.append("gender known" if referent.gender else "gender unknown")
    if story.in_content(referent):
        out.append("in the content")
        out.append(f"in the content spoke {referent.spoke == len(story.speakers) - 1}")
    if referent.sentence == story.last_sentence and referent.place > story.last_place:
        out.append("behind the last source")
    first = bool(story.content) and story.content[0].start < source.start
    out.append(f"content first {first} {out[5]}")
    out.append(f"content first {first} {out[3]}")
    if story.subject == referent.key:
        out.append("subject")
        out.append(f"subject here {story.places.sentence(source.start) == referent.sentence}")
    gap = story.places.text[referent.end : source.start]
    if len(gap) < 25:
        out.append(f"adjacent {'' if not gap.strip() else 'comma' if gap.strip()[:1] in ',(' else 'other'}")
    return out


def name_features(story: Story, referent: Referent, mention: Mention, entity: Entity) -> list[str]:
    """Features of one of several people who share the name at a mention."""
    genders = {lexicon().honorifics.get(t, "") for t in mention.title} - {""}
    roles = {t for t in mention.title if t not in lexicon().honorifics}
    out = standing_features(story, referent, mention.start, 0, 2) if referent.count else ["still to come"]
    if genders and entity.gender:
        out.append("title fits" if entity.gender in genders else "title clashes")
    if roles:
        out.append("role fits" if roles & entity.roles else "role new")
    out.append(f"full {bucket(referent.full, (0, 1, 3))}")
    out.append(f"main {story.is_main(referent)}")
    earliest = min(m.mentions[0].start for m in story.table.by_start[mention.start])
    out.append(f"first named {entity.mentions[0].start <= earliest}")
    among = story.table.by_start[mention.start]
    alone = {e.number: sum(len(story.table.by_start[m.start]) == 1 for m in e.mentions) for e in among}
    out.append(f"share {round(4 * alone[entity.number] / max(sum(alone.values()), 1))}")
    near = _gender_near(story, mention)
    if near and entity.gender:
        out.append("pronoun fits" if near == entity.gender else "pronoun clashes")
    return out


def _gender_near(story: Story, mention: Mention) -> str:
    """The gender of the pronouns round a name in its sentence, outside quotations; "" where there is none, or two."""
    places = story.places
    sentence = places.sentence(mention.start)
    start, end = places.sentence_start(sentence), places.sentence_start(sentence + 1) or mention.end + REACH
    genders = {
        GENDERS[match.group().lower()]
        for match in GENDERED.finditer(places.text, max(start, mention.start - REACH), min(end, mention.end + REACH))
        if not places.quoted(match.start())
    }
    return genders.pop() if len(genders) == 1 else ""


def is_personal(kind: SpeakerType) -> bool:
    return kind in (SpeakerType.PERSON, SpeakerType.ANONYMOUS, SpeakerType.NONE)
