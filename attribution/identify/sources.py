"""A source as printed, read as a noun phrase: a pronoun, a name, a description with its head noun, or several joined.

"a spokesman for the Kremlin" has the head "spokesman" and a tail; "Ada Thorn, an economist" is the name before the
comma; "his running mate, Ben Vale," the name behind it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from attribution.identify.joining import joined_parts, of_two_roles
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention, Mentions
from attribution.identify.names import CREDENTIALS, behind_letters
from attribution.identify.officeholders import officeholder
from attribution.model import Span

_WORD = re.compile(
    r"@\w{2,30}|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Prof|Rev|Jr|Sr|St|Atty)\.|\w(?:[\w’'‘\-–/&]|\.(?=\w))*(?:(?<=\b\w)\.)?|[^\w\s]"
)


# "longtime aide " before the name in an apposition; what may follow the name there.
_APPOSED_ROLE = re.compile(r"(?!(?:.* )?(?:of|for|at|who|that|by|in|with|from|to|and|the|a|an) )[a-z][\w’'\- ]* ")
_ENDS = re.compile(r"$|[,(—\-]|of [A-Z][\w ]*(?:$|[,—\-])")


_BEFORE_NOUNS = frozenset("his her its their my our your this that these those whose".split())
# "Police said": those of the place that the text speaks of.
_DEFINITE = frozenset("police parliament".split())
_UNNAMED = frozenset("source sources insider insiders".split())
_OWNERS = frozenset("his her its their my our your whose".split())
_EXAMPLES = frozenset({"including", "like", "such", "especially", "notably"})
_KNOWING = frozenset({"close", "familiar"})
_BEHIND_PRONOUNS = frozenset(", who also himself herself all both then ’s 's — - --".split())


class Form(StrEnum):
    EMPTY = "empty"
    PRONOUN = "pronoun"
    NAME = "name"
    JOINT = "joint"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Source:
    """``start``–``end`` are the first piece's offsets without words that only lead in; ``core_end`` is where the head
    noun ends; ``proper`` are the words up to there that have a capital of their own; ``named`` is the mention that
    names the source; ``inside`` holds all mentions in it; ``words`` are lower-case.
    """

    form: Form
    start: int
    end: int
    core_end: int = 0
    head: str = ""
    determiner: str = ""
    words: tuple[str, ...] = ()
    proper: frozenset[str] = frozenset()
    tail: tuple[str, ...] = ()
    named: Mention | None = None
    inside: tuple[Mention, ...] = ()
    apposition: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def is_owned(self) -> bool:
        """Whose it is, is said: "his father", "the girl’s father"."""
        before = self.words[: len(self.words) - len(self.tail) - 1]
        return self.determiner in _OWNERS or any(word.endswith(("’s", "'s", "s’", "s'")) for word in before)

    @property
    def is_definite_alone(self) -> bool:
        """A noun that needs no article to mean a certain one: "police said"."""
        return self.head in _DEFINITE and len(self.words) - len(self.tail) == 1

    def printed(self, text: str) -> str:
        """The words up to the head as the text prints them."""
        return text[self.start : self.core_end]

    @property
    def article(self) -> str:
        """The determiner; "the" where it is understood, "none" where there is none."""
        return self.determiner or ("the" if self.is_definite_alone else "none")

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words between article and head, and those behind the head, without grammar words; lower-case."""
        return _modifiers(self.words, len(self.tail))


# Asked for once per candidate.
@lru_cache(maxsize=256)
def _modifiers(words: tuple[str, ...], tail: int) -> tuple[str, ...]:
    lists, size = lexicon(), len(words) - tail
    plain = (re.sub(r"[’']s?$", "", word) for word in words[: size - 1] + words[size:][:6])
    return tuple(w for w in plain if w and w[0].isalnum() and w not in lists.stop_words and w not in lists.determiners)


