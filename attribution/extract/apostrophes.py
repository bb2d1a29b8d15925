"""Telling an apostrophe from a single quotation mark by the letters beside it.

The same character serves both, so shape alone decides nothing: ’tis, the dogs’ bowls, rock ’n’ roll, the ‘90s, goin’,
6' tall.
"""

import re

# Words that begin with an apostrophe and that nobody begins a quotation with, and the clitics of tokenised text
# ("Trump 's").
_ELIDED = re.compile(
    r"(?:tis|twas|twere|twill|twould|twixt|tisn|em|ems|n|til|till|nuff|nother|cuz|coz|sup|tude|gainst)\b(?![-–—])"
    r"|(?:s|re|ve|ll|d|m|t)\b(?![-–—'’‘])|\d{2,4}s\b",
    re.IGNORECASE,
)
# Words and years that may begin either: they begin a quotation only where a mark that must close follows.
_MAYBE_ELIDED = re.compile(
    r"(?:cause|cos|bout|round|fraid|neath|hood|burbs|roids|copter|cept|course|kay|ere|im|er|e|at|ow|ome|ouse)\b|\d\d\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"(?:\b(?:o|th|an|ol|lil|po|wi|wit|mo|jus|fo|yo|tho|thro|ha)|[a-z]{2}in)$", re.IGNORECASE)
_LONGEST_SHORTENED = 12
# A word in -s before one of these is no possessive: the ‘boycotts’ and the ‘marches’ were …
_FUNCTION_WORDS = (
    "a|about|after|all|also|am|an|and|any|are|as|at|be|been|before|but|by|can|could|did|do|does|for|from|had|has|have|he|"
    "her|his|i|if|in|into|is|it|its|may|might|must|nor|not|of|on|or|our|said|say|says|shall|she|should|so|than|that|the|"
    "their|then|there|they|this|to|was|we|were|when|where|which|while|who|whom|why|will|with|would|you|your"
)
_POSSESSED = re.compile(
    rf"[ \xa0](?!(?:{_FUNCTION_WORDS})\b)[\"'“‘«„]?\w|[.,?!…]+['’‘](?!\w)",
    re.IGNORECASE,
)
_N = frozenset(mark + letter for mark in "'’‘`" for letter in "nN")
_FEET = re.compile(r"\d\s?['’′]\s?-?\d{0,2}\s?(?:\d|½|¼|¾|\.\d+|\d/\d)$")
_LONGEST_MEASURE = 12


def is_elided(text: str, after: int) -> bool:
    """Whether the word at ``after`` is one that an apostrophe begins ('tis, 'em, '90s), never a quotation."""
    return _ELIDED.match(text, after) is not None


def closes_n(text: str, at: int) -> bool:
    """Whether a mark at ``at`` is the second one of rock 'n' roll."""
    return text[at - 2 : at] in _N


def may_be_elided(text: str, after: int) -> bool:
    """Whether the word at ``after`` may have lost its beginning ('cause, '08) or may begin a quotation."""
    return _MAYBE_ELIDED.match(text, after) is not None


def may_end_word(text: str, at: int) -> bool:
    """Whether a mark at ``at``, after a letter or digit, may belong to the word: the dogs' bowls, goin' home, 6' tall.

    A possessive stands before what is possessed, so not at the end of a clause and not before "and" or "were".
    """
    if _SHORTENED.search(text, max(0, at - _LONGEST_SHORTENED), at) is not None:
        return True
    if text[at - 1] in "sSzZxX":
        return _POSSESSED.match(text, at + 1) is not None
    return text[at - 1].isdigit() and text[at + 1 : at + 2] in (" ", "\xa0") and text[at + 2 : at + 3].isalnum()


def is_measure(text: str, at: int) -> bool:
    """Whether a mark at ``at`` ends a height or an angle: the mark of inches in 6'2", of seconds in 40°26'46"."""
    return _FEET.search(text, max(0, at - _LONGEST_MEASURE), at) is not None
