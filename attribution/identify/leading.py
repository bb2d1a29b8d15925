"""What a sentence only begins with before its subject comes: "In Velnia, a group …", "After the vote, a …"."""

import re

REACH = 90
_PHRASE = re.compile(
    r"(?:^|[.!?\n“”\"]\s*|[,;] (?:and|but) )"
    r"(?:(?:in|at|on|with|after|before|during|from|for|like|unlike|despite|under|by|since|while|when|as|to|amid|among|"
    r"against|over|through|according)\b|[a-z]+ing\b)[^,;:.!?\n“”\"]*$",
    re.IGNORECASE,
)


def is_led(text: str, at: int) -> bool:
    """Whether a name at offset ``at`` ends a phrase that leads in its sentence, so that what follows behind a comma is
    a subject and no apposition.
    """
    return _PHRASE.search(text[max(0, at - REACH) : at]) is not None
