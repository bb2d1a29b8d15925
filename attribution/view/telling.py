"""How a repeated statement's tellings compare: who is credited, and every wording beside the one it is read against."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attribution import pipeline
from attribution.model import Entry, Match, Repeat
from attribution.report.columns import speaker_name
from attribution.report.wordings import Comparison, Wording, wordings


def credited(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """The speakers that a statement is credited to with how often, the most frequent first; nobody is no speaker."""
    names = (speaker_name(entry.attribution) for entry in entries)
    return Counter(name for name in names if name is not None).most_common()


def told(repeat: Repeat, base: int = 0) -> list[Wording]:
    """The distinct wordings, the oldest first, each compared with wording number ``base`` (from 0).

    Against the oldest one, the comparison is the stored one where the two were matched.
    """
    found = wordings(repeat)
    against = found[base].entries[0]
    return [_compared(wording, against, base == 0) for wording in found]


def _compared(wording: Wording, base: Entry, stored: bool) -> Wording:
    if base in wording.entries:
        return Wording(wording.entries)
    known = wording.comparison
    if stored and known is not None and known.base.words == base.words:
        return wording
    return Wording(wording.entries, compare(base, wording.entries[0]))


def compare(base: Entry, entry: Entry) -> Comparison:
    """Two wordings side by side, with every difference named."""
    return Comparison(base, entry, pipeline.differences(base, entry))


def connection(repeat: Repeat, suggested: Entry) -> Match | None:
    """The stored suggestion that ties an entry to the statement's members, the surest one."""
    members = {entry.attribution.id for entry in repeat.entries}
    ties = [m for m in repeat.matches if suggested.attribution.id in (m.a, m.b) and members & {m.a, m.b}]
    return max(ties, key=lambda match: match.score, default=None)


def nearest(repeat: Repeat, match: Match | None) -> Entry:
    """The member that a suggestion is tied to, the oldest one for want of a tie."""
    ends = () if match is None else (match.a, match.b)
    return next((entry for entry in repeat.entries if entry.attribution.id in ends), repeat.entries[0])


def ids(entries: Sequence[Entry]) -> list[str]:
    return [entry.attribution.id for entry in entries]
