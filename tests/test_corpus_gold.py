"""The corpus is what its README says: spans point at words, pairs at attributions, and no outlet is a real one."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TYPES = {"person", "organisation", "document", "group", "anonymous", "none"}
RELATIONS = {"verbatim": 6, "truncated": 6, "reworded": 6, "altered": 6, "different": 8}  # at least so many

Json = dict[str, Any]


def read_lines(name: str) -> list[Json]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


ARTICLES = {article["id"]: article for article in read_lines("articles.jsonl")}
PAIRS = read_lines("pairs.jsonl")
each_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())


def words(article: Json, spans: list[list[int]]) -> str:
    return " … ".join(article["text"][start:end] for start, end in spans)


def contents(article: Json) -> list[str]:
    return [words(article, gold["content"]) for gold in article["attributions"]]


def cues(article: Json) -> str:
    return "\n".join(words(article, gold["cue"]) for gold in article["attributions"])


def sources(article: Json) -> str:
    return "\n".join(words(article, gold["source"]) for gold in article["attributions"])


def speakers(article: Json) -> list[Json]:
    return [gold["speaker"] for gold in article["attributions"]]


def agentless(article: Json) -> list[str]:
    return [words(article, gold["cue"]) for gold in article["attributions"] if not gold["source"] and gold["cue"]]


def test_articles_are_what_their_sources_give() -> None:
    done = subprocess.run([sys.executable, CORPUS / "build.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or "run python corpus/build.py"


def test_there_are_at_least_28_articles_of_six_outlets() -> None:
    assert len(read_lines("articles.jsonl")) == len(ARTICLES) >= 28
    assert len({article["outlet"] for article in ARTICLES.values()}) == 6


@each_article
def test_article_has_its_fields_and_a_reserved_domain(article: Json) -> None:
    assert set(article) == {"id", "text", "title", "url", "outlet", "published", "shows", "attributions"}
    assert re.match(r"2025-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$", article["published"])
    assert article["id"].split("_")[1] == article["published"][:10]
    assert (urlsplit(article["url"]).hostname or "").endswith(".example")
    assert article["text"].split("\n")[0] == article["title"]
    assert 250 <= len(article["text"].split()) <= 700


@each_article
def test_no_address_in_a_text(article: Json) -> None:
    assert not re.search(r"https?://|www\.|\.(com|org|net|co\.uk)\b", article["text"])


@each_article
def test_spans_point_at_words_in_order(article: Json) -> None:
    for gold in article["attributions"]:
        assert gold["content"], "an attribution without content"
        for spans in (gold["content"], gold["cue"], gold["source"]):
            flat = [offset for span in spans for offset in span]
            assert flat == sorted(flat)
            assert all(0 <= start < end <= len(article["text"]) for start, end in spans)
            assert all(piece == piece.strip() for piece in words(article, spans).split(" … "))


@each_article
def test_cue_and_source_stand_outside_their_content(article: Json) -> None:
    for gold in article["attributions"]:
        inside = {offset for start, end in gold["content"] for offset in range(start, end)}
        around = {offset for start, end in gold["cue"] + gold["source"] for offset in range(start, end)}
        assert not inside & around, words(article, gold["content"])


@each_article
def test_no_attribution_stands_twice(article: Json) -> None:
    found = Counter(json.dumps([gold["content"], gold["cue"], gold["source"]]) for gold in article["attributions"])
    assert max(found.values()) == 1


@each_article
def test_nested_is_true_inside_another_content_only(article: Json) -> None:
    for gold in article["attributions"]:
        outer = [
            other
            for other in article["attributions"]
            if other["content"] != gold["content"]
            and all(any(s <= start and end <= e for s, e in other["content"]) for start, end in gold["content"])
        ]
        assert gold["nested"] is bool(outer)


@each_article
def test_speakers_have_a_type_and_a_name_of_the_article(article: Json) -> None:
    printed = article["text"].casefold()
    for speaker in speakers(article):
        assert speaker["type"] in TYPES
        assert (speaker["name"] == "") is (speaker["type"] == "none")
        names = [member["name"] for member in speaker["members"]] if "members" in speaker else [speaker["name"]]
        # A joint source or an office is named by words that the text prints apart.
        assert all(word.casefold() in printed for name in names for word in re.findall(r"[\w-]+", name))
        assert speaker["name"].split(" ")[0].casefold() not in ("the", "a", "an")


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair['a']}-{pair['b']}" for pair in PAIRS])
def test_pair_joins_two_attributions_and_tells_whether_the_speaker_is_one(pair: Json) -> None:
    assert set(pair) == {"a", "b", "relation", "kind", "why", "other_speaker"}
    order = list(ARTICLES)
    ends = []
    for side in (pair["a"], pair["b"]):
        article, _, number = side.partition("#")
        gold = ARTICLES[article]["attributions"][int(number)]
        name = gold["speaker"].get("canonical") or gold["speaker"]["name"]
        ends.append((order.index(article), int(number), name.casefold().replace("’", "'")))
    assert ends[0][:2] < ends[1][:2], "a stands before b"
    assert pair["other_speaker"] is (ends[0][2] != ends[1][2])
    assert pair["relation"] in RELATIONS
    assert pair["kind"]
    assert pair["why"]


def test_pairs_are_as_many_as_promised() -> None:
    assert len({(pair["a"], pair["b"]) for pair in PAIRS}) == len(PAIRS)
    found = Counter(pair["relation"] for pair in PAIRS)
    assert all(found[relation] >= least for relation, least in RELATIONS.items()), found
    repeats = [pair for pair in PAIRS if pair["relation"] != "different"]
    assert sum(pair["other_speaker"] for pair in repeats) >= 6


def test_verbatim_pairs_are_the_same_letters() -> None:
    for pair in (pair for pair in PAIRS if pair["relation"] == "verbatim"):
        a, b = (_statement(pair[side]) for side in "ab")
        assert _letters(a) == _letters(b), (a, b)


def test_no_other_pair_is_the_same_letters() -> None:
    # Bare refusals ("to comment") say the same words and not the same thing.
    for pair in (pair for pair in PAIRS if pair["relation"] not in ("verbatim", "different")):
        assert _letters(_statement(pair["a"])) != _letters(_statement(pair["b"]))


def _statement(reference: str) -> str:
    article, _, number = reference.partition("#")
    return contents(ARTICLES[article])[int(number)]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold().replace("é", "e"))


# What must be found in an article that says it shows something; the rest are for people to judge.
EVIDENCE: dict[str, Callable[[Json], object]] = {
    "British single marks": lambda a: re.search(r"‘[^’]+", a["text"]) and not re.search(r'"', a["text"]),
    "bullet list": lambda a: "\n• " in a["text"],
    "colon or dash attribution": lambda a: re.search(r"(?m)^[:–—-]$", cues(a)),
    "corrected story": lambda a: "meridian-branches" in a["id"],
    "dateline": lambda a: re.search(r"(?m)^[A-Z][A-Z ]{3,}", a["text"]),
    "document as source": lambda a: any(s["type"] == "document" for s in speakers(a)),
    "guillemets": lambda a: "«" in a["text"],
    "joint source": lambda a: any("members" in s for s in speakers(a)),
    "multi-paragraph quotation": lambda a: any(
        "\n\n" in a["text"][g["content"][0][0] : g["content"][-1][1]] for g in a["attributions"]
    ),
    "nested attribution": lambda a: any(g["nested"] for g in a["attributions"]),
    "passive or agentless": agentless,
    "poll": lambda a: "poll" in a["text"],
    "press service or statement": lambda a: re.search(r"press service|statement|office|document", sources(a) + cues(a)),
    "pronoun chain": lambda a: len(re.findall(r"(?im)^(he|she|it|they)$", sources(a))) >= 3,
    "question without a source": lambda a: any("asked" in cue.casefold() for cue in agentless(a)),
    "social-media post": lambda a: re.search(r"Chatter|@\w", a["text"]),
    "split quotation": lambda a: any(re.search(r"[”’\"»] … [“‘\"«]", content) for content in contents(a)),
    "spokesperson": lambda a: "spokes" in sources(a) or any("voice" in s for s in speakers(a)),
    "transcript": lambda a: re.search(r"(?m)^(Q|A|[A-Z]{5,})$", sources(a)),
    "unnamed source": lambda a: any(s["type"] == "anonymous" for s in speakers(a)),
    "verbless according to": lambda a: re.search(r"(?i)according to", cues(a)),
}


@each_article
def test_what_an_article_shows_is_there(article: Json) -> None:
    missing = [shown for shown in article["shows"] if shown in EVIDENCE and not EVIDENCE[shown](article)]
    assert not missing


def test_readme_counts_what_the_articles_show() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## What is covered")[2]
    promised = {what: int(number) for what, number in re.findall(r"(?m)^\| ([^|]+) \| (\d+) \|$", table)}
    assert promised == Counter(shown for article in ARTICLES.values() for shown in article["shows"])
    every = [gold for article in ARTICLES.values() for gold in article["attributions"]]
    size = sum(len(article["text"].split()) for article in ARTICLES.values())
    nested = sum(gold["nested"] for gold in every)
    assert f"{size:,} words, {len(every)} attributions, {nested} of them nested" in readme
    relations = Counter(pair["relation"] for pair in PAIRS)
    assert f"{len(PAIRS)} pairs" in readme
    assert all(f"{number} {relation}" in readme for relation, number in relations.items())


class _Paragraphs(HTMLParser):
    """What stands in the headings and paragraphs of a page's <article>."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._article = self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._article = self._article or tag == "article"
        if self._article and tag in ("h1", "p"):
            self._open = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._article = self._article and tag != "article"
        self._open = self._open and tag not in ("h1", "p")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


def test_samples_are_three_kinds_of_file() -> None:
    assert sorted(path.suffix for path in (CORPUS / "samples").iterdir()) == [".html", ".jsonl", ".txt"]


@pytest.mark.parametrize("path", sorted((CORPUS / "samples").iterdir()), ids=lambda path: path.suffix)
def test_sample_holds_its_article(path: Path) -> None:
    article = ARTICLES[path.stem]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        assert text == article["text"]
    elif path.suffix == ".jsonl":
        assert json.loads(text) == {k: v for k, v in article.items() if k not in ("attributions", "shows")}
    else:
        page = _Paragraphs()
        page.feed(text)
        assert page.found == article["text"].split("\n\n")
        assert "<nav" in text
        assert "<script" in text
