"""The learned score: a logistic model over named features, kept as plain numbers (see ``training/weights.py``)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

from attribution.match.features import NAMES

# Two statements of one speaker that share most words are one far more often than two of anybody: of 34 such pairs with
# scores from 0.1 to 0.4, in the corpus and in real news, 29 were; with fewer words in common, half of a dozen.
ONE_SPEAKER, ENOUGH_WORDS = 6.0, 0.7
# A paraphrase is never sure, but worth a look: of six such pairs of one speaker in the corpus five were.
PARAPHRASED, ENOUGH_OF_PARAPHRASE = 4, 0.44
_ANY_ORDER = NAMES.index("shared, any order")


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a feature, and the two thresholds: a pair is matched from ``sure`` on, suggested from ``likely``
    on."""

    weights: tuple[float, ...]
    bias: float
    sure: float
    likely: float

    def score(self, features: Sequence[float]) -> float:
        """The probability that two wordings are the same utterance."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, features, strict=True))
        return 1 / (1 + exp(-max(-50.0, min(50.0, total))))

    def of_one_speaker(self, features: Sequence[float], common: int) -> float:
        """The probability where one speaker said both and ``common`` words with a content are in both; 0 where the
        words in common, in any order, are too few for that to say anything."""
        if features[_ANY_ORDER] < ENOUGH_WORDS:
            told_anew = common >= PARAPHRASED and features[_ANY_ORDER] >= ENOUGH_OF_PARAPHRASE
            return max(self.likely, self.score(features)) if told_anew else 0.0
        odds = self.score(features) / max(1e-9, 1 - self.score(features)) * ONE_SPEAKER
        return odds / (1 + odds)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights, read once. Raises KeyError where they were trained on other features."""
    table = json.loads(files("attribution.match").joinpath("data/weights.json").read_text("utf-8"))
    return Weights(tuple(table["weights"][name] for name in NAMES), table["bias"], table["sure"], table["likely"])
