"""What the text round a description says for a referent: an apposition, who speaks next, words near its name."""

import re

from attribution.identify.features import GENDERED, GENDERS, bucket
from attribution.identify.leading import is_led
from attribution.identify.naming import PERSON
from attribution.identify.referents import Referent
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.model import SpeakerType

# "Ada Thorn, a banker", "Ben Vale (R-Ohio), a banker", "Ada Thorn, 34, a banker".
_APPOSED = re.compile(
    r"(?:,[’”\"']{1,2}|[’”\"']{0,2}(?: \([^()\n]{1,20}\))?,)(?: \d{1,3},)? ?|[”\"']{0,2} ?(?:--?|[—–―(]) ?"
)
_IS = re.compile(r"(?:, who)? (?:is|was|remains|became|becomes|has been|as)(?: (?:not|just|now|also|still|only))? ?")
# Behind an apposition comes a comma, a dash or the end; behind a subject its verb.
_CLOSED = re.compile(r"[’”\"']{0,2}(?: \([^()\n]{1,20}\))? ?(?:[,.;:!?)—–]|--? |\n|$)|,? (?:who|that|which|whose)\b")
NEAR = 60
MOST_NEAR = 8
PLAIN = 4  # shorter lower-case words stand near anything


def surroundings(story: Story, referent: Referent, source: Source, kind: str) -> list[str]:
    """Features of a referent from what is printed round it and round the source; ``kind`` is the head noun's."""
    article = source.article
    out = [*_link(story, referent, source, kind, article), *_elsewhere(story, referent, source, kind, article)]
    entity = referent.entity
    if entity is not None:
        near = _words_near(story, referent, source)
        out.append(f"near {near}")
        out.append(f"near {near} {kind} type {referent.type}")
    named = story.ending.get(source.head, ())
    if referent.name.lower() in named:
        bare = "modified" if source.modifiers else "bare"
        sole = f"sole of the name {bucket(len(named), (1, 2))} {bare}"
        out.extend((sole, f"{sole} {article}", f"{sole} {kind}"))
    out.extend(_pronoun(story, referent, source))
    return out


def _link(story: Story, referent: Referent, source: Source, kind: str, article: str) -> list[str]:
    if referent.count == 0 or referent.end > source.start or source.start - referent.end > 40:
        return []
    gap = story.places.text[referent.end : source.start]
    if _APPOSED.fullmatch(gap):
        closed = _CLOSED.match(story.places.text, source.end) is not None
        place = "led" if is_led(story.places.text, referent.place) else referent.role
        return [
            "apposed",
            f"apposed {article}",
            f"apposed {kind} type {referent.type}",
            f"apposed closed {closed} {article}",
            f"apposed closed {closed} place {place}",
            f"apposed place {place} {article}",
        ]
    if _IS.fullmatch(gap):
        return ["is", f"is {article}", f"is {kind} type {referent.type}"]
    return []


def _elsewhere(story: Story, referent: Referent, source: Source, kind: str, article: str) -> list[str]:
    entity = referent.entity
    if entity is None:
        return []
    next_ = story.sayers.speaks_next(source.end, entity)
    early = story.places.sentence(source.start) < 4
    said = bucket(story.sayers.said(entity), (0, 1, 3))
    out = [
        f"speaks next {next_}",
        f"speaks next {next_} early {early} {article} {kind}",
        f"speaks next {next_} met {referent.count > 0} {kind}",
        f"says {said} {kind}",
        f"says most {story.sayers.says_most(entity)} {kind} {article}",
    ]
    alike = story.alike[entity.number]
    most = alike > 0 and alike == max(story.alike.values())
    out.append(f"says alike {bucket(alike, (0, 1, 2, 4))} {kind} {article}")
    out.append(f"says alike {bucket(alike, (0, 1, 2, 4))} early {early}")
    out.append(f"says most alike {most} early {early} met {referent.count > 0}")
    later = story.named_later(source.end, entity)
    if later:
        out.append(f"named later here {kind}")
        out.append(f"named later here met {referent.count > 0}")
    return out


def _words_near(story: Story, referent: Referent, source: Source) -> str:
    words = [w for w in dict.fromkeys((*source.proper, *source.modifiers)) if w in source.proper or len(w) > PLAIN]
    if not words or referent.entity is None:
        return "no"
    text = story.places.text
    around = [
        text[max(0, m.start - NEAR) : m.end + NEAR].lower()
        for m in referent.entity.mentions[:MOST_NEAR]
        if not m.start - NEAR < source.start < m.end + NEAR
    ]
    found = sum(any(w in near for near in around) for w in words)
    return "all" if found == len(words) else "some" if found else "none"


def _pronoun(story: Story, referent: Referent, source: Source) -> list[str]:
    if referent.type is not SpeakerType.PERSON or not referent.gender:
        return []
    text = story.places.text
    after = story.places.sentence_end(source.start)
    found = GENDERED.search(text, source.end, min(after, source.end + 120))
    if found is None or story.places.quoted(found.start()):
        return []
    fits = GENDERS[found.group().lower()] == referent.gender
    return [f"pronoun behind {'fits' if fits else 'clashes'}"]


def family_of(referent: Referent, owner: Referent) -> bool:
    """Whether two people share the family name."""
    a, b = referent.entity, owner.entity
    return (
        a is not None and b is not None and a is not b and a.kind == b.kind == PERSON
        and a.parsed.family == b.parsed.family and bool(a.parsed.family)
    )  # fmt: skip
