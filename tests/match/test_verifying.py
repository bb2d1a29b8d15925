"""What became of a quote's words: every verdict beside its near misses, on two transcripts of nobody."""

import pytest

from attribution.match.passages import Passages, PrimarySource, turns
from attribution.match.verifying import Check, Claim, Verdict, verify

COUNCIL = """HOLLIN TOWN COUNCIL
Minutes of the open session, 4 March

MAYOR OLDENBURG: Good evening. Before we start I want to thank the crews who stood in the water all night at Garrow. \
We opened the gates at two in the morning because the alternative was losing the dam. Nobody in this building took \
that decision lightly.

CLLR PRYCE: With respect, Mayor, people in Lower Hollin were told at eleven that they could sleep. Three hours later \
the water was in their kitchens. I don’t say that anybody lied. I say that somebody knew.

MAYOR OLDENBURG: I will answer that. I will not resign unless the inquiry finds that I was told before midnight. If it \
finds that, I will go the same day.

CLLR PRYCE: We will hold you to it. The bridge must be rebuilt before the winter, and it must be rebuilt by the \
province, not by the people whose houses it took.

DR. VARGA: The river rose four metres in six hours. That is not a flood that any of our models had seen. I warned the \
council in 2019 that the gauges were too old, and I was told that there was no money.

CLLR PRYCE: There was money for the stadium. There was money for the stadium.

MAYOR OLDENBURG: That is enough. We adjourn until Thursday. Thank you. Thank you all for coming.
CLLR PRYCE: Thank you all for coming.
"""
# A speech without turns, with Windows line ends and UTF-8 read as Windows-1252.
TERMINAL = """Remarks by Commissioner Ines Dahl at the opening of the Port Ellen ferry terminal

Friends, it is a good day for the islands. When I was a girl the crossing took nine hours, and if the wind came from \
the north it took two days. Today it takes fifty minutes. I donâ€™t think anyone here will miss the old boat.

We have spent eighty-one million crowns on this terminal. Not one crown of it came from the fishing fund, whatever you \
may have read. The fund is whole, and it will stay whole as long as I hold this office.

Some of you have asked whether the night ferry will come back. We are looking at it. We cannot promise it this year, \
but if passenger numbers hold through the winter, I see no reason why it should not run again from May.

So let me say to the captains, to the crews and to the people who poured the concrete in February: you did this. The \
government only paid for it.
""".replace("\n", "\r\n")
SOURCES = [PrimarySource("council", COUNCIL), PrimarySource("terminal", TERMINAL)]


def checked(quote: str, speaker: str | None = None, quoted: bool = True) -> Check:
    (found,) = verify([Claim("c", quote, (quote,) if quoted else (), speaker)], SOURCES)
    assert found.checks == (found.best,)
    return found.best


