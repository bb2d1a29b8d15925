"""The list of name forms as CSV: nothing is lost on the way, nothing runs in a spreadsheet, a bad line is named."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import AttributionError
from attribution.identify.alias_lines import read, write
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


def test_what_the_program_thought_is_no_decision() -> None:
    assert read(written(Alias("A", "B", SpeakerType.PERSON), KEELING).encode(), "list.csv") == [KEELING]


PLAIN = [Alias("Keeling", "Martha Keeling", SpeakerType.PERSON, None, True)]
OTHERS = [
    pytest.param("Type,Speaker,Form\nperson,Martha Keeling,Keeling\n\n", "utf-8", id="any-order-none-beyond-three"),
    pytest.param("form,speaker,type\nKeeling,Martha Keeling,person", "utf-8-sig", id="byte-order-mark"),
    pytest.param("form;speaker;type;note\r\nKeeling;Martha Keeling;person;x\r\n", "utf-8-sig", id="semicolons"),
    pytest.param("form\tspeaker\ttype\r\nKeeling\tMartha Keeling\tperson\r\n", "utf-16", id="unicode-text"),
    pytest.param("\n,,\n FORM , speaker,type,,\nKeeling,Martha Keeling,Person,,\n,,,,\n", "utf-8", id="empty-cells"),
    pytest.param(
        "form,speaker,type,decided\nKeeling,Martha Keeling,person,TRUE\nA,B,person,FALSE\n", "utf-8", id="true"
    ),
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
