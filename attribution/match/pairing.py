"""Two words that stand in each other's place: are they the same word in another form, a synonym, a contraction?"""

from functools import lru_cache

from attribution.match.changes import Effect
from attribution.match.lexicon import akin, base, lexicon, opposed, part, synonymous
from attribution.match.reading import Reading
from attribution.match.verbs import possessive
from attribution.match.wordlists import (
    ABBREVIATED,
    BE,
    DATES,
    FUNCTION,
    NEGATIONS,
    ORDINALS,
    PRONOUNS,
    QUANTIFIERS,
    SAME_PRONOUN,
    UNITS,
    listed,
)

CLITICS = {"'s": {"is", "has", "was"}, "'d": {"would", "had", "did"}}
# Function words that stand for one another without a change of sense.
INTERCHANGEABLE = tuple(
    listed(group)
    for group in (
        "who that which whom",
        "if whether",
        "though although",
        "since because as",
        "until till",
        "on upon",
        "among amongst amid",
        "toward towards",
        "while whilst",
        "that this it",
        "these those they",
        "about around over surrounding on regarding concerning",
        "about around roughly approximately",
        "for to of",
        "in at on within into",
        "by from through via",
        "like as",
        "so thus therefore",
        "each every",
        "any some",
        "but yet however",
        "a an the one this that",
        "a an some any",
        "sort kind type",
        "very really so",
        "also too",
        "but and",
        "when as while",
        "me myself",
        "from of",
        "or nor",
        "and nor",
        "here there",
        "now then",
        "such these those",
        "its their his her the our my your",
        "get got be become",
        "of among in",
        "anybody anyone",
        "everybody everyone",
        "somebody someone",
        "nobody none",
        "previously before earlier already",
        "let do",
        "because for",
    )
)
# A dictionary takes these for one another; in the news they are two things.
KEPT_APART = (
    {"state", "country"},
    {"state", "nation"},
    {"city", "county"},
    {"senate", "house"},
    {"senate", "congress"},
)
# Under a denial these say the same.
EITHER_DENIED = ({"anything", "something"}, {"anyone", "someone"}, {"anybody", "somebody"}, {"anywhere", "somewhere"})
# With "the" there is one, with "a" there are several.
ONLY = listed("just merely only simply")
SOLE = listed("chief first leading main only primary principal single sole top")
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "de", "mis")
# Two spellings of one name, not two names: this share of letters agrees.
ALIKE = 0.8


def pair(a: Reading, i: int, b: Reading, j: int) -> tuple[str, Effect] | None:
    """How word ``i`` of ``a`` and word ``j`` of ``b`` can stand for one another, or None where they can't."""
    x, y = a.words[i], b.words[j]
    if x == y:
        return "order", Effect.WORDING
    if x in CLITICS or y in CLITICS:
        if possessive(a, i) or possessive(b, j):
            return None
        if y in CLITICS.get(x, ()) or x in CLITICS.get(y, ()):
            return "contraction", Effect.WORDING
        return None
    if (x in ABBREVIATED or y in ABBREVIATED) and ABBREVIATED.get(x, x) == ABBREVIATED.get(y, y):
        return "abbreviation", Effect.WORDING
    if ORDINALS.get(x, x) == ORDINALS.get(y, y):
        return "number written another way", Effect.WORDING
    if {x, y} in ({"no", "number"}, {"1", "one"}):
        return ("number written another way", Effect.WORDING) if _numbered(a, i, b, j) else None
    if x in SAME_PRONOUN and SAME_PRONOUN[x] == SAME_PRONOUN.get(y):
        return "pronoun", Effect.WORDING
    if {x, y} in EITHER_DENIED and denied(a, i) and denied(b, j):
        return "synonym", Effect.WORDING
    if {x, y} == {"and", "or"}:
        return ("synonym", Effect.WORDING) if denied(a, i) or denied(b, j) else None
    if x in FUNCTION and y in FUNCTION:
        sole = {x, y} in ({"a", "the"}, {"an", "the"}) and _one_of_a_kind(a, i + 1) and _one_of_a_kind(b, j + 1)
        return ("quantifier", Effect.MEANING) if sole else _function_words(x, y)
    if x in NEGATIONS or y in NEGATIONS or contrary(x, y) or _measured(x, y):
        return None
    if x in ONLY and y in ONLY:
        return "synonym", Effect.WORDING
    if x in QUANTIFIERS and y in QUANTIFIERS:
        return ("synonym", Effect.WORDING) if QUANTIFIERS[x] == QUANTIFIERS[y] else None
    if akin(x, y):
        return ("another form of the word", Effect.WORDING) if grade(x) == grade(y) else None
    if _digits(x) or _digits(y) or (x in FUNCTION) != (y in FUNCTION):
        counted = _counts(a, i, y) or _counts(b, j, x)
        return ("synonym", Effect.WORDING) if _interchangeable(x, y) and not counted else None
    if _spelled_alike(x, y):
        return "spelling", Effect.WORDING
    if synonymous(x, y) and not (a.capital(i) and b.capital(j)) and {base(x), base(y)} not in KEPT_APART:
        return "synonym", Effect.WORDING
    return None


