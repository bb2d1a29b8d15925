"""Words as single characters, so that RapidFuzz compares words as fast as it compares letters."""

from collections.abc import Sequence
from functools import lru_cache

# Unicode without surrogates and the controls; beyond so many words two rare ones share a character.
CODES = 1_100_000


class _Codes(dict[str, str]):
    """A character for each word, made when the word is first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CODES:
            return chr(0x10FFFF - hash(word) % 4096)
        number = len(self) + 33
        made = self[word] = chr(number if number < 0xD800 else number + 0x800)
        return made


class Coder:
    """Numbers each word when it is first met. Which character a word gets decides no result, only that it keeps it."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def coded(self, words: Sequence[str]) -> str:
        """One character a word."""
        return "".join(map(self._codes.__getitem__, words))


@lru_cache(maxsize=1)
def coder() -> Coder:
    """The one coder of a process: readings can be compared only when their words are coded alike."""
    return Coder()
