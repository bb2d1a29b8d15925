"""Gradient-boosted trees at run time: plain arrays, one row a tree (Friedman 2001)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays (trees, nodes). At a node a row goes left when ``feature`` is at most ``threshold``; a leaf
    points at itself on both sides. The sum of the leaves' ``value`` and ``base`` is the log odds. ``depth`` is the
    longest way down.
    """

    feature: "NDArray[np.int64]"
    threshold: "NDArray[np.float64]"
    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    value: "NDArray[np.float64]"
    base: float
    depth: int

    def probabilities(self, rows: Sequence[Sequence[float]]) -> "NDArray[np.float64]":
        """One probability a row."""
        import numpy as np

        if not rows:
            return np.zeros(0)
        values = np.array(rows, np.float64)
        trees, row = np.arange(len(self.feature))[None], np.arange(len(values))[:, None]
        at = np.zeros((len(values), len(self.feature)), np.int64)
        for _ in range(self.depth):
            goes_left = values[row, self.feature[trees, at]] <= self.threshold[trees, at]
            at = np.where(goes_left, self.left[trees, at], self.right[trees, at])
        total = self.value[trees, at].sum(1) + self.base
        return np.asarray(1 / (1 + np.exp(-total)))
