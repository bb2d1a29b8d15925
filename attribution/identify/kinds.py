"""What a source denotes: a person, an organisation, a document, a group, or someone not named.

A choice among five types, by the words of the source itself: its head noun, its article, its number, its names.
"""

from attribution.identify.candidates import Candidate, Choice
from attribution.identify.entities import Entity
from attribution.identify.lexicon import Lexicon, lexicon
from attribution.identify.sources import Form, Source
from attribution.model import SpeakerType

TYPES = (
    SpeakerType.PERSON,
    SpeakerType.ORGANISATION,
    SpeakerType.DOCUMENT,
    SpeakerType.GROUP,
    SpeakerType.ANONYMOUS,
    SpeakerType.NONE,
)


def kind_choice(source: Source, entity: Entity | None) -> Choice:
    """The question of a source's type, candidates in the order of TYPES."""
    found = _named(entity) if entity is not None else _described(source)
    return Choice("kind", tuple(Candidate(None, tuple(f"{kind}: {f}" for f in found)) for kind in TYPES))


def _named(entity: Entity) -> list[str]:
    lists = lexicon()
    first, last = entity.folded[0], entity.folded[-1]
    mentions = entity.mentions
    out = [f"name {entity.kind or 'unclear'}", f"name of {min(len(entity.folded), 4)}"]
    out.extend(f"name ends {k}" for k in _classes(lists, last))
    if any(m.definite for m in mentions):
        out.append("name definite")
    if first in lists.first_names:
        out.append("name given")
    if entity.name.isupper():
        out.append("name capitals")
    if any(m.title for m in mentions):
        out.append("name titled")
    if last.endswith("s"):
        out.append("name plural")
    if first in lists.party_words or first in lists.demonyms:
        out.append("name partisan")
    return out


def _described(source: Source) -> list[str]:
    lists = lexicon()
    head = source.head
    premodifier = source.words[-len(source.tail) - 2] if len(source.words) - len(source.tail) > 1 else ""
    first = source.words[0] if source.words else ""
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    out = [
        "any",
        f"head {head}",
        f"article {source.determiner}",
        f"plural {plural}",
        f"first {first}",
        f"before {premodifier}",
        f"tail {source.tail[0] if source.tail else ''}",
        f"form {source.form}",
        f"ending {head[-3:]}",
    ]
    for k in _classes(lists, head):
        out.extend((f"head {k}", f"head {k} article {source.determiner}", f"head {k} plural {plural}"))
    if head in lists.quantities and source.tail[:1] == ("of",):
        out.append(f"of {source.tail[-1]}")
        out.extend(f"of {k}" for word in source.tail[1:5] for k in _classes(lists, word))
    if source.inside:
        out.append("holds a name")
    if any(w[0].isdigit() for w in source.words):
        out.append("holds a number")
    if source.form is Form.DESCRIPTION and len(source.words) == 1:
        out.append("single word")
    return out


def _classes(lists: Lexicon, word: str) -> list[str]:
    out = []
    if word in lists.anonymous_plurals:
        out.append("officials")
    if word in lists.document_heads:
        out.append("document")
    if word in lists.org_heads or word in lists.org_words:
        out.append("body")
    if word in lists.group_heads:
        out.append("people")
    if word in lists.person_heads:
        out.append("person")
    if word.endswith("s") and word[:-1] in lists.person_heads:
        out.append("persons")
    if word in lists.quantities:
        out.append("quantity")
    if word in lists.places:
        out.append("place")
    return out or ["other"]
