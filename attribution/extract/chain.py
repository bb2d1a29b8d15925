"""The linear-chain CRF at run time: how probable each possible span is, summed over all labellings of its paragraph.

Forward-backward in log space over several paragraphs at once (Rabiner 1989; Lafferty, McCallum and Pereira 2001).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution.extract.labels import LABELS, ROLES, label_number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# What is less probable than this is no candidate; a span's alternatives rarely number more than ten.
LEAST_PROBABLE = 0.02
_CLASSES = len(LABELS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of labelled words, half-open, that the tagger holds possible, and the probability that exactly it is
    one.
    """

    first: int
    end: int
    role: str
    probability: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """One paragraph's forward and backward scores: ``forward`` (N, C) holds the emissions up to and with each word,
    ``backward`` (N, C) those after it, ``total`` the log of the sum over all labellings.
    """

    emissions: "Floats"
    forward: "Floats"
    backward: "Floats"
    total: float

    def marginals(self) -> "Floats":
        """The probability of each label for each word, (N, C)."""
        import numpy as np

        return np.exp(self.forward + self.backward - self.total)


def lattices(paragraphs: "Sequence[NDArray[np.floating]]", scores: "Floats") -> list[Lattice]:
    """A lattice for each paragraph's emissions (N, C). ``scores`` are the transitions (C + 1, C + 1), the last row and
    column standing for the paragraph's edges. Paragraphs don't influence each other.
    """
    import numpy as np

    if not paragraphs:
        return []
    sizes = np.array([len(p) for p in paragraphs])
    padded = np.zeros((len(sizes), sizes.max(), _CLASSES))
    for row, emissions in zip(padded, paragraphs, strict=True):
        row[: len(emissions)] = emissions
    forward, backward = _forward(padded, scores), _backward(padded, sizes, scores)
    totals = _log_sum(forward[np.arange(len(sizes)), sizes - 1] + scores[:_CLASSES, _CLASSES])
    rows = zip(padded, forward, backward, sizes, totals, strict=True)
    return [Lattice(e[:n], f[:n], b[:n], float(total)) for e, f, b, n, total in rows]


def _forward(padded: "Floats", scores: "Floats") -> "Floats":
    import numpy as np

    moves = np.exp(scores[:_CLASSES, :_CLASSES])
    out = np.empty_like(padded)
    out[:, 0] = scores[_CLASSES, :_CLASSES] + padded[:, 0]
    for at in range(1, padded.shape[1]):
        out[:, at] = _moved(out[:, at - 1], moves) + padded[:, at]
    return out


def _backward(padded: "Floats", sizes: "NDArray[np.int64]", scores: "Floats") -> "Floats":
    import numpy as np

    moves = np.exp(scores[:_CLASSES, :_CLASSES]).T
    finish = scores[:_CLASSES, _CLASSES]
    out = np.empty_like(padded)
    out[:, -1] = finish
    for at in range(padded.shape[1] - 2, -1, -1):
        later = _moved(out[:, at + 1] + padded[:, at + 1], moves)
        out[:, at] = np.where((sizes - 1 > at)[:, None], later, finish)
    return out


def _moved(values: "Floats", moves: "Floats") -> "Floats":
    """log(exp(values) @ moves), row by row, without overflow. What is impossible stays very small and finite."""
    import numpy as np

    top = values.max(1, keepdims=True)
    moved: Floats = np.log(np.exp(values - top) @ moves + 1e-300) + top
    return moved


def _log_sum(values: "Floats") -> "Floats":
    import numpy as np

    top = values.max(1)
    total: Floats = np.log(np.exp(values - top[:, None]).sum(1)) + top
    return total


def candidates(lattice: Lattice, scores: "Floats", least: float = LEAST_PROBABLE) -> list[Candidate]:
    """Every span that is at least so probable, by role and place."""
    marginals = lattice.marginals()
    return [found for role in ROLES for found in _of_role(lattice, marginals, scores, role, least)]


def _of_role(lattice: Lattice, marginals: "Floats", scores: "Floats", role: str, least: float) -> list[Candidate]:
    import numpy as np

    begin, inside, end, single = (label_number(place, role) for place in "BIES")
    alone = [
        Candidate(int(at), int(at) + 1, role, float(marginals[at, single]))
        for at in np.flatnonzero(marginals[:, single] >= least)
    ]
    starts, ends = np.flatnonzero(marginals[:, begin] >= least), np.flatnonzero(marginals[:, end] >= least)
    if not len(starts) or not len(ends):
        return alone
    emissions, move = lattice.emissions, scores
    through = np.cumsum(emissions[:, inside] + move[inside, inside])
    left = lattice.forward[starts, begin] - lattice.total
    right = emissions[ends, end] + lattice.backward[ends, end]
    long = (
        (move[begin, inside] - move[inside, inside] + move[inside, end])
        + through[ends - 1][None]
        - through[starts][:, None]
    )
    between = np.where(ends[None] - starts[:, None] == 1, move[begin, end], long)
    log = left[:, None] + between + right[None]
    possible = np.argwhere((ends[None] > starts[:, None]) & (log >= np.log(least)))
    return alone + [
        Candidate(int(starts[i]), int(ends[j]) + 1, role, float(min(1.0, np.exp(log[i, j])))) for i, j in possible
    ]
