"""Text to the words that are compared, with offsets back to the text as printed.

Two forms. The *normal* words leave out what never changes a statement: case, punctuation, marks, dashes, brackets,
accents, hyphenation, typography, British or American spelling. Two texts with the same ``key`` are verbatim. The
*folded* words go further, for finding and scoring only: contractions opened, numbers in figures.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from attribution.match.lexicon import lexicon
from attribution.match.wordlists import CONTRACTIONS, NUMBERS, PHRASES

ELLIPSIS = "\x1e"
# One character for one, so that offsets stay as they are for nearly every text.
PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞＂", '"')
    | dict.fromkeys("‘’‚‛′`´ʼ＇", "'")
    | dict.fromkeys("‐‑‒–—―−﹘－", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r", " ")
    | {"…": ELLIPSIS, "•": " ", "·": " ", "¡": " ", "¿": " "}
)
OTHER_ASCII = ("`", "\t", "\n", "\r")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
GARBLED = re.compile("[\u0080-\uffff]{2,4}")
TOKEN = re.compile(
    r"""(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?:(?![^\W_])|(?=(?:[bt]n|[mk])\b)))
      | (?P<initials>(?:[A-Za-z]\.){2,}[A-Za-z]?(?![^\W_]))
      | (?P<ending>(?<!\S)(?:'(?:d|ll|m|re|s|ve)|n't)(?![^\W_]|[-'’]))
      | (?P<word>(?:[\[(][^\W\d_][\])])?[^\W_]+(?:'[^\W_]+)*|\[[^\W\d_]\](?:'[^\W_]+)+)
      | (?P<sign>[%$£€¥&])""",
    re.VERBOSE,
)
ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
# Marks that may stand behind a word.
BEHIND = ".,;:!?"
# So many chunks of a text are remembered, none of more letters than this.
REMEMBERED, LONG = 262_144, 64
# What may be printed behind a number, in one piece with it.
SUFFIXES = {"m": "mn", "k": "thousand"}
SIGNS = {"%": "percent", "&": "and"}
ACRONYMS = {"us": "u.s.", "usa": "u.s.a.", "uk": "u.k.", "un": "u.n.", "eu": "e.u."}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text's characters made plain; ``origins`` maps each of them, and the end, to the text, or is None where
    nothing moved."""

    text: str
    origins: tuple[int, ...] | None

    def origin(self, at: int) -> int:
        return at if self.origins is None else self.origins[at]


@dataclass(frozen=True, slots=True)
class Normal:
    """The normal words of a text; ``starts`` and ``ends`` are their offsets in the text as printed."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def key(self) -> str:
        return key_of(self.words)


def plain(text: str) -> Plain:
    """Marks, dashes and spaces to their plain forms, accents and invisible characters away, garbled encodings
    mended."""
    if text.isascii() and not any(map(text.__contains__, OTHER_ASCII)):
        return Plain(text, None)
    easy = text.translate(PLAIN)
    return Plain(easy, None) if easy.isascii() else _mapped(text)


def _mapped(text: str) -> Plain:
    mended = {
        match.start(): (match.end(), fixed) for match in GARBLED.finditer(text) for fixed in _mended(match.group())
    }
    characters: list[str] = []
    origins: list[int] = []
    at = 0
    while at < len(text):
        end, piece = mended.get(at, (at + 1, text[at]))
        made = _plain_character(piece)
        characters.append(made)
        origins.extend([at] * len(made))
        at = end
    return Plain("".join(characters), (*origins, len(text)))


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    easy = character.translate(PLAIN)
    if easy.isascii():
        return easy
    if INVISIBLE.match(easy):
        return ""
    spread = unicodedata.normalize("NFKD", easy).translate(PLAIN)
    return "".join(c for c in spread if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def _mended(run: str) -> tuple[str, ...]:
    """What a run of characters says when UTF-8 was read as Windows-1252: one reading, or none."""
    try:
        return (b"".join(_byte(character) for character in run).decode("utf-8"),)
    except UnicodeError:
        return ()


def _byte(character: str) -> bytes:
    # Windows-1252 leaves five bytes unused; readers pass them through as control characters.
    return character.encode("latin-1") if character < "\u0100" else character.encode("cp1252")


def normal(text: str) -> Normal:
    """The normal words of ``text``; none where it has no letter and no figure."""
    made = plain(text)
    words, starts, ends = _placed(made.text)
    if made.origins is not None:
        starts = list(map(made.origin, starts))
        ends = [made.origin(end - 1) + 1 for end in ends]
    return Normal(text, tuple(words), tuple(starts), tuple(ends))


def _placed(plain: str) -> tuple[list[str], list[int], list[int]]:
    """The normal words of a plain text, with their offsets in it."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    whole = "@" in plain or "#" in plain
    known, at = _chunks(), 0
    for chunk in [plain] if whole else plain.split():
        at = plain.index(chunk, at)
        for word, start, end in _pieces(plain, lexicon().spellings) if whole else known[chunk].placed:
            words.append(word)
            starts.append(at + start)
            ends.append(at + end)
        at += len(chunk)
    return words, starts, ends


def _pieces(text: str, spellings: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    for match in TOKEN.finditer(text):
        kind, found = match.lastgroup, match.group()
        start, end = match.span()
        if kind == "word":
            if found in SUFFIXES and start and text[start - 1].isdigit():
                yield SUFFIXES[found], start, end
            elif start and text[start - 1] in "@#":
                yield from (
                    (part.group().lower(), start + part.start(), start + part.end()) for part in CAMEL.finditer(found)
                )
            else:
                yield _word(found, spellings), start, end
        elif kind == "ending":
            yield found.lower(), start, end
        elif kind == "number":
            yield found.replace(",", ""), start, end
        elif kind == "sign":
            yield SIGNS.get(found, found), start, end
        else:
            letters = found.replace(".", "").lower()
            yield ACRONYMS.get(letters, letters), start, end


def _word(found: str, spellings: Mapping[str, str]) -> str:
    if found[0] in "[(":
        found = found[1] + found[3:]
    if found.isupper() and len(found) in (2, 3) and found.lower() in ACRONYMS:
        return ACRONYMS[found.lower()]
    lower = found.lower()
    return spellings.get(lower, lower)


def key_of(words: Sequence[str]) -> str:
    """The letters and figures of normal words run together: hyphens and spaces inside compounds make no difference."""
    return "".join(words).replace("'", "")


def bare(text: str) -> tuple[list[str], str, bool]:
    """The folded words of ``text``, the key of its normal ones, and whether each of them is one of those, several times
    quicker than with their offsets."""
    made = plain(text).text
    if "@" in made or "#" in made:
        words = [word for word, _, _ in _pieces(made, lexicon().spellings)]
        return [word for word, _ in folded(words)], key_of(words), False
    chunks = list(map(_chunks().__getitem__, made.split()))
    words = [word for chunk in chunks for word in chunk.folded]
    key = "".join([chunk.key for chunk in chunks])
    if not PHRASES.keys().isdisjoint(words):
        words = [word for word, _ in folded([word for chunk in chunks for word, _, _ in chunk.placed])]
        return words, key, False
    return words, key, len(words) == sum([len(chunk.placed) for chunk in chunks])


class Chunk(NamedTuple):
    """What stands between two spaces: its part of the key, its folded words, its normal words with their offsets in
    it."""

    key: str
    folded: tuple[str, ...]
    placed: tuple[tuple[str, int, int], ...]


class _Chunks(dict[str, Chunk]):
    """Chunks read when first asked for: no word has a space in it, and texts are made of few of them."""

    def __missing__(self, plain: str) -> Chunk:
        word = _simple(plain)
        if word is not None and word not in CONTRACTIONS:
            # What most chunks are; the long way round gives the same.
            made = Chunk(word, (NUMBERS.get(word, word),), ((word, 0, len(plain.rstrip(BEHIND))),))
        else:
            placed = tuple(_pieces(plain, lexicon().spellings))
            words = tuple(part for word, _, _ in placed for part, _ in folded([word]))
            made = Chunk(key_of([word for word, _, _ in placed]), words, placed)
        if len(self) >= REMEMBERED:
            self.clear()
        if len(plain) <= LONG:
            self[plain] = made
        return made


def _simple(plain: str) -> str | None:
    """The one normal word of a stretch of plain text without spaces; None where it is not just letters or just figures
    with a mark behind them."""
    word = plain.rstrip(BEHIND)
    if not word.isascii():
        return None
    if word.isalpha() and not word.isupper():
        lower = word.lower()
        return lexicon().spellings.get(lower, lower)
    return word if word.isdigit() else None


def chunk(plain: str) -> Chunk:
    """What a stretch of plain text without spaces says, read as if it stood alone; of an account or a hash tag that is
    not the same as in its text."""
    return _chunks()[plain]


@lru_cache(maxsize=1)
def _chunks() -> _Chunks:
    return _Chunks()


def folded(words: Sequence[str], openings: Mapping[str, tuple[str, ...]] = CONTRACTIONS) -> list[tuple[str, int]]:
    """Contractions opened, numbers in figures, two words that are one joined: each with the number of its first normal
    word."""
    made: list[tuple[str, int]] = []
    for at, word in enumerate(words):
        if word in PHRASES and made and made[-1][0] in PHRASES[word]:
            made[-1] = (PHRASES[word][made[-1][0]], made[-1][1])
        elif word in openings:
            made.extend((part, at) for part in openings[word])
        elif "'" in word:
            made.extend((part, at) for part in opened(word))
        else:
            made.append((NUMBERS.get(word, word), at))
    return made


@lru_cache(maxsize=65536)
def opened(word: str) -> tuple[str, ...]:
    """A word with an apostrophe in its parts: "they're" they are, "didn't" did not, "senator's" senator 's; also an
    ending by itself, as some print it: "the senator 's"."""
    if word.endswith("n't"):
        return (word[:-3], "not") if len(word) > 3 else ("not",)
    head, _, tail = word.rpartition("'")
    ending = ENDINGS.get(tail)
    if not head:
        return (ending or tail,)
    return (head + tail,) if ending is None else (*opened(head), ending) if "'" in head else (head, ending)
