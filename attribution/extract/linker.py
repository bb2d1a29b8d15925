"""Joining sources, cues and contents to attributions, by what two small forests say of each pair."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from attribution.extract.forest import Forest
from attribution.extract.nearby import Nearby, gap
from attribution.extract.pairs import Pair, Scene, features
from attribution.extract.spans import TaggedSpan

Scores = dict[tuple[TaggedSpan, TaggedSpan], float]
# How many paragraphs a quotation may go on after the one with its cue: longer ones are speeches, not quotations.
MOST_PARTS_ON = 4
# So many pairs are scored together: a whole article as a rule; of a page without paragraphs there are a million.
PAIRS_AT_ONCE = 4096
# A source this many words from a content that has no cue may still be its source: "Trump: …", "― Walt Whitman".
NEAR_WORDS = 30
# Spans farther apart than this, in words, are never asked about: a paragraph is hardly ever as long, and a page without
# paragraphs takes time that grows with its length only.
REACH = 200


@dataclass(frozen=True, slots=True)
class LinkRules:
    """Thresholds: the least probability of a source, of a content in another paragraph, and of one taken from another
    cue, times that of the cue that takes it.
    """

    source: float = 0.2
    across: float = 0.65
    steal: float = 0.1


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution in words. ``links`` are the probabilities of the contents, ``source_link`` that of the source
    (1 - the best rejected one's where there is none).
    """

    contents: tuple[TaggedSpan, ...]
    cue: TaggedSpan | None
    source: TaggedSpan | None
    links: tuple[float, ...]
    source_link: float


@dataclass(frozen=True, slots=True)
class Linker:
    """Both forests and the thresholds."""

    content: Forest
    source: Forest
    rules: LinkRules = field(default_factory=LinkRules)

    def attributions(self, scene: Scene) -> list[Linked]:
        """The attributions of an article, in order of their first content."""
        table = _Table(scene)
        content, source = self._scored(self.content, table.content_pairs), self._scored(self.source, table.source_pairs)
        owned = _owned(table, content, self.rules)
        found = [
            _joined(cue, contents, content, table, source, self.rules) for cue, contents in owned.items() if contents
        ]
        taken = {span for contents in owned.values() for span in contents}
        found += [_alone(span, table) for span in table.contents if span not in taken]
        return sorted(found, key=lambda linked: linked.contents[0].first)

    def _scored(self, forest: Forest, pairs: Sequence[Pair]) -> Scores:
        scored: Scores = {}
        for at in range(0, len(pairs), PAIRS_AT_ONCE):
            some = pairs[at : at + PAIRS_AT_ONCE]
            scores = forest.probabilities([features(pair) for pair in some])
            scored |= {(pair.cue, pair.other): float(score) for pair, score in zip(some, scores, strict=True)}
        return scored


class _Table:
    """An article's spans by part, and the pairs worth asking about."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_part = spans_by_part(scene)
        self.contents = [span for span in scene.reading.spans if span.role == "content"]
        self.content_pairs = list(content_pairs(scene, self.by_part))
        self.source_pairs = list(source_pairs(scene, self.by_part))

    def near(self, span: TaggedSpan, role: str) -> list[TaggedSpan]:
        """The spans of a role in the span's part that are within its reach."""
        return of_role(within_reach(self.by_part.get(span.part, ()), span), role)


def spans_by_part(scene: Scene) -> dict[int, list[TaggedSpan]]:
    return {part: list(group) for part, group in groupby(scene.reading.spans, key=lambda span: span.part)}


def of_role(spans: Iterable[TaggedSpan], role: str) -> list[TaggedSpan]:
    return [span for span in spans if span.role == role]


def content_pairs(scene: Scene, by_part: dict[int, list[TaggedSpan]]) -> Iterator[Pair]:
    """Each cue with the contents of its part, and with those of the parts beside it that have no cue of their own."""
    for part, here in by_part.items():
        cues = of_role(here, "cue")
        if not cues:
            continue
        for other in (part, part - 1, *_parts_on(part, by_part)):
            there = by_part.get(other, [])
            if other != part and of_role(there, "cue"):
                continue
            around = here if other == part else sorted([*here, *there], key=lambda span: span.first)
            for cue in cues:
                near = Nearby(within_reach(around, cue))
                yield from (Pair(scene, cue, s, near) for s in near.of_role("content").spans if s.part == other)


