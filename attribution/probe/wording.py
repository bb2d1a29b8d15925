"""Findings about one statement told in two ways: by two speakers, or in words that change its meaning."""

from collections.abc import Iterable, Iterator, Mapping

from attribution.model import Attribution, Finding, Match, Relation, Speaker, SpeakerType

SAME_WORDS = (Relation.VERBATIM, Relation.TRUNCATED)
NAMED = (SpeakerType.PERSON, SpeakerType.ORGANISATION)
# Speakers less sure than this are not held against each other: a wrong alarm costs trust.
SURE = 0.6


def two_speakers(article: str, matches: Iterable[Match], told: Mapping[str, Attribution]) -> Iterator[Finding]:
    """The same words, credited to two named speakers. ``told`` gives the attribution behind each statement id.

    A spokesperson and the one they speak for are one speaker, and so are a joint source and its members.
    """
    for match in _sure(matches, told):
        a, b = told[match.a].speaker, told[match.b].speaker
        if match.relation in SAME_WORDS and a is not None and b is not None and _apart(a, b):
            reason = f"the same words are credited to {_name(a)} and to {_name(b)}"
            yield _finding("two-speakers", article, match, told, reason)


def altered(article: str, matches: Iterable[Match], told: Mapping[str, Attribution]) -> Iterator[Finding]:
    """A wording that can change what another article quotes."""
    for match in _sure(matches, told):
        if match.relation is Relation.ALTERED:
            yield _finding("altered-wording", article, match, told, match.reason)


def _sure(matches: Iterable[Match], told: Mapping[str, Attribution]) -> Iterator[Match]:
    return (m for m in matches if not m.suggested and m.a in told and m.b in told)


def _finding(kind: str, article: str, match: Match, told: Mapping[str, Attribution], reason: str) -> Finding:
    here = told[match.b]
    return Finding(kind, article, here.content, reason, (match.a, match.b))


def _apart(a: Speaker, b: Speaker) -> bool:
    if min(a.confidence, b.confidence) < SURE:
        return False
    return a.type in NAMED and b.type in NAMED and not (_names(a) & _names(b))


def _names(speaker: Speaker) -> set[str]:
    names = {speaker.name, speaker.canonical, speaker.voice, *(member.name for member in speaker.members)}
    return {name.casefold() for name in names if name}


def _name(speaker: Speaker) -> str:
    return speaker.canonical or speaker.name