@pytest.mark.parametrize(
    ("quote", "speaker", "verdict"),
    [
        pytest.param(
            "We opened the gates at two in the morning because the alternative was losing the dam.",
            "Oldenburg",
            Verdict.VERBATIM,
            id="word-for-word",
        ),
        pytest.param(
            "“we opened the gates at two in the morning, because the alternative was losing the dam”",
            "Mayor Oldenburg",
            Verdict.VERBATIM,
            id="only-marks-and-case-differ",
        ),
        pytest.param(
            "We opened the gates at three in the morning because the alternative was losing the dam.",
            "Oldenburg",
            Verdict.EDITED,
            id="another-hour",
        ),
        pytest.param(
            "losing the dam. Nobody in this building took that decision lightly",
            None,
            Verdict.VERBATIM,
            id="over-two-sentences",
        ),
        pytest.param(
            "We have spent 81 million crowns on this terminal. Not one crown of it came from the fishing fund, "
            "whatever you may have read. The fund is whole",
            None,
            Verdict.EDITED,
            id="over-three-sentences-with-a-figure",
        ),
        pytest.param(
            "I don't think anyone here will miss the old boat", "Ines Dahl", Verdict.VERBATIM, id="mojibake-apostrophe"
        ),
        pytest.param("I think anyone here will miss the old boat", None, Verdict.EDITED, id="mojibake-denial-gone"),
        pytest.param("fifty minutes", None, Verdict.VERBATIM, id="two-words"),
        pytest.param("it takes fifty minutes", None, Verdict.VERBATIM, id="the-nearer-it"),
        pytest.param("I will not resign", "Oldenburg", Verdict.VERBATIM, id="cut-before-its-condition"),
        pytest.param(
            "We have spent ninety-one million crowns on this terminal.", None, Verdict.EDITED, id="another-number"
        ),
        pytest.param("We can promise it this year", None, Verdict.EDITED, id="negation-gone"),
        pytest.param(
            "I will not resign … If it finds that, I will go the same day.", "Oldenburg", Verdict.EDITED, id="condition"
        ),
        pytest.param("I [Varga] warned the council in 2019", "Varga", Verdict.EDITED, id="bracket"),
        pytest.param(
            "The bridge must be rebuilt before the winter by the province", "Pryce", Verdict.EDITED, id="cut-inside"
        ),
        pytest.param(
            "Friends, it is a good day for the islands. You did this. The government only paid for it.",
            "Dahl",
            Verdict.SPLICED,
            id="first-and-last-of-a-speech",
        ),
        pytest.param(
            "We opened the gates at two in the morning … I will go the same day",
            "Oldenburg",
            Verdict.SPLICED,
            id="two-turns-of-one-speaker",
        ),
        pytest.param(
            "The river rose four metres in six hours. There was money for the stadium",
            None,
            Verdict.SPLICED,
            id="two-speakers",
        ),
        pytest.param(
            "Today it takes fifty minutes. We have spent eighty-one million crowns",
            "Dahl",
            Verdict.EDITED,
            id="a-sentence-left-out-is-no-splice",
        ),
        pytest.param(
            "Three hours later the water was in their kitchens.", "Oldenburg", Verdict.OTHER_SPEAKER, id="the-other-one"
        ),
        pytest.param(
            "Three hours later the water was in their kitchens.", "Dana Pryce", Verdict.VERBATIM, id="the-right-one"
        ),
        pytest.param("Three hours later the water was in their kitchens.", None, Verdict.VERBATIM, id="nobody-named"),
        pytest.param("We are looking at it.", "Oldenburg", Verdict.VERBATIM, id="a-text-without-turns-blames-nobody"),
        pytest.param("Thank you all for coming", None, Verdict.AMBIGUOUS, id="two-say-it"),
        pytest.param("Thank you all for coming", "Oldenburg", Verdict.VERBATIM, id="two-say-it-one-is-meant"),
        pytest.param("There was money for the stadium.", "Pryce", Verdict.VERBATIM, id="twice-in-one-breath"),
        pytest.param(
            "The price of bread has doubled since last autumn and nobody in the ministry cares",
            None,
            Verdict.NOT_FOUND,
            id="never-said",
        ),
        pytest.param("", None, Verdict.NOT_FOUND, id="nothing"),
        pytest.param("?! …", None, Verdict.NOT_FOUND, id="no-words"),
        pytest.param("DR. VARGA", None, Verdict.NOT_FOUND, id="a-turns-name-is-not-said"),
    ],
)
def test_the_verdict(quote: str, speaker: str | None, verdict: Verdict) -> None:
    found = checked(quote, speaker)
    assert (found.verdict, bool(found.reason)) == (verdict, True)


def test_own_words_of_a_text_are_a_paraphrase() -> None:
    text = "The mayor thanked the crews who had worked through the night in the water at Garrow"
    found = checked(text, "Oldenburg", quoted=False)
    assert found.verdict == Verdict.PARAPHRASE
    assert "crews who stood in the water all night at Garrow" in str(found.passage)


def test_the_quoted_part_of_a_text_leads_to_its_place() -> None:
    found = checked('Pryce said of the night ferry debate that "somebody knew" everything', quoted=False)
    assert str(found.passage).endswith("somebody knew")


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        pytest.param(
            "I will not resign", "I will answer that", "unless the inquiry finds that I", id="condition-left-out"
        ),
        pytest.param(
            "somebody knew", "don’t say that anybody lied. I say that", "", id="nothing-of-the-next-turn"
        ),
        pytest.param("The river rose four metres", "", "in six hours. That is not", id="nothing-of-a-name"),
        pytest.param("Friends", "at the opening of the Port Ellen ferry terminal", "it is a good day for", id="speech"),
    ],
)  # fmt: skip
def test_the_words_left_out_before_and_after(quote: str, before: str, after: str) -> None:
    found = checked(quote)
    assert (before.endswith(found.before), found.after) == (True, after)
    assert bool(found.before) == bool(before)


