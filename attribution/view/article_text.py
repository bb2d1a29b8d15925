"""One article: its text with every statement marked, its statements and findings beside it, and one to add."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attribution.model import Article, Decision, Entry, Finding, Selection, Span
from attribution.report.columns import speaker_name
from attribution.view import blocks, missed
from attribution.view.blocks import decision_badge, many
from attribution.view.cards import repeat_link, speaker_link, why_line
from attribution.view.finding_cards import finding_line
from attribution.view.highlighting import LEGEND, Mark, marked_paragraphs, marks, paragraphs
from attribution.view.paging import pages
from attribution.view.safe import NONE, Html, element, fixed, join, link, number, outside, show, words

if TYPE_CHECKING:
    from attribution.pipeline import Ledger

PART, SIZE = 200, 60_000  # paragraphs and characters shown at once: a whole book must not choke the browser
FIRST = 5  # findings shown before the rest is folded away


def draw(ledger: "Ledger", chosen: str, quote: str | None) -> None:
    """Draw the article with that id. Raises LedgerError when there is none."""
    article = ledger.article(chosen)
    entries = ledger.entries(Selection(article=article.id, order="text", limit=None))
    findings = ledger.findings(article.id)
    _heading(article)
    show(LEGEND)
    shown = _part(parts(article.text), _start(entries, quote))
    beside = [(number, entry) for number, entry in enumerate(entries, 1) if _stands_in(entry, shown)]
    found = marks(entries, quote) + [Mark(span, "finding", 0) for finding in findings for span in finding.spans]
    text = element("div", marked_paragraphs(article.text, shown, found), cls="text")
    show(element("div", text, _aside(beside, findings, quote), cls="story"))
    missed.form(ledger, article)


def _start(entries: Sequence[Entry], quote: str | None) -> int:
    """Where the chosen statement begins; 0 for none."""
    return next((e.attribution.content[0].start for e in entries if e.attribution.id == quote), 0)


def parts(text: str) -> list[list[Span]]:
    """The text's paragraphs in parts that a browser can show: so many paragraphs and so many characters at most."""
    found: list[list[Span]] = [[]]
    room = SIZE
    for span in (piece for paragraph in paragraphs(text) for piece in _pieces(text, paragraph)):
        length = span.end - span.start
        if found[-1] and (len(found[-1]) >= PART or length > room):
            found.append([])
            room = SIZE
        found[-1].append(span)
        room -= length
    return found


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A paragraph, cut at white space where it is longer than a whole part."""
    start = span.start
    while span.end - start > SIZE:
        space = text.rfind(" ", start + 1, start + SIZE)
        end = space if space > start else start + SIZE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _part(every: Sequence[Sequence[Span]], at: int) -> Sequence[Span]:
    """The part that the reader chose: at first the one that holds the place ``at``."""
    holding = [number for number, part in enumerate(every, 1) if part and part[0].start <= at]
    number = pages(len(every), holding[-1] if holding else 1, at)
    return every[number - 1]


def _stands_in(entry: Entry, shown: Sequence[Span]) -> bool:
    first = entry.attribution.content[0]
    return bool(shown) and shown[0].start <= first.start < shown[-1].end


def _heading(article: Article) -> None:
    parts = [words(part) for part in (article.outlet, article.published) if part is not None]
    if article.url is not None:
        parts.append(outside(article.url))
    elif article.origin is not None:
        parts.append(words(article.origin))
    parts.append(link(fixed("all articles"), "article"))
    blocks.heading(words(article.title if article.title is not None else article.id), join(parts, " · "))


def _aside(beside: Sequence[tuple[int, Entry]], findings: Sequence[Finding], quote: str | None) -> Html:
    lines = (_statement(number, entry, entry.attribution.id == quote) for number, entry in beside)
    listed = element("ol", *lines, cls="statements") if beside else element("p", fixed("None found."), cls="small")
    return element("aside", *_findings(findings), element("h2", fixed("Statements")), listed)


def _statement(place: int, entry: Entry, chosen: bool) -> Html:
    back = Html(f'<a href="#text-{place}" aria-label="statement {place} in the text">{place}</a>')
    head = join((back, fixed(" "), speaker_link(entry)))
    kind, sure = words(entry.attribution.kind.value), number(entry.attribution.confidence, ".2f")
    badge = NONE if entry.decision is Decision.UNDECIDED else decision_badge(entry)
    review = link(fixed("review"), "quotes", quote=entry.attribution.id, mode="One by one")
    parts = [part for part in (badge, kind, join((fixed("confidence "), sure)), repeat_link(entry), review) if part]
    small = element("p", join(parts, " · "), cls="small")
    identity = "chosen" if chosen else None
    why = why_line(entry.attribution.speaker)
    return element("li", head, *_printed(entry), why, small, id=f"statement-{place}", cls=identity)


def _printed(entry: Entry) -> Iterable[Html]:
    name = speaker_name(entry.attribution)
    if entry.source_words and entry.source_words != name:
        yield element("span", fixed(" “"), words(entry.source_words), fixed("”"), cls="small")


def _findings(findings: Sequence[Finding]) -> Iterable[Html]:
    if not findings:
        return ()
    lines = [element("li", finding_line(finding)) for finding in findings]
    rest = lines[FIRST:]
    more = (element("details", element("summary", many(len(rest), "more", "more")), *rest),) if rest else ()
    return (element("h2", fixed("Findings")), element("ol", *lines[:FIRST], *more, cls="statements"))
