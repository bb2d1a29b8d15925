"""What was said once, and all its appearances: clusters of matched statements that don't chain.

Joining everything that is connected chains through quotes that run two statements together, and through stock phrases.
Here each wording is split into one *role* for each circle of neighbours that know each other without it
(ego-splitting, Epasto, Lattanzi and Paes Leme, KDD 2017): a quote merged of two statements has two roles and belongs
to both utterances. What comes out depends on the statements and matches alone, not on their order; one connected part
can be worked out without the others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, TypeVar

from attribution.model import Match, Relation, Statement, Utterance

T = TypeVar("T")
# A wording with more neighbours than this is taken as one: nobody merges hundreds of statements.
MOST_NEIGHBOURS = 300
# Two neighbours that share so much of the shorter one's place inside a longer wording tell the same part of it.
SAME_PLACE = 0.5
# A neighbour that takes up more of a wording than this is not a part of it.
WHOLE = 0.75


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people decided, as pairs of statement ids: the same utterance, or not. Later decisions are the caller's to
    apply first."""

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()


def taken_out(statement: str, members: Iterable[str]) -> frozenset[frozenset[str]]:
    """The pairs to keep apart when a person takes one statement out of an utterance."""
    return frozenset(frozenset((statement, other)) for other in members if other != statement)


def split(members: Iterable[str], others: Iterable[str]) -> frozenset[frozenset[str]]:
    """The pairs to keep apart when a person splits an utterance in two."""
    rest = list(others)
    return frozenset(frozenset((a, b)) for a in members for b in rest if a != b)


def merged(members: Iterable[str], others: Iterable[str]) -> frozenset[frozenset[str]]:
    """The pair to keep together when a person merges two utterances: their first statements, by id."""
    return frozenset((frozenset((min(members), min(others))),))


def neighbourhood(touched: Iterable[str], matched: Callable[[Sequence[str]], Iterable[Match]]) -> set[str]:
    """All statements that are connected with the touched ones; ``matched`` gives the sure matches of some
    statements."""
    reached = set(touched)
    edge = sorted(reached)
    while edge:
        found = {end for match in matched(edge) if not match.suggested for end in (match.a, match.b)}
        edge = sorted(found - reached)
        reached.update(found)
    return reached


def utterances(
    statements: Iterable[Statement], matches: Iterable[Match], corrections: Corrections = Corrections()
) -> list[Utterance]:
    """The utterances with two appearances or more, or with one and a suggested other, ordered by their oldest member.

    Members are oldest first (published, then id; undated last). A statement may belong to several.
    """
    by_id = {statement.id: statement for statement in statements}
    kept = [m for m in matches if m.a in by_id and m.b in by_id and frozenset((m.a, m.b)) not in corrections.apart]
    graph = _Graph(by_id, corrections)
    for match in sorted((m for m in kept if not m.suggested), key=lambda m: (m.a, m.b)):
        graph.add(match)
    for pair in sorted(corrections.together, key=sorted):
        if len(pair) == 2 and pair <= by_id.keys():
            graph.tie(*sorted(pair))
    clusters = graph.clusters()
    return _made(clusters, _suggested(kept), by_id)


