"""Names in a text: runs of capitalised words, cut into titles and names.

A run starts where a capitalised word does and goes on over capitalised words and the particles of family names.
Function words that only begin a sentence are taken off; possessives, days and months end a name;
"Department" and its like reach over "of" and "for".
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from attribution.identify.capitals import is_loud_sentence, loud_lines, runs_of
from attribution.identify.lexicon import lexicon
from attribution.identify.names import CREDENTIALS, fold
from attribution.identify.titles import acronym, letters_behind, no_name, title_length, titles_behind
from attribution.model import Sentence, SentenceKind

_UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x530)) if c.isupper())
_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Prof|Rev|Hon|St|Jr|Sr|Ft|Mt|Messrs|Atty|Supt|Det"
    "|Pres|Sec|Cpl|Pvt|Inc|Corp|Co|Ltd"
)
# A clause in capitals: four words or more.
_SHOUTED = re.compile(r"\b(?:[A-Z][A-Z’'\-]*[A-Z],? ){3,}[A-Z][A-Z’'\-]*[A-Z]\b")
Token = tuple[int, int, str]
_OFFICE = re.compile(r"(?i)\b(?:secretary|department|minister|ministry) of (?:the )?$")
_OFFICES = frozenset("state defense labor commerce energy education agriculture treasury interior justice".split())
# What offices are for: Department of Health and Social Care.
_CONCERNS = frozenset("care security affairs services development safety welfare sport skills trade planning".split())
_OWNS = frozenset({"’s ", "'s ", "s’ ", "s' "})
# How far a run of capitals may go: long enough for any name, short enough that a page in capitals stays cheap.
LONGEST_RUN = 24


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``start``–``end`` (offsets of the name alone). ``words`` are the name's; ``title`` the lower-case words
    before it that belong to a title or to whom the title is of, from offset ``lead`` on where there are any; ``after``
    is the offset behind a possessive.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...] = ()
    after: int = 0
    definite: bool = False
    begins: bool = False
    heading: bool = False
    lead: int = -1

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def possessive(self) -> bool:
        return self.after > self.end


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    word = (
        rf"(?:(?:{lexicon().title_phrases})(?!\w)|(?:{_ABBREVIATED})\.|(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*)(?!\w)"
        rf"|[{_UPPER}](?:\w|[’'‘.&/\-–](?=\w)|[\xa1-\xbf\x80-\x9f\u0300-\u036f])*)"
    )
    particle = r"(?:(?:de|la|del|van|von|der|den|bin|ibn|al|el|da|dos|di|du|le|ter|y)[^\S\n])"
    # A nickname in marks stands inside a name: John “Tig” Tiegen.
    nickname = rf"(?:[“\"‘(][{_UPPER}]\w+[”\"’)][^\S\n])"
    run = rf"(?<![\w@#]){word}(?:[^\S\n]{{1,2}}{nickname}?{particle}{{0,2}}{word}){{0,{LONGEST_RUN}}}"
    return re.compile(run), re.compile(rf"{word}|[a-z]+|[“\"‘(][{_UPPER}]\w+[”\"’)]")


def find_mentions(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """All names of ``text`` in order. In headings every capitalised stretch comes as it stands: see ``heading``."""
    lower = lower_words(text)
    starts = [s.span.start for s in sentences]
    headings = [s.kind is SentenceKind.HEADING for s in sentences]
    found: list[Mention] = []
    run, _ = _patterns()
    loud = loud_lines(text)
    for start, words in runs_of(text, run, loud):
        at = bisect_right(starts, start) - 1
        begins = _begins(text, start) or (at >= 0 and starts[at] == start)
        heading = at >= 0 and headings[at] and not is_loud_sentence(text, sentences[at].span)
        found.extend(_read_run(text, start, words, begins, heading, lower))
    return _joined(text, _calmed(text, found))


def _calmed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that are several words of a clause printed in capitals, and no name of the text: "THE
    MAYOR THINKS HE CAN" names nobody.
    """
    shouted = [match.span() for match in _SHOUTED.finditer(text)]
    if not shouted:
        return list(mentions)
    ends = [end for _, end in shouted]

    def loud(mention: Mention) -> bool:
        at = bisect_right(ends, mention.start)
        if mention.title or mention.words[0].lower() in lexicon().first_names:
            return False
        return len(mention.words) > 1 and at < len(shouted) and shouted[at][0] <= mention.start

    calm = {m.name.casefold() for m in mentions if not loud(m)}
    return [m for m in mentions if not loud(m) or m.name.casefold() in calm]


