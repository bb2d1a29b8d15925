"""An address on the web → the article there, fetched by trafilatura: public hosts only, certificates checked."""

from collections.abc import Iterator
from logging import LogRecord
from threading import Thread
from typing import Any

from attribution.articles.inputs import LIMIT
from attribution.articles.pages import listening, page
from attribution.articles.texts import plain
from attribution.errors import UnreadableArticle
from attribution.model import Article

_ANSWER = 20  # seconds for a connection, and for each piece of an answer
_ALL = 60  # seconds for all of it: a server may send a byte now and then for ever


def at_address(url: str) -> Iterator[Article | UnreadableArticle]:
    """The article at an http or https address, its id the address. Raises UnreadableArticle."""
    response = _fetched(url)
    headers = {name.lower(): value for name, value in (response.headers or {}).items()}
    kind, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip() or None
    if kind.strip().lower() == "text/plain":
        yield from plain(response.data, url, url, url=url, charset=charset)
    elif kind.strip().lower() in ("text/html", "application/xhtml+xml", ""):
        yield from page(response.data, url, url, url=url, charset=charset)
    else:
        raise UnreadableArticle(f"{url}: it is {kind.strip()}, neither a page nor plain text; save its words as .txt")


def _fetched(url: str) -> Any:
    """Trafilatura's response. Raises UnreadableArticle with the reason that it logs and does not return."""
    answers: list[Any] = []
    with listening() as said:
        thread = Thread(target=lambda: answers.append(_answer(url)), daemon=True)
        thread.start()
        thread.join(_ALL)
        reason = _reason(said)
    if not answers:
        raise UnreadableArticle(f"{url}: not fetched within {_ALL} seconds; save the page and give the file")
    response = answers[0]
    if response is None:
        raise UnreadableArticle(f"{url}: could not be fetched ({reason}); check the address and the connection")
    if response.status != 200:
        raise UnreadableArticle(f"{url}: the server answered {response.status}; save the page and give the file")
    if not response.data:
        raise UnreadableArticle(f"{url}: the server sent nothing; save the page and give the file")
    return response


def _answer(url: str) -> Any:
    from trafilatura.downloads import fetch_response
    from trafilatura.settings import use_config

    config = use_config()
    for option, value in (
        ("DOWNLOAD_TIMEOUT", str(_ANSWER)),
        ("MAX_FILE_SIZE", str(LIMIT)),
        ("SSRF_PROTECTION", "on"),
        ("INSECURE_SSL_FALLBACK", "off"),
    ):
        config.set("DEFAULT", option, value)
    return fetch_response(url, config=config)


def _reason(said: list[LogRecord]) -> str:
    """The innermost reason of the last problem logged."""
    causes = [a for record in said if isinstance(record.args, tuple) for a in record.args if isinstance(a, Exception)]
    if not causes:
        return "no answer"
    cause = getattr(causes[-1], "reason", None) or causes[-1]
    if "MAX_FILE_SIZE" in str(cause):
        return f"larger than {LIMIT // 10**6} MB"
    return " ".join(str(cause).rpartition("): ")[2].split())