@dataclass(slots=True)
class _Graph:
    """Wordings (statements with the same words, folded) and how they touch."""

    statements: Mapping[str, Statement]
    corrections: Corrections
    same: dict[str, str] = field(default_factory=dict)
    links: dict[tuple[str, str], float] = field(default_factory=dict)
    covers: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    ties: set[tuple[str, str]] = field(default_factory=set)
    loose: list[Match] = field(default_factory=list)

    def add(self, match: Match) -> None:
        if match.relation == Relation.VERBATIM and not self._decided(match):
            x, y = sorted((self.top(match.a), self.top(match.b)))
            self.same[y] = x
        else:
            self.loose.append(match)

    def _decided(self, match: Match) -> bool:
        """Statements that a person moved are not folded with others."""
        return any(match.a in pair or match.b in pair for pair in self.corrections.apart)

    def tie(self, a: str, b: str) -> None:
        self.ties.add((a, b))

    def top(self, statement: str) -> str:
        while self.same.get(statement, statement) != statement:
            statement = self.same[statement]
        return statement

    def clusters(self) -> list[set[str]]:
        members: dict[str, set[str]] = defaultdict(set)
        for statement in self.statements:
            members[self.top(statement)].add(statement)
        for match in self.loose:
            self._link(match)
        roles = {node: self._roles(node, around) for node, around in self._neighbours().items()}
        return self._joined(roles, members)

    def _neighbours(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for a, b in self.links:
            found[a].add(b)
            found[b].add(a)
        return found

    def _link(self, match: Match) -> None:
        a, b = self.top(match.a), self.top(match.b)
        if a == b:
            return
        self.links[min(a, b), max(a, b)] = max(match.score, self.links.get((min(a, b), max(a, b)), 0.0))
        self.covers[a, b] = _cover(
            self.statements[match.a].text, ((e.a_start, e.a_end, e.b_start == e.b_end) for e in match.edits)
        )
        self.covers[b, a] = _cover(
            self.statements[match.b].text, ((e.b_start, e.b_end, e.a_start == e.a_end) for e in match.edits)
        )

    def _roles(self, node: str, neighbours: set[str]) -> dict[str, int]:
        """For each neighbour the number of the circle it belongs to."""
        around = sorted(neighbours)
        if len(around) > MOST_NEIGHBOURS:
            return dict.fromkeys(around, 0)
        circle = _Union(around)
        for at, x in enumerate(around):
            for y in around[at + 1 :]:
                if (x, y) in self.links or self._same_place(node, x, y):
                    circle.join(x, y)
        tops = sorted({circle.top(x) for x in around})
        return {x: tops.index(circle.top(x)) for x in around}

    def _same_place(self, node: str, x: str, y: str) -> bool:
        """Whether two neighbours tell the same part of a longer wording."""
        a, b = self.covers[node, x], self.covers[node, y]
        if a[1] - a[0] > WHOLE or b[1] - b[0] > WHOLE:
            return False
        shared = min(a[1], b[1]) - max(a[0], b[0])
        return shared >= SAME_PLACE * min(a[1] - a[0], b[1] - b[0]) > 0

    def _joined(self, roles: Mapping[str, Mapping[str, int]], members: Mapping[str, set[str]]) -> list[set[str]]:
        apart = _apart(self.corrections, self.top)
        named = [(node, number) for node in members for number in set(roles.get(node, {}).values()) or {0}]
        union = _Union(named, apart, lambda role: role[0])
        for a, b in sorted((self.top(x), self.top(y)) for x, y in self.ties):
            union.join((a, min(roles.get(a, {"": 0}).values())), (b, min(roles.get(b, {"": 0}).values())))
        for (a, b), _ in sorted(self.links.items(), key=lambda link: (-link[1], link[0])):
            union.join((a, roles[a][b]), (b, roles[b][a]))
        found: dict[tuple[str, int], set[str]] = defaultdict(set)
        for role in named:
            found[union.top(role)].update(members[role[0]])
        return _whole(found.values())


def _whole(clusters: Iterable[set[str]]) -> list[set[str]]:
    """Without clusters that are part of another one."""
    kept: list[set[str]] = []
    holding: dict[str, list[set[str]]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda c: (-len(c), sorted(c))):
        if any(cluster <= other for other in holding[min(cluster)]):
            continue
        kept.append(cluster)
        for member in cluster:
            holding[member].append(cluster)
    return kept


def _apart(corrections: Corrections, top: Callable[[str], str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in corrections.apart:
        if len(pair) == 2:
            a, b = (top(statement) for statement in sorted(pair))
            found[a].add(b)
            found[b].add(a)
    return found


class _Union(Generic[T]):
    """Joins things into sets, unless that puts two that are to be kept apart together."""

    def __init__(
        self, things: Iterable[T], apart: Mapping[str, set[str]] | None = None, name: Callable[[T], str] = str
    ) -> None:
        self.parent = {thing: thing for thing in things}
        self.apart = apart or {}
        self.held = {thing: {name(thing)} for thing in self.parent} if self.apart else {}

    def top(self, thing: T) -> T:
        while self.parent[thing] != thing:
            self.parent[thing] = self.parent[self.parent[thing]]
            thing = self.parent[thing]
        return thing

    def join(self, x: T, y: T) -> None:
        a, b = self.top(x), self.top(y)
        if a == b or (self.apart and self._forbidden(a, b)):
            return
        self.parent[b] = a
        if self.apart:
            self.held[a] |= self.held.pop(b)

    def _forbidden(self, a: T, b: T) -> bool:
        return any(self.apart.get(one, set()) & self.held[b] for one in self.held[a])


def _cover(text: str, edits: Iterable[tuple[int, int, bool]]) -> tuple[float, float]:
    """Which part of a text a match is about, as shares of its length: without what is left out at its two ends."""
    length = max(1, len(text))
    start, end = 0, length
    lead = len(text) - len(text.lstrip("\"'“‘«.…[( "))
    for left, right, only_here in edits:
        if only_here and right > left:
            if left <= lead:
                start = max(start, right)
            if not any(c.isalnum() for c in text[right:]):
                end = min(end, left)
    return (start / length, end / length) if start < end else (0.0, 1.0)


def _suggested(matches: Iterable[Match]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        if match.suggested:
            found[match.a].add(match.b)
            found[match.b].add(match.a)
    return found


def _made(
    clusters: Iterable[set[str]], suggested: Mapping[str, set[str]], statements: Mapping[str, Statement]
) -> list[Utterance]:
    clusters = list(clusters)
    often: dict[str, int] = defaultdict(int)
    for cluster in clusters:
        for member in cluster:
            often[member] += 1

    def age(statement: str) -> tuple[str, str]:
        return statements[statement].published or "9999", statement

    def rows() -> Iterator[tuple[tuple[str, str], Utterance]]:
        for cluster in clusters:
            members = sorted(cluster, key=age)
            waiting = sorted({other for member in members for other in suggested.get(member, ())} - cluster, key=age)
            own = [member for member in members if often[member] == 1] or members
            # The oldest appearance that belongs nowhere else names the utterance: later articles don't change it.
            if len(members) > 1 or (waiting and members[0] < waiting[0]):
                yield age(members[0]), Utterance(_id(own), tuple(members), tuple(waiting))

    return [made for _, made in sorted(rows(), key=lambda row: (row[0], row[1].id))]


def _id(own: Sequence[str]) -> str:
    return sha256(f"utterance\n{own[0]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


__all__ = ["Corrections", "merged", "neighbourhood", "split", "taken_out", "utterances"]
