"""Interviews printed as Q and A: who asks and who answers, from what stands before the first question."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.identify.entities import Entity
from attribution.identify.firstperson import AUTHOR
from attribution.identify.naming import PERSON
from attribution.identify.story import Story
from attribution.model import Speaker, SpeakerType

ASKS, ANSWERS = "Q", "A"
_TURN = re.compile(r"(?m)^[^\S\n]*([QA])[.:)][^\S\n]")
NEAR = 40
# "She spoke to Ada Thorn": one of the two asks, and is named less.
_MEETS = re.compile(r"\b(?:spoke|speaks|talked|talks|sat down) (?:to|with) $|\binterviewed by $|\btold $")


@dataclass(frozen=True, slots=True)
class Interview:
    """Who answers, and who asks where the text tells."""

    answers: Entity
    asks: Entity | None


def find_interview(text: str, story: Story, author: Entity | None) -> Interview | None:
    """The interview that a text prints as turns of Q and A, if it names who answers before the first of them."""
    turns = list(_TURN.finditer(text))
    if {turn.group(1) for turn in turns} != {ASKS, ANSWERS}:
        return None
    named = [m for m in story.mentions.within(0, turns[0].start()) if story.table.by_start[m.start][0].kind == PERSON]
    people = [story.table.by_start[m.start][0] for m in named]
    others = [e for e in people if e is not author]
    if not others:
        return None
    counts = Counter(e.number for e in others)
    answers = max(others, key=lambda e: (counts[e.number], -e.number))
    led = [e for m, e in zip(named, people, strict=True) if _MEETS.search(text, max(0, m.start - NEAR), m.start)]
    met = [e for e in led if e is not answers]
    return Interview(answers, author or next(iter(met), None))


def turn_of(text: str, source: Sequence[tuple[int, int]]) -> str:
    """The letter of the turn that a source is, or ""."""
    words = [text[start:end] for start, end in source]
    return words[0] if words in ([ASKS], [ANSWERS]) else ""


def turn_speaker(story: Story, interview: Interview, letter: str, at: int) -> Speaker:
    """Who asks or answers in the turn at an offset; the story goes on to it."""
    entity = interview.answers if letter == ANSWERS else interview.asks
    story.advance(at)
    if entity is None:
        return Speaker(AUTHOR, SpeakerType.PERSON, 0.5, f"“{letter}” asks: the interviewer is not named")
    referent = story.referent(entity)
    story.speak(referent, at, "name")
    does = "answers" if letter == ANSWERS else "asks"
    return Speaker(referent.name, SpeakerType.PERSON, 0.9, f"“{letter}” is {referent.name}, who {does}")
