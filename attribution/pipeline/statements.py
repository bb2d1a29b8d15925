"""Attributions as matching reads them."""

from attribution.model import Article, Attribution, Kind, Statement, words


def statements(article: Article) -> list[Statement]:
    """An article's attributions, with ids ``<article id>#<number>``, numbers from 0."""
    return [statement(article, each, f"{article.id}#{n}") for n, each in enumerate(article.attributions or ())]


def statement(article: Article, attribution: Attribution, name: str) -> Statement:
    """One attribution as a statement under the id ``name``; its text is the content's pieces with spaces between."""
    speaker = attribution.speaker
    return Statement(
        id=name,
        text=words(article.text, attribution.content),
        article=article.id,
        speaker=(speaker.canonical or speaker.name or None) if speaker else None,
        published=article.published,
        quoted=attribution.kind is not Kind.INDIRECT,
    )
