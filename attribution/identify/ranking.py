"""A choice decided: a score for each candidate, turned into probabilities, and how clear the answer is."""

from collections.abc import Mapping
from math import exp

from attribution.identify.candidates import Candidate, Choice
from attribution.identify.weights import Weights


def probabilities(choice: Choice, weights: Weights) -> list[float]:
    """One probability for each candidate, summing to 1; empty when there is no candidate."""
    own: Mapping[str, float] = weights.get(choice.task, {})
    weight = own.get
    scores = [sum([weight(f, 0.0) for f in c.features]) for c in choice.candidates]
    if not scores:
        return []
    top = max(scores)
    powers = [exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def best(choice: Choice, weights: Weights, lead: float = 1.0) -> tuple[Candidate | None, float]:
    """The likeliest candidate (the first of equals) and its probability; None when there is none. "None of them" must
    be ``lead`` times as likely as the likeliest referent.
    """
    chances = probabilities(choice, weights)
    if not chances:
        return None, 0.0
    worth = [p if c.referent is not None else p / lead for c, p in zip(choice.candidates, chances, strict=True)]
    top = max(range(len(worth)), key=worth.__getitem__)
    return choice.candidates[top], chances[top]
