"""What a name is the name of, by its own words and what stands around it: a person, a body (places too), a work."""

from collections.abc import Mapping, Sequence

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.names import SUFFIXES

Form = tuple[str, ...]
PERSON, ORGANISATION, WORK = "person", "organisation", "document"


def kinds_of_names(text: str, forms: Mapping[Form, Sequence[Mention]]) -> dict[Form, str]:
    """The kind of every name, given with all its mentions; "" where nothing tells."""
    kinds = {form: kind_of_name(text, form, mentions) for form, mentions in forms.items()}
    by_end: dict[str, list[Form]] = {}
    for form in forms:
        by_end.setdefault(form[-1], []).append(form)
    for form in [f for f, kind in kinds.items() if kind == PERSON and any(map(is_personally_titled, forms[f]))]:
        # "Mr. Van Voorhis" tells that Chandler Van Voorhis is a person.
        for longer in by_end[form[-1]]:
            if len(form) < len(longer) < 5 and longer[-len(form) :] == form and not _for_a_body(longer):
                kinds[longer] = PERSON
    return kinds


def kind_of_name(text: str, form: tuple[str, ...], mentions: Sequence[Mention]) -> str:
    """Person, organisation (places and parties too) or a work, by the words of the name and what stands around it."""
    lists = lexicon()
    words = mentions[0].words
    if form[-1] in SUFFIXES and form[0] in lists.first_names:
        return PERSON
    if any(is_personally_titled(m) for m in mentions):
        return PERSON
    if len(form) == 2 and form[-1] in lists.surnames and form[0] in lists.first_names:
        return PERSON
    if form[-1] in lists.work_words and len(form) > 1:
        return WORK
    if form[-1] in lists.thing_words:
        return ""
    if form[-1] in lists.org_words or (len(form) > 2 and form[0] in lists.org_words and form[1] == "of"):
        return ORGANISATION
    if any(w in ("of", "for", "&", "and", "the") for w in words):
        return ORGANISATION
    if len(form) > 1:
        return _kind_of_several(text, form, words, mentions)
    return _kind_of_one(text, form[0], words[0], mentions)


def is_personally_titled(mention: Mention) -> bool:
    lists = lexicon()
    return bool(mention.title) and (
        mention.title[-1] in lists.titles or mention.title[-1] in lists.honorifics or " " in mention.title[-1]
    )


def _modifies(text: str, mention: Mention) -> bool:
    """A noun for what someone or something is follows: "Montgomery Village resident"."""
    lists = lexicon()
    if mention.possessive or text[mention.end : mention.end + 1] != " ":
        return False
    word = text[mention.end + 1 : mention.end + 20].split(" ")[0].rstrip(",.;:")
    return word in lists.person_heads or word in lists.org_heads or word in lists.document_heads


def _kind_of_several(text: str, form: tuple[str, ...], words: tuple[str, ...], mentions: Sequence[Mention]) -> str:
    lists = lexicon()
    if all(w in lists.places for w in form) or form[0] in ("north", "south", "new", "saint", "los", "las", "san"):
        return PERSON if form[0] in lists.first_names and form[-1] not in lists.places else ORGANISATION
    if form[0] in lists.first_names or any(len(w) == 2 and w[1] == "." for w in words[:-1]) or form[-1] in SUFFIXES:
        return PERSON
    if any(w.isupper() and len(w) > 1 for w in words) and not all(w.isupper() for w in words):
        return ORGANISATION
    if any(_modifies(text, m) for m in mentions):
        return ORGANISATION
    definite = sum(m.definite for m in mentions)
    return PERSON if len(form) < 5 and definite * 2 < len(mentions) else ORGANISATION


def _kind_of_one(text: str, key: str, word: str, mentions: Sequence[Mention]) -> str:
    lists = lexicon()
    if key in lists.places or sum(m.definite for m in mentions) * 2 >= len(mentions):
        return ORGANISATION
    if lists.first_names.get(key):
        return PERSON
    if word.isupper() and len(word) > 1 and not all(text[m.end : m.end + 1] == ":" for m in mentions):
        return ORGANISATION
    return ""


def _for_a_body(form: tuple[str, ...]) -> bool:
    return any(w in lexicon().org_words or w in ("of", "for", "&", "and", "the") for w in form)
