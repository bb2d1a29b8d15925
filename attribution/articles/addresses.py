"""An address on the web → the article there, fetched by trafilatura: public hosts only, certificates checked."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

from attribution.articles.inputs import LIMIT, printable
from attribution.articles.pages import listening, page
from attribution.articles.texts import plain
from attribution.errors import UnreadableArticle
from attribution.model import Article

_ANSWER = 20  # seconds for a connection, and for each piece of an answer
_ALL = 60  # seconds for all of it: a server may send a byte now and then for ever


def at_address(url: str) -> Iterator[Article | UnreadableArticle]:
    """The article at an http or https address, its id the address. Raises UnreadableArticle."""
    where = printable(url)
    response = _fetched(url, where)
    headers = {name.lower(): value for name, value in (response.headers or {}).items()}
    kind, _, rest = headers.get("content-type", "").partition(";")
    kind, charset = kind.strip().lower(), rest.partition("charset=")[2].partition(";")[0].strip() or None
    if kind == "text/plain":
        yield from plain(response.data, where, where, url=where, charset=charset)
    elif kind in ("text/html", "application/xhtml+xml", ""):
        yield from page(response.data, where, where, url=where, charset=charset)
    else:
        raise UnreadableArticle(
            f"{where}: it is {printable(kind)}, neither page nor plain text; save its words as .txt"
        )


def _fetched(url: str, where: str) -> Any:
    """Trafilatura's response. Raises UnreadableArticle with the reason that it logs and does not return."""
    answers: list[Any] = []
    with listening() as said:
        thread = Thread(target=lambda: answers.append(_attempt(url)), daemon=True)
        thread.start()
        thread.join(_ALL)
        causes = [cause for record in said for cause in record.args or () if isinstance(cause, Exception)]
    if not answers:
        raise UnreadableArticle(f"{where}: not fetched within {_ALL} seconds; save the page and give the file")
    response = answers[0]
    if response is None or isinstance(response, Exception):
        reason = _reason(response or (causes[-1] if causes else None))
        raise UnreadableArticle(f"{where}: could not be fetched ({reason}); check the address and the connection")
    if response.status != 200:
        raise UnreadableArticle(f"{where}: the server answered {response.status}; save the page and give the file")
    if not response.data:
        raise UnreadableArticle(f"{where}: the server sent nothing; save the page and give the file")
    return response


def _attempt(url: str) -> Any:
    """The response, None or what went wrong: an exception would be lost with its thread."""
    try:
        return _answer(url)
    except Exception as error:  # an address that is none can fail anywhere in what fetches it
        return error


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


def _reason(cause: Exception | None) -> str:
    """The innermost reason, in few words."""
    if cause is None:
        return "no answer"
    said = str(getattr(cause, "reason", None) or cause)
    if "MAX_FILE_SIZE" in said:
        return f"larger than {LIMIT // 10**6} MB"
    return printable(" ".join(said.rpartition("): ")[2].split()))
