"""When a verb says that something happens, read from its form and the auxiliaries before it."""

from functools import lru_cache

from attribution.match.lexicon import base, lexicon, part
from attribution.match.reading import Reading
from attribution.match.wordlists import (
    AUXILIARIES,
    BE,
    COMPARATIVES,
    FUNCTION,
    FUTURE,
    PAST,
    PRESENT,
    PRONOUNS,
    listed,
    paired,
)

# How far before a verb its first auxiliary stands: "will not have been", "have we ever really".
REACH = 5
BETWEEN = listed("not never ever also always already just now really still all both only even")
# Participles that no ending tells.
UNCHANGED = listed("been bet cast cost cut done gone hit hurt let put read set shed shut split spread")
# "Is used to", "got used to", "was being used to" tell of no past habit.
USED_TO = frozenset((word,) for word in (*BE, "get", "gets", "getting", "got"))
WERE = listed("was were")
# A participle may follow these at once: "when asked", "if elected".
CLIPPED = listed("although as if once than though unless until when whenever while")
# A participle behind these is a passive: "gets counted".
GOT = paired("get,gets:present got:past")
TIMELESS = listed("may might must should can could ought")
# Behind these stands a noun, or the adjective of one: "our support", "the planned wall".
ARTICLES = listed("a an the my your his its our their every each no")


def leads_to(side: Reading, at: int) -> bool:
    """Whether "to" and a verb follow: "going to leave", "have to pay"; but not "going to the harbour"."""
    words = side.words
    if at + 1 >= len(words) or words[at + 1] != "to":
        return False
    if words[at] != "going":
        return True
    led = at > 0 and (words[at - 1] in AUXILIARIES or words[at - 1] == "not" or words[at - 1] in PRONOUNS)
    return led and not (at + 2 < len(words) and words[at + 2] in ("the", "a", "an"))


def possessive(side: Reading, at: int) -> bool:
    """Whether an "'s" says whose what follows is: "the ferry's delay", and not "the ferry's delayed"."""
    words = side.words
    if words[at] != "'s" or not 0 < at < len(words) - 1 or words[at - 1] in FUNCTION:
        return False
    owned = words[at + 1]
    if participle(owned) or owned.endswith("ing"):
        return False
    return part(owned) == "n" or verb_form(owned) == "present"


def participle(word: str) -> bool:
    return word in UNCHANGED or verb_form(word) == "past"


@lru_cache(maxsize=65536)
def verb_form(word: str) -> str:
    """ "past" for a past form, "present" for a base or third-person form of a verb, "" for anything else."""
    if word in FUNCTION or word in COMPARATIVES:
        return ""
    stem = base(word)
    irregular = word in lexicon().irregular and not word.endswith(("s", "ing", "er", "est"))
    if stem != word and (word.endswith("ed") or irregular):
        return "past"
    return "present" if part(stem) == "v" and not word.endswith("ing") else ""


def is_verb(side: Reading, at: int) -> bool:
    """Whether a word is most likely a full verb here: by its commonest use, or a past form of one."""
    word = side.words[at]
    if word in AUXILIARIES or word in BE or word in FUNCTION or side.capital(at):
        return False
    if word.endswith("ing") and at and side.words[at - 1] in BE:
        return part(base(word)) == "v"
    return part(word) == "v" or (verb_form(word) == "past" and part(base(word)) == "v")


def tense(side: Reading, at: int) -> str:
    """When the verb ``at`` says it happens: "past", "perfect", "present", "future", "would", "modal" for what tells no
    time, "" for no verb or an infinitive without auxiliary."""
    word = side.words[at]
    if at and side.breaks[at] == "" and (side.words[at - 1] in ARTICLES or possessive(side, at - 1)):
        return ""
    if possessive(side, at):
        return ""
    led = _led(side, at)
    if led:
        return led
    if word in FUTURE or (word == "going" and leads_to(side, at)) or _about_to(side, at):
        return "would" if word in WERE or (word == "going" and _were(side, at)) else "future"
    if word in ("would", "'d"):
        return "would"
    if word in PAST and word != "been":
        return "past"
    if word in ("have", "has") and at + 1 < len(side.words) and participle(side.words[at + 1]):
        return "perfect"
    if word in PRESENT:
        return "present"
    if word in AUXILIARIES or (at and side.words[at - 1] in CLIPPED and participle(word)):
        return ""
    return verb_form(word)


def _were(side: Reading, at: int) -> bool:
    """Whether the "going" at a word was going: "was going to leave", "were you going to leave"."""
    return any(word in WERE for word in side.words[max(0, at - 3) : at])


def _about_to(side: Reading, at: int) -> bool:
    """The "are" of "are going to leave"."""
    reach = range(at + 1, min(at + 4, len(side.words)))
    return side.words[at] in BE and any(side.words[n] == "going" and leads_to(side, n) for n in reach)


def _led(side: Reading, at: int) -> str:
    """What the auxiliaries before a verb say; "" where there are none."""
    words = side.words
    if at and words[at - 1] == "to":
        return _infinitive(side, at - 1)
    if at and words[at - 1] in GOT and participle(words[at]):
        return tense(side, at - 1) or GOT[words[at - 1]]
    found: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        if side.breaks[place + 1] != "":
            break
        if words[place] == "to" and found[-1:] in (["be"], ["have"]):
            return _infinitive(side, place)
        if words[place] in AUXILIARIES:
            found.append(words[place])
        elif words[place] not in BETWEEN and not words[place].endswith("ly") and not _asking(side, place):
            break
    return _time(found, words[at])


def _infinitive(side: Reading, to: int) -> str:
    """What a verb behind "to" says: "going to leave" is future, "used to leave" past, any other infinitive tells no
    time of its own."""
    if side.words[to - 1 : to] == ("used",) and side.words[max(0, to - 2) : to - 1] not in USED_TO:
        return "past"
    going = to > 0 and side.words[to - 1] == "going" and leads_to(side, to - 1)
    return ("would" if _were(side, to - 1) else "future") if going else "modal"


def _asking(side: Reading, at: int) -> bool:
    """The "we" of "have we seen"."""
    return side.words[at] in PRONOUNS and at > 0 and side.words[at - 1] in AUXILIARIES


def _time(auxiliaries: list[str], verb: str) -> str:
    """The time that some auxiliaries, nearest first, give to a verb."""
    if not auxiliaries:
        return ""
    first = auxiliaries[-1]
    if first in FUTURE:
        return "future"
    if first in ("would", "'d"):
        return "would"
    if first in TIMELESS:
        return "modal"
    if first in ("have", "has") and (participle(verb) or "been" in auxiliaries):
        return "perfect"
    if first == "'s" and (verb == "been" or "been" in auxiliaries):
        return "perfect"
    return "past" if first in ("had", "was", "were", "did") else "present" if first in PRESENT else ""
