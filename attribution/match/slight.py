"""Words too slight to be known again: "climate change" said by two people is no statement repeated.

How much words tell is counted in bits, from how often each occurs in the background; see ``background``.
"""

from collections.abc import Sequence

from attribution.match.aligning import settled
from attribution.match.background import MOST
from attribution.match.features import Block
from attribution.match.reading import Reading, reading
from attribution.model import Statement

# Under so many bits nothing is known again; "climate change" has 13, "requests for comment" 23.
NOTHING = 16.0
# From so many bits on words are known again whoever says them; "basket of deplorables" has 37.
ENOUGH = 30.0
# A phrase in everybody's mouth has fewer bits than this ("what we have said is that they" 42), and words met again by
# chance fewer than that.
STOCK, STRAY = 45.0, 15.0
# With one word more, as good as any: "what we have said is that Ada".
STOCK_AND_WORD, GO_ON = 50.0, 2


def tells(a: Statement, b: Statement) -> bool:
    """Whether two matched statements have enough words in them to be one statement repeated.

    Few words do when both are quoted and of one speaker. Statements whose speakers are not known get the benefit of the
    doubt.
    """
    least = min(_bits(a.text), _bits(b.text))
    if least >= ENOUGH or a.speaker is None or b.speaker is None:
        return True
    return least >= NOTHING and a.quoted and b.quoted and a.speaker == b.speaker


def stock(a: Reading, b: Reading, runs: Sequence[Block]) -> bool:
    """Whether two wordings share a phrase that anybody uses, or one and the word after it, and next to nothing else,
    and both go on from there with words of their own.

    "At the end of the day he is" and "at the end of the day he said" hang together by the dozen, and whatever they were
    cut from with them. No real pair that was judged the same is like it.
    """
    if sum(_told(a, b, runs)) >= STOCK_AND_WORD + MOST + STRAY:
        return False
    kept = settled(a, b, runs)
    told = _told(a, b, kept)
    most = max(told)
    at = told.index(most)
    end_a, end_b = kept[at].a + kept[at].size, kept[at].b + kept[at].size
    after = kept[at + 1] if at + 1 < len(kept) else Block(len(a.words), len(b.words), 0)
    own = min(after.a - end_a, after.b - end_b)
    phrase = most < STOCK and end_a < len(a.words) and end_b < len(b.words)
    and_word = most - a.bits[1][end_a - 1] < STOCK_AND_WORD and own >= GO_ON
    return sum(told) - most < STRAY and (phrase or and_word)


def _told(a: Reading, b: Reading, runs: Sequence[Block]) -> list[float]:
    return [min(a.told(run.a, run.a + run.size), b.told(run.b, run.b + run.size)) for run in runs]


def _bits(text: str) -> float:
    read = reading(text)
    return read.told(0, len(read.words))
