"""How a name is shortened when it comes again: its first word, its last, its initials, or with a slip of the pen."""

import re

from rapidfuzz.distance import Levenshtein

from attribution.identify.lexicon import lexicon

# Shorter names differ by one letter too often: Ross and Rose.
SLIP = 5
_DEMONYMS = ("ian", "ean")


def differs_by_a_slip(word: str, family: str) -> bool:
    """Whether a family name is missed by one letter: "Sweeny" for Sweeney."""
    alike = word[0] == family[0] and word + "s" != family and family + "s" != word and len(family) >= SLIP
    return alike and Levenshtein.distance(word, family, score_cutoff=1) == 1


def is_part(form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a longer name of a body begins or ends with a shorter one and can be the same."""
    size = len(form)
    if longer[-size:] == form:
        return True
    # A name that ends in a word for a body is whole: Columbia University has a Graduate School of its own.
    whole = form[-1] in lexicon().org_words or lexicon().places.issuperset(form)
    return longer[:size] == form and not whole


def is_first_word(word: str, longer: tuple[str, ...]) -> bool:
    """ "Peabody" for Peabody Energy: the first word, when it is no place or party that much else begins with, and no
    word for what is of a place.
    """
    lists = lexicon()
    called_after = word in lists.places or word in lists.party_words or word in lists.demonyms
    return longer[0] == word and not called_after and not word.endswith(_DEMONYMS)


def is_cut_short(word: str, longer: tuple[str, ...]) -> bool:
    """ "The Fed" for Federal Reserve, "The Post" for Washington Post."""
    if len(longer) < 2:
        return False
    began = 3 <= len(word) < len(longer[0]) and longer[0].startswith(word)
    return began or (longer[-1] == word and word in lexicon().shortened)


def initials(name: str) -> tuple[str, ...]:
    """The ways a name's first letters can be printed: with and without "of", without a leading "U.S."."""
    words = re.findall(r"\w[\w’']*", name.replace("U.S. ", ""))
    return "".join(w[0] for w in words if w[0].isupper()), "".join(w[0].upper() for w in words)
