"""What can be seen of a cue and a content, or a cue and a source, that may belong together: thirty-odd plain
features.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from attribution.extract.nearby import Line, Nearby, gap
from attribution.extract.spans import Reading, TaggedSpan
from attribution.extract.tagger import PROJECTED
from attribution.extract.words import Quoted, Words

_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "this"})
_COORDINATORS = frozenset({"and", "but", "or"})
_RELATIVES = frozenset({"that", "who", "which", "whom", "whose"})
_ABBREVIATED = re.compile(
    "(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|st|jr|sr|prof|rev|hon|pres|vs|inc|corp|co|ltd|no|jan|feb|aug|sept|oct|nov|dec"
    "|calif|mass|conn|penn|ala|ariz|fla|ga|ill|ind|kan|ky|md|mich|minn|miss|mo|neb|[a-z])"
)
_FAR = 99.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A text as the linker sees it: ``sentence`` has one number a word, ``lower`` each word in lower case."""

    reading: Reading
    lower: tuple[str, ...]
    sentence: tuple[int, ...]

    @property
    def words(self) -> Words:
        return self.reading.words


def scene(reading: Reading) -> Scene:
    words = reading.words
    lower = tuple(words.word(at).lower() for at in range(len(words)))
    return Scene(reading, lower, tuple(_sentences(words, lower)))


def _sentences(words: Words, lower: Sequence[str]) -> list[int]:
    out: list[int] = []
    number = 0
    for first, end in words.paragraphs:
        for at in range(first, end):
            if at > first and _begins_sentence(words, lower, at, first):
                number += 1
            out.append(number)
        number += 1
    return out


def _begins_sentence(words: Words, lower: Sequence[str], at: int, first: int) -> bool:
    if words.spans[at - 1][1] == words.spans[at][0] or (lower[at] == words.word(at) and lower[at][0].isalpha()):
        return False
    stop = at - 1
    while stop > first and (words.quoted[stop] == Quoted.MARK or lower[stop] in (")", "]")):
        stop -= 1
    if lower[stop] not in (".", "!", "?", "…"):
        return False
    before = lower[stop - 1] if stop > first else ""
    return lower[stop] != "." or _ABBREVIATED.fullmatch(before) is None


def link_score(cue: TaggedSpan, other: TaggedSpan) -> float:
    """What the network itself says: the mean over the other span's words of its bilinear link score, 0 across parts."""
    if cue.part != other.part:
        return 0.0
    return float(cue.link[0 if other.role == "content" else 1] @ other.link) / math.sqrt(PROJECTED)


