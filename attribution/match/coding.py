"""Words as single characters, so that RapidFuzz compares words as fast as it compares letters."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attribution.match.background import background
from attribution.match.lexicon import stem
from attribution.match.wordlists import FUNCTION

# Unicode without surrogates and the controls; beyond so many words two rare ones share a character.
CODES = 1_100_000


class _Codes(dict[str, str]):
    """A character for each word, made when the word is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if len(self) >= CODES:
            return chr(0x10FFFF - hash(word) % 4096)
        number = len(self) + 33
        made = self[word] = chr(number if number < 0xD800 else number + 0x800)
        self.words[made] = word
        return made


class _Stems(dict[str, str]):
    """For each word, as a character, another one for its family; a function word is one of its own."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words
        self._names = _Codes()

    def __missing__(self, code: str) -> str:
        word = self._words.get(code, code)
        made = self[code] = self._names[word if word in FUNCTION else stem(word)]
        return made


class _Families(dict[str, str]):
    """The same, or "" where a word only joins others."""

    def __init__(self, words: Mapping[str, str], stems: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words
        self._stems = stems

    def __missing__(self, code: str) -> str:
        made = self[code] = "" if self._words.get(code, code) in FUNCTION else self._stems[code]
        return made


class Coder:
    """Numbers each word when it is first met. Which character a word gets decides no result, only that it keeps it."""

    def __init__(self) -> None:
        self._codes = _Codes()
        self._stems = _Stems(self._codes.words)
        self._families = _Families(self._codes.words, self._stems)
        # Words that news is known to use never share a character: what they tell is looked up by it.
        self.coded(list(background().words))

    def coded(self, words: Sequence[str]) -> str:
        """One character a word."""
        return "".join(map(self._codes.__getitem__, words))

    def words(self, coded: str) -> list[str] | None:
        """The words of a coded text; None where one of them shares its character."""
        try:
            return list(map(self._codes.words.__getitem__, coded))
        except KeyError:
            return None

    def stems(self, coded: str) -> str:
        """The families of a coded text's words, a character each; function words are their own."""
        return "".join(map(self._stems.__getitem__, coded))

    def content(self, coded: str) -> frozenset[str]:
        """The families, as characters, of a coded text's words that say something by themselves."""
        return frozenset("".join(map(self._families.__getitem__, coded)))


@lru_cache(maxsize=1)
def coder() -> Coder:
    """The one coder of a process: readings can be compared only when their words are coded alike."""
    return Coder()
