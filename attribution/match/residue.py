"""What stands unpaired in one gap between two wordings, and which of its words can change the meaning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from attribution.match.lexicon import base, lexicon, part
from attribution.match.reading import Reading
from attribution.match.verbs import leads_to, tense
from attribution.match.wordlists import (
    DATES,
    DENYING,
    FILLERS,
    FUNCTION,
    MAGNITUDES,
    MODALS,
    NEGATIONS,
    NUMBERS,
    QUANTIFIERS,
    SPANS_OF_TIME,
    TITLES,
    UNITS,
    listed,
    paired,
)

SEMI_MODALS = paired("going:will have,has,had,need,needs,got:must able:can supposed:should")
# "not only … but" affirms; "why don't I" offers.
NOR_REACH = 12
INSTEAD = {("instead", "of"), ("rather", "than")}
# Before a verb in "-ing" these deny it.
ENDING = listed("avoid avoided avoids cease ceased ceases quit quits stop stopped stops")
DENIERS = frozenset(("yet", *ENDING, *DENYING, *NEGATIONS, *(first for first, _ in INSTEAD)))
# No filler, with such a word behind it.
LOOKING = {("look", "at"), ("look", "into"), ("look", "for"), ("see", "to")}
# So many words said again are no chance, and stand no farther back.
AGAIN, FAR = 2, 24
JOINING = listed("and but or nor")
NOT_DENYING = listed("only just merely simply")


@dataclass(frozen=True, slots=True)
class Residue:
    """Some words of one side, by number, in order."""

    side: Reading
    at: tuple[int, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, side: Reading, at: Iterable[int]) -> "Residue":
        those = tuple(at)
        return cls(side, those, tuple([side.words[i] for i in those]))

    def among(self, known: Iterable[str]) -> list[str]:
        return [word for word in self.words if word in known]

    @property
    def negations(self) -> list[int]:
        return [i for i in self.at if negates(self.side, i)]

    @property
    def numbers(self) -> list[str]:
        return [w for w in self.words if w[:1].isdigit() or w in MAGNITUDES]

    @property
    def names(self) -> list[int]:
        return [i for i in self.at if named(self.side, i)]

    @property
    def modals(self) -> set[str]:
        found = {MODALS[w] for w in self.words if w in MODALS}
        found.update(
            SEMI_MODALS[self.side.words[i]]
            for i in self.at
            if self.side.words[i] in SEMI_MODALS and leads_to(self.side, i)
        )
        return found

    @property
    def quantities(self) -> set[str]:
        return {QUANTIFIERS[w] for w in self.words if w in QUANTIFIERS}

    @property
    def content(self) -> list[int]:
        """Words that say something by themselves: no function words, fillers, negations, numbers, names or
        quantifiers."""
        return [i for i in self.at if telling(self.side.words[i]) or self.side.words[i : i + 2] in LOOKING]

    @property
    def tenses(self) -> set[str]:
        found = {tense(self.side, i) for i in self.at}
        return found - {""}


def negates(side: Reading, at: int) -> bool:
    """Whether a word denies what follows: not, never, nobody, "failed to"; but not "not only", "why not", "no
    doubt"."""
    words, word = side.words, side.words[at]
    if word not in DENIERS:
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in ENDING:
        return after.endswith("ing")
    if word in DENYING or word == "yet":
        return after == "to"  # "have yet to pay"
    if numbering(side, at):
        return False
    if (word, after) in INSTEAD:
        return True
    if word not in NEGATIONS:
        return False
    before = words[at - 2 : at]
    if word == "nor" and any(words[n] in NEGATIONS for n in range(max(0, at - NOR_REACH), at)):
        return False  # "not A nor B" denies once
    return not (
        after in NOT_DENYING or (word == "not" and before == ("why", "do")) or after in ("doubt", "question", "matter")
    )


def said_again(side: Reading, at: Sequence[int]) -> bool:
    """Whether some words, but for "and", say once more what is said before in the sentence: "[and that's not who we
    are] as Americans"."""
    start, stop = (at[0], at[-1] + 1) if at else (0, 0)
    if stop - start != len(at) or len(at) < AGAIN:
        return False
    set_off = side.breaks[start] == ","
    if side.words[start:stop][-2:] == ("at", "all"):
        stop -= 2
    led = start + (side.words[start] in JOINING)
    size = stop - led
    if size < AGAIN or not (set_off or led > start or (start and side.words[start - 1] in JOINING)):
        return False
    words = ["is" if word == "'s" else word for word in side.words[max(0, start - FAR) : stop]]
    return any(words[place : place + size] == words[-size:] for place in range(len(words) - (stop - start) - size + 1))


def numbering(side: Reading, at: int) -> bool:
    """The "No." of "No. 1"."""
    numbered = side.words[at] == "no" and side.words[at + 1 : at + 2] != () and side.words[at + 1][:1].isdigit()
    return numbered and side.text[side.end(at) : side.end(at) + 1] == "."


def named(side: Reading, at: int) -> bool:
    """Whether a word is part of a name: printed with a capital inside a sentence or before another such word, a place,
    a word no lexicon has, or the handle of an account."""
    word = side.words[at]
    if word in FUNCTION or word in DATES or word in TITLES or word[:1].isdigit() or len(word) < 2:
        return False
    if side.handle(at):
        return True
    if not side.upper[at]:
        return False
    before_name = at + 1 < len(side.words) and side.breaks[at + 1] == "" and side.capital(at + 1)
    return side.capital(at) or before_name or word in lexicon().places or not part(word)


@lru_cache(maxsize=65536)
def telling(word: str) -> bool:
    """Whether a word carries content of its own."""
    return (
        not (
            word in FUNCTION
            or word in FILLERS
            or word in NEGATIONS
            or word in QUANTIFIERS
            or word in MODALS
            or word in NUMBERS
            or word[:1].isdigit()
        )
        and len(word) > 1
    )


def measures(words: Sequence[str]) -> set[str]:
    """The units among some words."""
    return {base(word) if len(word) > 1 else word for word in words if word in UNITS and word not in MAGNITUDES}


def dates(words: Sequence[str]) -> set[str]:
    """Days, months, years and times of day among some words."""
    return {
        word
        for word in words
        if word in DATES or (word.isdigit() and len(word) == 4 and word[:2] in ("18", "19", "20"))
    }


def spans_of_time(words: Sequence[str]) -> set[str]:
    return {base(word) for word in words if word in SPANS_OF_TIME}
