"""A page's bytes → the article on it, by trafilatura (Barbaresi, ACL 2021): text, title, date, outlet."""

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attribution.articles.decoding import Decoded, decoded
from attribution.articles.lines import is_date
from attribution.articles.suspicious import misread
from attribution.errors import UnreadableArticle
from attribution.model import Article

# The HTML standard has browsers look for the encoding in the first 1,024 bytes; pages put it further down.
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PRESCAN = 4096
_SHORTEST = 30  # characters: less is a button or a notice ("Log in to read on"), no article
_READERS = ("trafilatura", "htmldate", "courlan", "justext")


def page(
    data: bytes, where: str, identity: str, url: str | None = None, charset: str | None = None
) -> Iterator[Article | UnreadableArticle]:
    """The article on a page, first a doubt about its encoding or a line about mojibake. ``charset``: the server's word.

    The text is what the reader returned: repeated paragraphs, soft hyphens and zero-width characters are gone and
    letters are in Unicode's composed form, so ``original_sha256`` hashes the page's own bytes. Raises UnreadableArticle
    where no article is found.
    """
    source = decoded(data, where, charset or _declared(data))
    if source.doubt is not None:
        yield source.doubt
    found = _read(source, where, url)
    yield from misread(found.text, where)
    yield Article(
        id=identity,
        text=found.text,
        title=found.title or None,
        url=url or found.url or None,
        outlet=found.sitename or found.hostname or None,
        published=found.date if found.date and is_date(found.date) else None,
        origin=where,
        original_sha256=hashlib.sha256(data).hexdigest(),
    )


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _PRESCAN)
    return match[1].decode("ascii", "replace") if match else None


def _read(source: Decoded, where: str, url: str | None) -> Any:
    from trafilatura import bare_extraction

    with listening():
        try:
            found: Any = bare_extraction(source.text, url=url, include_comments=False, with_metadata=True)
        except Exception as error:  # a parser fed with anything: whatever it raises is about this page
            kind = type(error).__name__
            raise UnreadableArticle(f"{where}: this page could not be parsed ({kind}); save its text as .txt") from None
    if found is None or len((found.text or "").strip()) < _SHORTEST:
        raise UnreadableArticle(f"{where}: no article text found; is it a login page?")
    return found


class _Said(logging.Handler):
    """Keeps what is logged; being there, it also keeps it off standard error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """What trafilatura and its parts log inside the block: each problem is told once, in our words."""
    said = _Said()
    for name in _READERS:
        logging.getLogger(name).addHandler(said)
    try:
        yield said.records
    finally:
        for name in _READERS:
            logging.getLogger(name).removeHandler(said)