Feature = Callable[["Pair"], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A cue and a span that may belong to it, among the spans of their surroundings."""

    scene: Scene
    cue: TaggedSpan
    other: TaggedSpan
    around: Nearby

    @property
    def between(self) -> tuple[int, int]:
        """The range of words between the two, empty when they touch."""
        low, high = (
            (self.other.end, self.cue.first) if self.other.first < self.cue.first else (self.cue.end, self.other.first)
        )
        return low, max(low, high)

    def lower(self, at: int) -> str:
        return self.scene.lower[at] if 0 <= at < len(self.scene.lower) else ""

    def words_between(self, kinds: frozenset[str]) -> int:
        low, high = self.between
        words = self.scene.lower[low:high]
        return sum(map(words.count, kinds))

    def marks_between(self) -> int:
        low, high = self.between
        return self.scene.words.quoted[low:high].count(Quoted.MARK)

    def spans_between(self, role: str) -> int:
        return self.around.of_role(role).between(*self.between)

    def of_role(self, role: str) -> Line:
        return self.around.of_role(role)

    def nearest_other(self, before: bool) -> float:
        rivals = self.of_role(self.other.role)
        rival = (rivals.before if before else rivals.behind)(self.cue, but=self.other)
        return _FAR if rival is None else float(gap(rival, self.cue))

    def touches_another_cue(self) -> bool:
        beside = self.of_role("cue").beginning(self.other.end - 1, self.other.end + 1)
        return any(cue is not self.cue for cue in beside)


def _is_quoted(pair: Pair, at: int) -> bool:
    return pair.scene.words.quoted[at] == Quoted.INSIDE


def _first_word(scene: Scene, part: int) -> int:
    """The number of the part's first word, a mark before its first labelled word included."""
    at = scene.reading.edges[part][0]
    return at - 1 if at and scene.words.quoted[at - 1] == Quoted.MARK else at


def _last_word(scene: Scene, part: int) -> str:
    return scene.lower[scene.reading.edges[part][1]] if part >= 0 else ""


def _leaves_open(scene: Scene, part: int) -> bool:
    if part < 0:
        return False
    last = scene.reading.edges[part][1] + 1
    return scene.words.quoted[last - 1] == Quoted.INSIDE and (
        last >= len(scene.words)
        or scene.words.quoted[last] != Quoted.MARK
        or scene.sentence[last] != scene.sentence[last - 1]
    )


FEATURES: tuple[tuple[str, Feature], ...] = (
    ("distance", lambda p: float(gap(p.other, p.cue)) * (1 if p.other.first < p.cue.first else -1)),
    ("comes before the cue", lambda p: p.other.first < p.cue.first),
    ("cues between", lambda p: p.spans_between("cue")),
    ("sources between", lambda p: p.spans_between("source")),
    ("contents between", lambda p: p.spans_between("content")),
    ("sentences from its start", lambda p: p.scene.sentence[p.cue.first] - p.scene.sentence[p.other.first]),
    ("sentences from its end", lambda p: p.scene.sentence[p.cue.first] - p.scene.sentence[p.other.end - 1]),
    ("how many of its kind are nearer", lambda p: p.of_role(p.other.role).nearer(p.other, p.cue)),
    ("how many cues are nearer", lambda p: p.of_role("cue").nearer(p.cue, p.other)),
    ("how many of its kind", lambda p: len(p.of_role(p.other.role))),
    ("how many cues", lambda p: len(p.of_role("cue"))),
    ("its words", lambda p: p.other.end - p.other.first),
    ("is a pronoun", lambda p: p.lower(p.other.first) in _PRONOUNS),
    ("commas between", lambda p: p.words_between(frozenset(","))),
    ("colons between", lambda p: p.words_between(frozenset(":"))),
    ("coordinators between", lambda p: p.words_between(_COORDINATORS)),
    ("relatives between", lambda p: p.words_between(_RELATIVES)),
    ("quotation marks between", lambda p: p.marks_between()),
    ("cue ends in -ing", lambda p: p.lower(p.cue.first).endswith("ing")),
    ("cue is an infinitive", lambda p: "to" in (p.lower(p.cue.first), p.lower(p.cue.first - 1))),
    ("cue follows a coordinator", lambda p: p.lower(p.cue.first - 1) in _COORDINATORS),
    ("cue follows a comma", lambda p: p.lower(p.cue.first - 1) == ","),
    ("cue is according to", lambda p: p.lower(p.cue.first) == "according"),
    ("cue is a mark", lambda p: not p.lower(p.cue.first)[:1].isalnum()),
    ("cue's words", lambda p: p.cue.end - p.cue.first),
    ("cue is quoted", lambda p: _is_quoted(p, p.cue.first)),
    ("its start is quoted", lambda p: _is_quoted(p, p.other.first)),
    ("its end is quoted", lambda p: _is_quoted(p, p.other.end - 1)),
    (
        "cue begins the sentence",
        lambda p: p.scene.sentence[p.cue.first - 1] != p.scene.sentence[p.cue.first] if p.cue.first else 1,
    ),
    ("nearest rival before", lambda p: p.nearest_other(True)),
    ("nearest rival after", lambda p: p.nearest_other(False)),
    ("touches another cue", lambda p: p.touches_another_cue()),
    ("parts apart", lambda p: p.other.part - p.cue.part),
    ("its part begins with a mark", lambda p: p.scene.words.quoted[_first_word(p.scene, p.other.part)] == Quoted.MARK),
    ("the part before leaves a quotation open", lambda p: _leaves_open(p.scene, p.other.part - 1)),
    ("the part before ends with a colon", lambda p: _last_word(p.scene, p.other.part - 1) == ":"),
    ("its probability", lambda p: p.other.near),
    ("cue's probability", lambda p: p.cue.near),
    ("the network's link score", lambda p: link_score(p.cue, p.other)),
)


def features(pair: Pair) -> list[float]:
    """The features' values, in the order of FEATURES."""
    return [float(feature(pair)) for _, feature in FEATURES]
