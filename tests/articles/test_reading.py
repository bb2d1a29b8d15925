"""Reading: every kind of input gives its articles, every kind of bad input one clear line, and the rest goes on."""

import hashlib
import io
import json
import os
import socket
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution.articles import inputs, reading
from attribution.articles.reading import Item, count
from attribution.errors import UnreadableArticle
from attribution.model import Article, Span
from attribution.pipeline.extracting import kinds

SHARED = Path(__file__).parents[3] / "shared" / "data"
PAGE = """<!DOCTYPE html><html><head><title>Bridge shut | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://harbour.example/a/bridge">%s</head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge shut</h1>
<p>The bridge over the Lorne is closed until further notice, the council said on Thursday.</p>
<p>“We cannot take the risk,” said Mayor Ada Holm. “Safety comes first — always.”</p>
<p>It was closed after cracks had been found in two of its four pillars, the council’s engineers wrote.</p>
</article><div id="comments"><p>Great piece, thanks for writing about this bridge of ours!</p></div></body></html>"""
LINE = {"id": "a", "text": "“Yes,” said Ann."}


def read(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Item]:
    return reading.read(paths, kinds, stdin)


def articles(*paths: object, stdin: bytes | None = None) -> list[Article]:
    found = list(read(map(str, paths), None if stdin is None else io.BytesIO(stdin)))
    assert [str(item) for item in found if isinstance(item, UnreadableArticle)] == []
    return [item for item in found if isinstance(item, Article)]


def problem(*paths: object, stdin: bytes | None = None) -> str:
    """The one line that is said of an input; it names the input and is one line."""
    (found,) = read(map(str, paths), None if stdin is None else io.BytesIO(stdin))
    assert isinstance(found, UnreadableArticle)
    assert "\n" not in str(found)
    return str(found)


def test_a_text_is_kept_byte_for_byte(tmp_path: Path) -> None:
    data = "\ufeffMOSCOW.\r\n“Yes.”\r\r\n \x0c😀\u2028".encode()
    (tmp_path / "story.v2.txt").write_bytes(data)
    (article,) = articles(tmp_path / "story.v2.txt")
    assert article == Article(
        id="story.v2",
        text="MOSCOW.\r\n“Yes.”\r\r\n \x0c😀\u2028",
        origin=str(tmp_path / "story.v2.txt"),
        original_sha256=hashlib.sha256(data).hexdigest(),
    )


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "bridge.html"
    path.write_text(PAGE % "")
    (article,) = articles(path)
    assert article.id == "bridge"
    assert (article.title, article.outlet, article.published) == ("Bridge shut", "Harbour Post", "2021-03-04")
    assert article.url == "https://harbour.example/a/bridge"
    assert article.original_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "“We cannot take the risk,” said Mayor Ada Holm. “Safety comes first — always.”" in article.text
    assert "Home" not in article.text
    assert "Great piece" not in article.text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param('<meta charset="windows-1252">', "cp1252", id="declared"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", id="latin-1"
        ),
        pytest.param('<meta charset="windows-1252">', "utf-8", id="declared-wrongly"),
        pytest.param("", "utf-16", id="byte-order-mark"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, head: str, encoding: str) -> None:
    (tmp_path / "a.htm").write_text(PAGE % head, encoding)
    (article,) = articles(tmp_path / "a.htm")
    assert "“Safety comes first — always.”" in article.text
    assert "council’s" in article.text


def test_json_lines(tmp_path: Path) -> None:
    attribution = {"content": [[0, 6]], "cue": [[7, 11]], "source": [[12, 15]]}
    lines = [LINE, LINE | {"id": 2, "published": "2020-10-02", "attributions": [attribution], "tags": ["x"]}]
    (tmp_path / "a.jsonl").write_text("\n\n".join(map(json.dumps, lines)))
    one, two = articles(tmp_path / "a.jsonl")
    assert (one.id, one.attributions, one.origin) == ("a", None, f"{tmp_path}/a.jsonl:1")
    assert (two.id, two.published, two.extra["tags"]) == ("2", "2020-10-02", ["x"])
    assert two.attributions is not None
    assert two.attributions[0].content == (Span(0, 6),)


