"""Damage that a text had before it got here, found and told; the text itself is never altered."""

import re
from collections.abc import Iterator
from itertools import islice

from attribution.articles.inputs import shown
from attribution.errors import Note
from attribution.model import Span

_MOST = 1000
# What the second and third bytes of a UTF-8 character (80–BF) become when read as Windows-1252 or Latin-1.
_TAIL = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_TAIL_1251 = "".join(bytes([byte]).decode("cp1251", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_ONE = f"[{re.escape(_TAIL)}\x80-\xbf]"
_CYRILLIC_ONE = f"[{re.escape(_TAIL_1251)}]"
# A capital before an accented capital is a word in capitals with its own closing mark ("IRMÃ”"), no damage.
_MISREAD = re.compile(
    f"(?:(?<![A-ZÀ-Þ])[ÂÃ]{_ONE}|â(?:€{_ONE}?|\x80{_ONE})|ï¿½|ï»¿|ðŸ{_ONE}{_ONE}"
    f"|(?:[ÐÑ]{_ONE}){{2,}}|вЂ{_CYRILLIC_ONE}|(?:[РС]{_CYRILLIC_ONE}){{3,}})+"
)
_MOJIBAKE = "these characters are UTF-8 that was read in another encoding (mojibake): get the text anew as UTF-8"
_DAMAGE = (
    (_MISREAD, _MOJIBAKE),
    (re.compile("\ufffd+"), "a replacement character stands where a character was lost: compare with the original"),
    (
        re.compile("[\x80-\x84\x86-\x9f]+"),
        "a control character stands where Windows-1252 has a quotation mark or a dash: get the text anew as UTF-8",
    ),
    (
        re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]+"),
        "an invisible control character stands in the text: compare with the original",
    ),
    (
        re.compile("[\u202d\u202e]"),
        "an invisible mark makes the words show in another order than they are stored: compare with the original",
    ),
    (
        re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|quot|apos|amp|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip);"),
        "a code of HTML was never turned into its character: quotation marks may be hidden by it",
    ),
)


def suspicious(text: str) -> list[tuple[Span, str]]:
    """Where the text looks damaged, in order and without overlap, each with the reason in words: mojibake, replacement
    and control characters, marks that reorder what is shown, codes of HTML. The first thousand places: a text with more
    is no article. Time grows in proportion to the text.
    """
    found = sorted(_damage(text), key=lambda place: (place[0].start, -place[0].end))
    apart: list[tuple[Span, str]] = []
    for span, reason in found[:_MOST]:
        if not apart or apart[-1][0].end <= span.start:
            apart.append((span, reason))
    return apart


def misread(text: str, where: str) -> Iterator[Note]:
    """One line about a text with mojibake, in which quotation marks are likely lost; none for any other."""
    places = [span for span, reason in suspicious(text) if reason is _MOJIBAKE]
    if places:
        first = f"the first {shown(places[0].of(text))} at {places[0].start:,}"
        yield Note(f"{where}: read, but damaged in {len(places)} places, {first}: {_MOJIBAKE}")


def _damage(text: str) -> Iterator[tuple[Span, str]]:
    for pattern, reason in _DAMAGE:
        for match in islice(pattern.finditer(text), _MOST):
            yield Span(*match.span()), reason
