"""What was stored and never matched is matched with the next article; what is half stored is not there at all."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from attribution.match.arriving import Matcher
from attribution.model import Article, Match, Statement
from attribution.pipeline import Added, Work, add

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

Tell = Callable[..., Article]
KEEP = Work(keep=True, speakers=False)
BRIDGES = "We open two bridges on Monday, whatever the weather does to us"


def keep(ledger: "Ledger", *items: Article) -> list[Added]:
    return [item for item in add(items, ledger, KEEP) if isinstance(item, Added)]


def test_what_an_older_program_stored_is_matched_first(ledger: "Ledger", told: Tell) -> None:
    for name in ("a", "b"):
        ledger.store(told(name, ("Ida Marsh", BRIDGES)))
    assert ledger.repeats() == []
    (added,) = keep(ledger, told("c", ("Ida Marsh", BRIDGES)))
    assert added.matches == 2
    (repeat,) = ledger.repeats()
    assert {entry.article.id for entry in repeat.entries} == {"a", "b", "c"}
    assert not ledger.index.unindexed(10)


@pytest.mark.parametrize("words", ["?!", "… — …", "…"])
def test_a_statement_without_words_is_read_in_once(ledger: "Ledger", told: Tell, words: str) -> None:
    ledger.store(told("a", ("Ida Marsh", words)))
    assert len(ledger.index.unindexed(10)) == 1
    keep(ledger, told("b", ("Ida Marsh", words)))
    assert not ledger.index.unindexed(10)


def test_nothing_is_read_again_where_all_is_read(ledger: "Ledger", told: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(ledger, told("a", ("Ida Marsh", BRIDGES)), told("b", ("Ida Marsh", "…")))
    arrived: list[int] = []
    arrive = Matcher.arrive

    def counting(self: Matcher, new: Sequence[Statement]) -> list[Match]:
        arrived.append(len(new))
        return arrive(self, new)

    monkeypatch.setattr(Matcher, "arrive", counting)
    keep(ledger, told("c", ("Ida Marsh", BRIDGES)))
    assert arrived == [1]


def test_cut_off_between_storing_and_matching_nothing_is_kept(
    ledger: "Ledger", told: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(self: Matcher, new: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Matcher, "arrive", cut)
        with pytest.raises(KeyboardInterrupt):
            keep(ledger, told("a", ("Ida Marsh", BRIDGES)))
    assert ledger.count_articles() == 0
    assert [added.matches for added in keep(ledger, *(told(name, ("Ida Marsh", BRIDGES)) for name in "ab"))] == [0, 1]
