"""An article's places: sentence and paragraph by offset, and what stands inside quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from attribution.model import Sentence

_QUOTED = re.compile(r'“[^”\n]{0,4000}”|"[^"\n]{0,4000}"|\'\'(?:(?!\'\')[^\n]){0,4000}\'\'|‘[^\n]{0,1500}?’(?![\w])')


class Places:
    """Sentence and paragraph numbers by offset, and what is inside quotation marks."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.starts = [s.span.start for s in sentences]
        self.ends = [s.span.end for s in sentences]
        self.paragraphs = [s.paragraph for s in sentences]
        quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
        self.quote_starts = [q[0] for q in quoted]
        self.quote_ends = [q[1] for q in quoted]

    def sentence(self, at: int) -> int:
        return max(bisect_right(self.starts, at) - 1, 0)

    def paragraph(self, sentence: int) -> int:
        return self.paragraphs[sentence] if sentence < len(self.paragraphs) else 0

    def quoted(self, at: int) -> bool:
        i = bisect_right(self.quote_starts, at) - 1
        return i >= 0 and at < self.quote_ends[i]

    def sentence_start(self, sentence: int) -> int:
        return self.starts[sentence] if sentence < len(self.starts) else 0

    def sentence_end(self, at: int) -> int:
        """Where the sentence that holds an offset ends."""
        sentence = self.sentence(at)
        return self.ends[sentence] if sentence < len(self.ends) else len(self.text)