def read_source(text: str, spans: Sequence[Span], mentions: Mentions) -> Source:
    """Read a source's spans. Only the first piece with words decides the form."""
    for span in spans:
        tokens = _tokens(text, span.start, span.end)
        while (
            tokens
            and (tokens[0][2].lower() in lexicon().leading_words or not _is_word(tokens[0][2]))
            and len(tokens) > 1
        ):
            tokens = tokens[1:]
        if len(tokens) > 1 and tokens[-1][2].lower() in (
            "himself",
            "herself",
            "itself",
            "themselves",
            "alone",
            "too",
            "also",
        ):
            tokens = tokens[:-1]
        if any(_is_word(t[2]) for t in tokens) and not all(_names_nobody(t[2]) for t in tokens):
            return _read(text, tokens, mentions)
    return Source(Form.EMPTY, 0, 0)


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "@"


def _names_nobody(word: str) -> bool:
    """A verb, a preposition or a splinter of a word: no source can be read from these alone."""
    lists = lexicon()
    key = word.lower()
    if key in lists.pronouns or word[0].isdigit():
        return False
    return key in lists.verbs or key in lists.leading_words or key in ("self", "according") or len(key) == 1


def _tokens(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]


def _read(text: str, tokens: list[tuple[int, int, str]], mentions: Mentions) -> Source:
    start, end = tokens[0][0], tokens[-1][1]
    words = tuple(t[2].lower() for t in tokens)
    inside = tuple(mentions.within(start, end))
    if _is_pronoun(words):
        return Source(Form.PRONOUN, start, end, tokens[0][1], words[0], words=words, inside=inside)
    stop = _core(tokens, inside)
    core = tokens[:stop]
    last_start, last_end, last = core[-1]
    named = next((m for m in reversed(inside) if m.start <= last_start and last_end <= max(m.after, m.end) + 1), None)
    twofold = of_two_roles(tokens, stop, inside)
    if twofold is not None:
        role = (start, last_end)
        return Source(
            Form.NAME, start, end, last_end, last.lower(), "", words, frozenset(), words[stop:], twofold, inside, role
        )
    held = officeholder(tokens, inside)
    if held is not None:
        office, role = tokens[stop - 1], (start, last_end)
        return Source(
            Form.NAME, start, end, held.end, office[2].lower(), "", words, frozenset(), words[stop:], held, inside, role
        )
    parts = joined_parts(text, tokens, stop, inside)
    if parts:
        return Source(
            Form.JOINT,
            start,
            end,
            last_end,
            last.lower(),
            "",
            words,
            frozenset(),
            words[stop:],
            named,
            inside,
            None,
            parts,
        )
    determiner = words[0] if words[0] in lexicon().determiners or words[0] == "whose" else ""
    head = re.sub(r"[’']s?$", "", last.lower())
    if named is not None:
        return Source(
            Form.NAME, start, end, last_end, head, determiner, words, frozenset(), words[stop:], named, inside
        )
    behind = _apposed(text, tokens, stop, inside)
    if behind is not None:
        role = (start, last_end)
        return Source(
            Form.NAME, start, end, last_end, head, determiner, words, frozenset(), words[stop:], behind, inside, role
        )
    proper = _proper(core, inside)
    return Source(Form.DESCRIPTION, start, end, last_end, head, determiner, words, proper, words[stop:], None, inside)


def _proper(core: list[tuple[int, int, str]], inside: tuple[Mention, ...]) -> frozenset[str]:
    """The capitalised words, but for one that only begins the sentence; without possessive."""
    named = {t[0] for t in core for m in inside if m.start <= t[0] < m.end}
    kept = (t for i, t in enumerate(core) if t[2][0].isupper() and (i > 0 or t[0] in named))
    return frozenset(re.sub(r"[’']s?$", "", t[2].lower()) for t in kept)


def _is_pronoun(words: tuple[str, ...]) -> bool:
    """A pronoun alone, or with what leaves it one: "he also", "they all", "she, too", "his own"."""
    if words[0] not in lexicon().pronouns:
        return False
    if len(words) == 1 or words[1:] == ("own",):
        return True
    return words[0] not in _BEFORE_NOUNS and words[1] in _BEHIND_PRONOUNS


