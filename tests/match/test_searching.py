"""Half-remembered words: misspelled, missing, in another order; near misses stay behind."""

import pytest

from attribution.match.arriving import Matcher
from attribution.match.postings import Shelf
from attribution.match.searching import search
from attribution.model import Statement

TOLD = {
    "bridge": "The old bridge over the Vistrel will be closed to lorries until the spring of next year.",
    "council": "Nobody on the fisheries council had read the report before the vote on Tuesday.",
    "dam": "We opened the gates at two in the morning because the alternative was losing the dam.",
    "telephone": "They may have had no choice, but they had a telephone.",
    "vaccine": "The vaccine prevents seven in ten infections in adults.",
    "vaccine-may": "The vaccine may prevent about seven in ten infections, we said so in March.",
    "strike": "We did not want this strike, but we will not be starved back to work.",
    "brothers": "My brother is the better player and our mother hates it when anyone wins.",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    made = Shelf()
    Matcher(made).arrive([Statement(name, text, name) for name, text in TOLD.items()])
    return made


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("bridge closed to lorries", "bridge", id="words"),
        pytest.param("lorries bridge spring", "bridge", id="another-order"),
        pytest.param("brige over the Vistrell", "bridge", id="misspelled"),
        pytest.param("fisherys councl report", "council", id="misspelled-twice"),
        pytest.param("pisheries vote", "council", id="first-letter-misspelled"),
        pytest.param("ouncil on Tuesday", "council", id="first-letter-missing"),
        pytest.param("loosing the dam", "dam", id="another-word"),
        pytest.param("they had a phone telefone", "telephone", id="spelled-by-ear"),
        pytest.param("STARVED back to WORK!!", "strike", id="case-and-marks"),
        pytest.param("vaccine prevents seven in ten", "vaccine", id="the-closer-of-two"),
        pytest.param("vaccine may prevent", "vaccine-may", id="the-other-of-two"),
        pytest.param("mother hates anyone wins", "brothers", id="gaps"),
        pytest.param("lorries umbrella bridge", "bridge", id="a-foreign-word-between"),
    ],
)
def test_the_best_hit(shelf: Shelf, query: str, first: str) -> None:
    hits = search(query, shelf)
    assert hits[0].statement == first
    assert all(0 <= hit.score <= 1 for hit in hits)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("", id="empty"),
        pytest.param("?!", id="marks"),
        pytest.param("zeppelin", id="unknown-word"),
        pytest.param("the of and", id="small-words-only"),
        pytest.param("bridesmaid dresses pattern", id="only-alike-to-one-word"),
        pytest.param("spring onion soup recipe", id="one-word-of-four"),
    ],
)
def test_nothing_is_found(shelf: Shelf, query: str) -> None:
    assert search(query, shelf) == []


def test_at_most_so_many_and_each_with_its_reason(shelf: Shelf) -> None:
    hits = search("vaccine seven in ten", shelf)
    assert [hit.statement for hit in hits] == ["vaccine", "vaccine-may"]
    assert search("vaccine seven in ten", shelf, limit=1) == hits[:1]
    assert all(hit.reason.startswith("by “") for hit in hits)


def test_every_appearance_of_a_wording_is_a_hit() -> None:
    shelf = Shelf()
    Matcher(shelf).arrive([Statement("1", TOLD["dam"], "a"), Statement("2", TOLD["dam"].upper(), "b")])
    assert [hit.statement for hit in search("losing the dam", shelf)] == ["1", "2"]
