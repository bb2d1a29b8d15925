"""How a speaker is named in words: without leading article, possessive or clause."""

import re
from itertools import takewhile

from attribution.identify.lexicon import lexicon
from attribution.identify.sources import Source

_ARTICLE = re.compile(r"(?i)^(?:the|a|an|only|just|about|nearly|both|whose)\s+")
# "A new Post-ABC poll" is new today only; "new evidence" has no other name.
_NEWS = re.compile(r"^(?:new|latest)\s+(?=[A-Z])")
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s+")
_POSSESSOR = re.compile(
    r"^(?:(?:House|Senate|Former|U\.S\.) )?(?:Speaker|Congressman|Congresswoman|Senator|President|Governor|Mayor"
    r"|Secretary|Mr\.|Mrs\.|Ms\.|Dr\.|Sen\.|Rep\.|Gov\.) (?=[A-Z])"
)
_CLAUSE = re.compile(r"\s*(?:,(?! ?\d{3})|;|\(|—|--|\s-\s)")


def plain(words: str) -> str:
    """Words as a name: one space between words, no leading article, no possessive, nothing behind the first comma."""
    words = " ".join(words.split())
    cut = _CLAUSE.search(words)
    if cut and cut.start() > 0:
        words = words[: cut.start()]
    words = words.strip('“”"‘ .:;,')
    words = re.sub(r"[’']s$", "", words)
    return _NEWS.sub("", _TITLE.sub("", _ARTICLE.sub("", words))) or words


def own_words(text: str, source: Source) -> str:
    """The name of a source that stands for itself."""
    return without_office(plain(text[source.start : source.end]))


def without_office(name: str) -> str:
    """ "Speaker Ada Thorn’s office" is "Ada Thorn’s office"."""
    return _POSSESSOR.sub("", name)


def core_words(name: str) -> frozenset[str]:
    """The words that say what it is: "police" in "a man shot by police" says it of nobody."""
    words = name.lower().split()
    return frozenset(takewhile(lambda word: word not in lexicon().stop_words, words)) or frozenset(words)
