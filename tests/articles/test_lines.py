"""An article as a line of the contract, and back: nothing is lost, and what does not fit is told."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.articles import lines
from attribution.articles.lines import article_line
from attribution.errors import Note, UnreadableArticle
from attribution.model import Article, Kind, Origin, Span
from attribution.pipeline.extracting import kinds

TEXT = "“Yes,” said Ann Holm. “No.” She smiled."
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
SCORES = st.floats(0, 1)


def article_from(record: object, where: str) -> tuple[Article, list[UnreadableArticle]]:
    return lines.article_from(record, where, kinds)


TYPES = st.sampled_from(["person", "organisation", "document", "group", "anonymous", "none"])


@st.composite
def spans(draw: st.DrawFn, least: int = 0) -> list[list[int]]:
    cuts = draw(st.lists(st.integers(0, len(TEXT)), min_size=2 * least, max_size=6, unique=True).map(sorted))
    return [[cuts[at], cuts[at + 1]] for at in range(0, len(cuts) - 1, 2)]


@st.composite
def speakers(draw: st.DrawFn) -> dict[str, Any]:
    speaker = {"name": draw(WORDS), "type": draw(TYPES), "confidence": draw(SCORES), "reason": draw(WORDS)}
    speaker |= draw(st.fixed_dictionaries({}, optional={"canonical": WORDS, "voice": WORDS, "role": WORDS}))
    members = draw(st.lists(st.fixed_dictionaries({"name": WORDS, "type": TYPES}), max_size=2))
    return speaker | ({"members": members} if members else {}) | draw(unknown("s"))


def unknown(prefix: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(WORDS.map(lambda word: f"{prefix}_{word}"), VALUES, max_size=3)


@st.composite
def attributions(draw: st.DrawFn) -> dict[str, Any]:
    record = {"content": draw(spans(1)), "cue": draw(spans()), "source": draw(spans()), "id": draw(WORDS)}
    record |= {"kind": draw(st.sampled_from(list(Kind))).value, "nested": draw(st.booleans())}
    record |= {"confidence": draw(SCORES)}
    if draw(st.booleans()):
        record["speaker"] = draw(speakers())
    return record | draw(unknown("a"))


@st.composite
def articles(draw: st.DrawFn) -> dict[str, Any]:
    record: dict[str, Any] = {"id": draw(WORDS.filter(str.strip)), "text": TEXT}
    optional = {"title": WORDS, "url": WORDS, "outlet": WORDS, "published": st.just("2020-10-02")}
    record |= draw(st.fixed_dictionaries({}, optional=optional))
    record |= draw(unknown("x"))
    if draw(st.booleans()):
        record["attributions"] = draw(st.lists(attributions(), max_size=3))
    return record


@given(articles())
def test_a_line_comes_back_as_it_went_in(record: dict[str, Any]) -> None:
    article, problems = article_from(json.loads(json.dumps(record)), "x.jsonl:1")
    assert problems == []
    line = article_line(article)
    assert line == record
    assert [name for name in line if name.startswith("x_")] == [name for name in record if name.startswith("x_")]
    again, _ = article_from(json.loads(json.dumps(line)), "x.jsonl:1")
    assert article_line(again) == line


@given(articles())
def test_imported_attributions_are_marked(record: dict[str, Any]) -> None:
    article, _ = article_from(record, "x.jsonl:1")
    assert all(attribution.origin is Origin.IMPORTED for attribution in article.attributions or ())
    assert (article.attributions is None) == ("attributions" not in record)


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "attributions", "other"]), VALUES))
def test_any_object_is_an_article_or_an_error(record: dict[str, Any]) -> None:
    try:
        article, _ = article_from(record, "x.jsonl:1")
    except UnreadableArticle:
        return
    json.dumps(article_line(article))


@pytest.mark.parametrize(
    ("record", "identity"),
    [
        pytest.param({"id": "a1"}, "a1", id="given"),
        pytest.param({"id": 7}, "7", id="number"),
        pytest.param({}, "news:12", id="none"),
        pytest.param({"id": " "}, "news:12", id="blank"),
        pytest.param({"id": True}, "news:12", id="no-name"),
    ],
)
def test_identity(record: dict[str, Any], identity: str) -> None:
    article, _ = article_from(record | {"text": "Yes."}, "folder/news.jsonl:12")
    assert article.id == identity


@pytest.mark.parametrize(
    ("record", "said"),
    [
        pytest.param({}, 'no "text"', id="no-text"),
        pytest.param({"text": 5}, 'no "text"', id="text-is-a-number"),
        pytest.param({"text": " \n"}, "empty", id="blank-text"),
        pytest.param({"text": "a\ud800"}, "half a character", id="half-a-character"),
        pytest.param(["text"], "not a JSON object", id="no-object"),
    ],
)
def test_no_article(record: object, said: str) -> None:
    with pytest.raises(UnreadableArticle, match=said):
        article_from(record, "x.jsonl:1")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"content": [[0, 500]]}, "outside the text", id="beyond-the-text"),
        pytest.param({"content": [[-1, 5]]}, "outside the text", id="before-the-text"),
        pytest.param({"content": [[5, 5]]}, "empty or reversed", id="empty"),
        pytest.param({"content": [[5, 2]]}, "empty or reversed", id="reversed"),
        pytest.param({"content": [[0, 5], [3, 8]]}, "overlap or are out of order", id="overlap"),
        pytest.param({"content": [[0, 5, 6]]}, "no list of", id="three-numbers"),
        pytest.param({"content": [[0, 5.0]]}, "no list of", id="no-whole-number"),
        pytest.param({"content": [[False, True]]}, "no list of", id="booleans"),
        pytest.param({"content": "0-5"}, "no list of", id="words"),
        pytest.param({"content": []}, "no content", id="no-content"),
        pytest.param({"source": [[0, 500]]}, "source 0–500 is outside", id="source-beyond"),
        pytest.param({"kind": "loud"}, "none of direct, mixed, indirect", id="kind"),
        pytest.param({"confidence": 1.5}, "not between 0 and 1", id="confidence"),
        pytest.param({"confidence": "high"}, "not between 0 and 1", id="confidence-in-words"),
        pytest.param({"speaker": "Ann"}, 'an object with a "name"', id="speaker"),
        pytest.param({"speaker": {"name": "Ann", "type": "cat"}}, "speaker type 'cat'", id="speaker-type"),
        pytest.param({"speaker": {"name": "A", "members": ["B"]}}, "members", id="members"),
    ],
)
def test_a_bad_attribution_is_left_out_and_told(change: dict[str, Any], said: str) -> None:
    good = {"content": [[0, 6]]}
    record = {"id": "a", "text": TEXT, "attributions": [good, {**good, **change}, good | {"id": "last"}]}
    article, (problem,) = article_from(record, "x.jsonl:3")
    assert str(problem).startswith("x.jsonl:3: attribution 2")
    assert said in str(problem)
    assert len(article.attributions or ()) == 2


@pytest.mark.parametrize("value", ["yesterday", "a\nb" * 1000, "02/10/2020", "2020-13-01", ""])
def test_a_date_that_is_none_is_kept_but_not_used(value: str) -> None:
    article, problems = article_from({"id": "a", "text": "Yes.", "published": value}, "x.jsonl:1")
    assert article.published is None
    assert [type(problem) for problem in problems] == [Note]
    assert len(str(problems[0]).splitlines()[0]) == len(str(problems[0])) < 200
    assert article_line(article)["published"] == value


def test_a_known_field_of_another_type_passes_through() -> None:
    record = {"id": "a", "text": "Yes.", "title": None, "outlet": {"name": "Post"}}
    article, problems = article_from(record, "x.jsonl:1")
    assert (article.title, article.outlet, problems) == (None, None, [])
    assert article_line(article) == record


def test_a_missing_kind_is_asked_for_once_a_text() -> None:
    asked = []

    def indirect(text: str) -> Callable[[tuple[Span, ...]], Kind]:
        asked.append(text)
        return lambda content: Kind.INDIRECT

    given = [{"content": [[0, 6]]}, {"content": [[22, 27]]}, {"content": [[28, 38]], "kind": "direct"}]
    article, _ = lines.article_from({"text": TEXT, "attributions": given}, "x.jsonl:1", indirect)
    assert [each.kind for each in article.attributions or ()] == [Kind.INDIRECT, Kind.INDIRECT, Kind.DIRECT]
    assert asked == [TEXT]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param([[0, 6], [22, 27]], Kind.DIRECT, id="direct"),
        pytest.param([[28, 38]], Kind.INDIRECT, id="indirect"),
        pytest.param([[0, 20]], Kind.MIXED, id="mixed"),
    ],
)
def test_a_missing_kind_is_seen_from_the_marks(content: list[list[int]], kind: Kind) -> None:
    article, _ = article_from({"text": TEXT, "attributions": [{"content": content}]}, "x.jsonl:1")
    (attribution,) = article.attributions or ()
    assert attribution.kind is kind
    assert attribution.content[0] == Span(*content[0])
    assert attribution.confidence == 1