def lower_words(text: str) -> frozenset[str]:
    """The words that the text prints without a capital."""
    return frozenset(re.findall(r"(?<![\w’'])[a-z][a-z\-]+", text))


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \xa0\"“”'‘’(")
    return not before or before[-1] in ".!?:;\n—―-" or at == 0


def _read_run(text: str, at: int, run: str, begins: bool, heading: bool, lower: frozenset[str]) -> Iterator[Mention]:
    tokens = [(at + m.start(), at + m.end(), sys.intern(m.group())) for m in _patterns()[1].finditer(run)]
    piece: list[tuple[int, int, str]] = []
    first = begins
    for i, (start, end, word) in enumerate(tokens):
        stem = _stem(word)
        if _is_date(stem, piece):
            yield from _read_piece(text, piece, first, heading, lower, end)
            piece, first = [], False
            continue
        if word[0] == "(" and piece and _is_no_given_name(piece[-1][2]):
            # "Deputy Commissioner of Police (Traffic) S. Rao": no nickname stands in these marks.
            yield from _read_piece(text, piece, first, heading, lower, 0)
            piece, first = [], False
            continue
        if not piece and _only_leads(stem, first, i + 1 < len(tokens)):
            # A capital after "The" at the start of a sentence is there for its own sake.
            first = heading and first
            continue
        piece.append((start, start + len(stem), stem))
        if len(stem) != len(word):
            yield from _read_piece(text, piece, first, heading, lower, end)
            piece, first = [], False
    yield from _read_piece(text, piece, first, heading, lower, 0)


def _is_no_given_name(word: str) -> bool:
    lists, key = lexicon(), word.lower()
    return key in lists.org_words or key in lists.places or key in lists.titles


def _is_date(stem: str, piece: Sequence[Token]) -> bool:
    """A day or a month, unless it belongs to a name: USA TODAY, the Baltimore Sun."""
    if stem.lower().rstrip(".") not in lexicon().calendar or stem == "May":
        return False
    return not (piece and (stem == "Sun" or (stem.upper() == "TODAY" and piece[-1][2] == "USA")))


def _only_leads(stem: str, first: bool, goes_on: bool) -> bool:
    """A function word with a capital; "Will" is a first name where no sentence begins and a name goes on."""
    key = stem.lower()
    if key not in lexicon().weak_starts or acronym(stem):
        return False
    return first or not goes_on or key not in lexicon().first_names


def _stem(word: str) -> str:
    if word.endswith(("’s", "'s", "‘s", "’S", "'S")) and len(word) > 2:
        return word[:-2]
    return word


