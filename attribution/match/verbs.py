"""When a verb says that something happens, read from its form and the auxiliaries before it."""

from attribution.match.lexicon import base, lexicon, part
from attribution.match.reading import Reading
from attribution.match.wordlists import AUXILIARIES, BE, COMPARATIVES, FUNCTION, FUTURE, PAST, PRESENT, PRONOUNS, listed

# How far before a verb its first auxiliary stands: "will not have been", "have we ever really".
REACH = 5
BETWEEN = listed("not never ever also always already just now really still all both only even")
# Participles that no ending tells.
UNCHANGED = listed("been bet cast cost cut done gone hit hurt let put read set shed shut split spread")
WERE = listed("was were")
# A participle may follow these at once: "when asked", "if elected".
CLIPPED = listed("although as if once than though unless until when whenever while")
TIMELESS = listed("may might must should can could ought")


def leads_to(side: Reading, at: int) -> bool:
    """Whether "to" and a verb follow: "going to leave", "have to pay"; but not "going to the harbour"."""
    words = side.words
    if at + 1 >= len(words) or words[at + 1] != "to":
        return False
    if words[at] != "going":
        return True
    led = at > 0 and (words[at - 1] in AUXILIARIES or words[at - 1] == "not" or words[at - 1] in PRONOUNS)
    return led and not (at + 2 < len(words) and words[at + 2] in ("the", "a", "an"))


def participle(word: str) -> bool:
    return word in UNCHANGED or verb_form(word) == "past"


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
        # "going to leave" is future; any other infinitive tells no time of its own.
        going = at > 1 and words[at - 2] == "going" and leads_to(side, at - 2)
        return ("would" if _were(side, at - 2) else "future") if going else "modal"
    found: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        if side.breaks[place + 1] != "":
            break
        if words[place] in AUXILIARIES:
            found.append(words[place])
        elif words[place] not in BETWEEN and not words[place].endswith("ly") and not _asking(side, place):
            break
    return _time(found, words[at])


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
