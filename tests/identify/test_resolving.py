"""Who speaks: names, pronouns, descriptions, bodies and their spokespeople, near misses beside hits."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.articles.sentences import sentences
from attribution.identify.resolving import resolve
from attribution.model import Article, Attribution, Kind, Span, Speaker

Resolve = Callable[[str], list[Speaker]]

NAMES = [
    pytest.param(
        "Ada Lund and Peter Lund met. Ada Lund sat. Peter Lund stood. In her book, [[Lund]] said {{it rained}}.",
        ["Ada Lund"],
        id="of-two-by-her-pronoun",
    ),
    pytest.param(
        "Mayor Martha Keeling met the press. “{{We will rebuild,}}” [[Keeling]] said.", ["Martha Keeling"], id="surname"
    ),
    pytest.param(
        "Martha Keeling spoke. {{The bridge is safe}}, said [[Mrs. Keeling]].", ["Martha Keeling"], id="honorific"
    ),
    pytest.param(
        "Martha Keeling spoke. {{It is safe}}, said [[Kealing]].", ["Martha Keeling"], id="misspelled-by-a-letter"
    ),
    pytest.param("Martha Keeling spoke. {{It is safe}}, said [[Keller]].", ["Keller"], id="another-surname"),
    pytest.param(
        "Peter Lund and his wife, Sarah Lund, came. {{It rains}}, said [[Mrs. Lund]]. {{It pours}}, said [[Mr. Lund]].",
        ["Sarah Lund", "Peter Lund"],
        id="relatives-by-honorific",
    ),
    pytest.param(
        "Peter Lund and Sarah Lund came. {{It rains}}, said [[Sarah]]. {{It pours}}, said [[Peter Lund]].",
        ["Sarah Lund", "Peter Lund"],
        id="relatives-by-first-name",
    ),
    pytest.param("“{{No,}}” said [[Mr. Van Dorn]] to Henry Van Dorn’s brother.", ["Henry Van Dorn"], id="particle"),
    pytest.param("Henry Marsh III wrote it. “{{No,}}” [[Mr. Marsh]] said.", ["Henry Marsh III"], id="numbered-name"),
    pytest.param("{{It is over}}, said [[former Secretary of State Anna Brill]].", ["Anna Brill"], id="title-with-of"),
    pytest.param("{{It is over}}, said [[his wife and current nominee Anna Brill]].", ["Anna Brill"], id="two-roles"),
    pytest.param("{{It is over}}, said [[his running mate, Anna Brill]].", ["Anna Brill"], id="name-behind-role"),
    pytest.param("{{It is over}}, said [[Anna Brill, an economist]].", ["Anna Brill"], id="role-behind-name"),
    pytest.param(
        "The Department of Justice objected. {{It is over}}, [[the DOJ]] said.",
        ["Department of Justice"],
        id="initials",
    ),
    pytest.param(
        "Kim Jong Un watched. {{Aid is late}}, [[the U.N.]] said at the United Nations.",
        ["United Nations"],
        id="initials-are-no-surname",
    ),
    pytest.param("{{It is over}}, [[Black Lives Matter]] said.", ["Black Lives Matter"], id="colour-in-a-name"),
    pytest.param("Mexico hosts the Mexico Ravens. {{Come}}, [[Mexico]] says.", ["Mexico"], id="place"),
    pytest.param(
        "{{No}}, said [[Ana Holt KC MP]]. {{Yes}}, said [[Holt]].", ["Ana Holt", "Ana Holt"], id="letters-behind-a-name"
    ),
    pytest.param("{{No}}, said [[his barrister, Ana Holt KC]].", ["Ana Holt"], id="letters-behind-an-apposition"),
    pytest.param("{{No}}, said [[Sporting KC]].", ["Sporting KC"], id="letters-of-a-team"),
    pytest.param("{{No}}, said [[Jack Ma]].", ["Jack Ma"], id="a-surname-that-is-a-degree"),
    pytest.param(
        "{{No}}, said [[Labour MP Jane Hook]]. {{Yes}}, said [[the MP]].", ["Jane Hook"] * 2, id="letters-as-a-title"
    ),
    pytest.param(
        "[[Shadow Secretary of State for Health and Social Care Wendy Marsh]] said {{wards are full}}.",
        ["Wendy Marsh"],
        id="long-title",
    ),
    pytest.param(
        "[[Deputy Commissioner of Police (Traffic) S. Rao]] said {{roads are full}}.", ["S. Rao"], id="title-with-marks"
    ),
    pytest.param(
        "[[Permanent Secretary to the Treasury Dame Ruth Gold]] said {{it is paid}}.", ["Ruth Gold"], id="title-with-to"
    ),
    pytest.param(
        "[[Director of Public Prosecutions Max Hill QC, who sat,]] said {{it is so}}.",
        ["Max Hill"],
        id="title-letters",
    ),
    pytest.param("[[Secretary of State Wendy Marsh]] said {{it is so}}.", ["Wendy Marsh"], id="short-title"),
    pytest.param(
        "{{It is so}}, said [[the Department of Health and Social Care]].",
        ["Department of Health and Social Care"],
        id="no-title",
    ),
    pytest.param(
        "[[FIRE CHIEF ROSA HOLM]] SAID {{IT BURNED}}. “{{WE CAME}},” [[HOLM]] SAID. “{{YES}},” [[SHE]] SAID.",
        ["ROSA HOLM"] * 3,
        id="all-in-capitals",
    ),
    pytest.param(
        "Sen. Peter Lund rose. Lund’s wife, Ana, came. {{I saw}}, [[Ana Lund]] said. {{It rains}}, said [[Lund]].",
        ["Ana Lund", "Peter Lund"],
        id="the-bare-surname-is-not-the-relatives",
    ),
    pytest.param(
        "Martin Lund died. His son, Canon Peter Lund, wept. {{It rains}}, said [[Canon Lund]].",
        ["Peter Lund"],
        id="relatives-by-title",
    ),
    pytest.param("{{It is so}}, said [[neither Ana Holt nor Carl Marsh]].", ["Ana Holt and Carl Marsh"], id="nor"),
    pytest.param("[[Mr. and Mrs. Dale Cooper]] said {{no}}.", ["Dale Cooper and Mrs. Dale Cooper"], id="a-couple"),
]

PRONOUNS = [
    pytest.param(
        "Martha Keeling met Paul Ostrow on Monday. “{{We agreed,}}” [[she]] said.", ["Martha Keeling"], id="she"
    ),
    pytest.param("Martha Keeling met Paul Ostrow on Monday. “{{We agreed,}}” [[he]] said.", ["Paul Ostrow"], id="he"),
    pytest.param(
        "“{{Paul Ostrow was late,}}” [[Martha Keeling]] said. “{{He slept,}}” [[she]] added.",
        ["Martha Keeling", "Martha Keeling"],
        id="goes-on",
    ),
    pytest.param(
        "She read “Tides: A Life on the Quay,” Paul Ostrow's 2005 best seller, [[which]] argued that {{walls fail}}.",
        ["Tides: A Life on the Quay"],
        id="which-is-no-person",
    ),
    pytest.param(
        "HER OWN MAYOR THINKS SHE HAS FAILED — Martha Keeling stays. “{{I will,}}” [[she]] said.",
        ["Martha Keeling"],
        id="a-clause-in-capitals-names-nobody",
    ),
    pytest.param(
        "President Martha Keeling met Ben Vale. Vale left early. The president stayed. {{It rains}}, [[she]] said.",
        ["Martha Keeling"],
        id="met-again-by-office",
    ),
    pytest.param("It was Martha Keeling [[who]] said {{the bridge is safe}}.", ["Martha Keeling"], id="relative"),
    pytest.param(
        "“{{It fell}},” [[Ana Brill]] said. Asked by Rita Cole whether it held, [[she]] said {{no}}.",
        ["Ana Brill", "Ana Brill"],
        id="who-asks-does-not-answer",
    ),
    pytest.param(
        "By Ben Vale\n\n[[I]] asked {{if it was so}}. Peter Lund and I had a plan. [[He]] said {{it was loud}}.",
        ["Ben Vale", "Peter Lund"],
        id="the-author-is-no-he",
    ),
    pytest.param(
        "By Ben Vale\n\nIt was late. Mr. Vale was out, but [[he]] said {{it was loud}}.",
        ["Ben Vale"],
        id="the-author-named-in-the-text",
    ),
]

DESCRIPTIONS = [
    pytest.param(
        "The mayor, Martha Keeling, was late on Monday. “{{Sorry,}}” [[the mayor]] said.",
        ["Martha Keeling"],
        id="role-in-apposition",
    ),
    pytest.param(
        "Russian and Belarusian presidents Oleg Sarin and Viktor Dubko met. {{Talks go on}}, said "
        "[[the Belarusian president]].",
        ["Viktor Dubko"],
        id="respectively",
    ),
    pytest.param(
        "Ada Thorn ran. The Thorn campaign was small. Thorn was tired, but {{it goes on}}, [[her campaign]] said.",
        ["Thorn campaign"],
        id="named-after-its-owner",
    ),
    pytest.param(
        "Peter Lund and Sarah Lund came. {{It rains}}, said [[Peter Lund’s wife]].", ["Sarah Lund"], id="relative"
    ),
    pytest.param(
        "Peter Lund and Sarah Marsh came. {{It rains}}, said [[Peter Lund’s wife]].",
        ["Peter Lund’s wife"],
        id="no-relative-of-that-name",
    ),
    pytest.param(
        "By Ada Lund\n\nMy parents, Peter and Sarah Lund, were poor. {{It rains}}, [[my father]] said.",
        ["Peter"],
        id="relative-of-the-author-of-a-name-printed-once",
    ),
    pytest.param(
        "By Ada Lund\n\nPeter and Sarah Lund came. “{{It rains}}, [[my father]] said,” Ben Vale told me.",
        ["my father"],
        id="my-in-a-quotation-is-not-the-author",
    ),
    pytest.param(
        "The Norland police have six boats. Ada Thorn called for help. {{It was over}}, [[police]] said.",
        ["Norland police"],
        id="police-of-the-place",
    ),
    pytest.param("Russia sent boats. {{It helps}}, [[the Russians]] said.", ["Russia"], id="a-people-for-its-country"),
    pytest.param("Russia sent boats. {{It helps}}, [[some Russians]] said.", ["some Russians"], id="some-of-a-people"),
    pytest.param("Ada Thorn sat. {{It helps}}, [[the Canadians]] said.", ["Canadians"], id="a-country-not-named"),
    pytest.param(
        "Ada Thorn ran. The Thorn campaign’s bus was late. {{It goes on}}, [[the campaign]] said.",
        ["Thorn campaign"],
        id="named-only-as-an-owner",
    ),
    pytest.param(
        "Norland has a ministry. {{It rains}}, said [[the press service of the Norland Fisheries Ministry]].",
        ["press service of the Norland Fisheries Ministry"],
        id="a-part-is-not-its-whole",
    ),
    pytest.param(
        "In downtown Saltover, a group dressed in white marched. {{It rains}}, [[the group]] said.",
        ["group"],
        id="no-apposition-to-what-leads-in",
    ),
    pytest.param(
        "{{It rains}}, said [[supporters of her rival, Sen. Ada Thorn]].",
        ["supporters of her rival"],
        id="apposed-to-somebody-else",
    ),
    pytest.param(
        "{{It rains}}, said [[bank critics, including economist Ada Thorn]].", ["bank critics"], id="one-of-many"
    ),
    pytest.param(
        "{{It rains}}, said [[the group backing Ada Thorn]].", ["group backing Ada Thorn"], id="whom-it-backs"
    ),
    pytest.param("Ada Thorn met voters, {{it rains}} say [[whose leaders]].", ["leaders"], id="whose-is-no-word-of-it"),
    pytest.param(
        "Ada Thorn, the Republican senator’s daughter, sat down. Ben Vale rose. {{It rains}}, "
        "[[the Republican senator]] said.",
        ["Ben Vale"],
        id="an-owner-before-a-role",
    ),
    pytest.param(
        "They asked Ada Thorn, a retired farmer. {{Prices are low}}, says Ada Thorn, [[a retired farmer]].",
        ["Ada Thorn"],
        id="apposition",
    ),
    pytest.param(
        "Police said a boy was hurt. [[His father]] said {{he was angry}}. “{{Pay}},” [[he]] said.\n\nThe officer,"
        " [[Sergeant Dan Pike]], said {{so}}.",
        ["His father", "His father", "Dan Pike"],
        id="a-relative-is-nobody-unrelated",
    ),
    pytest.param(
        "Ana Lund sat with her father, Carl Lund. [[Her father]] said {{he was glad}}.",
        ["Carl Lund"],
        id="a-relative-the-text-names",
    ),
    pytest.param(
        "A 17-year-old girl hid. [[The girl, who cannot be named,]] told them {{that it was loud}}. [[His barrister,"
        " Ana Crane KC,]] said {{no}}. “{{I know}},” [[the girl]] replied.",
        ["girl", "Ana Crane", "girl"],
        id="somebody-without-a-name",
    ),
    pytest.param(
        "[[MODERATOR]]: {{Sheriff Dale Rourke, hello.}}\n\n[[ROURKE]]: {{Thank you.}}\n\n[[MODERATOR]]: {{Go on.}}",
        ["MODERATOR", "Dale Rourke", "MODERATOR"],
        id="a-label-is-nobody-with-another",
    ),
    pytest.param(
        "[[CAROL BAXTER, MODERATOR]]: {{Good evening.}}\n\n[[ROURKE]]: {{Thank you.}}\n\n[[MODERATOR]]: {{Go on.}}",
        ["CAROL BAXTER", "ROURKE", "CAROL BAXTER"],
        id="a-label-that-tells-the-role",
    ),
]

ISSUES = [
    pytest.param(
        "The Velnian press service reported that {{it rained}}, [[the Velnian press service]] said. {{It stopped}}, "
        "[[the statement]] reads.",
        ["Velnian press service"] * 2,
        id="of-the-press-service",
    ),
    pytest.param(
        "The two met, the Velnian press service reported on Monday. {{It stopped}}, [[the statement]] reads.",
        ["Velnian press service"],
        id="of-the-press-service-just-named",
    ),
    pytest.param(
        "Ada Thorn read out a statement. {{It rained}}, [[the Velnian press service]] said. {{It stopped}}, "
        "[[the statement]] reads.",
        ["Velnian press service", "statement"],
        id="told-of-before",
    ),
    pytest.param(
        "{{It rained}}, [[Ada Thorn]] said. {{It stopped}}, [[the statement]] reads.",
        ["Ada Thorn", "statement"],
        id="no-press-service",
    ),
    pytest.param(
        "The Ohio Gaming Alliance, [[which]] said {{it is bad}}, rose. {{It is worse}}, [[the statement]] read.",
        ["Ohio Gaming Alliance", "Ohio Gaming Alliance"],
        id="an-alliance-in-a-clause",
    ),
    pytest.param(
        "The Ohio Gaming Alliance, [[which]] said in a statement {{it is bad}}, rose. {{No}}, [[the statement]] read.",
        ["Ohio Gaming Alliance", "statement"],
        id="told-of-in-a-clause",
    ),
]

HANDLES = [
    pytest.param("{{No}}, wrote [[@salty_sue]].", "@salty_sue", id="alone"),
    pytest.param("{{No}}, wrote [[reader @salty_sue]].", "@salty_sue", id="with-a-role"),
    pytest.param("{{No}}, wrote [[another, calling himself @Salty_Sam,]] at noon.", "@Salty_Sam", id="calling-himself"),
    pytest.param("{{No}}, wrote [[Ada Thorn (@ada_t)]].", "Ada Thorn", id="a-name-wins"),
]

KINDS = [
    pytest.param("{{Taxes will rise}}, [[an official]] said.", "anonymous", id="official"),
    pytest.param("{{Taxes will rise}}, [[critics]] said.", "group", id="critics"),
    pytest.param("{{Taxes will rise}}, [[a new poll]] shows.", "document", id="poll"),
    pytest.param("{{Taxes will rise}}, [[the company]] said.", "organisation", id="company"),
    pytest.param("{{Taxes will rise}}, [[Martha Keeling]] said.", "person", id="person"),
    pytest.param("{{Taxes will rise}}[[]], it was said in town.", "none", id="nobody"),
]


@pytest.mark.parametrize(("marked", "names"), NAMES + PRONOUNS)
def test_name(speakers: Resolve, marked: str, names: list[str]) -> None:
    assert [s.name for s in speakers(marked)] == names


@pytest.mark.parametrize(("marked", "names"), DESCRIPTIONS)
def test_description_of_someone_named(speakers: Resolve, marked: str, names: list[str]) -> None:
    assert [s.name for s in speakers(marked)] == names


@pytest.mark.parametrize(("marked", "names"), ISSUES)
def test_whose_the_statement_is(speakers: Resolve, marked: str, names: list[str]) -> None:
    assert [s.name for s in speakers(marked)] == names


@pytest.mark.parametrize(("marked", "name"), HANDLES)
def test_handle(speakers: Resolve, marked: str, name: str) -> None:
    (found,) = speakers(marked)
    assert (found.name, found.type) == (name, "person")


@pytest.mark.parametrize(("marked", "kind"), KINDS)
def test_kind(speakers: Resolve, marked: str, kind: str) -> None:
    assert [s.type for s in speakers(marked)] == [kind]


REASONS = [
    pytest.param(
        "Ada Brill sat down. {{It rains}}, [[she]] said.", "“she”: nobody else before it can be meant", id="only"
    ),
    pytest.param(
        "Ada Brill met Eva Lund. {{It rains}}, [[Lund]] said. {{It pours}}, [[she]] said.",
        "“she”: who spoke last",
        id="spoke-last",
    ),
    pytest.param(
        "It was Eva Lund, and Ada Brill, [[who]] said {{it rains}}.", "“who”: the name before it", id="relative"
    ),
    pytest.param(
        "Mayor Ada Brill met Ben Vale. {{It rains}}, [[the mayor]] said.",
        "“mayor”: the text calls this one “mayor”",
        id="role",
    ),
    pytest.param(
        "They asked Ada Thorn, a retired farmer. {{Prices are low}}, says Ada Thorn, [[a retired farmer]].",
        "“retired farmer”: the name that it stands beside",
        id="apposition",
    ),
]


@pytest.mark.parametrize(("marked", "reason"), REASONS)
def test_why(speakers: Resolve, marked: str, reason: str) -> None:
    assert speakers(marked)[-1].reason == reason


def test_an_unnamed_source_keeps_its_description(speakers: Resolve) -> None:
    (found,) = speakers("Ada Brill was there. {{Taxes will rise}}, said [[a senior aide who asked not to be named]].")
    assert found.type == "anonymous"
    assert found.name.startswith("senior aide")


def test_a_surname_of_two_is_less_sure(speakers: Resolve) -> None:
    one, two = speakers(
        "Peter Lund and Sarah Lund came. {{It rains}}, said [[Lund]]. {{It pours}}, said [[Sarah Lund]]."
    )
    assert "can be 2 people here" in one.reason
    assert one.confidence < two.confidence


def test_a_pronoun_is_no_surer_than_what_it_goes_back_to(speakers: Resolve) -> None:
    guessed, after = speakers("Mayor Martha Keeling sat. [[The mayor]] said {{it rained}}. “{{Again}},” [[she]] said.")
    assert guessed.name == after.name
    assert after.confidence <= guessed.confidence
    assert after.reason == "“she”: as “The mayor” was read"


def test_a_pronoun_is_unsure_where_the_text_turned_to_another(speakers: Resolve) -> None:
    _, turned = speakers("“{{No}},” [[Peter Lund]] said. Carl Moe left the room. “{{I did}},” [[he]] said.")
    _, went_on = speakers("“{{No}},” [[Peter Lund]] said. Ana Moe left the room. “{{I did}},” [[he]] said.")
    assert turned.confidence <= 0.6 < went_on.confidence


def test_first_person_is_printed_as_it_stands(speakers: Resolve) -> None:
    assert speakers("By Ben Vale\n\n[[I]] saw {{that it rained}}.")[0].reason == "“I” is the author"


def test_a_campaign_is_not_its_candidate(speakers: Resolve) -> None:
    campaign, candidate = speakers(
        "Ada Brill runs. {{We are ahead}}, [[the Brill campaign]] said. {{We are}}, [[Brill]] said."
    )
    assert (campaign.name, campaign.type) == ("Brill campaign", "organisation")
    assert candidate.name == "Ada Brill"


def test_a_body_speaks_by_its_spokesperson(speakers: Resolve) -> None:
    (found,) = speakers("{{Flights resume}}, said [[a spokesman for Norland Airways]].")
    assert (found.name, found.type) == ("Norland Airways", "organisation")
    assert found.voice == "spokesman for Norland Airways"


def test_a_person_speaks_by_their_spokesperson(speakers: Resolve) -> None:
    (found,) = speakers("Ada Brill was away. {{No}}, said [[a spokeswoman for Ms. Brill]].")
    assert (found.name, found.type, found.voice) == ("Ada Brill", "person", "spokeswoman for Ms. Brill")


def test_whom_a_source_is_close_to_is_not_the_source(speakers: Resolve) -> None:
    (found,) = speakers("{{No}}, said [[a source close to the owner, Ada Brill,]] on Monday.")
    assert (found.name, found.type) == ("source close to the owner", "anonymous")


def test_a_clause_in_a_headline_names_nobody(speakers: Resolve) -> None:
    (found,) = speakers("Baker Describes Payments\n\nAda Brill kept the books. {{It was a lot}}, [[she]] said.")
    assert found.name == "Ada Brill"


def test_joint_sources_give_their_members(speakers: Resolve) -> None:
    (found,) = speakers("Ada Brill and Paul Ostrow met. {{Talks go on}}, [[Ms. Brill and Mr. Ostrow]] said.")
    assert [m.name for m in found.members] == ["Ada Brill", "Paul Ostrow"]
    assert (found.name, found.type) == ("Ada Brill and Paul Ostrow", "group")
    assert found.reason == "2 who speak as one"


def test_two_named_behind_their_role_are_joint(speakers: Resolve) -> None:
    both, one = speakers(
        "[[The presidents of Velnia and Norland, Ada Brill and Paul Ostrow]], said {{it rained}}. {{It stopped}}, "
        "said [[the Norland leader]]."
    )
    assert (both.name, one.name) == ("Ada Brill and Paul Ostrow", "Paul Ostrow")


def test_one_person_of_two_roles_is_not_joint(speakers: Resolve) -> None:
    (found,) = speakers("{{No}}, said [[novelist and former Senate candidate Paul Ostrow]].")
    assert (found.name, found.members) == ("Paul Ostrow", ())


def test_first_person_in_a_quotation() -> None:
    text = "“I told you that I was tired,” Martha Keeling said."
    outer = Attribution("0", (Span(1, 29),), (), (Span(31, 45),), Kind.DIRECT, 1.0)
    inner = Attribution("1", (Span(17, 28),), (), (Span(1, 2),), Kind.INDIRECT, 1.0, nested=True)
    found = resolve(Article("a", text, attributions=(outer, inner)), list(sentences(text))).attributions or ()
    assert [a.speaker.name for a in found if a.speaker] == ["Martha Keeling", "Martha Keeling"]


def test_first_person_is_the_author(speakers: Resolve) -> None:
    (found,) = speakers("By Martha Keeling\n\nThe valley was dry. [[I]] thought {{it would rain}}.")
    assert found.name == "Martha Keeling"


LETTERS = "Keep the ferry.\n\nLETTERS.\n\n[[I]] say {{keep it}}.\n\nMartha Keeling.\n\n"


def test_first_person_in_a_letter_is_who_signs(speakers: Resolve) -> None:
    first, second = speakers(LETTERS + "[[We]] say {{sink it}}.\n\n@ferryfoe.\n")
    assert (first.name, second.name) == ("Martha Keeling", "@ferryfoe")


def test_one_name_on_a_line_is_no_signature(speakers: Resolve) -> None:
    (found,) = speakers(LETTERS)
    assert found.name == "author"


def test_a_heading_is_no_signature(speakers: Resolve) -> None:
    (found,) = speakers(LETTERS.replace("Martha Keeling", "Market Reaction") + "Sunk.\n\nFerry Costs\n")
    assert found.name == "author"


def test_transcript_turn(speakers: Resolve) -> None:
    first, second = speakers("[[KEELING]]: {{Good evening.}}\n\n[[OSTROW]]: {{Good evening.}}\n")
    assert (first.name, second.name) == ("KEELING", "OSTROW")


def test_title_of_a_work_in_marks(speakers: Resolve) -> None:
    (found,) = speakers("She wrote a memoir, “A Long Road,” in May. {{He drank}}, according to [[the memoir]].")
    assert (found.name, found.type) == ("A Long Road", "document")


def test_a_quotation_is_no_title(speakers: Resolve) -> None:
    (found,) = speakers("She wrote a memoir, “never again,” in May. {{He drank}}, according to [[her]].")
    assert found.name != "never again"


def test_nothing_to_resolve_changes_nothing() -> None:
    article = Article("a", "No one said a word.")
    assert resolve(article, []) is article


PIECES = (
    "Martha Keeling Mr. Mrs. said the president he she who his and , . “ ” '' U.N. poll I ’s PACs Sen. “No” of Justice"
    " Smith III Ā — -- [1] 8,000"
)
WORDS = st.sampled_from([*PIECES.split(), "\n\n", "\xa0"])


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120), st.data())
def test_any_text_and_spans(text: str, data: st.DataObject) -> None:
    if not text:
        return
    places = st.integers(0, len(text) - 1).flatmap(lambda a: st.integers(a + 1, len(text)).map(lambda b: Span(a, b)))
    made = []
    for number in range(data.draw(st.integers(1, 4))):
        source = (data.draw(places),) if data.draw(st.booleans()) else ()
        made.append(Attribution(str(number), (data.draw(places),), (), source, Kind.DIRECT, 1.0))
    article = Article("a", text, attributions=tuple(made))
    found = resolve(article, list(sentences(text)))
    assert found == resolve(article, list(sentences(text)))
    for attribution in found.attributions or ():
        assert attribution.speaker is not None
        assert attribution.speaker.reason
        assert 0 <= attribution.speaker.confidence <= 1
