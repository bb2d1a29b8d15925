"""From words to the numbers of word pieces (WordPiece, Schuster and Nakajima 2012), with the Rust tokenizer behind
it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.extract.windows import MOST_PIECES_A_WORD, UNKNOWN
from attribution.extract.words import Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def pieces_of(words: Words, tokenizer: "Tokenizer") -> list[list[int]]:
    """The ids of each word's pieces: at least one and at most six, however odd the word."""
    printed = [_printable(words.word(at)) for at in range(len(words))]
    encoding = tokenizer.encode(printed, is_pretokenized=True, add_special_tokens=False)
    out: list[list[int]] = [[] for _ in printed]
    for piece, word in zip(encoding.ids, _numbers(encoding.word_ids), strict=True):
        if len(out[word]) < MOST_PIECES_A_WORD:
            out[word].append(piece)
    return [pieces or [UNKNOWN] for pieces in out]


def _numbers(word_ids: Sequence[int | None]) -> list[int]:
    return [0 if number is None else number for number in word_ids]


def _printable(word: str) -> str:
    """Half a surrogate pair, which a broken JSON escape leaves behind, has no UTF-8."""
    word = word[:200]  # more letters than any word the vocabulary holds
    return word if word.isascii() else word.encode("utf-8", "replace").decode("utf-8")
