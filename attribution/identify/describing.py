"""What speaks for a referent as the one a description means, and for the description standing for itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.identify.features import bucket, standing, standing_features
from attribution.identify.headnouns import (
    PLACE_HEADS,
    POINTS,
    UNRELATED,
    head_class,
    head_relation,
    holds,
    is_place,
    walk_fits,
    walks_of,
)
from attribution.identify.lexicon import lexicon
from attribution.identify.naming import PERSON
from attribution.identify.referents import Referent
from attribution.identify.sources import Source
from attribution.identify.story import Story
from attribution.identify.surroundings import family_of, surroundings
from attribution.model import SpeakerType

OWNERS = frozenset({"his", "her", "its", "their", "whose"})
MINE = frozenset({"my", "our"})


@dataclass(frozen=True, slots=True)
class Described:
    """A description: ``name`` is what it is called by its own words, ``owner`` whom "his" in it means."""

    source: Source
    name: str
    owner: Referent | None = None

    @property
    def core(self) -> str:
        """The words up to the head, lower-case, without article: "budget office"."""
        words = self.source.words[: len(self.source.words) - len(self.source.tail)]
        return " ".join(words[1:] if self.source.determiner else words)


def description_features(story: Story, referent: Referent, described: Described, rank: int, fits: int) -> list[str]:
    """Features of a referent: what titles and appositions said of it, its words, its standing in the story."""
    source = described.source
    met = referent.count > 0
    out = standing_features(story, referent, source.start, rank, fits) if met else _coming(story, referent, source)
    out.extend(_relation_features(referent, described, met))
    relation = head_relation(referent, source.head)
    if relation not in UNRELATED:
        out.append("related")
    kind, article = head_class(source.head), source.article
    out.append(f"head {source.head} type {referent.type}")
    if kind == "person" and referent.type is SpeakerType.PERSON:
        walks = walks_of(referent.callings) or "none"
        out.append(f"walk {walks_of((source.head,))} called {walks}")
        out.append(f"walk {walks_of((source.head,))} called {walks} article {article}")
        told = walk_fits(source.head, referent.callings)
        out.append(f"walks {told}")
        out.append(f"walks {told} article {article} head {relation}")
    if met:
        definite = "the" if article == "the" else "other"
        out.extend(f"{kind} {definite} {feature}" for feature in standing(story, referent, source.start))
    out.append(f"type {referent.type}")
    out.append(f"{kind} type {referent.type}")
    out.append(f"article {article} type {referent.type}")
    if story.places.sentence(source.start) < 4:
        out.append(f"early met {met} head {relation} article {article}")
    if any(m.start == referent.place for m in source.inside) or story.next_is(referent, source):
        out.append(f"named inside {relation}")
        out.append(f"named inside {relation} {kind} type {referent.type}")
    out.extend(surroundings(story, referent, source, kind))
    if met and story.in_content(referent):
        out.append("in the content")
    if referent.entity is not None and kind == "body":
        out.append(f"place {is_place(referent)} for a place {source.head in PLACE_HEADS}")
    if referent.entity is not None:
        out.append(f"mentions {bucket(len(referent.entity.mentions), (1, 3, 8))}")
        stands = story.stands_out(referent.entity)
        out.append(f"{kind} {article} stands out {stands}")
        out.append(f"{kind} stands out {stands} head {relation}")
        out.append(f"{kind} most mentioned {story.is_main(referent)}")
        out.append(f"{kind} {article} main {story.is_main(referent)} head {relation}")
    return out


def _coming(story: Story, referent: Referent, source: Source) -> list[str]:
    """Features of someone or something that the text has not come to yet."""
    kind, early = head_class(source.head), story.places.sentence(source.start) < 4
    out = ["still to come", f"still to come early {early} {kind} {source.article}"]
    entity = referent.entity
    if entity is not None and entity.mentions[0].start > source.start:
        first = entity.mentions[0]
        away = story.places.sentence(first.start) - story.places.sentence(source.start)
        out.append(f"comes in {bucket(away, (0, 1, 2, 4))}")
        out.append(f"comes in {bucket(away, (0, 1, 2, 4))} full {len(first.words) > 1} {head_class(source.head)}")
        out.append(f"comes in {bucket(away, (0, 1, 2, 4))} article {source.article}")
        before = story.arrivals.coming(source.end, entity)
        out.append(f"comes {bucket(before, (0, 1, 2))}")
    elif entity is None and referent.place > source.start:
        away = story.places.sentence(referent.place) - story.places.sentence(source.start)
        out.append(f"thing comes in {bucket(away, (0, 1, 2, 4, 8))}")
    return out


def _relation_features(referent: Referent, described: Described, met: bool) -> list[str]:
    source = described.source
    relation = head_relation(referent, source.head)
    article = source.determiner or ("proper" if source.proper else "none")
    share = _share(source.modifiers, referent)
    proper = _share(tuple(source.proper), referent)
    ends = _ends(referent, described)
    abroad = bool(referent.roles & lexicon().demonyms)
    name = "capital" if any(c.isupper() for c in referent.name) else "plain"
    out = [
        f"head {relation}",
        f"head {relation} article {article}",
        f"head {relation} met {met}",
        f"modifiers {share}",
        f"modifiers {share} head {relation}",
        f"proper {proper}",
        f"proper {proper} head {relation}",
        f"proper {proper} modifiers {share} head {relation}",
        f"proper {proper} modifiers {share} head {relation} article {article}",
        f"ends {ends}",
        f"ends {ends} article {article}",
        f"named {name} head {relation}",
        f"words {bucket(len(referent.words), (1, 2, 4, 7))} head {relation}",
        f"{relation} {name} article {article} modifiers {share} proper {proper}",
        f"{relation} {name} article {article} {'bare' if not source.modifiers else 'modified'} met {met}",
        f"abroad {abroad} modifiers {share} head {relation}",
        f"spoken {referent.spoken > 0} head {relation} article {article}",
    ]
    if described.owner is referent:
        out.append("is the owner")
        out.append(f"is the owner of {head_class(source.head)} {referent.type}")
        out.append(f"is the owner of {source.head}")
    elif described.owner is not None:
        owned = bool(referent.words & _owner_words(described.owner))
        out.append(f"owner named {owned} head {relation}")
        if family_of(referent, described.owner):
            out.append(f"family of the owner {head_class(source.head)}")
            out.append(f"family of the owner {source.head}")
    return out


def _owner_words(owner: Referent) -> frozenset[str]:
    if owner.entity is not None and owner.entity.kind == PERSON:
        family = owner.entity.parsed.family
        return frozenset((family, family + "’s", family + "'s"))
    return owner.words


def _share(words: tuple[str, ...], referent: Referent) -> str:
    """How many of the words the referent's name or roles hold: all, some, none, or there are "no" words."""
    if not words:
        return "no"
    matched = sum(holds(referent, w) for w in words)
    return "all" if matched == len(words) else "some" if matched else "none"


