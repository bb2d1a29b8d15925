"""What a head noun says: the kind of thing it stands for, and whether somebody is called so."""

from collections.abc import Iterable
from functools import lru_cache

from attribution.identify.lexicon import lexicon
from attribution.identify.naming import PERSON, is_personally_titled
from attribution.identify.referents import Referent
from attribution.identify.sources import Source

UNRELATED = frozenset({"no", "other"})
# Walks of life: whom the text calls a judge is hardly the senator meant.
WALKS = {
    word: walk
    for walk, words in {
        "bench": "judge justice magistrate prosecutor lawyer attorney counsel",
        "press": "host anchor moderator reporter journalist correspondent columnist editor blogger writer author",
        "staff": "strategist adviser advisor aide manager spokesman spokeswoman spokesperson operative consultant "
        "pollster",
        "learning": "professor economist analyst scholar scientist researcher historian doctor physician expert fellow",
        "office": "senator governor congressman congresswoman representative lawmaker president mayor secretary "
        "minister premier chancellor",
        "race": "candidate nominee front-runner frontrunner politician contender",
        "family": "wife husband mother father son daughter brother sister spouse widow ex-wife ex-husband",
        "trade": "businessman businesswoman billionaire mogul tycoon developer executive ceo founder owner investor "
        "banker",
    }.items()
    for word in words.split()
}
PLACE_HEADS = frozenset("city town village county state country nation island kingdom republic commonwealth".split())
POINTS = frozenset("new north south east west northern southern eastern western central".split())


def holds(referent: Referent, word: str) -> bool:
    if word in referent.roles or word in referent.words:
        return True
    country = lexicon().country_of.get(word, "").lower()
    return bool(country) and (country in referent.words or country in referent.roles)


def head_relation(referent: Referent, head: str) -> str:
    """How a head noun fits a referent: its own head, what it is called, in its name, akin to that; "other" where the
    text calls it something else, "no" where it says nothing.
    """
    if head == referent.head:
        return "same"
    if head in referent.callings:
        return "role"
    if head in referent.words and not _is_of_others(referent, head):
        return "name"
    if head in PLACE_HEADS and is_place(referent):
        return "place"
    kin = lexicon().kin.get(head)
    if kin is not None:
        own = set(kin.split())
        if own & referent.callings:
            return "near role"
        if referent.head in own or own & referent.words:
            return "kin"
    return "other" if referent.callings & lexicon().person_heads else "no"


def _is_of_others(referent: Referent, head: str) -> bool:
    """The head noun stands in a name that ends in another: Bank Employees are no bank."""
    last = referent.entity.folded[-1] if referent.entity is not None else head
    return last != head and (last in lexicon().group_heads or last in lexicon().org_heads)


def country_of_people(source: Source) -> str:
    """The country whose people "the Velnians" are; "" where more is said of them, or of some of them only."""
    plain = source.determiner == "the" and len(source.words) == 2 and source.head.endswith("s")
    countries = lexicon().country_of
    return countries.get(source.head, countries.get(source.head.removesuffix("s"), "")) if plain else ""


def is_told(referent: Referent, source: Source) -> bool:
    """Whether the text has called a person all that "the Velnian leader" says: of two leaders, she is meant. A party
    has too many.
    """
    if source.determiner != "the" or not source.proper or source.proper & lexicon().party_words:
        return False
    related = head_relation(referent, source.head) in ("same", "role", "near role")
    return related and all(holds(referent, word) for word in source.proper)


def walk_fits(head: str, callings: Iterable[str]) -> str:
    """Whether what the text calls somebody is of the same walk of life as a head noun; "no" where either has none."""
    own, told = WALKS.get(head), {WALKS[word] for word in callings if word in WALKS}
    if own is None or not told:
        return "no"
    return "fit" if own in told else "clash"


def walks_of(words: Iterable[str]) -> str:
    return "+".join(sorted({WALKS[word] for word in words if word in WALKS}))


def clashes(referent: Referent, head: str) -> bool:
    """Whether a referent is plainly a person and the head noun is no word for one, or the other way round."""
    entity = referent.entity
    if entity is None:
        return False
    lists, kind = lexicon(), head_class(head)
    body = is_place(referent) or entity.folded[-1] in lists.org_words
    if kind in ("body", "document"):
        told = len(entity.folded) > 1 and (bool(entity.gender) or entity.folded[0] in lists.first_names)
        titled = len(entity.folded) == 1 and any(is_personally_titled(m) for m in entity.mentions)
        if entity.kind == PERSON:
            return told or titled or bool(entity.callings & lists.person_heads)
        return kind == "document" and body and head not in lists.org_heads and head not in referent.words
    if kind == "person":
        return entity.kind != PERSON and body
    return False


def is_place(referent: Referent) -> bool:
    """Whether the name is a place's."""
    if referent.entity is None:
        return False
    form = referent.entity.folded
    return lexicon().places.issuperset(form[1:] if len(form) > 1 and form[0] in POINTS else form)


@lru_cache(maxsize=1024)
def head_class(head: str) -> str:
    """The kind of thing a head noun stands for."""
    lists = lexicon()
    if head in lists.person_heads:
        return "person"
    if head in lists.document_heads:
        return "document"
    if head in lists.org_heads:
        return "body"
    return "people" if head in lists.group_heads or head.endswith("s") else "other"
