"""One walk through the real dashboard in a headless browser, on a ledger that the command line filled.

Nothing may leave this machine, nothing in an article may run, and every decision must be in the ledger afterwards.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "articles.jsonl"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
EVIL = (
    "<img src=https://evil.example/a.png onerror=window.harmed=1> <script>window.harmed=1</script> "
    "![x](https://evil.example/b.png) [y](javascript:window.harmed=1) $x^2$ :red[z]"
)
HOSTILE = {
    "id": "hostile",
    "title": f"Title {EVIL}",
    "outlet": f"Outlet {EVIL}",
    "url": "javascript:window.harmed=1",
    "published": "2025-03-06",
    "text": f"“We opened the gates at Garrow {EVIL} because the alternative was losing the dam,” said Mo {EVIL} Dunn."
    "\n\n“We opened the gates at Garrow at 2 a.m. because the alternative was losing the dam,” said <b>Lee Dunn</b>.\n",
}
WAIT = 30_000  # milliseconds

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome found (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample corpus and of a hostile article."""
    folder = tmp_path_factory.mktemp("walk")
    hostile = folder / "hostile.jsonl"
    hostile.write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")
    path = folder / "ledger.sqlite"
    command = [sys.executable, "-m", "attribution", "add", "--ledger", str(path), str(CORPUS), str(hostile)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return path


@pytest.fixture(scope="module")
def address(ledger: Path) -> Iterator[str]:
    """The dashboard, served as its users start it."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "attribution", "dashboard", "--ledger", str(ledger)]
    environment = {**os.environ, "STREAMLIT_SERVER_PORT": str(port), "ATTRIBUTION_REVIEWER": "Walker"}
    environment.pop("DISPLAY", None)
    with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True) as served:
        try:
            _wait(f"http://localhost:{port}/_stcore/health", served)
            yield f"http://localhost:{port}"
        finally:
            os.killpg(served.pid, signal.SIGTERM)


def _wait(health: str, served: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert served.poll() is None, "the dashboard stopped"
        try:
            with urllib.request.urlopen(health, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the dashboard did not start")


class Walker:
    """A browser page, with what it asked for and what went wrong in it."""

    def __init__(self, page: object, address: str) -> None:
        self.page, self.address = page, address
        self.outside: list[str] = []
        self.faults: list[str] = []
        page.on("request", self._asked)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def _asked(self, request: object) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", self.address.replace("http", "ws", 1))):
            self.outside.append(request.url)

    def open(self, path: str, text: str | None = None) -> None:
        self.page.goto(f"{self.address}/{path}")
        self.see(".at-head" if text is None else f"text={text}")

    def see(self, selector: str) -> None:
        self.page.wait_for_selector(selector, timeout=WAIT)

    def click(self, name: str, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).first.click(timeout=WAIT)

    def key(self, key: str) -> None:
        self.page.locator("body").press(key)

    def quote(self) -> str | None:
        found = re.search(r"quote=(\w+)", self.page.url)
        return found[1] if found else None

    def ready(self) -> None:
        """The address comes before its statement; a key pressed between the two decides nothing, on purpose."""
        self.see(f"[class*='st-key-reject-{self.quote()}'] button")

    def until(self, condition: str) -> None:
        self.page.wait_for_function(condition, timeout=WAIT)


@pytest.fixture(scope="module")
def walker(address: str) -> Iterator[Walker]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1360, "height": 900}, accept_downloads=True)
        yield Walker(page, address)
        browser.close()


def test_walk(walker: Walker, ledger: Path) -> None:
    """Overview, article, a review by key, undo, a missed statement, repeats, speakers, findings, report."""
    _overview_to_article(walker)
    _review_by_key(walker, ledger)
    _set_a_speaker(walker, ledger)
    _turn_pages(walker)
    _decide_about_two(walker, ledger)
    _mark_a_missed_one(walker, ledger)
    _compare_wordings(walker, ledger)
    _look_at_speakers(walker)
    _merge_speakers(walker, ledger)
    _take_the_report(walker)
    _visit_what_is_hostile(walker)
    assert walker.outside == []
    assert walker.faults == []


def _overview_to_article(walker: Walker) -> None:
    walker.open("", "Most widespread")
    walker.page.get_by_role("link", name="Articles", exact=True).click()
    walker.see("text=31 articles")
    walker.page.get_by_role("link", name="Dam gates opened in the night").click()
    walker.see("mark.content")
    walker.see("aside ol.statements li")
    assert walker.page.locator("mark.source", has_text="Maud Tillary").count()


def _review_by_key(walker: Walker, ledger: Path) -> None:
    walker.open("quotes?mode=One+by+one&order=Least+certain+first")
    walker.see("button:has-text('Accept')")
    walker.until("location.href.includes('quote=')")
    first = walker.quote()
    assert first is not None
    walker.ready()
    walker.key("a")
    walker.until(f"location.href.includes('quote=') && !location.href.includes('{first}')")
    assert _decisions(ledger) == ["accepted"]
    walker.ready()
    walker.key("x")
    walker.see("text=2 of")
    assert _decisions(ledger) == ["accepted", "rejected"]
    walker.key("z")
    walker.see("text=1 of")
    walker.key("z")
    walker.until(f"location.href.includes('{first}')")
    walker.see("text=0 of")
    assert _pending(ledger, first)


def _set_a_speaker(walker: Walker, ledger: Path) -> None:
    walker.open("quotes?mode=One+by+one&order=Least+certain+first")
    walker.until("location.href.includes('quote=')")
    walker.see("button:has-text('Set the speaker')")
    first = walker.quote()
    walker.key("s")
    name = walker.page.locator("[role=dialog] input").first
    name.fill("Somebody New", timeout=WAIT)
    name.press("Enter")
    walker.click("Keep")
    walker.see("text=1 corrected")
    assert walker.quote() != first
    with _opened(ledger) as opened:
        assert opened.entry(first).attribution.speaker.name == "Somebody New"
    walker.key("z")
    walker.see("text=0 of")


def _turn_pages(walker: Walker) -> None:
    walker.open("quotes?queue=All")
    walker.see(".card")
    walker.page.locator("[data-testid=stPagination] button", has_text="2").first.click()
    walker.until("location.href.includes('page=2')")
    walker.page.get_by_text("Pending", exact=True).first.click()
    walker.until("!location.href.includes('page=')")
    walker.see(".card")


def _decide_about_two(walker: Walker, ledger: Path) -> None:
    """The table is a canvas: its rows are chosen by their place."""
    walker.open("quotes?mode=Table")
    walker.see("[data-testid=stDataFrame] canvas")
    box = walker.page.locator("[data-testid=stDataFrame]").bounding_box()
    for row, chosen in ((0, "Accept 1"), (1, "Accept 2")):
        walker.page.mouse.click(box["x"] + 16, box["y"] + 52 + 35 * row)
        walker.see(f"button:has-text('{chosen}')")
    walker.click("Accept 2")
    walker.see("text=2 accepted")
    walker.open("quotes?mode=One+by+one")
    walker.see("button:has-text('Undo')")
    walker.key("z")
    walker.see("text=0 of")


def _mark_a_missed_one(walker: Walker, ledger: Path) -> None:
    page = walker.page
    walker.open("article?article=courier_2025-03-04_hollin-bridge-flood")
    walker.see("aside ol.statements li")
    page.get_by_text("Add a statement the program missed").click()
    page.get_by_label("Its words, copied").fill("85 minutes after engineers opened the flood gates")
    page.get_by_label("Its words, copied").press("Control+Enter")
    page.get_by_label("Source as printed").fill("residents")
    page.get_by_label("Source as printed").press("Enter")
    walker.see(".text.near mark.source")
    walker.click("Keep this statement")
    walker.see("li.chosen >> text=accepted")
    added = walker.quote()
    assert added is not None
    walker.until("[...document.querySelectorAll('textarea')].every(area => area.value == '')")
    with _opened(ledger) as opened:
        entry = opened.entry(added)
    assert entry.words == "85 minutes after engineers opened the flood gates"
    assert (entry.attribution.origin.value, entry.reviewer) == ("person", "Walker")


def _compare_wordings(walker: Walker, ledger: Path) -> None:
    walker.open("repeated")
    walker.see(".repeat a")
    walker.page.locator(".repeat a", has_text="We opened the gates at Garrow").first.click()
    walker.see(".wording .pair mark.gone")
    walker.see("text=altered: the meaning may have changed")
    walker.see("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg")
    title = walker.page.locator("h2").first.inner_text()
    walker.page.get_by_role("button", name="Take out").last.click()
    walker.until(f"document.querySelector('h2').innerText != {json.dumps(title)}")
    assert _decisions(ledger, "match")
    walker.key("z")
    walker.until(f"document.querySelector('h2').innerText == {json.dumps(title)}")


def _look_at_speakers(walker: Walker) -> None:
    walker.open("speakers")
    walker.page.get_by_role("link", name="Maud Tillary", exact=True).first.click()
    walker.see("text=Who quotes them")
    walker.see("text=What they said")
    walker.see(".card >> text=Speaker: ")
    walker.see("dl.facts >> text=Roles")
    walker.open("findings")
    walker.see(".wording")


def _merge_speakers(walker: Walker, ledger: Path) -> None:
    """One suggestion accepted and one refused, each in the ledger at once, and taken back."""
    walker.open("speakers?part=Suggested+merges")
    walker.see(".wording .pair")
    suggested = walker.page.locator(".wording .pair").count()
    for label, decision in (("One: keep the left name", "accepted"), ("Two speakers", "rejected")):
        walker.click(label)
        walker.until(f"document.querySelectorAll('.wording .pair').length == {suggested - 1}")
        assert _decisions(ledger, "speaker")[-1] == decision
        walker.click("Undo", exact=False)
        walker.until(f"document.querySelectorAll('.wording .pair').length == {suggested}")


def _take_the_report(walker: Walker) -> None:
    for name, wanted in (("html", "<!DOCTYPE html>"), ("csv", "record,"), ("jsonl", "{")):
        walker.open(f"report?format={name}&speaker=Maud+Tillary")
        walker.see("text=machine-made")
        walker.see("text=speaker Maud Tillary")
        with walker.page.expect_download(timeout=WAIT) as download:
            walker.click("Make the report")
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert text.startswith(wanted)
        assert "losing the dam" in text
        assert download.value.suggested_filename.endswith(f".{name}")


def _visit_what_is_hostile(walker: Walker) -> None:
    walker.open("article?article=hostile", "window.harmed=1")
    quote = walker.page.locator("aside a", has_text="review").first.get_attribute("href")
    for path in (
        str(quote),
        "quotes?words=Garrow&queue=All&mode=Table",
        "quotes?words=Garrow&queue=All",
        "repeated?words=Garrow",
        "report?words=Garrow",
        "article",
        "findings",
        "speakers?name=Dunn",
        "",
    ):
        walker.open(path)
        walker.page.wait_for_timeout(700)  # what would load or run does so after drawing
        assert walker.page.evaluate("window.harmed") is None, path
    assert not walker.page.locator("img[src*='evil'], a[href^='javascript']").count()


def _opened(ledger: Path) -> object:
    from attribution import pipeline, settings

    return pipeline.open_ledger(settings.load({}, ledger=str(ledger)))


def _decisions(ledger: Path, target: str = "attribution") -> list[str]:
    """What was decided so far, read beside the running dashboard."""
    import sqlite3

    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as db:
        rows = db.execute(
            "SELECT decision FROM review WHERE target = ? AND decision != 'undecided' ORDER BY at", (target,)
        )
        return [decision for (decision,) in rows]


def _pending(ledger: Path, attribution: str) -> bool:
    with _opened(ledger) as opened:
        return opened.entry(attribution).decision.value == "undecided"
