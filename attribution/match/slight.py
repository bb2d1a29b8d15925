"""Words too slight to be known again: "climate change" said by two people is no statement repeated.

How much words tell is counted in bits, from how often each occurs in the background; see ``background``.
"""

from attribution.match.reading import reading
from attribution.model import Statement

# Under so many bits nothing is known again; "climate change" has 13, "requests for comment" 23.
NOTHING = 16.0
# From so many bits on words are known again whoever says them; "basket of deplorables" has 37.
ENOUGH = 30.0


def tells(a: Statement, b: Statement) -> bool:
    """Whether two matched statements have enough words in them to be one statement repeated.

    Few words do when both are quoted and of one speaker. Statements whose speakers are not known get the benefit of the
    doubt.
    """
    least = min(_bits(a.text), _bits(b.text))
    if least >= ENOUGH or a.speaker is None or b.speaker is None:
        return True
    return least >= NOTHING and a.quoted and b.quoted and a.speaker == b.speaker


def _bits(text: str) -> float:
    read = reading(text)
    return read.told(0, len(read.words))
