"""Why a candidate was taken: the plainest of the signs that speak for it, in words that can be checked in the text."""

from attribution.identify.candidates import Candidate, Choice

# Signs of a candidate, the most telling first, and what each says of it.
_PRONOUN = (
    ("only", "nobody else before it can be meant"),
    ("adjacent ", "the name before it"),
    ("adjacent comma", "the name before it"),
    ("spoke 1", "who spoke last"),
    ("subject here True", "the first named in this sentence"),
    ("rank 0", "the last named before it that fits"),
    ("subject", "the last that a sentence begins with"),
)
_DESCRIPTION = (
    ("apposed", "the name that it stands beside"),
    ("is", "the text says that this is so"),
    ("head role", "the text calls this one “{head}”"),
    ("head same", "the text has spoken of this “{head}”"),
    ("head name", "“{head}” is in the name"),
    ("head near role", "the text calls this one much the same as “{head}”"),
    ("is the owner", "named by what is theirs"),
    ("in the content", "named in what is said"),
    ("speaks next 0", "the next that the text names as a source"),
    ("spoke 1", "who spoke last"),
    ("rank 0", "the last named before it that fits"),
)


def pronoun_reason(word: str, choice: Choice, taken: Candidate) -> str:
    """Why a pronoun means this one: “she”: the last named before it that fits."""
    guess = taken.referent.guess if taken.referent is not None else ""
    if guess and "spoke 1" in taken.features:
        return f"“{word}”: as “{guess}” was read"
    return f"“{word}”: {_plainest(_PRONOUN, choice, taken)}"


def description_reason(name: str, head: str, choice: Choice, taken: Candidate) -> str:
    """Why a description means this one: “the mayor”: the text calls this one “mayor”."""
    return f"“{name}”: {_plainest(_DESCRIPTION, choice, taken).format(head=head)}"


def _plainest(signs: tuple[tuple[str, str], ...], choice: Choice, taken: Candidate) -> str:
    features = frozenset(taken.features)
    told = next((words for sign, words in signs if sign in features), "")
    return told or f"fits best of {sum(c.referent is not None for c in choice.candidates)} by place and wording"
