"""Bytes to text: exactly what was written, or one line that says why not; no silent guess."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution.articles.decoding import decoded
from attribution.errors import Note, UnreadableArticle

FRENCH = "« Nous ne pouvons plus attendre », a déclaré le maire. L’été prochain, la fête aura lieu à Orléans."
ENGLISH = "“We cannot wait,” the mayor said — and she’d say it again. " * 3
RUSSIAN = "Пресс-секретарь заявил, что «работа будет продолжена». По его словам, решение примут в пятницу. " * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("“Yes.”\r\n".encode(), "“Yes.”\r\n", id="utf-8"),
        pytest.param("\ufeffYes.\r".encode(), "Yes.\r", id="utf-8-mark"),
        pytest.param("\ufeff\ufeffYes.".encode(), "\ufeffYes.", id="only-one-mark-goes"),
        pytest.param("\ufeff“Yes.”".encode("utf-16-le"), "“Yes.”", id="utf-16-little"),
        pytest.param("\ufeff“Yes.”".encode("utf-16-be"), "“Yes.”", id="utf-16-big"),
        pytest.param("\ufeff“Yes.”".encode("utf-32-le"), "“Yes.”", id="utf-32-little"),
        pytest.param("a\x0cb\u2028c".encode(), "a\x0cb\u2028c", id="line-ends-stay"),
    ],
)
def test_what_is_sure(data: bytes, text: str) -> None:
    found = decoded(data, "a.txt")
    assert (found.text, found.doubt) == (text, None)


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        pytest.param(ENGLISH, "cp1252", "Windows-1252", id="english"),
        pytest.param(FRENCH, "cp1252", "Windows-1252", id="french"),
        pytest.param(RUSSIAN, "cp1251", "Windows-1251", id="russian"),
    ],
)
def test_a_guess_is_right_and_is_told(text: str, encoding: str, said: str) -> None:
    found = decoded(text.encode(encoding), "a.txt")
    assert found.text == text
    assert isinstance(found.doubt, Note)
    assert str(found.doubt).startswith(f"a.txt: not UTF-8; read as {said}, a guess")


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        pytest.param("windows-1251", "cp1251", "Привет", id="named"),
        pytest.param("ISO-8859-1", "cp1252", "“Yes”", id="latin-1-means-windows"),
        pytest.param("'koi8-r'", "koi8-r", "Привет", id="in-marks"),
    ],
)
def test_a_declared_encoding_is_taken(label: str, encoding: str, text: str) -> None:
    found = decoded(text.encode(encoding), "a.html", label)
    assert (found.text, found.doubt) == (text, None)


@pytest.mark.parametrize("label", ["utf-8", "no-such-encoding", "hex", "rot13", "\x00", "undefined", "idna"])
def test_a_wrong_label_is_no_error(label: str) -> None:
    assert decoded("é Yes".encode(), "a.html", label).text == "é Yes"
    assert decoded(FRENCH.encode("cp1252"), "a.html", label).text == FRENCH


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n\t", "empty", id="white-space"),
        pytest.param("\ufeff".encode("utf-16-le"), "empty", id="mark-only"),
        pytest.param(b"ab\x00cd", "NUL", id="nul"),
        pytest.param("Yes".encode("utf-16-le"), "NUL", id="utf-16-without-mark"),
        pytest.param(b"\x01\x02\x03abc", "control characters", id="controls"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "a PDF", id="pdf"),
        pytest.param(b"PK\x03\x04rest", "office document", id="docx"),
        pytest.param(b"{\\rtf1 Yes}", "rich text", id="rtf"),
        pytest.param(b"\x89PNG\r\n", "a picture", id="png"),
        pytest.param("“Yes”, “no”".encode()[:-1], "damaged UTF-8 at byte 16", id="cut-short"),
        pytest.param("“Yes”".encode() + b"\xff" + "“no”".encode(), "damaged UTF-8 at byte 9", id="one-bad-byte"),
        pytest.param(b"\xff\xfea\x00b", "damaged UTF-16", id="half-a-unit"),
        pytest.param(b"\xff\xfe\x00\xd8a\x00", "damaged UTF-16", id="half-a-pair"),
        pytest.param(bytes(range(128, 256)) * 4, "neither UTF-8 nor surely anything else", id="noise"),
    ],
)
def test_what_is_no_text(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        decoded(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300) | st.text(max_size=80).map(lambda t: t.encode("utf-8", "surrogatepass")))
@example(b"\xed\xa0\x80")
def test_any_bytes(data: bytes) -> None:
    try:
        text = decoded(data, "a.txt").text
    except UnreadableArticle:
        return
    assert text.strip()
    text.encode("utf-8")
