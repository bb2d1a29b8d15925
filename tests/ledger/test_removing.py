"""Taking an article out: exactly what was said would go, and nothing of it left."""

from collections.abc import Callable

import pytest

from attribution.ledger.store import Ledger
from attribution.model import (
    Article,
    Attribution,
    Decision,
    Finding,
    Indexed,
    Match,
    Relation,
    Removal,
    Review,
    Selection,
    Utterance,
)

Ids = Callable[[Article], list[str]]
Count = Callable[[Ledger], dict[str, int]]


@pytest.fixture
def busy(
    filled: Ledger, stories: tuple[Article, ...], ids: Ids, mark: Callable[[Article, int, int], Attribution]
) -> Ledger:
    """Everything that can hang on an article hangs on the first one, and some of it on others too."""
    (a, b), (c,), (d, e) = map(ids, stories)
    hand = mark(stories[0], 4, 20)
    filled.add_by_hand("flood", hand, "ana")
    said = [Match(x, y, Relation.VERBATIM, 1.0, "same words") for x, y in ((a, c), (c, e), (a, b), (b, d))]
    filled.connect(said)
    filled.regroup([a, b, c, d, e], [Utterance("spread", (a, c, e), (b,)), Utterance("pair", (b, d))])
    filled.note_findings("flood", [Finding("odd", "flood", (), "why"), Finding("odd", "flood", (), "why", (c,))])
    filled.note_findings("mill", [Finding("odd", "mill", (), "why", (d, b)), Finding("odd", "mill", (), "why", (e,))])
    reviews = (("attribution", a), ("attribution", d), ("match", f"{a}|{c}"), ("match", f"{c}|{e}"),
               ("finding", "flood|odd|0"), ("finding", "mill|odd|0"))  # fmt: skip
    filled.review(*(Review(what, name, Decision.REJECTED, "ana", "2031-01-01") for what, name in reviews))
    index = [Indexed(name, story.id, n, f"text {n}", (n, n + 1), ("word", f"w{n}"))
             for n, (name, story) in enumerate(zip((a, c, e), stories, strict=True))]  # fmt: skip
    filled.index.add(index)
    return filled


def test_figures(busy: Ledger) -> None:
    told = busy.removal("flood")
    assert told == Removal(busy.articles("zurich")[0], 3, matches=3, utterances=3, findings=3, reviews=4)


def test_it_goes_and_the_rest_stays(busy: Ledger, stories: tuple[Article, ...], ids: Ids, count_rows: Count) -> None:
    _, (c,), (_, e) = map(ids, stories)
    told, before = busy.removal("flood"), count_rows(busy)
    assert busy.remove("flood") == told
    after = count_rows(busy)
    lost = {name: before[name] - after.get(name, 0) for name in before}
    assert (lost["attribution"], lost["match"], lost["finding"], lost["review"]) == (3, 3, 3, 4)
    assert lost["membership"] == told.utterances + 1, "the pair's other half is no repeat any more"
    assert [r.utterance for r in busy.repeats(within=True)] == ["spread"]
    spread = busy.repeat("spread")
    assert ([entry.attribution.id for entry in spread.entries], spread.articles) == ([c, e], 2)
    assert busy.count_articles("zurich") == 0
    assert busy.known(stories[0]) is None
    assert "the press service" not in {person.name for person in busy.people()}
    assert [text.appearances[0].statement for text in busy.index.texts([1, 2, 3]).values()] == [c, e]


def test_nothing_is_left_when_all_goes(busy: Ledger, stories: tuple[Article, ...], count_rows: Count) -> None:
    busy.store(stories[0])
    for head in busy.articles(limit=None):
        busy.remove(head.id)
    assert count_rows(busy) == {}
    assert busy.count(Selection()) == 0


def test_a_decision_on_a_vanished_attribution_goes_too(
    filled: Ledger, tell: Callable[..., Article], stories: tuple[Article, ...], ids: Ids
) -> None:
    from dataclasses import replace

    gone = ids(stories[0])[0]
    filled.review(Review("attribution", gone, Decision.REJECTED, "ana", "2031-01-01"))
    filled.store(replace(stories[0], attributions=()))
    assert filled.remove("flood").reviews == 1
    assert filled.reviews("attribution", gone) == []


def test_asking_takes_nothing_out(busy: Ledger, count_rows: Count) -> None:
    before = count_rows(busy)
    busy.removal("flood")
    assert count_rows(busy) == before
