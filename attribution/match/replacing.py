"""What kind of change of meaning it is that some words stand where others do."""

from collections.abc import Callable, Iterator, Sequence

from attribution.match.amounts import equal
from attribution.match.changes import Effect
from attribution.match.framing import nearing, said_of
from attribution.match.intending import intended
from attribution.match.lexicon import base, lexicon, part
from attribution.match.reporting import SAYING
from attribution.match.residue import Residue, dates, measures, named, spans_of_time, telling
from attribution.match.verbs import verb_form
from attribution.match.wordlists import AUXILIARIES, CLAIMS, COMPARATIVES, RESTRICTING, TITLES, UNITS, listed

BACKSHIFTED = {("will", "would"), ("can", "could"), ("may", "might"), ("must", "had")}
OPPOSITE_WAYS = (
    ("for", "against"),
    ("on", "against"),
    ("to", "against"),
    ("to", "from"),
    ("toward", "from"),
    ("towards", "from"),
    ("into", "out"),
    ("inside", "outside"),
    ("on", "off"),
    ("in", "out"),
    ("in", "outside"),
    ("within", "outside"),
    ("within", "beyond"),
    ("within", "out"),
)
CONTRARY_LINKS = (
    (frozenset({"if"}), listed("unless except")),
    (frozenset({"with"}), listed("unless without")),
    (listed("although despite notwithstanding spite though"), listed("because since due")),
    (listed("until till"), listed("since from")),
    (listed("however regardless whatever whenever wherever whichever whoever"), frozenset({"if"})),
    (frozenset({"if"}), frozenset({"when", "because", "since"})),
    (frozenset({"before"}), frozenset({"after", "since"})),
    (listed("before until"), listed("after during following since throughout")),
    (frozenset({"by"}), frozenset({"after", "since", "until"})),
    (frozenset({"after"}), frozenset({"during", "throughout"})),
    (frozenset({"until"}), listed("when because if")),
    (listed("but except excluding since"), frozenset({"including"})),
)
# In a gap of so few words "and" stands for the cause or the condition.
CLOSE = 2
CAUSES = listed("because if unless")
HIGH = listed(
    "absolutely completely deeply enormously entirely extremely highly hugely incredibly totally utterly very"
)
LOW = listed("fairly mildly moderately partly pretty quite rather relatively reasonably slightly somewhat")
HOW_MANY = listed("all any both each every few many most no several some")
EVERY, THESE = listed("any every"), listed("that these this those")
UP_TO, OVER = (("as", "many", "as"), ("as", "much", "as"), ("up", "to")), listed("above least more over")
WHICH = listed("coming last next past previous this")
SEEMING = listed(
    "allegedly apparently appear appearance appeared appears illusion impression perhaps possibly potentially "
    "presumably pretend pretending pretends probably purportedly reportedly seem seemed seemingly seems semblance "
    "supposedly"
)
BELIEVING = listed(
    "assume assumed assumes believe believed believes expect expects feel guess hope hopes suspect think"
)
KNOWING = listed("confirmed established know known knows proved proven")
# What is said of a thing may stand behind these.
PLAIN = AUXILIARIES | listed("a an the")
THE_ONE = listed("the this that my our your his her its their 's")
# Modals that weaken or bind: one side having one of them says something else than a plain verb.
BINDING = {"may", "might", "must", "should", "could"}


def replaced(a: Residue, b: Residue) -> tuple[str, Effect] | None:
    """What kind of change of meaning it is that ``a`` stands where ``b`` does, or None where it is none."""
    if a.words and b.words and equal(a.words, b.words):
        return "number written another way", Effect.WORDING
    checks = CHECKS if a.words and b.words else ONE_SIDED
    return next(((kind, Effect.MEANING) for check in checks for kind in check(a, b)), None)


