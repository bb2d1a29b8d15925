"""The bytes of a plain text → its article."""

import hashlib
from collections.abc import Iterator

from attribution.articles.decoding import decoded
from attribution.articles.suspicious import misread
from attribution.errors import UnreadableArticle
from attribution.model import Article


def plain(
    data: bytes, where: str, identity: str, url: str | None = None, charset: str | None = None
) -> Iterator[Article | UnreadableArticle]:
    """The article, its text the decoded bytes, line ends and all, without byte-order mark; and first a doubt about its
    encoding or a line about mojibake if there is one. Raises UnreadableArticle where the bytes are no text.
    """
    found = decoded(data, where, charset)
    if found.doubt is not None:
        yield found.doubt
    yield from misread(found.text, where)
    yield Article(
        id=identity,
        text=found.text,
        url=url,
        origin=where,
        original_sha256=hashlib.sha256(data).hexdigest(),
    )