def _ends(referent: Referent, described: Described) -> str:
    """How a description's words end the referent's name: "budget office" ends Congressional Budget Office."""
    name, core = referent.name.lower(), described.core
    if name == core:
        return "equal"
    if described.source.tail and name.endswith(" " + described.name.lower()):
        return "2 words"
    if name.endswith(" " + core) or f" {core} " in name:
        return f"{min(core.count(' '), 1) + 1} words"
    return "no"


def _called_by(source: Source) -> str:
    """What the capitalised words of a description are: a place, a party, both, another name or none."""
    lists = lexicon()
    kinds = {
        word: "place" if word in lists.places or word in lists.demonyms or word in POINTS else "party"
        for word in source.proper
        if word in lists.places or word in lists.demonyms or word in POINTS or word in lists.party_words
    }
    found = sorted(set(kinds.values()), reverse=True)
    return "+".join([*found, "name"] if len(kinds) < len(source.proper) else found) or "none"


def self_features(story: Story, described: Described, own: Referent | None, others: Sequence[Referent]) -> list[str]:
    """Features of "it stands for itself"; ``own`` is what was called just so before, ``others`` who else it can be."""
    source = described.source
    head = source.head
    related = [r for r in others if head_relation(r, head) not in UNRELATED]
    heads = len(related)
    named = bucket(sum(r.name != r.name.lower() for r in related), (0, 1, 2))
    fits = len(others)
    article = source.article
    modified = "modified" if source.modifiers else "bare"
    kind = head_class(head)
    out = [
        "self",
        f"self article {article}",
        f"self head {head}",
        f"self {kind} article {article}",
        f"self {kind} article {article} {modified}",
        f"self {modified} proper {bool(source.proper)}",
        f"self {kind} proper {bool(source.proper)} article {article}",
        "self tail" if source.tail else "self no tail",
        f"self {kind} {'tail' if source.tail else 'no tail'} article {article}",
        "self names" if source.inside else "self nameless",
        "self nothing fits" if not fits else "self something fits",
        f"self others of the head {bucket(heads, (0, 1, 3))}",
        f"self others of the head {bucket(heads, (0, 1, 3))} article {article} {modified}",
    ]
    out.append(f"self named others {named} article {article} {modified}")
    out.append(f"self named others {named} {kind} proper {bool(source.proper)}")
    out.append(f"self {kind} called by {_called_by(source)} article {article}")
    if own is not None and own.count:
        sentences = story.places.sentence(source.start) - own.sentence
        out.append(f"self met {bucket(sentences, (0, 2, 8))}")
        out.append(f"self met article {article}")
        out.append(f"self spoke {own.spoken > 0}")
    count = bucket(len(story.ending.get(head, ())), (0, 1, 2))
    out.append(f"self of the name {count} {modified} {article}")
    out.append(f"self of the name {count} {modified} {kind}")
    if described.owner is not None:
        out.append(f"self owner {kind}")
    if story.places.sentence(source.start) < 4:
        out.append(f"self early {kind} article {article}")
    if source.words and source.words[0] in lexicon().quantities:
        out.append("self quantity")
    return out