def _numbers(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.numbers, b.numbers
    # "one" and "a" are mostly no numbers; against another number they are: one third, a third, two thirds.
    x, y = x or (y and _one(a)), y or (x and _one(b))
    if sorted(x) != sorted(y) and x and y:
        yield "date" if dates(a.words) and dates(b.words) else "number"


def _one(side: Residue) -> list[str]:
    words = side.side.words
    counts = len(side.at) == 1 and words[side.at[0]] in ("a", "an") and words[side.at[0] + 1 : side.at[0] + 2]
    return ["1"] if counts and counts[0] in UNITS else ["1" for word in side.words if word == "one"]


def _dates(a: Residue, b: Residue) -> Iterator[str]:
    x, y = dates(a.words) | _which(a), dates(b.words) | _which(b)
    if x and y and x != y:
        yield "date"


def _which(side: Residue) -> set[str]:
    """The "next" of "next year"."""
    words = side.side.words
    return {words[at] for at in side.at if words[at] in WHICH and spans_of_time(words[at + 1 : at + 2])}


def _units(a: Residue, b: Residue) -> Iterator[str]:
    x, y = measures(a.words), measures(b.words)
    if x and y and x != y:
        dated = spans_of_time(a.words) and spans_of_time(b.words) and not (_counted(a) or _counted(b))
        yield "date" if dated else "unit"


def _counted(side: Residue) -> bool:
    """Whether a number stands before the unit."""
    return any(side.side.words[at - 1][:1].isdigit() for at in side.at if at)


def _modals(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.modals, b.modals
    if x != y and x and y and not (x & y):
        if not any((p, q) in BACKSHIFTED or (q, p) in BACKSHIFTED for p in x for q in y):
            yield "modal"
    elif ((x ^ y) & BINDING and not (x and y)) or _only_intended(a, b):
        yield "modal"


def _only_intended(a: Residue, b: Residue) -> bool:
    """Whether one side has words for it that something is wanted or tried, and the other none: it is done."""
    return not (a.words and b.words) and (intended(a.side, a.at) or intended(b.side, b.at))


def _tenses(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.tenses - {"would"}, b.tenses - {"would"}
    if x and y and ("future" in x) != ("future" in y) and not (_said_would(a) or _said_would(b)):
        yield "tense"


def _said_would(side: Residue) -> bool:
    """Whether a verb of saying and the "would" of what was said stand together: "she said she would" for "I will"."""
    return "would" in side.tenses and any(base(word) in SAYING and verb_form(word) == "past" for word in side.words)


def _quantities(a: Residue, b: Residue) -> Iterator[str]:
    x, y = a.quantities, b.quantities
    narrowed = set(a.words) & RESTRICTING != set(b.words) & RESTRICTING
    if (
        narrowed
        or _counted_and_told(a, b)
        or _any_and_this(a, b)
        or (_as_many(a) and OVER.intersection(b.words))
        or (_as_many(b) and OVER.intersection(a.words))
        or (x != y and ((x and y) or (x ^ y) & {"most", "few", "only", "almost", "half"}))
    ):
        yield "quantifier"


def _as_many(side: Residue) -> bool:
    """Whether a number is the most there may be: "as many as 200", "up to 200"."""
    return side.words in UP_TO


def _counted_and_told(a: Residue, b: Residue) -> bool:
    """Whether one side says how many and the other what kind: "any violations", "serious violations"."""
    return any(
        bool(one.words) and all(word in HOW_MANY for word in one.words) and len(other.words) == len(other.content) > 0
        for one, other in ((a, b), (b, a))
    )


def _any_and_this(a: Residue, b: Residue) -> bool:
    """Whether one side has "any" or "every" and the other "this" or "those": of all, or of some that are meant."""
    return _against(a, b, EVERY, THESE)


def _comparatives(a: Residue, b: Residue) -> Iterator[str]:
    x, y = set(a.among(COMPARATIVES)), set(b.among(COMPARATIVES))
    if x and y and x != y:
        yield "comparative"


def _directions(a: Residue, b: Residue) -> Iterator[str]:
    if opposite_ways(a.words, b.words):
        yield "opposite direction"


def opposite_ways(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one has a preposition and the other its opposite."""
    x, y = set(a) - set(b), set(b) - set(a)
    return any((here in x and there in y) or (there in x and here in y) for here, there in OPPOSITE_WAYS)


def _choices(a: Residue, b: Residue) -> Iterator[str]:
    x, y = set(a.words), set(b.words)
    if ("or" in x - y and "and" in y - x) or ("and" in x - y and "or" in y - x):
        yield "choice"


def _connectives(a: Residue, b: Residue) -> Iterator[str]:
    close = max(len(a.words), len(b.words)) <= CLOSE and _against(a, b, frozenset({"and"}), CAUSES)
    if close or any(_against(a, b, here, there) for here, there in CONTRARY_LINKS):
        yield "connective"


def _degrees(a: Residue, b: Residue) -> Iterator[str]:
    if _against(a, b, HIGH, LOW) or _at_all(a, b) or _at_all(b, a):
        yield "degree"


def _at_all(a: Residue, b: Residue) -> bool:
    """Whether "at all" stands for an adverb: what is not done at all is not just not done well."""
    return a.words == ("at", "all") and len(b.words) == 1 and part(b.words[0]) == "r"


def _against(a: Residue, b: Residue, these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether one side has one of these words and the other, in its place, one of those."""
    x, y = set(a.words), set(b.words)
    left, right = x - y, y - x
    return bool((these & left and those & right) or (those & left and these & right))


def _seeming(a: Residue, b: Residue) -> Iterator[str]:
    """One side says that it seems so, or is believed, the other that it is so, or is known."""
    if _against(a, b, BELIEVING, KNOWING):
        yield "hedge"
    if any(_near(one) and all(word in PLAIN for word in other.words) for one, other in ((a, b), (b, a))):
        yield "hedge"
    x, y = (bool(side.among(SEEMING)) for side in (a, b))
    if x != y and not ((b if x else a).modals & {"may", "could"}):
        yield "hedge"


def _claims(a: Residue, b: Residue) -> Iterator[str]:
    """One side says that somebody is believed or accused to do it, the other that he does."""
    for one, other in ((a, b), (b, a)):
        if said_of(one.side, one.at) and not (other.content or other.among(SEEMING) or other.among(CLAIMS)):
            yield "whose claim it is left out"


def _near(side: Residue) -> bool:
    return bool(side.at) and nearing(side.side, side.at[0], side.at[-1] + 1)


def _names(a: Residue, b: Residue) -> Iterator[str]:
    x, y = {a.side.words[i] for i in a.names}, {b.side.words[j] for j in b.names}
    if x and y and x != y:
        yield "place" if x & lexicon().places and y & lexicon().places else "name"


def _contents(a: Residue, b: Residue) -> Iterator[str]:
    x, y = _nameless(a), _nameless(b)
    if x and y:
        yield "another word"
    elif _capitals(a) and _capitals(b) and a.words != b.words:
        yield "name"  # "State" and "Justice": one is a title or a word by itself, both are part of a name here
    elif (_of_many(a, x) and b.names) or (_of_many(b, y) and a.names):
        yield "another word"


def _nameless(side: Residue) -> list[int]:
    """Words of content that are no name and no title before one."""
    titled = [at - 1 for at in side.names if side.side.words[at - 1 : at] and side.side.words[at - 1] in TITLES]
    return [at for at in side.content if not named(side.side, at) and at not in titled]


def _of_many(side: Residue, content: Sequence[int]) -> bool:
    """Whether some words are no way to call somebody who has a name: "voters" for "Republicans", but not "the
    president"."""
    words = side.side.words
    return bool(content) and words[max(0, content[0] - 1)] not in THE_ONE and words[content[-1]] not in TITLES


def _capitals(side: Residue) -> bool:
    return any(side.side.capital(at) and telling(side.side.words[at]) for at in side.at)


CHECKS: Sequence[Callable[[Residue, Residue], Iterator[str]]] = (
    *(_numbers, _dates, _units, _modals, _tenses, _quantities, _comparatives, _directions, _choices),
    *(_connectives, _degrees, _claims, _seeming, _names, _contents),
)
# What can be said of words that stand for none; the others compare both sides.
ONE_SIDED = (_modals, _quantities, _claims, _seeming)
