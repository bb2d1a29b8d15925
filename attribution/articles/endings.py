"""Where one sentence ends and the next begins: Punkt's judgement, and rules for what it cannot know.

Punkt is asked about one word with its point and the word after it, never more, so a text of any length and shape costs
time in proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.articles.punkt import abbreviations, punkt, starters
from attribution.articles.word_lists import word_list
from attribution.model import Span

_CANDIDATE = re.compile(
    r"""(?P<mark>\.(?:[ \u00a0]{0,3}[.…])+|[.!?…‥؟۔।]+|[。！？]+)
        (?P<closers>["'”’»)\]}›」』″]*)
        (?P<gap>\s*)
        (?P<openers>["'“‘«„‚‹「『(\[{`—–―-]*)""",
    re.X,
)
_BEFORE = re.compile(r"[^\W_][^\s(\[{\"“”«»„/—–―]*$")
_AFTER = re.compile(r"[^\s)\]}\"”»,;:!?…—–―]+")
_LONGEST_WORD = 40
_LONGEST_TAG = 80
_FULL_WIDTH = "。！？"
_OPENING = "“‘«„「『"
_QUOTES = "\"'”’»"
_INITIAL = re.compile(r"[^\W\d_](?:-[^\W\d_])?$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.&?)+[^\W\d_]{1,2}$")
_NUMBER = re.compile(r"[#№]?\d|(?=..)[IVXLC]+$")
_NICKNAME = re.compile(r"[\w’'-]+(?: [\w’'-]+)?[\"”’']")
# "“Why?” Mr. Biden asked": a name and a verb of saying go on with the quotation; "“Why?” He asked" is a new sentence.
_TAG = re.compile(
    r"""(?P<first>[A-Z][\w.’'-]*)\s(?:[A-Z][\w.’'-]*\s){0,4}
        (?:added|announced|argued|asked|asks|called|continued|cried|declared|demanded|exclaimed|explained|insisted|joked|
           quipped|remarked|repeated|replied|responded|retorted|said|says|shouted|tells|told|tweeted|wondered|wrote|yelled)\b""",
    re.X,
)
_SHORT_BEFORE_SMALL = 3


@dataclass(frozen=True, slots=True)
class Ending:
    """A place where a sentence may end: the word before the mark with its inner points, the mark, what closes after it,
    what opens before the next word, that word; whether that word stands alone in quotation marks, and whether it begins
    a tag such as "Mr. Biden asked". One sentence would end at the offset ``end``, the next begin at ``start``.
    """

    word: str
    mark: str
    closers: str
    openers: str
    following: str
    is_nickname: bool
    is_tag: bool
    end: int
    start: int


def endings(text: str, prose: Span) -> Iterator[Ending]:
    """The places in ``prose`` where a sentence ends and another begins, in order."""
    for found in _CANDIDATE.finditer(text, prose.start, prose.end):
        if found.end() < prose.end and (found["gap"] or _is_unspaced(text, found)):
            ending = _ending(text, prose, found)
            if is_end(ending):
                yield ending


def _ending(text: str, prose: Span, found: re.Match[str]) -> Ending:
    before = _BEFORE.search(text[max(prose.start, found.start() - _LONGEST_WORD) : found.start()])
    limit = min(prose.end, found.end() + _LONGEST_WORD)
    after = _AFTER.match(text, found.end(), limit)
    return Ending(
        word=before.group() if before else "",
        mark=found["mark"].replace("\u00a0", " "),
        closers=found["closers"],
        openers=found["openers"],
        following=after.group() if after else "",
        is_nickname=found["openers"] in ('"', "“", "‘", "'") and bool(_NICKNAME.match(text, found.end(), limit)),
        is_tag=not found["openers"] and _is_tag(text, found.end(), prose.end),
        end=found.end("closers"),
        start=found.end("gap"),
    )


def _is_tag(text: str, at: int, end: int) -> bool:
    found = _TAG.match(text, at, min(end, at + _LONGEST_TAG))
    return found is not None and _bare(found["first"]) not in starters()


def _is_unspaced(text: str, found: re.Match[str]) -> bool:
    """No white space, yet an end: after a full-width mark, or where a quotation runs into the next sentence."""
    if found["mark"][0] in _FULL_WIDTH:
        return True
    return text[found.end()].isupper() and (
        found["openers"][:1] in tuple(_OPENING) or found["closers"][-1:] in ("”", "»", '"')
    )


def is_end(ending: Ending) -> bool:
    """Whether a sentence ends there."""
    first = ending.following[:1]
    if ending.mark[0] in _FULL_WIDTH:
        return True
    if first.islower():
        return _ends_before_small(ending)
    if not first.isalnum() and first not in tuple("$€£@#&"):
        return bool(ending.openers) and ending.mark.strip(".…") != ""
    if ending.mark == ".":
        return _ends_after_point(ending)
    if ending.is_tag and set(ending.closers) & set(_QUOTES):
        return False
    return _ends_after_dots(ending) if set(ending.mark) <= set(".… ") else True


def _ends_before_small(ending: Ending) -> bool:
    """A small letter goes on, unless the word before the point is a plain one: "it was over. then"."""
    if ending.mark != "." or ending.closers or ending.openers:
        return False
    word = ending.word.lower()
    is_plain = word.isalpha() and len(word) > _SHORT_BEFORE_SMALL and word not in abbreviations().all
    return is_plain and _punkt_ends(ending)


def _ends_after_dots(ending: Ending) -> bool:
    """Four dots hold a point; three end a sentence where its quotation ends or the next word starts a sentence."""
    return (
        ending.mark.replace("…", "...").count(".") > 3
        or bool(set(ending.closers) & set('"”»'))
        or bool(ending.openers)
        or _is_starter(ending.following)
    )


def _ends_after_point(ending: Ending) -> bool:
    if not ending.word:
        return True
    word, known = _bare(ending.word), abbreviations()
    tail = word.rsplit("-", 1)[-1]
    is_capital = _is_abbreviation_case(ending)
    if (tail in known.title and is_capital) or tail in known.joining:
        return bool(set(ending.closers) & set(_QUOTES))
    if tail in known.numbering or (tail in known.month and is_capital):
        return not _NUMBER.match(ending.following) and _ends_plain(ending)
    if word in known.hour:
        return bool(ending.closers) or _bare(ending.following).replace(".", "") not in word_list("after_hour")
    if _INITIAL.match(ending.word) or _DOTTED.match(word) or (tail in known.closing and is_capital):
        return _ends_abbreviated(ending)
    return _ends_plain(ending)


def _bare(word: str) -> str:
    """In lower case, without points at its end or a possessive: "Trump's." is "trump", "E.T." is "e.t"."""
    return word.lower().rstrip(".").removesuffix("'s").removesuffix("’s")


def _is_abbreviation_case(ending: Ending) -> bool:
    """Written as an abbreviation is: "Miss.", not "miss." or "MISS.", unless the next word is in capitals too."""
    if ending.word in ("etc", "al", "inc", "ltd", "plc"):
        return True
    is_shouted = ending.word[1:].isupper() and "." not in ending.word
    return ending.word[:1].isupper() and (not is_shouted or ending.following.isupper())


def _ends_abbreviated(ending: Ending) -> bool:
    """After an initial or an abbreviation that may close a sentence: not inside brackets, and a starter must follow.

    What Punkt knows of capitals is not asked after letters with points: "the U.S. Consulate", "Oliver K. Hedge".
    """
    if ending.is_nickname or set(ending.closers) & set(")]") or ending.following[:1].isdigit():
        return False
    if ending.closers or ending.openers.strip("([{—–―-") or _is_starter(ending.following):
        return True
    return len(ending.word) > 1 and "." not in ending.word and _punkt_ends(ending)


def _is_starter(word: str) -> bool:
    return _bare(word) in starters() or word.endswith("ly")


def _ends_plain(ending: Ending) -> bool:
    """After a word that is no abbreviation as it is written here: "fell ill." is no "Peoria, Ill."."""
    return bool(ending.closers) or ending.word.lower() in abbreviations().all or _punkt_ends(ending)


def _punkt_ends(ending: Ending) -> bool:
    """What Punkt says of the word, its point and the next word."""
    return bool(punkt().text_contains_sentbreak(f"{ending.word}. {ending.following.rstrip('.')} …"))
