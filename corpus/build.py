"""Make articles.jsonl out of src/: one article a file, its gold annotation written into the text.

    python corpus/build.py           writes corpus/articles.jsonl
    python corpus/build.py --check   changes nothing; exit code 1 when articles.jsonl is not what src/ gives
    python corpus/build.py --read    prints every attribution's words, for reading them through

A source file has three parts. First `key: value` lines (title, url, outlet, published, shows) up to a line `---`. Then
the text, in which `{c0 …}` is content, `{q0 …}` cue and `{s0 …}` source of attribution 0; `{s0,3 …}` is the source of
two; braces nest; a content in pieces is several braces with one number. Then a line `===` and who the speakers are:
`0 3: Maud Tillary | person`, with `| voice=a spokesman`, `| canonical=…` or `| members=A/person; B/organisation`
behind it where they apply, and `-` as the name where nobody is named. The file's name is the article's id.

Offsets count code points of the text without its braces. An attribution is nested when another's content holds all of
its own and more. Every fault raises ValueError with the file and what is wrong.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TAG = re.compile(r"\{([cqs]\d+(?:,\d+)*) ")
FIELD = {"c": "content", "q": "cue", "s": "source"}
TYPES = {"person", "organisation", "document", "group", "anonymous", "none"}

Spans = dict[str, list[list[int]]]
Json = dict[str, Any]


def read_markup(marked: str) -> tuple[str, dict[int, Spans]]:
    """The text without its braces, and the spans of each attribution by its number."""
    out: list[str] = []
    length = at = 0
    open_tags: list[tuple[str, int]] = []
    spans: dict[int, Spans] = defaultdict(lambda: {"content": [], "cue": [], "source": []})
    while at < len(marked):
        tag = TAG.match(marked, at)
        if tag:
            open_tags.append((tag[1], length))
            at = tag.end()
            continue
        if marked[at] == "}":
            label, start = open_tags.pop()
            for number in label[1:].split(","):
                spans[int(number)][FIELD[label[0]]].append([start, length])
        elif marked[at] == "{":
            raise ValueError(f"a brace without a label: {marked[at : at + 30]!r}")
        else:
            out.append(marked[at])
            length += 1
        at += 1
    if open_tags:
        raise ValueError(f"never closed: {open_tags}")
    return "".join(out), spans


def read_speakers(block: str) -> dict[int, Json]:
    """Who speaks in each attribution, by its number."""
    found: dict[int, Json] = {}
    for line in filter(None, (line.strip() for line in block.splitlines())):
        numbers, _, rest = line.partition(": ")
        name, kind, *more = (part.strip() for part in rest.split(" | "))
        if kind not in TYPES:
            raise ValueError(f"no type of speaker: {line!r}")
        speaker: Json = {"name": "" if name == "-" else name, "type": kind}
        for key, value in (part.split("=", 1) for part in more):
            speaker[key] = list(_members(value)) if key == "members" else value
        for number in map(int, numbers.split()):
            if number in found:
                raise ValueError(f"two speakers for attribution {number}")
            found[number] = speaker
    return found


def _members(value: str) -> Iterator[dict[str, str]]:
    for part in value.split("; "):
        name, kind = part.rsplit("/", 1)
        yield {"name": name, "type": kind}


def is_nested(content: list[list[int]], others: list[list[list[int]]]) -> bool:
    """Whether another attribution's content holds all of this one, and more."""

    def holds(outer: list[list[int]]) -> bool:
        return outer != content and all(any(s <= a and b <= e for s, e in outer) for a, b in content)

    return any(holds(outer) for outer in others)


def read_source(path: Path) -> Json:
    """One article in the contract's format, with its gold attributions in the order of their numbers."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n---\n")
    marked, _, block = rest.partition("\n===\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, spans = read_markup(marked.strip("\n"))
    speakers = read_speakers(block)
    if sorted(spans) != list(range(len(spans))) or sorted(speakers) != sorted(spans):
        odd = set(range(max([*spans, *speakers], default=-1) + 1)) ^ (set(spans) & set(speakers))
        raise ValueError(f"attributions without text or without a speaker: {sorted(odd)}")
    gold: list[Json] = []
    for number in sorted(spans):
        _check(number, text, spans[number])
        nested = is_nested(spans[number]["content"], [other["content"] for other in spans.values()])
        gold.append({**spans[number], "speaker": speakers[number], "nested": nested})
    shows = fields.pop("shows").split(", ")
    return {"id": path.stem, "text": text, **fields, "shows": shows, "attributions": gold}


def _check(number: int, text: str, attribution: Spans) -> None:
    """Each attribution has a content; spans stand in order and carry no white space at their edges."""
    if not attribution["content"]:
        raise ValueError(f"attribution {number} has no content")
    for field in FIELD.values():
        spans = attribution[field]
        if any(a[1] > b[0] for a, b in pairwise(spans)):
            raise ValueError(f"attribution {number}: {field} overlaps itself")
        for start, end in spans:
            if text[start:end] != text[start:end].strip() or start == end:
                raise ValueError(f"attribution {number}: {field} {text[start:end]!r} has loose edges")


def articles() -> Iterator[Json]:
    for path in sorted((HERE / "src").glob("*.txt")):
        try:
            yield read_source(path)
        except (ValueError, KeyError, IndexError) as fault:
            raise ValueError(f"{path.name}: {fault}") from fault


def main(arguments: list[str]) -> int:
    found = list(articles())
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in found)
    if arguments == ["--read"]:
        read_aloud(found)
    elif arguments == ["--check"]:
        return int((HERE / "articles.jsonl").read_text(encoding="utf-8") != lines)
    else:
        (HERE / "articles.jsonl").write_text(lines, encoding="utf-8")
    return 0


def read_aloud(found: list[Json]) -> None:
    for article in found:
        text = article["text"]
        print(f"\n{article['id']}  {len(text.split())} words")
        for number, gold in enumerate(article["attributions"]):
            words = {f: " … ".join(text[s:e] for s, e in gold[f]) for f in FIELD.values()}
            print(
                f"  {number:2}{'*' if gold['nested'] else ' '} {words['source'] or '–'} | {words['cue'] or '–'} | "
                f"{words['content']}  → {gold['speaker']['name'] or '–'} ({gold['speaker']['type']})"
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
