"""What an article says a name is: the words of titles, of appositions and of "is a …" around its mentions."""

import re
from collections.abc import Iterable, Iterator

from attribution.identify.leading import is_led
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.names import behind_letters

# Reaches as far as "former New York City public schools chancellor" does, and no further.
BEFORE, AFTER = 80, 120
_APPOSITION = re.compile(r",? ?\(?\b(?:[RDI]-[A-Z][\w.]*(?:-\d+)?|[RD])\)?|, (?:\d{2}, )?([^,;:.!?\n“”\"(—]{3,})")
_COPULA = re.compile(
    r"(?: \([^)\n]{1,12}\))? (?:is|was|became|remains|has been|, who (?:is|was|has been)) (?:now |also )?"
    r"((?:an? |the |one of )[^,;:.!?\n“”\"(—]{3,60})"
)
_WHO = re.compile(r", who (?:is|was|has been|serves as|served as|leads|heads|runs|chairs) ([^,;:.!?\n“”\"(—]{3,80})")
_SAYS = frozenset("said says told added wrote noted argued asked announced tweeted explained".split())
_AUXILIARIES = frozenset("is was are were has had have will would did does can could".split())
_WORDS = re.compile(r"\w[\w’'\-]*")


def role_words(text: str, mention: Mention) -> tuple[set[str], set[str]]:
    """Lower-case words that say what the bearer of a name is (nouns: "senator"), and all words said of it ("texas",
    "former"), each with synonyms.
    """
    before = list(_before(text, mention.start))
    end = behind_letters(text, mention.end)
    tail = text[end : end + AFTER]
    after = list(_after(tail)) if tail[:1] in (",", " ") and not mention.possessive else []
    if after and tail[0] == "," and _is_a_clause(after) and is_led(text, mention.start):
        after = []
    return with_synonyms({*before, *_core(after)}), with_synonyms({*before, *after})


def _is_a_clause(words: list[str]) -> bool:
    """Words with a verb of their own: "In Velnia, a group dressed in white marched"."""
    return any(word in _AUXILIARIES or word in lexicon().verbs or word.endswith("ed") for word in words[:5])


def _core(words: list[str]) -> Iterator[str]:
    """The words of an apposition up to its head: "a friend of the mayor" is no mayor."""
    lists = lexicon()
    for word in words:
        if word in lists.stop_words:
            return
        yield word


def _before(text: str, start: int) -> Iterable[str]:
    lists = lexicon()
    head = text[max(0, start - BEFORE) : start]
    chunks = head.split(" ")[-9:-1] if head.endswith(" ") else []
    if chunks and chunks[-1].endswith((",", "—", "--")):
        # "his wife, Ada Thorn": the words before the comma tell who she is, where they end in a word for that.
        word = chunks[-1].rstrip(",—-").lower()
        if word not in lists.person_heads and word not in lists.org_heads and word not in lists.document_heads:
            return
        chunks[-1] = word
    nearest = True
    for chunk in reversed(chunks):
        word = chunk.lower().rstrip(".")
        if not word or not (word[0].isalnum()) or word in lists.stop_words or word in lists.verbs:
            return
        if word in lists.determiners or word[-1] in ',;:!?”"' or word.endswith(("’s", "'s", "\n")) or "\n" in word:
            return
        if chunk.endswith(".") and len(word) > 5:
            return
        if (
            word in lists.breaks
            or word.endswith(("n’t", "n't"))
            or (nearest and chunk.islower() and word.endswith(("ed", "ing")))
        ):
            return
        nearest = False
        yield word


def _after(tail: str) -> Iterable[str]:
    lists = lexicon()
    match = _WHO.match(tail) or _COPULA.match(tail) or _APPOSITION.match(tail)
    if match is None:
        return
    if match.re is _APPOSITION and match.group(1) is None:
        yield from _party(match.group())
        return
    words = [w.lower() for w in _WORDS.findall(match.group(1))]
    if match.re is _APPOSITION and any(w in _SAYS for w in words[:8]):
        # "Chelsea, the mayor said": who says it is no apposition.
        return
    label = match.group(1).isupper() and tail[match.end() : match.end() + 1] == ":"
    if not label and match.group(1)[0].isupper() and (words[0] in lists.titles or words[0] in lists.first_names):
        # The next in a list: "Ada Thorn, Mayor Ben Vale".
        return
    if match.re is _APPOSITION and (
        words[0] in lists.stop_words or words[0] in lists.verbs or words[0].endswith("ing")
    ):
        return
    for word in words[_owner(words) :]:
        if word in ("who", "said", "says", "told", "and"):
            return
        yield word


def _owner(words: list[str]) -> int:
    """How many words speak of somebody else: "the senator’s daughter" is no senator."""
    people = lexicon().person_heads
    owners = (i for i, word in enumerate(words) if word.endswith(("’s", "'s")) and word[:-2] in people)
    return next(owners, -1) + 1


def _party(code: str) -> Iterable[str]:
    party, _, state = code.strip(" ,()").partition("-")
    yield {"R": "republican", "D": "democrat", "I": "independent"}[party[0]]
    yield from lexicon().state_codes.get(state.lower().replace(".", "").split("-")[0], "").split()


def with_synonyms(words: set[str]) -> set[str]:
    """The words without grammar words, each with those that can stand for it."""
    lists = lexicon()
    kept = {w for w in words if w not in lists.stop_words and w not in lists.determiners}
    for word in tuple(kept):
        kept.update(lists.role_synonyms.get(word, "").split())
    return kept