def test_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y/x.TXT", ".hidden.txt", ".git/c.txt", "readme.md", "notes", "d.txt~"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    found = articles(tmp_path)
    assert [article.id for article in found] == ["x", "z", "b", "c"]
    assert count([str(tmp_path)]) == 4


def test_what_ends_in_nothing_known_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("“Yes,” said Ann.")
    (tmp_path / "lines.json").write_text(json.dumps(LINE))
    (tmp_path / "page.asp").write_text(PAGE % "")
    found = articles(tmp_path / "plain", tmp_path / "lines.json", tmp_path / "page.asp")
    assert [article.id for article in found] == ["plain", "a", "page"]
    assert found[2].title == "Bridge shut"


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        pytest.param("“Yes,” said Ann.".encode(), ["stdin"], id="text"),
        pytest.param(json.dumps(LINE).encode() + b"\n", ["a"], id="lines"),
        pytest.param(b"\n\xef\xbb\xbf"[1:] + json.dumps({"text": "Yes."}).encode(), ["stdin:1"], id="lines-without-id"),
        pytest.param(PAGE.encode(), ["stdin"], id="page"),
    ],
)
def test_standard_input(data: bytes, ids: list[str]) -> None:
    assert [article.id for article in articles("-", stdin=data)] == ids


def test_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Yes.")
    (tmp_path / "b.jsonl").write_text("{}\n{}\n{}")
    assert count([str(tmp_path), str(tmp_path / "b.jsonl"), "https://example.org/", "/none"]) == 9
    assert count([str(tmp_path), "-"]) is None
    assert count([]) == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", b" \n", "empty", id="blank"),
        pytest.param("a.html", b"", "empty", id="empty-page"),
        pytest.param("a.jsonl", b"", "empty", id="empty-lines"),
        pytest.param("a.jsonl", b"\n\n", "empty", id="blank-lines"),
        pytest.param("a.txt", b"\x7fELF\x02\x00", "binary", id="binary"),
        pytest.param("a.pdf", b"%PDF-1.4 \xff", "a PDF", id="pdf"),
        pytest.param("a.txt", "“Yes”".encode()[:-1], "damaged UTF-8", id="damaged"),
        pytest.param("a.txt", b"x" * 1001, "larger than", id="too-large"),
        pytest.param("a.html", b"<html><body><p>Log in</p></body></html>", "no article text", id="login-page"),
        pytest.param("a.html", b"plain words, no page", "no article text", id="no-page"),
        pytest.param("a.jsonl", b'{"id": "a"}', 'no "text"', id="no-text"),
        pytest.param("a.jsonl", b'{"id": "a", "text": ', "broken JSON", id="broken"),
        pytest.param("a.json", b'{\n"id": "a"\n}', "several lines", id="indented-json"),
    ],
)
def test_bad_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, said: str) -> None:
    monkeypatch.setattr(inputs, "LIMIT", 1000)
    (tmp_path / name).write_bytes(data)
    line = problem(tmp_path / name)
    assert line.startswith(str(tmp_path / name))
    assert said in line


def test_bad_input_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Yes.")
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    lines = [json.dumps(LINE), "{", json.dumps(LINE), json.dumps({"text": "x"}), json.dumps(LINE | {"id": "b"})]
    (tmp_path / "c.jsonl").write_text("\n".join(lines))
    found = list(read([str(tmp_path / "none.txt"), str(tmp_path), str(tmp_path / "good.txt")]))
    names = [item.id if isinstance(item, Article) else "!" for item in found]
    assert names == ["!", "!", "a", "!", "!", "c:4", "b", "good", "good"]
    assert "its id 'a' is that of" in str(found[4])