def _read_piece(
    text: str, piece: list[Token], begins: bool, heading: bool, lower: frozenset[str], after: int
) -> Iterator[Mention]:
    words = [word for _, _, word in piece]
    keys = [word.lower().rstrip(".") for word in words]
    if not piece:
        return
    cut = 0 if heading else title_length(keys)
    if (
        not cut
        and len(keys) > 1
        and keys[0] in _OFFICES
        and _OFFICE.search(text[max(0, piece[0][0] - 20) : piece[0][0]])
    ):
        cut = 1
    behind = titles_behind(keys)
    piece = piece[: len(piece) - behind]
    # "The Velnia Democrat’s plan": what is possessive is no part of the name.
    after = 0 if behind else after
    letters = letters_behind(words[: len(piece)], cut) if len(piece) > cut else 0
    piece = piece[: len(piece) - letters]
    name = piece[cut:]
    if len(name) == 1 and keys[-1] in lexicon().org_words and text[max(0, name[0][0] - 3) : name[0][0]] in _OWNS:
        # "The coroner's Office": called by whose it is.
        return
    kept = cut > 0 and keys[cut - 1] in lexicon().honorifics
    kept = kept or (keys[0] in _OFFICES and _OFFICE.search(text[max(0, piece[0][0] - 20) : piece[0][0]]) is not None)
    if not name or (not kept and no_name(keys[cut:], words[cut:], begins and cut == 0, lower)):
        return
    start, end = name[0][0], name[-1][1]
    reaches = after or end
    if text[end : end + 1] in ("’", "'") and text[end - 1] == "s" and text[end + 1 : end + 2].isspace():
        reaches = end + 1
    before = text[max(0, piece[0][0] - 5) : piece[0][0]].lower()
    yield Mention(
        start=start,
        end=end,
        words=tuple(word for _, _, word in name),
        title=tuple(keys[:cut]),
        after=reaches,
        definite=before.endswith(("the ", "the\xa0")),
        begins=begins,
        heading=heading,
        lead=piece[0][0] if cut else -1,
    )


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names that reach over "of", "for", "on" or "against": Center for American Progress, Department of State."""
    out: list[Mention] = []
    families = {m.words[-1] for m in mentions if len(m.words) > 1}
    for mention in mentions:
        if out and _are_letters(text, out[-1], mention):
            continue
        if out and not mention.title and not out[-1].possessive and _reaches(text, out[-1], mention, families):
            out[-1] = _both(text, out[-1], mention)
        else:
            out.append(mention)
    return out


def _are_letters(text: str, name: Mention, mention: Mention) -> bool:
    """The letters behind a name and a comma: "Ana Holt, KC"."""
    if len(mention.words) > 1 or len(name.words) < 2 or fold(mention.words[0]) not in CREDENTIALS:
        return False
    return text[name.end : mention.start] == ", "


_BRIDGE = re.compile(r" (?:of|for|on|against|to|in)(?: the)? | (?:and|&) |, ")


def _reaches(text: str, a: Mention, b: Mention, families: Set[str]) -> bool:
    gap = text[a.end : b.start]
    if len(gap) > 12 or a.heading or not _BRIDGE.fullmatch(gap):
        return False
    if gap == " & ":
        # Mallory & Sons, Procter & Gamble: an ampersand stands inside the name of a firm.
        return max(len(a.words), len(b.words)) < 3 and not (
            len(a.words) > 1 and a.words[0].lower() in lexicon().first_names
        )
    lists = lexicon()
    head = a.words[-1].lower()
    plain = len(a.words) == 1 and not a.title and not a.begins and a.words[0] not in families
    if gap == " of " and plain and head not in lists.first_names and b.words[0].lower() not in lists.places:
        # Color of Change; but "Sanders of Vermont".
        return len(b.words) < 3 and not acronym(a.words[0])
    if gap.startswith((" and ", " & ", ", ")):
        last = b.words[-1].lower()
        tail_is_org = last in lists.org_words or last in _CONCERNS or len(b.words) == 1
        return " of " in f" {a.name} " and gap != ", " and tail_is_org and b.words[0].lower() not in lists.first_names
    if gap in (" in ", " to ", " on ", " in the ", " to the ") and head not in ("committee", "commission", "council"):
        return False
    return head in lists.org_words or head in ("daughters", "doctors", "physicians", "bishops", "house", "bank")


def _both(text: str, a: Mention, b: Mention) -> Mention:
    words = tuple(text[a.start : b.end].split())
    return Mention(a.start, b.end, words, a.title, b.after, a.definite, a.begins, a.heading)


def word_offsets(mention: Mention) -> list[int]:
    """Where each word of a headline's stretch begins; one blank stands between two."""
    out, at = [], mention.start
    for word in mention.words:
        out.append(at)
        at += len(word) + 1
    return out


class Mentions:
    """The article's mentions, to be looked up by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.all]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a range, in order."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
