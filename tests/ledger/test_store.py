"""Articles with their attributions: kept, read equal, kept again, worked anew."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution.errors import LedgerError
from attribution.ledger.store import Ledger
from attribution.model import (
    Article,
    Attribution,
    Decision,
    Edit,
    Finding,
    Kind,
    Match,
    Member,
    Origin,
    Relation,
    Review,
    Selection,
    Span,
    Speaker,
    SpeakerType,
    Utterance,
    attribution_id,
)

Tell = Callable[..., Article]
ANY = st.text(st.characters(), max_size=20)  # half surrogate pairs and NUL as well
SCORE = st.floats(0, 1)
FIELDS = st.dictionaries(ANY, st.none() | st.booleans() | st.integers() | ANY | st.lists(ANY, max_size=2), max_size=2)


def spans(draw: st.DrawFn, length: int, least: int) -> tuple[Span, ...]:
    ends = draw(st.lists(st.integers(0, length), min_size=2 * least, max_size=6, unique=True))
    places = sorted(ends)[: len(ends) // 2 * 2]
    return tuple(Span(start, end) for start, end in zip(places[::2], places[1::2], strict=True))


@st.composite
def speakers(draw: st.DrawFn) -> Speaker:
    optional = st.none() | ANY
    members = draw(st.lists(st.builds(Member, ANY, st.sampled_from(SpeakerType)), max_size=2))
    return Speaker(
        draw(ANY), draw(st.sampled_from(SpeakerType)), draw(SCORE), draw(ANY), draw(optional), draw(optional),
        draw(optional), tuple(members),
    )  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> Article:
    optional = st.none() | ANY
    text = draw(st.text(st.characters(), min_size=2, max_size=60))
    name, made = draw(ANY), {}
    for _ in range(draw(st.integers(0, 5))):
        content, cue, source = (spans(draw, len(text), least) for least in (1, 0, 0))
        key = attribution_id(name, content, source)
        made[key] = Attribution(
            key, content, cue, source, draw(st.sampled_from(Kind)), draw(SCORE), draw(st.booleans()),
            draw(st.none() | speakers()), draw(st.sampled_from((Origin.MACHINE, Origin.IMPORTED))), draw(FIELDS),
        )  # fmt: skip
    title, url, outlet, published, origin, digest = (draw(optional) for _ in range(6))
    return Article(name, text, title, url, outlet, published, origin, digest, tuple(made.values()), draw(FIELDS))


def in_order(article: Article) -> Article:
    """The article as the ledger tells it: by place, and each speaker by the name it counts under."""
    given = sorted(article.attributions or (), key=lambda each: each.content[0].start)
    return replace(article, attributions=tuple(with_canonical(each) for each in given))


def with_canonical(each: Attribution) -> Attribution:
    said_by = each.speaker
    if (
        said_by is None
        or said_by.type is SpeakerType.NONE
        or said_by.name.strip().casefold() in ("", "unknown", "unnamed")
    ):
        return each
    return replace(each, speaker=replace(said_by, canonical=said_by.canonical or said_by.name))


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger.open(str(tmp_path_factory.mktemp("ledger") / "ledger.sqlite"))


HALF, NUL = "\ud83d", "\0"


def test_half_a_surrogate_pair_and_nul_are_text(ledger: Ledger, count_rows: Callable[[Ledger], dict[str, int]]) -> None:
    text, content = f"{HALF}{NUL}“Flood{NUL}s,” said Ida{HALF}. Words after it.", (Span(2, 12),)
    said = Attribution("x", content, (), (Span(17, 21),), Kind.DIRECT, 1.0, speaker=speaker_named(f"Ida{HALF}"))
    article = Article(f"a{HALF}", text, f"t{NUL}{HALF}", outlet=f"o{HALF}", attributions=(said,))
    assert ledger.store(article) == article.id
    assert ledger.article(article.id) == in_order(article)
    assert ledger.entries(Selection(words="flood", speaker=f"Ida{HALF}", outlet=f"o{HALF}"))[0].words == "“Flood\0s,”"
    assert ledger.articles("after")[0].title == article.title
    assert ledger.person(f"Ida{HALF}").statements == 1
    ledger.remove(article.id)
    assert count_rows(ledger) == {}


def speaker_named(name: str) -> Speaker:
    return Speaker(name, SpeakerType.PERSON, 1.0, "as printed")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles(), decided=st.integers(0, 4), value=st.booleans())
def test_what_goes_in_comes_out(
    lasting: Ledger, count_rows: Callable[[Ledger], dict[str, int]], article: Article, decided: int, value: bool
) -> None:
    name = lasting.store(article)
    assert name == article.id
    assert lasting.known(article) == name
    assert lasting.article(name) == in_order(article)
    before = count_rows(lasting)
    assert lasting.store(article) == name
    assert count_rows(lasting) == before
    assert lasting.article(name) == in_order(article)
    for each in (article.attributions or ())[decided : decided + 1]:
        fixed = {"speaker": "Ida Marsh", "speaker_type": "person"} if value else {}
        lasting.review(Review("attribution", each.id, Decision.CORRECTED, "ana", "2031-01-01", fixed))
        entry = lasting.entry(each.id)
        assert (entry.decision, entry.reviewer) == (Decision.CORRECTED, "ana")
        assert not value or (entry.attribution.speaker and entry.attribution.speaker.canonical == "Ida Marsh")
        assert [e.decision for e in lasting.entries_by_id([each.id])] == [Decision.CORRECTED]
    lasting.remove(name)
    assert count_rows(lasting) == {}


def test_another_text_under_a_taken_id(filled: Ledger, stories: tuple[Article, ...]) -> None:
    other = replace(stories[0], text=stories[0].text + " More.", attributions=())
    assert filled.known(other) is None
    name = filled.free_id(other)
    assert name == f"flood~{other.sha256[:8]}"
    assert filled.store(other) == name
    assert (filled.known(other), filled.known(stories[0])) == (name, "flood")
    assert filled.article("flood").text == stories[0].text
    assert filled.article(name).text == other.text


def test_the_same_text_under_another_id_is_another_article(filled: Ledger, stories: tuple[Article, ...]) -> None:
    assert filled.known(replace(stories[0], id="copy")) is None


def test_a_new_run_keeps_what_people_did(
    filled: Ledger, stories: tuple[Article, ...], mark: Callable[..., Attribution], ids: Callable[..., list[str]]
) -> None:
    said, hand = ids(stories[0]), mark(stories[0], 3, 9)
    filled.add_by_hand("flood", hand, "ana")
    filled.review(Review("attribution", said[0], Decision.REJECTED, "ana", "2031-01-01", note="a headline"))
    filled.review(
        Review("attribution", said[1], Decision.CORRECTED, "ana", "2031-01-02",
               {"speaker": "Kremlin press service", "speaker_type": "organisation"})
    )  # fmt: skip
    filled.connect([Match(said[0], ids(stories[1])[0], Relation.VERBATIM, 1.0, "same words")])
    filled.regroup(said[:1], [Utterance("u", (said[0], ids(stories[1])[0]))])
    filled.note_findings("flood", [Finding("odd", "flood", (), "why")])
    less = replace(stories[0], attributions=(stories[0].attributions or ())[:1])
    filled.store(less)
    assert {e.attribution.id: e.decision for e in filled.entries(Selection(article="flood"))} == {
        said[0]: Decision.REJECTED,
        hand.id: Decision.ACCEPTED,
    }
    assert filled.entry(said[0]).note == "a headline"
    assert filled.entry(hand.id).attribution.origin is Origin.PERSON
    assert filled.neighbourhood(said[:1])[1] == []
    assert filled.repeats(within=True) == []
    assert filled.findings("flood") == []
    assert len(filled.reviews("attribution", said[1])) == 1, "the log keeps what was decided on a vanished attribution"
    filled.store(stories[0])
    corrected = filled.entry(said[1])
    assert corrected.decision is Decision.CORRECTED
    assert corrected.attribution.speaker == Speaker(
        "Kremlin press service", SpeakerType.ORGANISATION, 1.0, "set by ana", "Kremlin press service"
    )


def test_a_person_marks_what_the_program_found_too(filled: Ledger, stories: tuple[Article, ...]) -> None:
    found = (stories[0].attributions or ())[0]
    filled.add_by_hand("flood", replace(found, cue=()), "ana")
    entry = filled.entry(found.id)
    assert (entry.attribution.origin, entry.attribution.cue, entry.decision) == (Origin.PERSON, (), Decision.ACCEPTED)
    filled.store(stories[0])
    assert filled.entry(found.id).attribution.origin is Origin.PERSON
    assert filled.count(Selection(article="flood")) == 2


def test_all_of_a_transaction_or_nothing(filled: Ledger, tell: Tell) -> None:
    with pytest.raises(LedgerError, match="nobody"):
        _half_done(filled, tell("new", [("Ida Marsh", "One.")]))
    assert filled.count_articles() == 3


def _half_done(ledger: Ledger, article: Article) -> None:
    with ledger.transaction():
        ledger.store(article)
        assert ledger.article(article.id).text == article.text
        ledger.connect([Match("nobody", "none", Relation.VERBATIM, 1.0, "same words")])


def test_a_failed_call_inside_a_transaction_leaves_the_rest_whole(
    filled: Ledger, stories: tuple[Article, ...], tell: Tell, ids: Callable[..., list[str]]
) -> None:
    with filled.transaction():
        filled.store(tell("new", [("Ida Marsh", "One.")]))
        a, b = ids(stories[0])
        good = Match(a, b, Relation.REWORDED, 0.9, "alike")
        with pytest.raises(LedgerError, match="nobody: no such statement"):
            filled.connect([good, replace(good, b="nobody")])
    assert filled.count_articles() == 4
    assert filled.neighbourhood(ids(stories[0]))[1] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"attributions": None}, "flood: its attributions were not looked for", id="not-extracted"),
        pytest.param({"text": "Short.", "id": "short"}, "short: an attribution ends at", id="outside-the-text"),
        pytest.param({"id": "thief"}, "thief: another article has an attribution", id="foreign-id"),
    ],
)
def test_what_is_refused(filled: Ledger, stories: tuple[Article, ...], change: dict[str, object], told: str) -> None:
    article = replace(stories[0], **change)  # type: ignore[arg-type]  # fields by name
    if change.get("id") == "short":
        article = replace(article, attributions=tuple(replace(a, id="x" + a.id) for a in article.attributions or ()))
    with pytest.raises(LedgerError, match=told):
        filled.store(article)
    assert filled.count_articles() == 3


def test_unknown_ids_name_what_is_near(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="floood: no such article in the ledger; did you mean flood or flood-2"):
        filled.article("floood")
    with pytest.raises(LedgerError, match="`attribution list` shows"):
        filled.removal("zzz")
    with pytest.raises(LedgerError, match="no such attribution"):
        filled.entry("zzz")
    with pytest.raises(LedgerError, match="no such speaker"):
        filled.person("zzz")
    with pytest.raises(LedgerError, match="no such repeated statement"):
        filled.repeat("zzz")


@pytest.mark.parametrize(
    ("words", "outlet", "names"),
    [
        pytest.param("", None, ["mill", "flood-2", "flood"], id="all-newest-first"),
        pytest.param("zurich", None, ["flood"], id="accents-and-case"),
        pytest.param("title mill", None, ["mill"], id="title-and-text"),
        pytest.param("brid", None, ["flood-2", "flood"], id="beginning-of-a-word"),
        pytest.param("ridge", None, [], id="middle-of-a-word"),
        pytest.param("bridge OR mill", None, [], id="or-is-a-word"),
        pytest.param("bridge", "Courier", ["flood"], id="outlet"),
        pytest.param("bridge", "Courie", [], id="not-quite-the-outlet"),
        pytest.param('"NEAR(', None, [], id="syntax-is-words"),
        pytest.param("***", None, [], id="no-words"),
    ],
)
def test_articles_by_words(filled: Ledger, words: str, outlet: str | None, names: list[str]) -> None:
    assert [head.id for head in filled.articles(words, outlet)] == names
    assert filled.count_articles(words, outlet) == len(names)


def test_articles_page_by_page(filled: Ledger) -> None:
    assert [filled.articles(limit=1, offset=n)[0].id for n in range(3)] == ["mill", "flood-2", "flood"]


def test_the_words_of_a_new_title_are_found(filled: Ledger, stories: tuple[Article, ...]) -> None:
    filled.store(replace(stories[0], title="Deluge"))
    assert [head.id for head in filled.articles("deluge")] == ["flood"]
    assert [head.id for head in filled.articles("title")] == ["mill", "flood-2"]


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data beside the checkout")
def test_real_articles_are_read_equal(ledger: Ledger) -> None:
    for line in (DATA / "polnear-dev.jsonl").read_text("utf-8").splitlines()[:10]:
        record = json.loads(line)
        said: dict[str, Attribution] = {}
        for each in record["attributions"]:
            content, cue, source = (tuple(Span(*pair) for pair in each[name]) for name in ("content", "cue", "source"))
            key = attribution_id(record["id"], content, source)
            said.setdefault(key, Attribution(key, content, cue, source, Kind.DIRECT, 1.0))
        article = Article(record["id"], record["text"], attributions=tuple(said.values()))
        ledger.store(article)
        assert ledger.article(article.id) == in_order(article)
        for entry in ledger.entries(Selection(article=article.id)):
            assert (
                entry.words.split()
                == " ".join(article.text[s.start : s.end] for s in entry.attribution.content).split()
            )


def test_an_edit_survives(filled: Ledger, stories: tuple[Article, ...], ids: Callable[..., list[str]]) -> None:
    a, b = ids(stories[0])[0], ids(stories[1])[0]
    first = Match(a, b, Relation.ALTERED, 0.5, "one word differs", (Edit("number", 0, 3, 4, 4),), True, True)
    filled.connect([first])
    assert filled.neighbourhood([a])[1] == [first]
    turned = Match(b, a, Relation.VERBATIM, 1.0, "same words")
    filled.connect([turned])
    assert filled.neighbourhood([a])[1] == [turned]
