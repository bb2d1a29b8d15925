"""What speaks for and against one referent as the one a source means: transparent features, each a short name."""

from attribution.identify.sources import Source
from attribution.identify.story import NEVER, Places, Referent, Story


def _bucket(value: int, edges: tuple[int, ...]) -> str:
    for edge in edges:
        if value <= edge:
            return str(edge)
    return f"{edges[-1]}+"


def standing_features(story: Story, referent: Referent, at: int, rank: int, fits: int) -> list[str]:
    """Distance, place and history of a referent as seen from offset ``at``; ``rank`` counts more recent ones that fit."""
    places = story.places
    sentence = places.sentence(at)
    sentences = sentence - referent.sentence
    paragraphs = places.paragraph(sentence) - referent.paragraph
    far = _bucket(sentences, (0, 1, 2, 5, 10))
    near = _bucket(paragraphs, (0, 1, 2, 4))
    ago = len(story.speakers) - referent.spoke if referent.spoke != NEVER else 0
    spoke = _bucket(ago, (0, 1, 2, 3, 6))
    out = [
        f"sentences {far}",
        f"paragraphs {near}",
        f"role {referent.role}",
        f"role {referent.role} sentences {_bucket(sentences, (0, 1, 2))}",
        f"spoke {spoke}",
        f"spoke {spoke} paragraphs {_bucket(paragraphs, (0, 1))}",
        f"rank {_bucket(rank, (0, 1, 2, 4))}",
        f"count {_bucket(referent.count, (0, 1, 3, 8))}",
        f"spoken {_bucket(referent.spoken, (0, 1, 3))}",
    ]
    if fits == 1:
        out.append("only")
    if referent.headline:
        out.append("headline")
    if referent.entity is None:
        out.append("description")
    return out


def pronoun_features(story: Story, referent: Referent, source: Source, rank: int, fits: int) -> list[str]:
    """Features of a referent for a pronoun."""
    out = standing_features(story, referent, source.start, rank, fits)
    out.append(f"type {referent.type}")
    out.append("gender known" if referent.gender else "gender unknown")
    return out


def in_sentence(places: Places, referent: Referent, at: int) -> bool:
    return referent.sentence == places.sentence(at)
