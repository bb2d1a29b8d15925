"""The list of name forms as CSV: nothing is lost on the way, nothing runs in a spreadsheet, a bad line is named."""

import io
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import AttributionError
from attribution.identify.alias_lines import decisions, read, write
from attribution.model import Alias, SpeakerType

KEELING = Alias("Keeling", "Martha Keeling", SpeakerType.PERSON, "Q1", True)


def written(*aliases: Alias) -> str:
    out = io.StringIO()
    write(aliases, out)
    return out.getvalue()


def test_written() -> None:
    assert written(KEELING) == "form,speaker,type,external,decided\nKeeling,Martha Keeling,person,Q1,yes\n"


@pytest.mark.parametrize("form", ["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "\tx"])
def test_no_cell_is_a_formula(form: str) -> None:
    line = written(Alias(form, "Martha Keeling", SpeakerType.PERSON, decided=True)).splitlines()[1]
    assert line.startswith(("'", "\"'"))


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12)


@given(st.lists(st.builds(Alias, WORDS, WORDS, st.sampled_from(list(SpeakerType)), st.none() | WORDS, st.just(True))))
def test_round_trip(aliases: list[Alias]) -> None:
    assert read(written(*aliases).encode(), "list.csv") == aliases


PERSON, THOUGHT = SpeakerType.PERSON, Alias("Keeling", "Martha Keeling", SpeakerType.PERSON)
OTHER = Alias("Keeling", "Paul Keeling", PERSON)
BOTH = [THOUGHT, OTHER]


@pytest.mark.parametrize(
    ("listed", "known", "decided"),
    [
        pytest.param([KEELING], [], [KEELING], id="decided-and-new"),
        pytest.param([KEELING], [THOUGHT], [KEELING], id="decided"),
        pytest.param([THOUGHT], [THOUGHT], [], id="the-program-still-thinks-so"),
        pytest.param([THOUGHT], [], [], id="never-met"),
        pytest.param([OTHER], [THOUGHT], [replace(OTHER, decided=True)], id="edited"),
        pytest.param([OTHER], [replace(THOUGHT, decided=True)], [], id="a-person-decided-since"),
        pytest.param([replace(THOUGHT, external="Q1")], [THOUGHT], [KEELING], id="identifier-added"),
        pytest.param([THOUGHT], [replace(THOUGHT, external="Q1")], [], id="identifier-left-out"),
        pytest.param(BOTH, BOTH, [], id="two-bearers"),
        pytest.param([OTHER], BOTH, [], id="the-line-of-one-of-two-bearers-left-out"),
        pytest.param([OTHER, OTHER], BOTH, [replace(OTHER, decided=True)], id="one-of-two-bearers-edited"),
        pytest.param(BOTH, [THOUGHT], [replace(each, decided=True) for each in BOTH], id="a-bearer-added"),
    ],
)
def test_what_a_list_decides(listed: list[Alias], known: list[Alias], decided: list[Alias]) -> None:
    assert decisions(read(written(*listed).encode(), "list.csv"), known) == decided


PLAIN = [Alias("Keeling", "Martha Keeling", SpeakerType.PERSON, None, True)]
OTHERS = [
    pytest.param("Type,Speaker,Form\nperson,Martha Keeling,Keeling\n\n", "utf-8", id="any-order-none-beyond-three"),
    pytest.param("form,speaker,type\nKeeling,Martha Keeling,person", "utf-8-sig", id="byte-order-mark"),
    pytest.param("form;speaker;type;note\r\nKeeling;Martha Keeling;person;x\r\n", "utf-8-sig", id="semicolons"),
    pytest.param("form\tspeaker\ttype\r\nKeeling\tMartha Keeling\tperson\r\n", "utf-16", id="unicode-text"),
    pytest.param("\n,,\n FORM , speaker,type,,\nKeeling,Martha Keeling,Person,,\n,,,,\n", "utf-8", id="empty-cells"),
    pytest.param("form,speaker,type,decided\nKeeling,Martha Keeling,person,TRUE\n", "utf-8", id="true"),
]


@pytest.mark.parametrize(("text", "coding"), OTHERS)
def test_lists_of_other_programs(text: str, coding: str) -> None:
    assert read(text.encode(coding), "list.csv") == PLAIN


def test_cells_with_commas_quotes_and_line_ends_come_back() -> None:
    hostile = [
        Alias(form, '"; Marsh, Ida\n=1+1', SpeakerType.PERSON, "a;b\tc", True) for form in ("a\r\nb", "x;y,z", "'=")
    ]
    assert read(written(*hostile).encode(), "list.csv") == hostile


BAD = [
    pytest.param("", "no column 'form' in its first line, which names nothing", id="empty"),
    pytest.param("form,type\n", "no column 'speaker' in its first line, which names form, type", id="column-missing"),
    pytest.param("Name|Role\nA|B\n", r"no column 'form' in its first line, which names name\|role", id="another-list"),
    pytest.param("form,speaker,type\na,b,person\n,b,person\n", "list.csv:3: form and", id="form-missing"),
    pytest.param("form,speaker,type\na,b,wizard\n", "list.csv:2: type 'wizard' is none of", id="type-unknown"),
    pytest.param("form,speaker,type\na\n", "list.csv:2: form and speaker", id="cells-missing"),
    pytest.param("form,speaker,type\nb, Jr.,b,person\n", "list.csv:2: more cells than headings", id="comma-unquoted"),
    pytest.param("form,speaker,type\na,b,person\n" + "x" * 200_000 + ",b,person\n", "list.csv:3: ", id="too-long"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_line(text: str, message: str) -> None:
    with pytest.raises(AttributionError, match=message):
        read(text.encode(), "list.csv")


def test_another_encoding_is_named_with_its_line() -> None:
    with pytest.raises(AttributionError, match=r"list\.csv:2: this line is not UTF-8"):
        read("form,speaker,type\nPeña,Peña,person\n".encode("latin-1"), "list.csv")


@given(st.binary(max_size=80))
def test_any_bytes_are_forms_or_a_clear_error(data: bytes) -> None:
    with suppress(AttributionError):
        assert all(alias.form and alias.speaker for alias in read(b"form,speaker,type\n" + data, "list.csv"))
