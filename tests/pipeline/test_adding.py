"""Articles into the ledger: matched as they arrive, probed, kept once, and worked anew without losing a decision."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from attribution.errors import AttributionError, UnreadableArticle
from attribution.model import Article, Decision, Origin, Relation, Review, Selection, SpeakerType
from attribution.pipeline import (
    Added,
    Places,
    Work,
    add,
    decide_pair,
    locate,
    mark_missed,
    merge_suggestions,
    remove,
    search,
    undo,
)

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

Tell = Callable[..., Article]
KEEP = Work(keep=True, speakers=False)
BRIDGES = "We open two bridges on Monday, whatever the weather does to us"
ALL = Selection(limit=None)


def keep(ledger: "Ledger", *items: Article | UnreadableArticle, again: bool = False) -> list[Added | UnreadableArticle]:
    return list(add(items, ledger, KEEP, again=again))


def ids(ledger: "Ledger", article: str) -> list[str]:
    return [entry.attribution.id for entry in ledger.entries(Selection(article=article, order="text"))]


def test_what_is_repeated_is_found_on_arrival(ledger: "Ledger", told: Tell) -> None:
    first, second = keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Ida Marsh", f"{BRIDGES}.")))
    assert first == Added("a", True, 20, 1, 0)
    assert isinstance(second, Added)
    assert second.matches == 1
    (repeat,) = ledger.repeats()
    assert [entry.article.id for entry in repeat.entries] == ["a", "b"]
    assert [match.relation for match in repeat.matches] == [Relation.VERBATIM]
    assert ledger.findings() == []


def test_twice_in_one_article_is_no_spread(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES), ("Ida Marsh", BRIDGES)))
    assert ledger.repeats() == []
    (repeat,) = ledger.repeats(within=True, at_least=1)
    assert (len(repeat.entries), repeat.articles) == (2, 1)
    assert all(match.same_article for match in repeat.matches)


@pytest.mark.parametrize(
    ("said", "speaker", "kinds"),
    [
        pytest.param(BRIDGES, "Tom Vale", ["two-speakers"], id="the same words, another speaker"),
        pytest.param(BRIDGES.replace("two", "three"), "Ida Marsh", ["altered-wording"], id="another number"),
        pytest.param(BRIDGES, "Ida Marsh", [], id="the same words, the same speaker"),
        pytest.param("Nobody was hurt in the flood of last night", "Tom Vale", [], id="other words, another speaker"),
    ],
)
def test_findings(ledger: "Ledger", told: Tell, said: str, speaker: str, kinds: list[str]) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", (speaker, said)))
    found = ledger.findings()
    assert [finding.kind for finding in found] == kinds
    assert all(
        finding.article == "b" and set(finding.evidence) == {*ids(ledger, "a"), *ids(ledger, "b")} for finding in found
    )


def test_adding_again_changes_nothing(ledger: "Ledger", told: Tell) -> None:
    stories = [told("a", ("Ida Marsh", BRIDGES)), told("b", ("Tom Vale", BRIDGES))]
    keep(ledger, *stories)
    before = ledger.entries(ALL), ledger.repeats(), ledger.findings()
    assert [item.new for item in keep(ledger, *stories) if isinstance(item, Added)] == [False, False]
    assert (ledger.entries(ALL), ledger.repeats(), ledger.findings()) == before


def test_working_anew_gives_the_same(ledger: "Ledger", told: Tell) -> None:
    stories = [told("a", ("Ida Marsh", BRIDGES)), told("b", ("Tom Vale", BRIDGES)), told("c", ("Ida Marsh", BRIDGES))]
    keep(ledger, *stories)
    before = ledger.repeats()[0].utterance, [f.kind for f in ledger.findings()]
    keep(ledger, *stories, again=True)
    assert (ledger.repeats()[0].utterance, sorted(f.kind for f in ledger.findings())) == (before[0], sorted(before[1]))
    assert ledger.repeats()[0].articles == 3


def test_another_text_under_the_same_id_is_another_article(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("a", ("Tom Vale", BRIDGES)))
    assert ledger.count_articles() == 2
    assert ledger.count(ALL) == 2


def test_decisions_survive_working_anew(ledger: "Ledger", told: Tell) -> None:
    story = told("a", ("Ida Marsh", BRIDGES), ("Tom Vale", "Nobody was hurt in the flood"))
    keep(ledger, story)
    one, two = ids(ledger, "a")
    now = datetime.now(UTC).isoformat()
    value = {"speaker": "Ida Marsh-Vale", "speaker_type": "person"}
    ledger.review(Review("attribution", one, Decision.CORRECTED, "Ana", now, value))
    ledger.review(Review("attribution", two, Decision.REJECTED, "Ana", now))
    keep(ledger, story, again=True)
    corrected, rejected = ledger.entry(one), ledger.entry(two)
    assert (corrected.decision, rejected.decision) == (Decision.CORRECTED, Decision.REJECTED)
    assert corrected.attribution.speaker is not None
    assert corrected.attribution.speaker.name == "Ida Marsh-Vale"


def test_a_missed_one_is_kept_matched_and_survives(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)))
    bare = told("b", ("Ida Marsh", BRIDGES))
    story = Article("b", bare.text, attributions=())
    keep(ledger, story)
    assert ledger.repeats() == []
    content, source = locate(story.text, f'"{BRIDGES}"'), locate(story.text, "Ida Marsh")
    assert content is not None
    assert source is not None
    entry = mark_missed(ledger, "b", Places((content,), (), (source,)), ("Ida Marsh", SpeakerType.PERSON), "Ana")
    assert (entry.attribution.origin, entry.decision, entry.words) == (Origin.PERSON, Decision.ACCEPTED, f"“{BRIDGES}”")
    assert ledger.repeats()[0].articles == 2
    keep(ledger, story, again=True)
    assert ledger.entry(entry.attribution.id).attribution.origin is Origin.PERSON
    assert ledger.repeats()[0].articles == 2


def test_a_missed_one_in_no_order_is_refused(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)))
    spans = ledger.article("a").attributions
    assert spans
    places = Places((*spans[0].source, *spans[0].content))
    with pytest.raises(AttributionError, match="in order, once each"):
        mark_missed(ledger, "a", places, ("Ida Marsh", SpeakerType.PERSON), "Ana")
    assert ledger.count(ALL) == 1


def test_a_pair_told_apart_stays_apart_until_undone(ledger: "Ledger", told: Tell) -> None:
    stories = [told(name, ("Ida Marsh", BRIDGES)) for name in "ab"]
    keep(ledger, *stories)
    (a,), (b,) = ids(ledger, "a"), ids(ledger, "b")
    decide_pair(ledger, b, a, same=False, reviewer="Ana")
    assert ledger.repeats() == []
    keep(ledger, stories[1], again=True)
    assert ledger.repeats() == []
    taken = undo(ledger, "Ana")
    assert taken is not None
    assert ledger.repeats()[0].articles == 2
    assert undo(ledger, "Ben") is None


def test_a_pair_put_together(ledger: "Ledger", told: Tell) -> None:
    keep(
        ledger,
        told("a", ("Ida Marsh", BRIDGES)),
        told("b", ("Ida Marsh", "The crossings come back at the week’s start")),
    )
    (a,), (b,) = ids(ledger, "a"), ids(ledger, "b")
    decide_pair(ledger, a, b, same=True, reviewer="Ana")
    assert ledger.repeats()[0].articles == 2


def test_removal_takes_all_that_came_from_it(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Tom Vale", BRIDGES)))
    going = ledger.removal("a")
    assert (going.attributions, going.matches) == (1, 1)
    ledger.remove("a")
    assert (ledger.repeats(), ledger.findings(), ledger.count(ALL)) == ([], [], 1)
    keep(ledger, told("c", ("Tom Vale", BRIDGES)))
    assert [entry.article.id for entry in ledger.repeats()[0].entries] == ["b", "c"]


def test_what_a_removed_article_held_together_falls_apart(ledger: "Ledger", told: Tell) -> None:
    other = "Nobody was hurt in the flood of last night, said the keeper"
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Ida Marsh", "The crossings come back in the week")))
    keep(ledger, told("c", ("Ida Marsh", other)))
    (a,), (b,), (c,) = (ids(ledger, name) for name in "abc")
    decide_pair(ledger, a, b, same=True, reviewer="Ana")
    decide_pair(ledger, b, c, same=True, reviewer="Ana")
    assert ledger.repeats()[0].articles == 3
    remove(ledger, "b")
    assert ledger.repeats() == []
    assert ledger.count_articles() == 2


def test_errors_pass_through_and_the_rest_goes_on(ledger: "Ledger", told: Tell) -> None:
    problem = UnreadableArticle("story.pdf: not text")
    assert keep(ledger, problem, told("a", ("Ida Marsh", BRIDGES)))[0] is problem
    assert ledger.count_articles() == 1


def test_speakers_share_one_name_across_articles(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Ida Marsh", "Nobody was hurt in the flood")))
    (person,) = ledger.people()
    assert (person.name, person.statements) == ("Ida Marsh", 2)
    assert merge_suggestions(ledger) == []


def test_search_forgives_misspelling(ledger: "Ledger", told: Tell) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Tom Vale", "Nobody was hurt in the flood")))
    hits = search(ledger, "brigdes wether monday")
    assert [entry.article.id for entry, _ in hits][:1] == ["a"]
    assert all(0 < score <= 1 for _, score in hits)
    assert search(ledger, "  ") == []
