"""Matching and checking on files alone: statements in, lines of the contract out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attribution.errors import UnreadableArticle
from attribution.model import Article, Match, Statement
from attribution.pipeline.extracting import kinds
from attribution.pipeline.statements import statements

if TYPE_CHECKING:
    from attribution.match.passages import PrimarySource
    from attribution.match.verifying import Check, Claim, Verification

Record = Mapping[str, object]


def statements_in(paths: Iterable[str]) -> Iterator[Statement | UnreadableArticle]:
    """The statements of JSON Lines: one a line, or each attribution of an article's line."""
    for where, record in _lines(paths):
        if isinstance(record, UnreadableArticle):
            yield record
        elif "attributions" in record:
            yield from _of_article(record, where)
        else:
            yield _statement(record, where)


def _lines(paths: Iterable[str]) -> Iterator[tuple[str, Record | UnreadableArticle]]:
    import sys

    from attribution.articles.records import records

    return records(paths, getattr(sys.stdin, "buffer", None))


def _of_article(record: Record, where: str) -> Iterator[Statement | UnreadableArticle]:
    from attribution.articles.lines import article_from

    try:
        article, problems = article_from(record, where, kinds)
    except UnreadableArticle as problem:
        yield problem
        return
    yield from problems
    yield from statements(article)


def _statement(record: Record, where: str) -> Statement | UnreadableArticle:
    wanted = {name: record.get(name) for name in ("id", "text", "article", "speaker", "published")}
    for name, value in wanted.items():
        if not isinstance(value, str) and (name in ("id", "text") or value is not None):
            return UnreadableArticle(f"{where}: the statement's {name} is no text; give it as a JSON string")
    return Statement(
        id=str(wanted["id"]),
        text=str(wanted["text"]),
        article=_text(wanted["article"]),
        speaker=_text(wanted["speaker"]),
        published=_text(wanted["published"]),
        quoted=record.get("quoted") is not False,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


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


def cluster_lines(found: Sequence[Statement]) -> Iterator[Record]:
    """Each utterance with the ids of its members."""
    from attribution.match.utterances import utterances

    for each in utterances(found, _telling(found)):
        yield {"utterance": each.id, "members": list(each.members)}


def primary_sources(paths: Iterable[str]) -> Iterator["PrimarySource | UnreadableArticle"]:
    """The primary texts in files and folders, each under its file's name without ending."""
    from attribution.match.passages import PrimarySource
    from attribution.pipeline.extracting import read

    for item in read(paths):
        if isinstance(item, Article):
            yield PrimarySource(item.id, item.text)
        elif isinstance(item, UnreadableArticle):
            yield item


def records_in(paths: Iterable[str]) -> Iterator[Record | UnreadableArticle]:
    """The lines to check: statements as they are, and for each attribution a line with id, text, quotes and speaker."""
    for where, record in _lines(paths):
        if isinstance(record, UnreadableArticle) or "attributions" not in record:
            yield record
            continue
        for each in _of_article(record, where):
            yield each if isinstance(each, UnreadableArticle) else _checkable(each)


def _checkable(statement: Statement) -> Record:
    line: dict[str, object] = {"id": statement.id, "text": statement.text, "speaker": statement.speaker}
    return line | ({"quotes": [statement.text]} if statement.quoted else {})


def verified(records: Sequence[Record], sources: Sequence["PrimarySource"]) -> Iterator[Record]:
    """The same lines with verdict, place, passage, score, reason and a check for each quote."""
    from attribution.match.verifying import verify

    for record, found in zip(records, verify([_claim(record) for record in records], sources), strict=True):
        yield {**record, **_verdict(found)}


def _claim(record: Record) -> "Claim":
    from attribution.match.verifying import Claim

    quotes = record.get("quotes")
    strings = tuple(quote for quote in quotes if isinstance(quote, str)) if isinstance(quotes, list) else ()
    return Claim(str(record.get("id")), str(record.get("text") or ""), strings, _text(record.get("speaker")))


def _verdict(found: "Verification") -> Record:
    best = _check_line(found.best)
    return {name: best[name] for name in best if name != "quote"} | {"checks": [_check_line(c) for c in found.checks]}


def _check_line(check: "Check") -> dict[str, object]:
    return {
        "quote": check.quote,
        "verdict": check.verdict.value,
        "source": check.source,
        "start": check.start,
        "end": check.end,
        "passage": check.passage,
        "score": round(check.score, 4),
        "reason": check.reason,
        "said_by": check.speaker,
        "before": check.before,
        "after": check.after,
        "edits": [list(edit) for edit in check.edits],
    }
