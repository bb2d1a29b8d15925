"""Untrusted text → HTML that shows it and can do nothing else.

Nothing in an article can become an element, an attribute or a character reference; characters that would reorder or
hide the words round them (bidirectional overrides, control characters) are shown by name instead; a lone surrogate
becomes the replacement character, since no encoding can write it.
"""

import html
import re
from urllib.parse import urlsplit

# An override makes "gnihtemos" read "something": in a record of exact words it must be seen. Isolates and marks are
# left alone, since right-to-left scripts need them and <bdi> keeps their effect inside.
_SEEN = {"\u202d": "LRO", "\u202e": "RLO", "\u202a": "LRE", "\u202b": "RLE"}
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a\u202b\u202d\u202e\ud800-\udfff]")


def escaped(text: str) -> str:
    """The text as HTML, for an element's content or a quoted attribute's value."""
    return _ODD.sub(lambda found: f"[{_name(found[0])}]", html.escape(text, quote=True))


def _name(character: str) -> str:
    return _SEEN.get(character, f"U+{ord(character):04X}")


def plain(text: str) -> str:
    """The text for places that take plain text (cells, charts): odd characters shown by name, nothing escaped."""
    return _ODD.sub(lambda found: f"[{_name(found[0])}]", text)


def isolated(text: str) -> str:
    """The text as HTML in an element of its own direction, so that it cannot reorder what stands beside it."""
    return f'<bdi dir="auto">{escaped(text)}</bdi>'


def web_address(url: str | None) -> str | None:
    """The address if it is an absolute http or https one, else None: no ``javascript:``, no ``data:``, no file."""
    if url is None or any(ord(character) < 33 for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None
