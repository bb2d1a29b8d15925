"""One entry on the screen: as a card in a list, and as the facts beside a statement."""

from collections.abc import Iterable

from attribution.model import Article, Entry, Head, Person, Speaker
from attribution.report.columns import BY_NAME, speaker_name
from attribution.report.rows import as_text
from attribution.view.blocks import KINDS, ORIGINS, decision_badge, facts, many
from attribution.view.safe import NONE, Html, element, fixed, join, link, number, outside, words


def cards(entries: Iterable[Entry], named: bool = True) -> Html:
    """A list of statements, each with who (unless not ``named``), where, how sure, and what was decided."""
    return join(card(entry, named) for entry in entries)


def card(entry: Entry, named: bool = True) -> Html:
    said = element("p", words(entry.words), cls="said clamp")
    who = element("p", *((speaker_link(entry), fixed(" · ")) if named else ()), _as_printed(entry), cls="small")
    where = element("p", where_line(entry.article), cls="small")
    why = NONE if named else why_line(entry.attribution.speaker)
    return element("article", element("div", said, who, why, where), element("div", *_beside(entry)), cls="card")


def _beside(entry: Entry) -> Iterable[Html]:
    sure = join((fixed("confidence "), number(entry.attribution.confidence, ".2f")))
    yield element("p", decision_badge(entry), fixed(" "), element("span", sure, cls="small"))
    review = link(fixed("Review"), "quotes", quote=entry.attribution.id, mode="One by one")
    yield element("p", review, fixed(" · "), in_article(entry), cls="small")
    if entry.utterance is not None:
        yield element("p", repeat_link(entry), cls="small")


def speaker_link(entry: Entry) -> Html:
    """The resolved speaker, linked to its page; "nobody named" without one."""
    name = speaker_name(entry.attribution)
    if name is None:
        return element("span", fixed("nobody named"), cls="small")
    return element("strong", link(words(name), "speakers", speaker=name))


def _as_printed(entry: Entry) -> Html:
    if not entry.source_words:
        return fixed("no source printed")
    cue = join((fixed(", "), words(entry.cue_words))) if entry.cue_words else NONE
    return join((fixed("printed as “"), words(entry.source_words), fixed("”"), cue))


def where_line(head: Head) -> Html:
    """Title, outlet and date of an article, the title linked to its page."""
    title = title_link(head.id, head.title)
    return join((title, *outlet_and_day(head)), " · ")


def outlet_and_day(about: Head | Article) -> list[Html]:
    """The outlet and the day of publication, as far as they are known."""
    parts = [] if about.outlet is None else [words(about.outlet)]
    day = about.published
    return parts if day is None else [*parts, element("span", words(day[:10]), cls="day")]


def title_link(article: str, title: str | None, quote: str | None = None) -> Html:
    """The article's title, or its id without one, linked to its page and there to a statement."""
    chosen = {} if quote is None else {"quote": quote}
    return link(words(title if title else article), "article", article=article, **chosen)


def in_article(entry: Entry) -> Html:
    return link(fixed("In the article"), "article", article=entry.article.id, quote=entry.attribution.id)


def repeat_link(entry: Entry) -> Html:
    """A link to the repeated statement an entry belongs to; nothing for one that stands alone."""
    if entry.utterance is None:
        return NONE
    where = join((fixed("Repeated: in "), many(entry.articles, "article")))
    label = where if entry.articles > 1 else fixed("Told again in this article")
    return link(label, "repeated", utterance=entry.utterance)


def entry_facts(entry: Entry) -> Html:
    """All that is known of an entry, by name."""
    attribution, head = entry.attribution, entry.article
    return facts(
        (
            ("Speaker", join((speaker_link(entry), *_described(attribution.speaker)))),
            ("Printed as", words(entry.source_words) if entry.source_words else fixed("no source")),
            ("Cue", words(entry.cue_words) if entry.cue_words else fixed("none")),
            ("Kind", join((KINDS[attribution.kind], fixed(", inside another") if attribution.nested else NONE))),
            ("Confidence", join((number(attribution.confidence, ".2f"), fixed(", "), ORIGINS[attribution.origin]))),
            ("Review", join((decision_badge(entry), *_reviewed(entry)))),
            ("Article", where_line(head)),
            ("Address", outside(head.url)),
            ("Characters", words(as_text(BY_NAME["content_offsets"].read(entry)))),
            ("Elsewhere", repeat_link(entry)),
        )
    )


def _described(speaker: Speaker | None) -> Iterable[Html]:
    if speaker is None:
        return
    kind = fixed(", ") + speaker.type.value
    yield Html(kind)
    if speaker.role is not None:
        yield join((fixed(", "), words(speaker.role)))
    yield why_line(speaker)


def why_line(speaker: Speaker | None) -> Html:
    """Through whom a speaker speaks, why it is this one, and how sure that is."""
    if speaker is None:
        return NONE
    through = join((fixed("through "), words(speaker.voice), fixed(" · "))) if speaker.voice is not None else NONE
    sure = join((fixed("Speaker: "), words(speaker.reason), fixed(" ("), number(speaker.confidence, ".2f"), fixed(")")))
    return element("p", through, sure, cls="small")


def _reviewed(entry: Entry) -> Iterable[Html]:
    if entry.reviewer is not None:
        yield join((fixed(" by "), words(entry.reviewer)))
    if entry.reviewed_at is not None:
        yield join((fixed(", "), words(entry.reviewed_at[:16].replace("T", " "))))
    if entry.note:
        yield element("p", words(entry.note), cls="small")


def described(person: Person) -> bool:
    """Whether the name is only a description, with no capital letter in it: “author”, “a senior aide”."""
    return person.name == person.name.lower() and person.name != person.name.upper()