def test_a_guessed_encoding_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Yes,” she said — and left.".encode("cp1252"))
    doubt, article = read([str(tmp_path / "a.txt")])
    assert "Windows-1252, a guess" in str(doubt)
    assert isinstance(article, Article)
    assert article.text == "“Yes,” she said — and left."


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_mojibake_is_told_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    text = PAGE % "" if name == "a.html" else "“Yes,” she said — and left."
    broken = text.encode().decode("cp1252", "replace").replace("\ufffd", "")
    (tmp_path / name).write_text(broken, "utf-8")
    told, article = read([str(tmp_path / name)])
    assert str(told).startswith(f"{tmp_path / name}: read, but damaged in ")
    assert "the first 'â€œ' at " in str(told)
    assert isinstance(article, Article)
    assert "â€œ" in article.text
    if name == "a.txt":
        assert article.text == broken


def test_attributions_that_do_not_fit_are_told_beside_the_article(tmp_path: Path) -> None:
    line = LINE | {"attributions": [{"content": [[0, 6]]}, {"content": [[0, 600]]}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    told, article = read([str(tmp_path / "a.jsonl")])
    assert "a.jsonl:1: attribution 2: content 0–600 is outside the text" in str(told)
    assert isinstance(article, Article)
    assert len(article.attributions or ()) == 1


@pytest.mark.parametrize("path", ["none.txt", "none/", "a\0b.txt", "a\nb.txt", "\ud800", "", "x" * 5000])
def test_what_is_not_there(tmp_path: Path, path: str) -> None:
    assert "check the path" in problem(path and f"{tmp_path}/{path}")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file here that opens and cannot be read")
def test_what_opens_but_cannot_be_read() -> None:
    assert problem("/proc/self/mem") == "/proc/self/mem: input/output error; it cannot be read"
    assert count(["/proc/self/mem"]) == 1


def test_no_standard_input() -> None:
    assert "no standard input" in problem("-")
    assert "empty" in problem("-", stdin=b"")


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("No article.")
    assert "no .txt, .html, .htm, .jsonl file" in problem(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_pipes_devices_sockets_and_loops_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "d.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "e.txt"))
    assert "neither a file nor a folder" in problem(tmp_path / "a.txt")
    assert "neither a file nor a folder" in problem("/dev/zero")
    assert "check the path" in problem(tmp_path / "b.txt")
    assert len([str(item) for item in read([str(tmp_path)]) if isinstance(item, UnreadableArticle)]) == 5


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever is root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Yes.")
    (tmp_path / "a.txt").chmod(0)
    assert "permission denied" in problem(tmp_path / "a.txt")


def test_a_file_that_fails_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Yes.")

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert problem(tmp_path / "a.txt").startswith(f"{tmp_path}/a.txt: permission denied; ")
    assert count([str(tmp_path / "a.txt")]) == 1


def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Yes.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (article,) = articles(tmp_path)
    assert article.id == "caf\ufffd"


def test_folders_deeper_than_calls_can_nest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    said = problem(tmp_path)
    for _ in range(1200):  # pytest's own clearing away would call itself too often
        os.chdir("..")
        os.rmdir("d")
    assert "no .txt" in said


class _Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        kind, status, body = {
            "/page": ("text/html", 200, (PAGE % "").encode()),
            "/named": ("text/html; charset=windows-1252", 200, (PAGE % "").encode("cp1252")),
            "/plain.txt": ("text/plain; charset=utf-8", 200, "“Yes.”\r\n".encode()),
            "/picture": ("image/png", 200, b"\x89PNG"),
            "/large": ("text/html", 200, b"x" * 200_000),
            "/nothing": ("text/html", 200, b""),
        }.get(self.path, ("text/html", 404, b"gone"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch, site: str) -> str:
    """The site, as if its address were a public one."""
    monkeypatch.setattr("trafilatura.downloads._vet_peer", lambda host: None)
    return site


def test_a_page_at_an_address(public: str) -> None:
    for path in ("/page", "/named"):
        (article,) = articles(public + path)
        assert (article.id, article.url, article.origin) == (public + path,) * 3
        assert (article.title, article.published) == ("Bridge shut", "2021-03-04")
        assert "“Safety comes first — always.”" in article.text


def test_a_text_at_an_address(public: str) -> None:
    (article,) = articles(f"{public}/plain.txt")
    assert (article.text, article.url) == ("“Yes.”\r\n", f"{public}/plain.txt")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("/none", "the server answered 404", id="missing"),
        pytest.param("/picture", "it is image/png, neither page nor plain text", id="picture"),
        pytest.param("/nothing", "the server sent nothing", id="nothing"),
        pytest.param("/large", "larger than", id="too-large"),
    ],
)
def test_an_address_without_an_article(
    public: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], path: str, said: str
) -> None:
    monkeypatch.setattr("attribution.articles.addresses.LIMIT", 100_000)
    line = problem(public + path)
    assert line.startswith(f"{public}{path}: ")
    assert said in line
    assert capfd.readouterr() == ("", "")


def test_an_address_inside_is_refused(site: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert "non-public address" in problem(f"{site}/page")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "address", ["http://", "https://[::1/a", "http://exa mple.org/", "http://a\nb/", "HTTP://:99999/"]
)
def test_an_address_that_is_none(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert "could not be fetched (" in problem(address)
    assert capfd.readouterr() == ("", "")


def test_nobody_there() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/a"
        line = problem(address)
    assert line.startswith(f"{address}: could not be fetched (")
    assert line.endswith("; check the address and the connection")


PIECES = [
    b"{",
    b'"text": "',
    b'"}\n',
    b"<html>",
    b"<p>",
    "“é”".encode(),
    b"\xff",
    b"\x00",
    b"\n",
    b"\xff\xfe",
    b"words ",
]
ANY = st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html", "a", "-"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=ANY)
def test_any_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = list(read([name if name == "-" else str(tmp_path / name)], io.BytesIO(data)))
    assert found
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip()
            item.text.encode("utf-8")
        else:
            assert "\n" not in str(item)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data beside the checkout")
def test_the_sample_article_and_real_news() -> None:
    sample = SHARED / "000_2ba1a5d2d5bdc1cb.txt"
    paths = [sample, SHARED / "polnear-dev.jsonl"]
    found = articles(*paths)
    assert found[0].text == sample.read_bytes().decode("utf-8")
    assert len(found) == count(map(str, paths)) == 85


BAD_LINE = {"id": "p", "pair": [1, 2]}
NO_TEXT = 'no "text" field with words; each line must be one article'
READABLE = [
    pytest.param(
        [BAD_LINE] * 75, [f"{{0}}: none of its 75 lines is an article; the first: {{0}}:1: {NO_TEXT}"], id="none"
    ),
    pytest.param([BAD_LINE], [f"{{0}}:1: {NO_TEXT}"], id="one-line"),
    pytest.param(
        [BAD_LINE, LINE, BAD_LINE], [f"{{0}}:1: {NO_TEXT}", f"{{0}}:3: {NO_TEXT}"], id="an-article-among-them"
    ),
]


@pytest.mark.parametrize(("lines", "wanted"), READABLE)
def test_a_file_without_an_article_is_one_error(tmp_path: Path, lines: list[object], wanted: list[str]) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    found = [str(item) for item in read([str(file)]) if isinstance(item, UnreadableArticle)]
    assert found == [line.format(file) for line in wanted]


def test_errors_before_a_late_article_are_all_named(tmp_path: Path) -> None:
    file = tmp_path / "late.jsonl"
    lines = [BAD_LINE] * 1500 + [LINE]
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    found = list(read([str(file)]))
    assert isinstance(found[-1], Article)
    assert len(found) == len(lines)