def test_offsets_are_into_the_text_as_it_is() -> None:
    for source in SOURCES:
        for sentence in ("Nobody in this building took that decision lightly", "We cannot promise it this year"):
            found = checked(sentence)
            if found.source == source.name:
                assert source.text[found.start : found.end] == found.passage == sentence


def test_an_edit_points_into_both() -> None:
    quote = "We have spent ninety-one million crowns on this terminal"
    ((kind, a_start, a_end, b_start, b_end), *_) = checked(quote).edits
    assert kind == "number"
    assert quote[a_start:a_end] in "ninety-one"
    assert TERMINAL[b_start:b_end] in "eighty-one"


def test_each_quote_is_checked_and_the_best_stands_for_all() -> None:
    claim = Claim("c", "…", ("never said by any of these people anywhere", "I will go the same day"))
    (found,) = verify([claim], SOURCES)
    assert [check.verdict for check in found.checks] == [Verdict.NOT_FOUND, Verdict.VERBATIM]
    assert found.best == found.checks[1]


def test_word_for_word_comes_before_a_word_more() -> None:
    """A run that stands in two pieces tells no more than in one."""
    text = "It is the biggest tax cut in the history of the islands.\n\nWith the biggest tax cut in history we start."
    (found,) = verify([Claim("c", "…", ("the biggest tax cut in history",))], [PrimarySource("speech", text)])
    assert (found.best.passage, found.best.verdict) == ("the biggest tax cut in history", Verdict.VERBATIM)


DEBATE = """THORN: My opponent says that I am a thief. That is a lie. We will build the bridge next year, but only if \
the council agrees. He is a wise man. I was glad to come. I never said that we would close the harbour.

VALE: I think we should wait. If the money comes, we open the school in May.
"""


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        pytest.param("I am a thief.", "whose claim it is left out: “My opponent says that”", id="claim"),
        pytest.param(
            "We will build the bridge next year",
            "condition left out: “but only if the council agrees”",
            id="condition-behind",
        ),
        pytest.param(
            "we open the school in May", "condition left out: “If the money comes”", id="condition-before"
        ),
        pytest.param("we would close the harbour", "denial left out: “I never said that”", id="denial"),
        pytest.param("we should wait", "hedge left out: “I think”", id="hedge"),
        pytest.param("That is a lie", "", id="a-sentence-of-its-own"),
        pytest.param("I was glad to come", "", id="among-others"),
        pytest.param("I never said that we would close the harbour", "", id="denial-kept"),
    ],
)  # fmt: skip
def test_words_beside_the_passage_that_change_it(quote: str, said: str) -> None:
    (found,) = verify([Claim("c", "…", (quote,))], [PrimarySource("debate", DEBATE)])
    assert (found.best.verdict, "left out" in found.best.reason) == (Verdict.VERBATIM, bool(said))
    assert said in found.best.reason


def test_words_that_only_the_quote_has_are_put_in() -> None:
    (found,) = verify([Claim("c", "…", ("He is a very wise man",))], [PrimarySource("debate", DEBATE)])
    assert (found.best.verdict, [edit[0] for edit in found.best.edits]) == (Verdict.EDITED, ["words put in"])


def test_turns_are_names_before_a_colon() -> None:
    assert [turn.speaker for turn in turns(COUNCIL)][:3] == ["MAYOR OLDENBURG", "CLLR PRYCE", "MAYOR OLDENBURG"]
    assert list(turns(TERMINAL)) == []


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("the " * 20_000, id="one-word-twenty-thousand-times"),
        pytest.param(COUNCIL * 40, id="longer-than-the-text"),
        pytest.param("x" * 100_000, id="one-letter"),
        pytest.param(" ".join(map(str, range(5_000))), id="all-numbers"),
    ],
)
def test_hostile_quotes_get_an_answer(quote: str) -> None:
    assert checked(quote).verdict in Verdict


def test_a_word_that_stands_everywhere_is_found() -> None:
    sources = Passages([PrimarySource("long", "the " * 50_000 + "gates")])
    assert len(sources.sources) == 1
    (found,) = verify([Claim("c", "the", ("the",))], [PrimarySource("long", "the " * 50_000)])
    assert found.best.verdict != Verdict.NOT_FOUND


def test_no_sources_no_passage() -> None:
    (found,) = verify([Claim("c", "any words at all", ())], [])
    assert (found.best.verdict, found.best.source, found.best.start) == (Verdict.NOT_FOUND, None, None)
