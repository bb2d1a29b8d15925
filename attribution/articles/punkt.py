"""NLTK's Punkt with the parameters that this package ships: learned by train_punkt, kept as JSON, so nothing is
downloaded and ``nltk.data`` is never asked.

Kiss and Strunk, *Unsupervised Multilingual Sentence Boundary Detection*, Computational Linguistics 32, 2006.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from attribution.articles.word_lists import shipped

# Punkt's flag for "seen in lower case inside a sentence": with it and no flag for a capital there, a capitalised
# word after an abbreviation is taken to start a sentence. No other flag changes a decision of ours.
_LOWER_INSIDE = 1 << 5


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations without their point, in lower case, by what may follow: see abbreviations.json.

    ``title`` and ``joining`` are followed by a name and never end a sentence; ``numbering`` and ``month`` go on when a
    number follows; ``hour`` and ``closing`` may end a sentence.
    """

    title: frozenset[str]
    joining: frozenset[str]
    numbering: frozenset[str]
    month: frozenset[str]
    hour: frozenset[str]
    closing: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.title | self.joining | self.month | self.hour | self.closing


@cache
def abbreviations() -> Abbreviations:
    """The hand-written list; read once."""
    return Abbreviations(**{kind: frozenset(words) for kind, words in shipped("abbreviations.json").items()})


def parameters(learned: Mapping[str, Sequence[str]]) -> Any:
    """NLTK's PunktParameters filled from the shipped form: "abbreviations", "starters" and "lower", lists of words."""
    from nltk.tokenize.punkt import PunktParameters

    filled = PunktParameters()
    filled.abbrev_types.update(learned["abbreviations"], abbreviations().all)
    filled.sent_starters.update(learned["starters"])
    for word in learned["lower"]:
        filled.add_ortho_context(word, _LOWER_INSIDE)
    return filled


@cache
def punkt() -> Any:
    """NLTK's PunktSentenceTokenizer with the shipped parameters; made once, it holds no state of the texts it reads."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    return PunktSentenceTokenizer(parameters(shipped("punkt.json")))


@cache
def starters() -> frozenset[str]:
    """Function words that start sentences, in lower case."""
    return frozenset(shipped("punkt.json")["starters"])
