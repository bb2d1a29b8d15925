"""Bytes → text, without a silent guess: UTF-8, what a byte-order mark or a page declares, or a guess that is told."""

import codecs
import re
from dataclasses import dataclass

from attribution.articles.inputs import refuse_binary
from attribution.errors import Note, UnreadableArticle

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What files of news are found in. Left to choose among all it knows, the detector reads "é" by encodings of DOS.
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_WESTERN = "cp1252"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, its byte-order mark removed and nothing else changed; ``doubt`` says that the encoding was guessed."""

    text: str
    doubt: Note | None = None


def decoded(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """The bytes as text. ``declared`` is the encoding that a server or a page names, used where it is no UTF-8.

    Raises UnreadableArticle for binary data, damaged UTF-8, 16 or 32, no words, and where no guess is near sure.
    """
    refuse_binary(data, where)
    text, doubt = _by_mark(data, where), None
    if text is None:
        text = _strictly(data, "utf-8")
    if text is None and declared is not None:
        text = _strictly(data, _known(declared))
    if text is None:
        encoding, text = _guessed(data, where)
        doubt = Note(
            f"{where}: not UTF-8; read as {encoding}, a guess: look at its quotation marks, or save it as UTF-8"
        )
    if not text.strip():
        raise UnreadableArticle(f"{where}: empty; leave it out")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableArticle(f"{where}: binary (full of control characters), not text; save its words as UTF-8")
    return Decoded(text, doubt)


def _by_mark(data: bytes, where: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise UnreadableArticle(f"{where}: damaged {encoding[:6].upper()}; save it anew as UTF-8")
            return text
    return None


def _strictly(data: bytes, encoding: str | None) -> str | None:
    """The text, None where the bytes do not fit the encoding."""
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _known(label: str) -> str | None:
    """Python's name for a web label: by the WHATWG's standard, Latin-1 and ASCII mean Windows-1252 on the web."""
    try:
        info = codecs.lookup(label.strip("\"' \t"))
    except (LookupError, ValueError, UnicodeError):
        return None
    is_text = getattr(info, "_is_text_encoding", True)
    return (_WESTERN if info.name in ("iso8859-1", "ascii") else info.name) if is_text else None


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    """The encoding and the text: the one reading that fits best, or Windows-1252 where that is among the best.

    Raises UnreadableArticle where several others fit equally well, and for UTF-8 with a few broken characters.
    """
    _refuse_damaged(data, where)
    from charset_normalizer import from_bytes

    found = list(from_bytes(data, cp_isolation=_CANDIDATES))
    fits = {(m.chaos, -m.coherence) for m in found[:1]}
    best = [m for m in found if (m.chaos, -m.coherence) in fits]
    for match in best:
        if _WESTERN in match.could_be_from_charset:
            return _label(_WESTERN), str(match)
    if len(best) == 1:
        return _label(best[0].encoding), str(best[0])
    maybe = f" (it may be {' or '.join(sorted(_label(m.encoding) for m in best)[:3])})" if best else ""
    raise UnreadableArticle(f"{where}: neither UTF-8 nor surely anything else{maybe}; save it as UTF-8")


def _label(encoding: str) -> str:
    return encoding.replace("cp125", "Windows-125").replace("_", "-")


def _refuse_damaged(data: bytes, where: str) -> None:
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    whole = sum(character > "\x7f" for character in replaced) - broken
    if whole >= broken:
        at = _first_fault(data)
        raise UnreadableArticle(f"{where}: damaged UTF-8 at byte {at:,}, {broken} broken in all; save it anew")


def _first_fault(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)
