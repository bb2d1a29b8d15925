"""The command line: help and README agree, files go in and lines come out, and the exit code tells."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from attribution.cli import app
from attribution.identify import resolving
from attribution.model import Article
from attribution.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = fields(Settings)
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]  # a group, as the app has several commands
STORY = (
    "Mill opens again\n\n“We open two bridges on Monday, whatever the weather does,” said Ida Marsh, the mayor of "
    "Hollin.\n\nThe press service of the mill said that nobody had been hurt.\n"
)


def attribution(*arguments: str, given: str = "", home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"HOME": str(home), "XDG_DATA_HOME": str(home)} if home else {})}
    return subprocess.run(
        [sys.executable, "-m", "attribution", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    found = get_command(app).commands[command]  # type: ignore[attr-defined]
    assert found.help
    assert len(found.help) > 30
    for parameter in found.params:
        assert getattr(parameter, "help", None), f"{command} {parameter.name} has no help"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"attribution {command}\b", README)


def test_the_readme_names_no_command_that_is_not_there() -> None:
    shown = "\n".join(re.findall(r"```\n(.*?)```", README, re.DOTALL))
    named = set(re.findall(r"(?:^|\| )attribution ([a-z]+)", shown, re.MULTILINE))
    assert named
    assert named <= set(COMMANDS)


def test_help_and_version_come_at_once() -> None:
    assert "verify" in attribution("--help").stdout
    assert re.fullmatch(r"attribution \d+\.\d+\.\d+\n", attribution("--version").stdout)


def test_extract_gives_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(STORY, encoding="utf-8")
    done = attribution("extract", str(path), "-", given=json.dumps({"id": "b", "text": STORY, "desk": ["city", 1]}))
    assert done.returncode == 0, done.stderr
    first, second = lines(done)
    assert (first["id"], second["id"], second["desk"]) == ("mill", "b", ["city", 1])
    assert first["text"] == second["text"] == STORY
    quote = first["attributions"][0]
    assert set(quote) >= {"content", "cue", "source", "id", "kind", "nested", "confidence", "speaker"}
    assert [STORY[start:end] for start, end in quote["cue"]] == ["said"]
    assert quote["kind"] == "direct"
    assert quote["speaker"]["name"] == "Ida Marsh"
    assert quote["speaker"]["type"] == "person"
    assert quote["speaker"]["reason"]


def test_extract_pipes_into_match() -> None:
    two = "\n".join(json.dumps({"id": name, "text": STORY}) for name in "ab")
    done = attribution("match", "-", given=attribution("extract", "-", given=two).stdout)
    assert done.returncode == 0, done.stderr
    assert {(line["a"], line["b"], line["relation"]) for line in lines(done)} >= {("a#0", "b#0", "verbatim")}
    assert all(set(line) >= {"a", "b", "relation", "score", "reason", "edits"} for line in lines(done))


def test_match_clusters() -> None:
    said = [
        ("1", "We open two bridges on Monday"),
        ("2", "“We open two bridges on Monday.”"),
        ("3", "No comment was made"),
    ]
    given = "\n".join(json.dumps({"id": name, "text": text, "article": name}) for name, text in said)
    (cluster,) = lines(attribution("match", "-", "--clusters", given=given))
    assert cluster["members"] == ["1", "2"]


def test_verify_says_where_and_why(tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("MARSH: Well, we open two bridges on Monday, whatever the weather does.\r\nThank you.", "utf-8")
    claims = [
        {"id": "1", "text": "Marsh on bridges", "quotes": ["we open two bridges on Monday"], "desk": 7},
        {"id": "2", "text": "Marsh on owls", "quotes": ["the owls are not what they seem to be at night"]},
    ]
    done = attribution("verify", "-", "--against", str(tmp_path), given="\n".join(map(json.dumps, claims)))
    assert done.returncode == 0, done.stderr
    found, missing = lines(done)
    assert (found["verdict"], found["source"], found["desk"]) == ("verbatim", "speech", 7)
    text = speech.read_bytes().decode("utf-8")
    assert text[found["start"] : found["end"]] == found["passage"]
    assert found["passage"].startswith("we open two bridges")
    assert found["checks"][0]["quote"] == claims[0]["quotes"][0]  # type: ignore[index]
    assert missing["verdict"] == "not-found"
    assert missing["source"] is missing["start"] is missing["passage"] is None
    assert missing["reason"]


def test_evaluate_prints_the_table_and_the_misses(tmp_path: Path) -> None:
    gold, predicted, page = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl", tmp_path / "misses.html"
    line = {"id": "a", "text": "<b>Ida said no.</b>", "attributions": [{"content": [[12, 14]], "source": [[3, 6]]}]}
    gold.write_text(json.dumps(line))
    predicted.write_text(json.dumps({**line, "attributions": []}))
    done = attribution("evaluate", str(gold), str(predicted), "--html", str(page))
    assert done.returncode == 0, done.stderr
    assert re.search(r"^all +1 +0 ", done.stdout, re.MULTILINE)
    assert "&lt;b&gt;" in page.read_text()
    assert "missed: in the gold annotation only (1)" in page.read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["extract"], 2, "FILE", id="nothing to read"),
        pytest.param(["extract", "gone.txt"], 1, "gone.txt", id="missing file"),
        pytest.param(["extract", "--format", "xml", "-"], 2, "only jsonl is known", id="unknown format"),
        pytest.param(["report", "--format", "pdf", "-o", "x"], 2, "pdf", id="unknown report"),
        pytest.param(["report", "-o", "x", "--since", "May"], 2, "write it as 2020-10-02", id="no date"),
        pytest.param(["nonsense"], 2, "nonsense", id="unknown command"),
        pytest.param(["match", "-"], 0, "", id="empty input"),
        pytest.param(["report", "-o", "x.csv", "--format", "html"], 2, "x.csv", id="ending against format"),
        pytest.param(
            ["report", "-o", "x", "--since", "2020-10-03", "--until", "2020-10-02"], 2, "is after", id="no day between"
        ),
        pytest.param(["list", "--ledger", "/proc/nowhere/x.sqlite"], 3, "/proc/nowhere", id="no place for a ledger"),
        pytest.param(["list", "--ledger", str(ROOT / "README.md")], 3, "README.md", id="no ledger"),
        pytest.param(["evaluate", "gone.jsonl", "gone2.jsonl"], 3, "gone2.jsonl: no such file", id="no predictions"),
        pytest.param(["verify", "-", "--against", "gone"], 2, "no readable text", id="nothing to check against"),
    ],
)
def test_exit_codes(arguments: Sequence[str], code: int, said: str, tmp_path: Path) -> None:
    done = attribution(*arguments, home=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["search", "bridges"], ["speakers"], ["report", "-o", "x.csv"], ["remove", "a"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_asking_makes_no_ledger(arguments: Sequence[str], tmp_path: Path) -> None:
    done = attribution(*arguments, home=tmp_path)
    assert done.returncode == 3
    assert "ledger.sqlite: no ledger is there yet; `attribution add PATH` makes it" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_usage_reads_as_people_write_it() -> None:
    usage = {command: attribution(command, "--help").stdout for command in ("extract", "list", "search", "verify")}
    first = {command: text.splitlines()[0].partition(f" {command} ")[2] for command, text in usage.items()}
    assert first == {
        "extract": "[OPTIONS] FILE...",
        "list": "[OPTIONS] [WORDS]",
        "search": "[OPTIONS] WORDS",
        "verify": "[OPTIONS] FILE...",
    }
    assert not [text for text in usage.values() if "<" in text or "{" in text]


@pytest.mark.parametrize("command", ["match", "verify"])
def test_statements_that_do_not_fit_are_named(command: str, tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text("Well, we open two bridges on Monday.", "utf-8")
    good = {"id": "1", "text": "We open two bridges on Monday", "quotes": ["we open two bridges"]}
    against = ["--against", str(tmp_path)] if command == "verify" else []
    bad: list[dict[str, Any]] = [{"id": "2"}, {"id": "3", "text": 5}, {**good, "id": "4"}, {**good, "id": "5"}]
    done = attribution(command, "-", *against, given="\n".join(map(json.dumps, [good, *bad])))
    assert done.returncode == 1
    assert re.findall(r"stdin:(\d)", done.stderr) == ["2", "3"]
    told = [line.get("id", line.get("a")) for line in lines(done)]
    assert told == (["1", "4", "5"] if command == "verify" else ["1", "1", "4"])


def test_a_remark_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_bytes(STORY.encode("cp1252"))
    bad = {"content": [[5, 2]]}
    given = json.dumps({"id": "a", "text": STORY, "published": "May", "attributions": [bad]})
    done = attribution("extract", str(path), "-", given=given)
    assert done.returncode == 0, done.stderr
    assert len(lines(done)) == 2
    assert len(done.stderr.splitlines()) == 3
    resolved = attribution("resolve", "-", given=given)
    assert resolved.returncode == 1
    assert "1 problem with the input" in resolved.stderr


def test_one_bad_line_and_the_rest_goes_on() -> None:
    given = "\n".join(['{"id": "a", "text": "One. Two."}', "{broken", '{"id": "b"}', '{"id": "c", "text": "Three."}'])
    done = attribution("extract", "-", given=given)
    assert done.returncode == 1
    assert [line["id"] for line in lines(done)] == ["a", "c"]
    named = [line for line in done.stderr.splitlines() if re.search(r":[23]\b", line)]
    assert len(named) == 2, done.stderr


def test_nobody_reads_on() -> None:
    given = "\n".join(json.dumps({"id": str(n), "text": STORY}) for n in range(40))
    with subprocess.Popen(
        [sys.executable, "-m", "attribution", "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(given.encode())
        process.stdin.close()
        assert process.stderr.read() == b""


def test_interrupted() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "attribution", "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # what runs in the background ignores it
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": "a", "text": STORY}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"  # from here on it waits for more
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 130
            assert b"Traceback" not in process.stderr.read()
        finally:
            process.kill()


def test_ledger_commands(tmp_path: Path) -> None:
    ledger, path = str(tmp_path / "my ledger.sqlite"), tmp_path / "mill.txt"
    path.write_text(STORY, encoding="utf-8")
    added = attribution("add", str(path), "--ledger", ledger)
    assert added.returncode == 0, added.stderr
    assert "1 article added, 0 known already" in added.stdout
    assert "0 articles added, 1 known already" in attribution("add", str(path), "--ledger", ledger).stdout
    assert attribution("list", "--ledger", ledger).stdout.startswith("mill\t")
    assert "Ida Marsh" in attribution("search", "too bridges monday", "--ledger", ledger).stdout
    assert "Ida Marsh\tperson\t1" in attribution("speakers", "--ledger", ledger).stdout
    for name in ("html", "csv", "jsonl"):
        out = tmp_path / f"report.{name}"
        done = attribution("report", "--format", name, "-o", str(out), "--ledger", ledger)
        assert done.returncode == 0, done.stderr
        assert "We open two bridges" in out.read_text(encoding="utf-8")
    guessed, empty = tmp_path / "guessed.CSV", tmp_path / "empty.csv"
    attribution("report", "-o", str(guessed), "--ledger", ledger)
    assert guessed.read_bytes().startswith(b"\xef\xbb\xbfrecord,")
    nobody = attribution("report", "-o", str(empty), "--speaker", "Nobody", "--ledger", ledger)
    assert (nobody.returncode, empty.exists()) == (0, True)
    assert "no attribution is as asked for" in nobody.stderr
    assert attribution("remove", "gone", "--yes", "--ledger", ledger).returncode == 3
    unasked = attribution("remove", "mill", "--ledger", ledger)
    assert unasked.returncode == 2
    assert "--yes removes without asking" in unasked.stderr
    kept = attribution("remove", "mill", "--ledger", ledger, given="n\n")
    assert "nothing was removed" in kept.stdout
    assert "2 attributions" in kept.stdout
    assert attribution("remove", "mill", "--yes", "--ledger", ledger).returncode == 0
    assert "no article there" in attribution("list", "--ledger", ledger).stderr


def test_a_fault_of_ours_is_exit_code_4_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    real = resolving.resolve

    def failing(article: Article, *rest: Any) -> Article:
        if article.id == "b":
            raise IndexError("out of range")
        return real(article, *rest)

    monkeypatch.setattr(resolving, "resolve", failing)
    given = "".join(json.dumps({"id": name, "text": STORY, "attributions": []}) + "\n" for name in "abc")
    done = CliRunner().invoke(app, ["resolve", "-"], input=given)
    assert done.exit_code == 4
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "c"]
    assert "b: a fault in this program (IndexError: out of range); left out" in done.stderr


def test_search_says_where_nobody_is_named(tmp_path: Path) -> None:
    ledger, said = str(tmp_path / "ledger.sqlite"), {"content": [[18, 75]], "speaker": {"name": "", "type": "none"}}
    given = json.dumps({"id": "a", "title": "Mill", "text": STORY, "attributions": [said]})
    added = attribution("add", "-", "--keep-attributions", "--ledger", ledger, given=given)
    assert added.returncode == 0, added.stderr
    assert attribution("search", "two bridges monday", "--ledger", ledger).stdout.splitlines()[1].strip() == (
        "no speaker, Mill"
    )
    nonsense = attribution("search", "sourdough starter hydration", "--ledger", ledger)
    assert nonsense.stdout == ""
    assert "nothing like it in the ledger" in nonsense.stderr


def test_every_field_that_comes_out_is_documented(tmp_path: Path) -> None:
    known = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "lines.md").read_text(encoding="utf-8")))
    (tmp_path / "speech.txt").write_text(STORY, encoding="utf-8")
    told = "We open two bridges on Monday, whatever the weather does"
    given = "\n".join(
        json.dumps({"id": name, "text": told.replace("two", number), "article": "a", "quotes": [told]})
        for name, number in (("1", "two"), ("2", "two"), ("3", "three"))
    )
    runs = [["match", "-", "--suggestions"], ["match", "-", "--clusters"], ["verify", "-", "--against", str(tmp_path)]]
    printed = [lines(attribution(*arguments, given=given)) for arguments in runs]
    printed.append(lines(attribution("extract", str(tmp_path / "speech.txt"))))
    assert all(printed)
    assert {"altered", "verbatim"} <= {line["relation"] for line in printed[0]}
    assert set(_fields(printed)) <= known


def _fields(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        yield from _fields(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from _fields(each)


def test_every_setting_stands_in_the_readme() -> None:
    for name in ("ATTRIBUTION_CONFIG", "ATTRIBUTION_DEBUG", *(f"ATTRIBUTION_{each.name.upper()}" for each in SETTINGS)):
        assert f"`{name}" in README
