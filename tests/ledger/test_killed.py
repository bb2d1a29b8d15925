"""Killed at any moment, a ledger holds whole articles only."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from attribution.ledger.store import Ledger
from attribution.model import Selection

# Stores articles of 12 statements, each with its matches, utterance and finding, until it is killed.
ENDLESS = """
import sys
from itertools import count
from attribution.ledger.store import Ledger
from attribution.model import *

ledger = Ledger.open(sys.argv[1])
first = ledger.count_articles()
text = "“It rains.” said Ida. " * 12
for number in count(first):
    name = f"a{number}"
    places = [(Span(22 * n, 22 * n + 11), Span(22 * n + 17, 22 * n + 20)) for n in range(12)]
    ids = [attribution_id(name, [content], [source]) for content, source in places]
    speaker = Speaker(f"Ida {number}", SpeakerType.PERSON, 1.0, "as printed")
    said = tuple(Attribution(key, (content,), (), (source,), Kind.DIRECT, 1.0, speaker=speaker)
                 for key, (content, source) in zip(ids, places))
    with ledger.transaction():
        ledger.store(Article(name, text, name, attributions=said))
        ledger.connect([Match(ids[0], each, Relation.VERBATIM, 1.0, "same words") for each in ids[1:]])
        ledger.regroup(ids, [Utterance(f"u{number}", tuple(ids))])
        ledger.note_findings(name, [Finding("odd", name, (), "why", (ids[0],))])
    if number == first:
        print("ready", flush=True)
"""


def test_killed_again_and_again(tmp_path: Path) -> None:
    path, chance, before = tmp_path / "ledger.sqlite", random.Random(7), 0
    for _ in range(5):
        _run_and_kill(path, chance.uniform(0.05, 0.5))
        with sqlite3.connect(path) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        with Ledger.open(str(path)) as ledger:
            stored = ledger.count_articles()
            _check_whole(ledger, stored)
        assert stored > before
        before = stored


def _run_and_kill(path: Path, seconds: float) -> None:
    run = subprocess.Popen([sys.executable, "-c", ENDLESS, str(path)], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert run.stdout is not None
    assert run.stdout.readline() == b"ready\n"
    time.sleep(seconds)
    run.send_signal(signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    run.stdout.close()


def _check_whole(ledger: Ledger, stored: int) -> None:
    assert ledger.count(Selection()) == 12 * stored
    assert len(ledger.findings(limit=None)) == stored
    for head in ledger.articles(limit=None):
        gone = ledger.removal(head.id)
        assert (gone.attributions, gone.matches, gone.utterances, gone.findings) == (12, 11, 12, 1)
    assert ledger.count_articles("rains") == stored
    assert len(ledger.people(limit=None)) == stored
