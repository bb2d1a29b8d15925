"""A repeated statement in HTML: its wordings side by side, where each was printed, and every difference in words."""

from collections.abc import Iterable, Sequence

from attribution.model import Entry, Repeat
from attribution.report.columns import speaker_name
from attribution.report.escaping import escaped, isolated
from attribution.report.wordings import (
    Comparison,
    Difference,
    Piece,
    Wording,
    base_pieces,
    differences,
    entry_pieces,
    kind_in_words,
    relation_in_words,
    wordings,
)


def repeat_section(repeat: Repeat) -> str:
    """One repeated statement: how widespread, then each wording, the oldest first."""
    outlets = f" of {_many(repeat.outlets, 'outlet')}" if repeat.outlets else ""
    spread = f"In {_many(repeat.articles, 'article')}{outlets}"
    body = "".join(_wording(wording) for wording in wordings(repeat))
    waiting = len(repeat.suggested)
    likely = f'<p class="byline">{_many(waiting, "likely appearance")} not confirmed yet</p>' if waiting else ""
    return f'<section id="u-{escaped(repeat.utterance)}"><h3>{spread}</h3>\n{body}{likely}</section>\n'


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _wording(wording: Wording) -> str:
    if wording.comparison is None:
        words = f'<p class="first words">{isolated(wording.entries[0].words)}</p>'
    else:
        words = side_by_side(wording.comparison)
    places = "".join(f"<li>{_place(entry)}</li>" for entry in wording.entries)
    return f'<div class="wording">{words}<ul class="places">{places}</ul></div>\n'


def side_by_side(comparison: Comparison) -> str:
    """The two wordings in two columns, differing words marked, then what they are to each other, in words."""
    before = marked(base_pieces(comparison), "gone")
    after = marked(entry_pieces(comparison), "new")
    relation = comparison.match.relation.value
    return (
        f'<div class="pair"><p class="words">{before}</p><p class="words">{after}</p></div>'
        f'<p class="relation {relation}">{escaped(relation_in_words(comparison.match))}</p>'
        f"{_differences(differences(comparison))}"
    )


def marked(pieces: Iterable[Piece], style: str) -> str:
    """The words with those that differ in <mark>, each saying on hover what kind of difference it is."""
    return f'<bdi dir="auto">{"".join(_piece(piece, style) for piece in pieces)}</bdi>'


def _piece(piece: Piece, style: str) -> str:
    if piece.kind is None:
        return escaped(piece.text)
    return f'<mark class="{style}" title="{escaped(piece.kind)}">{escaped(piece.text)}</mark>'


def _differences(found: Sequence[Difference]) -> str:
    lines = "".join(f"<li>{_difference(difference)}</li>" for difference in found)
    return f'<ul class="differences">{lines}</ul>' if lines else ""


def _difference(difference: Difference) -> str:
    before, after = isolated(difference.before.strip()), isolated(difference.after.strip())
    kind = escaped(kind_in_words(difference))
    if difference.before.strip() and difference.after.strip():
        return f"{kind}: “{before}” became “{after}”"
    if kind.endswith(("left out", "added")):
        return f"{kind}: “{before}”" if difference.before.strip() else f"{kind}: “{after}”"
    return f"{kind}: “{after}” is added" if difference.after.strip() else f"{kind}: “{before}” is not there"


def _place(entry: Entry) -> str:
    head = entry.article
    name = speaker_name(entry.attribution)
    said = isolated(name) if name is not None else "nobody named"
    where = [isolated(part) for part in (head.outlet, head.published, head.title or head.id) if part is not None]
    return f"{said}, in {', '.join(where)}"
