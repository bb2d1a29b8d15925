"""The list of name forms as CSV: nothing is lost on the way, nothing runs in a spreadsheet, a bad line is named."""

import io

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
    assert read(io.StringIO(written(*aliases)), "list.csv") == aliases


def test_what_the_program_thought_is_no_decision() -> None:
    assert read(io.StringIO(written(Alias("A", "B", SpeakerType.PERSON), KEELING)), "list.csv") == [KEELING]


def test_columns_in_any_order_and_none_beyond_three() -> None:
    lines = ["Type,Speaker,Form\n", "person,Martha Keeling,Keeling\n", "\n"]
    assert read(lines, "list.csv") == [Alias("Keeling", "Martha Keeling", SpeakerType.PERSON, None, True)]


def test_a_byte_order_mark_is_no_word() -> None:
    assert read(["\ufeffform,speaker,type\n", "Keeling,Martha Keeling,person\n"], "list.csv")[0].form == "Keeling"


BAD = [
    pytest.param([], "no column 'form'", id="empty"),
    pytest.param(["form,type\n"], "no column 'speaker'", id="column-missing"),
    pytest.param(["form,speaker,type\n", "a,b,person\n", ",b,person\n"], "list.csv:3: form and", id="form-missing"),
    pytest.param(["form,speaker,type\n", "a,b,wizard\n"], "list.csv:2: type 'wizard' is none of", id="type-unknown"),
    pytest.param(["form,speaker,type\n", "a\n"], "list.csv:2: form and speaker", id="cells-missing"),
    pytest.param(["form,speaker,type\n", "a,b,person\n", "x" * 200_000 + ",b,person\n"], "list.csv:3: ", id="too-long"),
]


@pytest.mark.parametrize(("lines", "message"), BAD)
def test_bad_line(lines: list[str], message: str) -> None:
    with pytest.raises(AttributionError, match=message):
        read(lines, "list.csv")
