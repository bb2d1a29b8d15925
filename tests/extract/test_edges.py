"""A content takes all of the quotations whose words it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.edges import closed
from attribution.extract.quotations import read_quotations
from attribution.model import Span


def spans(text: str, pieces: list[str]) -> list[Span]:
    return [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        pytest.param("“Go, ‘dear friend.’” It", ["“Go, ‘dear friend"], ["“Go, ‘dear friend.’”"], id="curly"),
        pytest.param("\"Go, 'dear friend.'\" It", ["\"Go, 'dear friend"], ["\"Go, 'dear friend.'\""], id="straight"),
        pytest.param("“Go, ‘dear friend’,” he", ["“Go, ‘dear friend"], ["“Go, ‘dear friend’,”"], id="comma between"),
        pytest.param("‘Go, “dear friend.”’ It", ["‘Go, “dear friend"], ["‘Go, “dear friend.”’"], id="british"),
        pytest.param("\"Go, 'friend,' \" he", ["\"Go, 'friend"], ["\"Go, 'friend,' \""], id="space between"),
        pytest.param("“‘Go, friend.’” It", ["Go, friend"], ["“‘Go, friend.’”"], id="both edges"),
        pytest.param("“[W]e go,” he", ["W]e go,”"], ["“[W]e go,”"], id="a bracket at the start"),
        pytest.param("“We go (at five).” It", ["“We go (at five)"], ["“We go (at five).”"], id="a bracket at the end"),
        pytest.param("“It fell 12%.” It", ["“It fell 12"], ["“It fell 12%.”"], id="a sign at the end"),
        pytest.param("Il dit : « Non merci », et", ["Non merci"], ["« Non merci »"], id="spaces within guillemets"),
        pytest.param("« Non ! » Il", ["Non"], ["« Non ! »"], id="a spaced stop"),
        pytest.param("“ Go now ” he", ["Go now"], ["Go now"], id="a space behind an opening mark"),
        pytest.param("“Go.” She said ” no ”", ["no"], ["no"], id="marks the wrong way round"),
        pytest.param("“Go now :-)” he", ["“Go now"], ["“Go now :-)”"], id="signs of good will"),
        pytest.param("“Go now . . .” he", ["“Go now"], ["“Go now . . .”"], id="spaced stops"),
        pytest.param("“Go now\n” he", ["“Go now"], ["“Go now"], id="on another line"),
        pytest.param("“He said ‘go’ now,” she", ["‘go"], ["‘go’"], id="only what it has the words of"),
        pytest.param("“He said ‘go,’” she", ["‘go"], ["‘go,’"], id="not the quotation round it"),
        pytest.param("“Go,” she said, “now.”", ["“Go", "now"], ["“Go,”", "“now.”"], id="two pieces"),
        pytest.param("He said “go now” then", ["He said “go"], ["He said “go"], id="words before the mark"),
        pytest.param("He said “go now then", ["“go now"], ["“go now"], id="never closed"),
        pytest.param("He said go. “Now,” she", ["He said go"], ["He said go"], id="another one beside it"),
    ],
)
def test_closed(text: str, pieces: list[str], expected: list[str]) -> None:
    assert [s.of(text) for s in closed(text, spans(text, pieces), read_quotations(text))] == expected


@given(st.text(st.sampled_from("ab .,%“”‘’\"'"), min_size=1), st.integers(0, 30), st.integers(1, 10))
def test_grows_by_no_letter(text: str, start: int, length: int) -> None:
    start = start % len(text)
    piece = Span(start, min(start + length, len(text)))
    [span] = closed(text, [piece], read_quotations(text))
    assert 0 <= span.start <= piece.start <= piece.end <= span.end <= len(text)
    assert not any(map(str.isalnum, text[span.start : piece.start] + text[piece.end : span.end]))