def _parts_on(part: int, by_part: dict[int, list[TaggedSpan]]) -> Iterator[int]:
    """The parts after this one up to the next cue."""
    for other in range(part + 1, part + 1 + MOST_PARTS_ON):
        if of_role(by_part.get(other, ()), "cue"):
            return
        yield other


def source_pairs(scene: Scene, by_part: dict[int, list[TaggedSpan]]) -> Iterator[Pair]:
    """Each cue with the sources of its part."""
    for here in by_part.values():
        for cue in of_role(here, "cue"):
            near = Nearby(within_reach(here, cue))
            yield from (Pair(scene, cue, span, near) for span in near.of_role("source").spans)


def within_reach(spans: Sequence[TaggedSpan], origin: TaggedSpan) -> Sequence[TaggedSpan]:
    """Those of the spans, in order, that begin at most REACH words before or behind another span's first word."""
    low = bisect_left(spans, origin.first - REACH, key=_first)
    return spans[low : bisect_right(spans, origin.first + REACH, lo=low, key=_first)]


def _first(span: TaggedSpan) -> int:
    return span.first


def _owned(table: _Table, scores: Scores, rules: LinkRules) -> dict[TaggedSpan, list[TaggedSpan]]:
    """Which contents each cue has: every content goes to its likeliest cue, across parts only where that is likely."""
    owned: dict[TaggedSpan, list[TaggedSpan]] = {
        span: [] for spans in table.by_part.values() for span in of_role(spans, "cue")
    }
    options: dict[TaggedSpan, list[tuple[float, TaggedSpan]]] = {}
    for (cue, content), score in scores.items():
        if cue.part == content.part or score >= rules.across:
            options.setdefault(content, []).append((score, cue))
    for content in table.contents:
        if content in options:
            owned[max(options[content], key=lambda option: (option[0], -option[1].first))[1]].append(content)
    _share_out(owned, scores, rules.steal)
    return owned


def _share_out(owned: dict[TaggedSpan, list[TaggedSpan]], scores: Scores, steal: float) -> None:
    """A cue left without a content takes its likeliest one from a cue that has several, if that, and the cue itself,
    are likely enough."""
    owner = {content: cue for cue, contents in owned.items() for content in contents}
    wanted: dict[TaggedSpan, list[tuple[float, TaggedSpan]]] = {}
    for (cue, content), score in scores.items():
        if cue.part == content.part and cue.near * score >= steal and content in owner:
            wanted.setdefault(cue, []).append((score, content))
    for cue, contents in owned.items():
        for _, content in sorted(wanted.get(cue, ()), key=lambda option: (-option[0], option[1].first)):
            if contents:
                break
            if len(owned[owner[content]]) > 1:
                owned[owner[content]].remove(content)
                contents.append(content)
                owner[content] = cue


def _joined(
    cue: TaggedSpan, contents: list[TaggedSpan], content: Scores, table: _Table, source: Scores, rules: LinkRules
) -> Linked:
    options = [(source[cue, span], span) for span in table.near(cue, "source")]
    score, best = max(options, key=lambda option: (option[0], -option[1].first), default=(0.0, None))
    ordered = tuple(sorted(contents, key=lambda span: span.first))
    links = tuple(content[cue, span] for span in ordered)
    if best is None or score < rules.source:
        return Linked(ordered, cue, None, links, 1 - score)
    return Linked(ordered, cue, best, links, score)


def _alone(content: TaggedSpan, table: _Table) -> Linked:
    """A content without a cue: its source is the last one before a colon, or the nearest of its part."""
    sources = table.near(content, "source")
    before_colon = [s for s in sources if s.end <= content.first and ":" in table.scene.lower[s.end : content.first]]
    near = sorted((s for s in sources if gap(s, content) <= NEAR_WORDS), key=lambda s: gap(s, content))
    source = before_colon[-1] if before_colon else near[0] if near else None
    return Linked((content,), None, source, (0.0,), 0.5)