def _core(tokens: list[tuple[int, int, str]], inside: tuple[Mention, ...]) -> int:
    """The number of tokens up to the head noun: what comes before the first comma, preposition or clause."""
    for i, (start, _, word) in enumerate(tokens):
        if i == 0 or any((m.lead if m.title else m.start) <= start < m.end for m in inside):
            continue
        key = word.lower()
        if key == "nor" or (key in CREDENTIALS and not word.islower() and any(m.end == start - 1 for m in inside)):
            return i
        if key in lexicon().stop_words or (not _is_word(word) and word not in "’'\"“”‘$%@#&/*" and word != "''"):
            return i
        if key in lexicon().verbs and word.islower() and any(m.end + 2 >= start > m.start for m in inside):
            return i
        if key.endswith(("ed", "ing")) and word.islower() and i > 1 and _clause_follows(tokens, i):
            return i
        if key.endswith("ing") and word.islower() and _is_head(tokens[i - 1][2]) and _name_follows(tokens, i, inside):
            return i
    return len(tokens)


def _is_head(word: str) -> bool:
    lists, key = lexicon(), word.lower()
    return (
        key in lists.org_heads or key in lists.person_heads or key in lists.group_heads or key in lists.document_heads
    )


def _name_follows(tokens: list[tuple[int, int, str]], i: int, inside: tuple[Mention, ...]) -> bool:
    """A name begins behind a word: "the group backing Ada Thorn" is not called so."""
    return i + 1 < len(tokens) and any(tokens[i + 1][0] in (m.start, m.lead) for m in inside)


def _clause_follows(tokens: list[tuple[int, int, str]], i: int) -> bool:
    if i + 1 >= len(tokens):
        return tokens[i][2].endswith("ed")
    following = tokens[i + 1][2].lower()
    return (
        following in lexicon().stop_words
        or following in lexicon().determiners
        or following in lexicon().calendar
        or following.endswith("ly")
    )


def _is_anothers(tokens: list[tuple[int, int, str]], stop: int, comma: int) -> bool:
    """A noun for one person stands before the comma, behind a head for several: "friends of her rival, Ada Thorn"."""
    heads = lexicon().group_heads
    return (
        comma > stop and tokens[stop - 1][2].lower() in heads and tokens[comma - 1][2].lower() in lexicon().person_heads
    )


def _apposed(text: str, tokens: list[tuple[int, int, str]], stop: int, inside: tuple[Mention, ...]) -> Mention | None:
    """The name after "his running mate," when nothing but its titles and the end of the apposition stand round it."""
    if tokens[stop - 1][2].lower() in _UNNAMED or any(t[2].lower() in _KNOWING for t in tokens[stop : stop + 1]):
        # "A source close to the owner, Ada Thorn,": the owner is named.
        return None
    commas = [i for i in range(stop, len(tokens)) if tokens[i][2] in (",", "—", "--", "-")]
    for comma in commas[:3]:
        if comma + 1 >= len(tokens):
            break
        first = tokens[comma + 1][0]
        if tokens[comma + 1][2].lower() in _EXAMPLES or _is_anothers(tokens, stop, comma):
            break
        for mention in inside:
            between = text[first : mention.start] if mention.start >= first else "x" * 99
            work = bool(mention.title) and mention.lead < 0
            if work or len(between) > 40 or re.search(r"[,;]| (?:of|for|at|who|that) ", between):
                continue
            follows = text[behind_letters(text, mention.after or mention.end) : tokens[-1][1]].lstrip()
            if (
                (not between or between[:1].isupper())
                and len(mention.words) > 1
                and follows[:1] in ("", ",", "(", "—", "-")
            ):
                return mention
            if len(mention.words) > 1 and _APPOSED_ROLE.fullmatch(between) and _ENDS.match(follows):
                return mention
            if mention.title and _ENDS.match(follows):
                return mention
    return None
