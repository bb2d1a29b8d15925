"""Statements that nobody would say: none of them stops a run, and each equals itself."""

import random

import pytest

from attribution.match import moving, wording
from attribution.match.arriving import Matcher
from attribution.match.comparing import compare
from attribution.match.differing import MOST_HELD
from attribution.match.matching import matches
from attribution.match.passages import PrimarySource
from attribution.match.postings import Shelf
from attribution.match.searching import search
from attribution.match.verifying import Claim, Verdict, verify
from attribution.model import Relation, Statement

ODD = [
    pytest.param("", id="empty"),
    pytest.param(" \n\t ", id="white-space"),
    pytest.param("Yes.", id="one-word"),
    pytest.param("a", id="one-letter"),
    pytest.param("“” … — ?!", id="marks-only"),
    pytest.param("x" * 5000, id="one-letter-repeated"),
    pytest.param("no " * 3000, id="one-word-repeated"),
    pytest.param(" ".join(map(str, range(2000))), id="all-numbers"),
    pytest.param(" ".join(f"word{n % 977} of" for n in range(50_000)), id="a-hundred-thousand-words"),
    pytest.param("half a pair \ud83d and on it goes for a while", id="lone-surrogate"),
    pytest.param("قال الوزير إن الجسر لن يُفتح قبل الربيع القادم مهما حدث", id="right-to-left"),
    pytest.param("\u202ethe bridge is closed\u202c for all of the winter", id="direction-marks"),
    pytest.param("Z̸̢͈a̵l̶g̷o̸ on the bridge of the harbour tonight", id="piled-accents"),
    pytest.param("'''''''''' \"\"\"\" [[[((((", id="open-marks"),
    pytest.param("北京市长说桥梁明年春天才会开放", id="no-spaces"),
    pytest.param("''s 's 's n't 'd 'll", id="clitics-only"),
    pytest.param("null \0 byte in the middle of the harbour", id="null-byte"),
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_equals_itself_and_differs_from_another(text: str) -> None:
    assert compare(text, text).relation == Relation.VERBATIM
    other = "The harbour board meets every Thursday at noon in the old customs house."
    assert compare(text, other).relation in (Relation.DIFFERENT, Relation.VERBATIM)
    assert compare(text, text + " and not so").mirrored() == compare(text + " and not so", text)


def test_a_batch_of_odd_texts() -> None:
    texts = [str(param.values[0]) for param in ODD]
    statements = [Statement(f"{n}{side}", text, side) for n, text in enumerate(texts) for side in "ab"]
    found = {(m.a, m.b) for m in matches(statements)}
    worded = [n for n, text in enumerate(texts) if compare(text, "").relation == Relation.DIFFERENT]
    assert {(f"{n}a", f"{n}b") for n in worded} <= found
    matcher = Matcher(Shelf())
    arrived = [match for statement in statements for match in matcher.arrive([statement])]
    assert {(m.a, m.b) for m in arrived} == found


def test_halves_exchanged_are_not_held_word_against_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two long texts with nothing in common, in two orders: the words looked at stay few."""
    chance = random.Random(3)
    words = ["".join(chance.choices("bdgklmnprst", k=6)) for _ in range(3000)]
    first, last = (" ".join(chance.choices(words, k=4200)) for _ in "ab")
    asked: list[int] = []
    known = moving.pair
    for module in (moving, wording):
        monkeypatch.setattr(module, "pair", lambda *given: asked.append(1) or known(*given))
    assert compare(f"{first} {last}", f"{last} {first}").relation != Relation.DIFFERENT
    assert 0 < len(asked) <= 2 * MOST_HELD


WORDS = "bridge river winter council harbour letter engine market window garden number travel".split()


def endless(seed: int, change: int = 0) -> str:
    """A hundred thousand words; with ``change``, every so many is another one."""
    rng = random.Random(seed)
    words = [rng.choice(WORDS) + str(rng.randrange(700)) for _ in range(100_000)]
    return " ".join(f"other{n}" if change and n % change == 0 else word for n, word in enumerate(words))


# Each took minutes, or never came back, when every difference was held against every other one.
@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(endless(1), endless(1, change=7), Relation.ALTERED, id="every-seventh-word"),
        pytest.param(endless(1), endless(2), Relation.DIFFERENT, id="other-words"),
        pytest.param("if not and but " * 25_000, "but if not and " * 25_000, None, id="four-words"),
        pytest.param("The ABAB said so. " + "A AND " * 500, "The AND AND " + "A AND " * 500, None, id="acronym"),
    ],
)
def test_two_endless_texts_are_compared(a: str, b: str, relation: Relation | None) -> None:
    assert compare(a, b).relation == relation or relation is None


@pytest.mark.parametrize("text", ODD)
def test_odd_claims_against_odd_sources(text: str) -> None:
    sources = [PrimarySource("odd", text), PrimarySource("plain", "MAYOR: The bridge is closed until spring.")]
    (found,) = verify([Claim("1", text, (text,))], sources)
    assert found.best.verdict in Verdict


@pytest.mark.parametrize("text", ODD)
def test_odd_queries(text: str) -> None:
    shelf = Shelf()
    Matcher(shelf).arrive([Statement("s", "The bridge is closed until spring.", "a"), Statement("t", text, "a")])
    for hit in search(text[:5000], shelf):
        assert 0 <= hit.score <= 1