def _one_of_a_kind(side: Reading, at: int) -> bool:
    """Whether a word says that there is one such thing: with "a" before it, it is one of several."""
    return side.words[at : at + 1] != () and side.words[at] in SOLE


def _numbered(a: Reading, i: int, b: Reading, j: int) -> bool:
    """Whether "No. 1" and "number one" are meant, by the word behind or before."""
    behind = all(word in ("1", "one") or _digits(word) for word in a.words[i + 1 : i + 2] + b.words[j + 1 : j + 2])
    ranked = all(word in ("no", "number") for word in a.words[max(0, i - 1) : i] + b.words[max(0, j - 1) : j])
    return ranked if a.words[i] in ("1", "one") else behind


def _counts(side: Reading, at: int, other: str) -> bool:
    """The "a" of "a lot", "a whole lot", "a few": no article that stands for "some"."""
    return side.words[at] == "a" and other in QUANTIFIERS and any(w in QUANTIFIERS for w in side.words[at + 1 : at + 5])


def denied(side: Reading, at: int) -> bool:
    """Whether a denial stands before a word in its sentence: "no A or B" is "no A and no B"."""
    while at > 0 and side.breaks[at] not in (".", "…"):
        at -= 1
        if side.words[at] in NEGATIONS:
            return True
    return False


def grade(word: str) -> int:
    """0 for a word as it is, 1 for its comparative, 2 for its superlative: poor, poorer, poorest."""
    own = base(word)
    if own == word or part(own) != "a":
        return 0
    return 2 if word.endswith("est") else 1 if word.endswith("er") else 0


def contrary(x: str, y: str) -> bool:
    """Whether two words are opposites, by the lexicon or by a prefix: likely, unlikely."""
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    return opposed(x, y) or (len(short) > 3 and long.endswith(short) and long[: -len(short)] in PREFIXES)


@lru_cache(maxsize=65536)
def _interchangeable(x: str, y: str) -> bool:
    """Whether two function words can stand for one another."""
    return any(x in group and y in group for group in INTERCHANGEABLE)


def _function_words(x: str, y: str) -> tuple[str, Effect] | None:
    if x in BE and y in BE:
        return "another form of the word", Effect.WORDING
    if akin(x, y) and x not in PRONOUNS:
        return "another form of the word", Effect.WORDING
    if _interchangeable(x, y):
        return "synonym", Effect.WORDING
    return None


def _measured(x: str, y: str) -> bool:
    """Whether one of two words is a unit, a magnitude or a date that the other is not: a million is no billion."""
    return (x in UNITS or y in UNITS or x in DATES or y in DATES) and base(x) != base(y)


def _digits(word: str) -> bool:
    return word[:1].isdigit()


def _spelled_alike(x: str, y: str) -> bool:
    """One name or rare word spelled in two ways: neither is in the lexicon, and most letters agree in order."""
    from rapidfuzz.distance import Indel

    known = lexicon()
    if min(len(x), len(y)) < 5 or x in known.parts or y in known.parts or (x in known.places and y in known.places):
        return False
    return Indel.normalized_similarity(x, y) >= ALIKE and x[0] == y[0]
