"""The network at run time: words in, how well each label fits each word out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from attribution.extract.vocabulary import pieces_of
from attribution.extract.windows import Inputs, inputs, windows
from attribution.extract.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer


# Each of the four parts of a word's link vector has so many columns.
PROJECTED = 64


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, or a piece of a very long one. ``numbers`` are its words that carry labels; ``labels`` (N, 13)
    says how well each label fits, ``links`` (N, 256) holds what the link score is made of; ``paragraph`` counts from
    0.
    """

    numbers: tuple[int, ...]
    labels: "NDArray[np.float32]"
    links: "NDArray[np.float32]"
    paragraph: int


class Tagger:
    """A loaded network. One window at a time goes through it: 8-bit arithmetic scales by what it is given, so a
    neighbour in a batch would change the answer.
    """

    def __init__(self, graph: bytes, tokenizer: "Tokenizer", threads: int = 1) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        # The graph is built as it should run; more rewriting would put slower nodes back.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._tokenizer = tokenizer

    def parts(self, words: Words) -> Iterator[Part]:
        """The paragraphs of a text with what the network says of them; those without a letter are left out."""
        pieces = pieces_of(words, self._tokenizer)
        paragraph_of = {first: number for number, (first, _) in enumerate(words.paragraphs)}
        paragraph = 0
        for window in windows(words, [len(p) for p in pieces]):
            given = inputs(words, window, pieces)
            if not given.words:
                continue
            labels, links = self._run(given)
            for first, end in window.paragraphs:
                paragraph = paragraph_of.get(first, paragraph)
                ranks = [rank for rank, at in enumerate(given.words) if first <= at < end]
                if ranks:
                    low, high = ranks[0], ranks[-1] + 1
                    yield Part(given.words[low:high], labels[low:high], links[low:high], paragraph)

    def _run(self, given: Inputs) -> Any:
        import numpy as np

        feed = {name: np.array(getattr(given, name), np.int64) for name in ("ids", "quoted", "case", "first")}
        return self._session.run(["labels", "links"], feed)
