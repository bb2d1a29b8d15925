"""Words as single characters, so that RapidFuzz compares words as fast as it compares letters."""

from collections.abc import Sequence
from functools import lru_cache

# Unicode without surrogates and the controls; beyond so many words two rare ones share a character.
CODES = 1_100_000


class Coder:
    """Numbers each word when it is first met. Which character a word gets decides no result, only that it keeps it."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def coded(self, words: Sequence[str]) -> str:
        """One character a word."""
        codes = self._codes
        return "".join([codes.get(word) or self._new(word) for word in words])

    def _new(self, word: str) -> str:
        if len(self._codes) >= CODES:
            return chr(0x10FFFF - hash(word) % 4096)
        number = len(self._codes) + 33
        made = self._codes[word] = chr(number if number < 0xD800 else number + 0x800)
        return made


@lru_cache(maxsize=1)
def coder() -> Coder:
    """The one coder of a process: readings can be compared only when their words are coded alike."""
    return Coder()
