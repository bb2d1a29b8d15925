"""The index in the ledger: it finds what a shelf in memory finds, in one transaction with the articles, after a
restart and after removals."""

import random
from pathlib import Path

import pytest

from attribution.ledger.store import Ledger
from attribution.match.arriving import Matcher
from attribution.match.postings import Shelf
from attribution.match.searching import search
from attribution.model import Article, Attribution, Indexed, Kind, Span, Statement, attribution_id

WORDS = "bridge dam harbour winter council ferry school vote storm siren quota bank valley bell letter pump".split()
SMALL = "the of and to will not have for on with".split()


def telling(rng: random.Random, before: list[str]) -> str:
    if before and rng.random() < 0.5:
        words = rng.choice(before).split()
        del words[rng.randrange(len(words))]
        return " ".join(words)
    return " ".join(rng.choice(WORDS) + f"{rng.randrange(40)} {rng.choice(SMALL)}" for _ in range(8))


@pytest.fixture
def articles() -> list[list[Statement]]:
    rng, texts = random.Random(3), list[str]()
    made = []
    for n in range(40):
        said = []
        for m in range(3):
            texts.append(telling(rng, texts))
            said.append(Statement(f"s{n}-{m}", texts[-1], f"a{n}", f"Speaker {m}"))
        made.append(said)
    return made


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(str(tmp_path / "ledger.sqlite"))


def entry(name: str, key: int, shingles: tuple[int, ...], words: tuple[str, ...] = (), article: str = "a") -> Indexed:
    return Indexed(name, article, key, f"text of {key}", shingles, words)


def test_it_finds_what_a_shelf_finds(ledger: Ledger, articles: list[list[Statement]]) -> None:
    shelf = Shelf()
    for said in articles:
        with ledger.transaction():
            kept = Matcher(ledger.index).arrive(said)
        assert kept == Matcher(shelf).arrive(said)
    for gone in ("a3", "a17", "nothing"):
        ledger.index.remove(gone)
        shelf.remove(gone)
    assert ledger.index.vocabulary() == shelf.vocabulary()
    for asked in (["b"], ["d", "z", "s"]):
        assert ledger.index.vocabulary(asked) == shelf.vocabulary(asked) != shelf.vocabulary()
    assert ledger.index.ending(["idge3", "am11"]) == shelf.ending(["idge3", "am11"])
    assert search("pridge3", ledger.index) == search("pridge3", shelf) != []
    for said in articles[:10]:
        again = [Statement(f"new-{each.id}", each.text, "new") for each in said]
        assert Matcher(ledger.index).arrive(again) == Matcher(shelf).arrive(again)
    assert search("bridg harbour11 wintr3", ledger.index) == search("bridg harbour11 wintr3", shelf)


def test_what_one_transaction_takes_back_is_not_there(ledger: Ledger, articles: list[list[Statement]]) -> None:
    def broken() -> None:
        with ledger.transaction():
            Matcher(ledger.index).arrive(articles[0])
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        broken()
    assert not ledger.index.vocabulary()
    assert Matcher(ledger.index).arrive(articles[0]) == Matcher(Shelf()).arrive(articles[0])


def test_it_survives_a_restart(tmp_path: Path, articles: list[list[Statement]]) -> None:
    with Ledger.open(str(tmp_path / "again.sqlite")) as first, first.transaction():
        Matcher(first.index).arrive(articles[0])
    with Ledger.open(str(tmp_path / "again.sqlite")) as second:
        found = Matcher(second.index).arrive([Statement("new", articles[0][0].text, "new")])
    assert ("s0-0", 1.0) in {(match.a, match.score) for match in found}


def test_statements_without_entries_are_told(ledger: Ledger) -> None:
    told = "The old bridge over the Vistrel will be closed until the spring of next year."
    content, source = (Span(0, len(told)),), ()
    said = Attribution(attribution_id("old", content, source), content, (), source, Kind.INDIRECT, 0.9)
    ledger.store(Article("old", told, attributions=(said,)))
    left = ledger.index.unindexed(10)
    assert [statement.article for statement in left] == ["old"]
    Matcher(ledger.index).arrive(left)
    assert not ledger.index.unindexed(10)


def test_a_frequent_shingle_is_not_read_out(ledger: Ledger) -> None:
    index = ledger.index
    index.add([entry(f"s{n}", n, (7, 100 + n)) for n in range(6)])
    assert index.holders([7, 102, 999], 5) == {102: [3]}
    assert index.holders([7], 6) == {7: [1, 2, 3, 4, 5, 6]}
    assert index.first([7, 999], 2) == {7: [1, 2]}
    assert index.sizes([1, 99]) == {1: 2}


def test_a_text_lives_as_long_as_one_statement_has_it(ledger: Ledger) -> None:
    index = ledger.index
    index.add([entry("x", 5, (1, 2), ("dam",)), entry("y", 5, (1, 2), ("dam",), "b")])
    assert [a.statement for a in index.texts([1])[1].appearances] == ["x", "y"]
    index.remove("a")
    assert [a.statement for a in index.texts([1])[1].appearances] == ["y"]
    assert index.vocabulary() == {"dam": 1}
    index.remove("b")
    assert not index.texts([1])
    assert not index.holders([1, 2], 9)
    assert not index.vocabulary()
    index.add([entry("z", 5, (1,))])
    assert index.numbers([5]) == {5: 2}  # numbers are not used again


def test_texts_of_rare_words_come_first(ledger: Ledger) -> None:
    index = ledger.index
    index.add([entry(f"s{n}", n, (), ("dam", "siren") if n == 8 else ("dam",)) for n in range(9)])
    assert index.holding(["siren", "dam"], 3) == {
        9: frozenset({"siren", "dam"}), 1: frozenset({"dam"}), 2: frozenset({"dam"})
    }  # fmt: skip
    assert index.holding(["nowhere"], 3) == {}
    assert index.wording([9])[9] == ("text of 8", ("s8",))


@pytest.mark.parametrize("odd", ["half \ud83d pair", "null \0 byte", "“quotes” ' and \" %"])
def test_any_text_comes_back_as_it_was(ledger: Ledger, odd: str) -> None:
    ledger.index.add([Indexed(odd, odd, 1, odd, (2**63 - 1, -(2**63)))])
    stored = ledger.index.texts([1])[1]
    assert (stored.text, stored.appearances[0].statement, stored.appearances[0].article) == (odd, odd, odd)
    assert ledger.index.holders([2**63 - 1, -(2**63)], 5) == {2**63 - 1: [1], -(2**63): [1]}
    ledger.index.remove(odd)
    assert not ledger.index.texts([1])
