"""Matching on files alone: statements in, lines of the contract out."""

from collections.abc import Iterator, Sequence

from attribution.model import Match, Statement
from attribution.pipeline.incoming import Record


def match_lines(found: Sequence[Statement], suggestions: bool = False) -> Iterator[Record]:
    """The matched pairs as lines of the contract; with ``suggestions`` the unsure ones too, marked."""
    for match in _telling(found):
        if suggestions or not match.suggested:
            yield _match_line(match)


def _telling(found: Sequence[Statement]) -> Iterator[Match]:
    """The matches of statements that have enough words in them to be known again."""
    from attribution.match.matching import matches
    from attribution.match.slight import tells

    known = {statement.id: statement for statement in found}
    return (match for match in matches(found) if tells(known[match.a], known[match.b]))


def _match_line(match: Match) -> Record:
    line: dict[str, object] = {
        "a": match.a,
        "b": match.b,
        "relation": match.relation.value,
        "score": round(match.score, 4),
        "reason": match.reason,
        "edits": [[e.kind, e.a_start, e.a_end, e.b_start, e.b_end] for e in match.edits],
    }
    marks = {"same_article": match.same_article, "suggested": match.suggested}
    return line | {name: True for name, value in marks.items() if value}


def cluster_lines(found: Sequence[Statement], suggestions: bool = False) -> Iterator[Record]:
    """Each utterance with the ids of its members; with ``suggestions`` also of those that may belong to it.

    Members are oldest first; those of one date, and those without any at the end, in input order. So are utterances, by
    their first members.
    """
    from attribution.match.utterances import utterances

    place = {statement.id: number for number, statement in enumerate(found)}
    dates = {statement.id: statement.published for statement in found}

    def age(name: str) -> tuple[bool, str, int]:
        return dates[name] is None, dates[name] or "", place[name]

    told = utterances(found, (match for match in _telling(found) if suggestions or not match.suggested))
    lines = [(sorted(each.members, key=age), sorted(each.suggested, key=age), each.id) for each in told]
    for members, suggested, name in sorted(lines, key=lambda line: (age(line[0][0]), line[2])):
        yield {"utterance": name, "members": members} | ({"suggested": suggested} if suggested else {})
