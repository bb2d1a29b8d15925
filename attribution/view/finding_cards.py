"""A finding on the screen: what kind, why, and the words that it is about."""

from collections.abc import Sequence

from attribution.model import Article, Entry, Finding, Span
from attribution.report.repeat_html import side_by_side
from attribution.view.cards import outlet_and_day, repeat_link, speaker_link, title_link
from attribution.view.highlighting import Mark, marked_paragraphs, paragraphs
from attribution.view.safe import Html, element, fixed, join, link, words
from attribution.view.telling import compare

PLACES, LONG = 3, 600  # places shown of one finding; characters of a paragraph shown round one


def finding_line(finding: Finding) -> Html:
    """A finding's kind and reason, and what else to look at."""
    parts = [kind_badge(finding), words(finding.reason)]
    if finding.evidence:
        parts.append(link(fixed("see the statement"), "quotes", quote=finding.evidence[-1], mode="One by one"))
    return join(parts, " ")


def kind_badge(finding: Finding) -> Html:
    return element("span", words(finding.kind.replace("-", " ")), cls="badge warn")


def finding_card(finding: Finding, article: Article, evidence: Sequence[Entry]) -> Html:
    """A finding with the words that it is about: two statements side by side, or its places in the article."""
    head = element("p", kind_badge(finding), fixed(" "), words(finding.reason))
    if len(evidence) > 1:
        return join((head, _pair(evidence[0], evidence[1])))
    places = element("div", *(_place(article.text, span) for span in finding.spans[:PLACES]), cls="text near")
    where = join((title_link(article.id, article.title), *outlet_and_day(article)), " · ")
    return join((head, places, element("p", where, cls="small")))


def _pair(a: Entry, b: Entry) -> Html:
    """Two statements, their words compared, each with its speaker and article."""
    return join((element("div", _told_by(a), _told_by(b), cls="pair"), Html(side_by_side(compare(a, b)))))


def _told_by(entry: Entry) -> Html:
    title = title_link(entry.article.id, entry.article.title, entry.attribution.id)
    parts = [part for part in (title, *outlet_and_day(entry.article), repeat_link(entry)) if part]
    return element("div", speaker_link(entry), element("p", join(parts, " · "), cls="small"))


def _place(text: str, span: Span) -> Html:
    """The paragraph with the words marked; a part of it where it is long."""
    held = next((each for each in paragraphs(text) if each.overlaps(span)), span)
    start, end = max(held.start, span.start - LONG // 2), min(held.end, span.end + LONG // 2)
    return marked_paragraphs(text, [Span(min(start, span.start), max(end, span.end))], [Mark(span, "finding", 0)])
