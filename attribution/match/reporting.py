"""Speech that is reported: pronouns and tenses that shift together, and those that shift alone."""

from attribution.match.changes import Effect
from attribution.match.contrasting import contrasted
from attribution.match.differing import Differing, Open
from attribution.match.lexicon import base
from attribution.match.reading import Reading
from attribution.match.roles import says, shifts
from attribution.match.verbs import is_verb, verb_form
from attribution.match.wordlists import BE, PAST, PRONOUNS, SAME_PRONOUN, SPANS_OF_TIME, listed

# Pronouns of two people: one for the other is somebody else.
EXCHANGED = ({"he", "she"}, {"him", "her"}, {"his", "her"})
REPORTED_AS = ({"i", "he"}, {"i", "she"}, {"we", "they"})
REPORTED = {("present", "past"), ("future", "would"), ("perfect", "past"), ("present", "would")}
TELLING = listed(
    "add admit advise argue ask bet concede grant guess hope note point remind repeat say suggest tell urge warn"
)
# Verbs that report, and how far before what they report they stand.
SAYING = listed(
    "add announce argue claim declare explain hope insist know note predict promise report say tell think warn write"
)
FAR = 20
COMING = listed("coming next")
SAME_TIME = {("perfect", "past"), ("past", "perfect"), ("present", "perfect"), ("perfect", "present")}


def persons(state: Differing, opened: list[Open]) -> None:
    """Pronouns that turn from the first person to the third: reported speech in one direction, roles swapped in
    two."""
    for gap in opened:
        if gap.outside:
            continue
        x = [state.a.words[i] for i in range(gap.gap.a_start, gap.gap.a_end) if state.a.words[i] in PRONOUNS]
        y = [state.b.words[j] for j in range(gap.gap.b_start, gap.gap.b_end) if state.b.words[j] in PRONOUNS]
        state.pronouns.extend(zip(x, y, strict=False))
    if (state.pronouns and _turned(state)) or contrasted(state.a, state.b):
        state.note_whole("roles swapped", Effect.MEANING)


def _turned(state: Differing) -> bool:
    """Whether pronouns turn both ways, in part only, or to somebody else."""
    first, third = shifts(state.pronouns)
    # Speech that is reported turns every "I": where one is left, somebody else was put in its place.
    kinds = [{SAME_PRONOUN.get(word, "") for word in pair} for pair in state.pronouns]
    turned = {kind for told in REPORTED_AS if told in kinds for kind in told & {"i", "we"}}
    left = (first and says(state.b, turned)) or (third and says(state.a, turned))
    traded = any({x, y} in EXCHANGED for x, y in state.pronouns)
    addressed = {"i", "you"} in kinds and not first and not third
    return bool((first and third) or left or traded or addressed)


def times(state: Differing) -> None:
    _shared_verbs(state)
    for x, y, i, j in state.tenses:
        if _going_on(state.a, i) != _going_on(state.b, j) and {x, y} == {"present", "perfect"}:
            state.note("tense", Effect.MEANING, (i, i + 1), (j, j + 1))
            continue
        if {x, y} == {"present", "future"} and _dated(state.a, i) and _dated(state.b, j):
            continue
        if (x, y) in SAME_TIME or (y, x) in SAME_TIME or (_told(state.a, i) and _told(state.b, j)):
            continue
        under = {x, y} != {"present", "would"} and _under(state.a, i) and _under(state.b, j)
        if (under or _reported(state)) and ((x, y) in REPORTED or (y, x) in REPORTED):
            state.note("reported speech", Effect.WORDING, (i, i + 1), (j, j + 1))
        else:
            state.note("tense", Effect.MEANING, (i, i + 1), (j, j + 1))


def _dated(side: Reading, at: int) -> bool:
    """Whether the sentence of a verb says when it will be so: "sails tomorrow", "are shut for the next week"."""
    words = side.words
    reach = range(max(0, at - FAR), min(len(words), at + FAR))
    return any(
        words[n] == "tomorrow" or (words[n] in COMING and any(w in SPANS_OF_TIME for w in words[n + 1 : n + 3]))
        for n in reach
        if not any(side.breaks[m] in (".", "…") for m in range(min(n, at) + 1, max(n, at) + 1))
    )


def _going_on(side: Reading, at: int) -> bool:
    """Whether a verb says that something is under way: "are building", and not "have built"."""
    return side.words[at].endswith("ing") and any(word in BE for word in side.words[max(0, at - 3) : at])


def _under(side: Reading, at: int) -> bool:
    """Whether a verb of saying stands in the past before a verb in its sentence: what was said may shift its tense or
    keep it."""
    for place in range(at - 1, max(-1, at - 1 - FAR), -1):
        if base(side.words[place]) in SAYING and verb_form(side.words[place]) == "past":
            return True
        if side.breaks[place] in (".", "…"):
            return False
    return False


def _told(side: Reading, at: int) -> bool:
    """Whether a verb does what it says when "I" or "we" say it: "I admit", "I will admit", "I would say"."""
    led = side.words[max(0, at - 3) : at]
    return base(side.words[at]) in TELLING and not {"i", "we"}.isdisjoint(led) and PAST.isdisjoint(led)


def _shared_verbs(state: Differing) -> None:
    """Verbs that both have, where one was given another auxiliary."""
    for run in state.runs:
        i, j = run.a, run.b
        if is_verb(state.a, i) and is_verb(state.b, j) and i and j and state.a.words[i - 1] != state.b.words[j - 1]:
            state.time(i, j)


def _reported(state: Differing) -> bool:
    """Whether one side reports the other: it opens with "that" or in lower case, or turns "I" into "he"."""
    opens = [side.words[:1] == ("that",) or side.text[:1].islower() for side in (state.a, state.b)]
    first, third = shifts(state.pronouns)
    return opens[0] != opens[1] or bool(first) != bool(third)
