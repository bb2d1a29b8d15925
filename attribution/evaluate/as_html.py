"""The measures and every miss on one page: gold and prediction side by side, marked in their own words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from attribution.evaluate.misses import Difference, Miss
from attribution.evaluate.scoring import Score
from attribution.evaluate.table import HEADINGS, rows
from attribution.model import Attribution, Span

AROUND = 120  # characters of the article shown on each side of a miss
MARKS = ("content", "cue", "source")


def page(scores: Mapping[str, Score], misses: Sequence[Difference]) -> Iterator[str]:
    """The page, piece by piece. Nothing in an article can become markup: all its words are escaped."""
    css = files("attribution.evaluate").joinpath("evaluate.css").read_text(encoding="utf-8")
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Evaluation</title><style>{css}</style>'
    yield "<body><h1>How good are the predictions?</h1>"
    yield _table(HEADINGS, rows(scores))
    counts = Counter(each.miss for each in misses)
    yield "<h2>Misses</h2>" + _table(("what went wrong", "how often"), ((m.value, str(counts[m])) for m in Miss))
    yield "<p>Content is <b class=content>blue</b>, cue <b class=cue>green</b>, source <b class=source>amber</b>.</p>"
    for miss in Miss:
        chosen = [each for each in misses if each.miss is miss]
        if chosen:
            yield f"<h2 id={miss.name.lower()}>{escape(miss.value)} ({len(chosen)})</h2>"
            yield from map(_difference, chosen)
    yield "</body></html>\n"


def _table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(each)}" for each in headings)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in line) for line in lines)
    return f"<table><thead><tr>{head}<tbody>{body}</table>"


def _difference(each: Difference) -> str:
    shown = _window(each)
    gold, predicted = (_marked(each.article.text, shown, side) for side in (each.gold, each.predicted))
    name = escape(f"{each.article.id}, from {shown.start}")
    return f"<section><h3>{name}</h3><div><h4>gold</h4>{gold}</div><div><h4>predicted</h4>{predicted}</div></section>"


def _window(each: Difference) -> Span:
    spans = [span for side in (each.gold, each.predicted) if side for span in (*side.content, *side.cue, *side.source)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span(max(0, start - AROUND), min(len(each.article.text), end + AROUND))


def _marked(text: str, shown: Span, side: Attribution | None) -> str:
    if side is None:
        return "<p class=nothing>nothing</p>"
    spans = sorted((span, name) for name in MARKS for span in getattr(side, name))
    pieces, at = [], shown.start
    for span, name in spans:
        if span.start >= at:
            pieces.append(f"{escape(text[at : span.start])}<b class={name}>{escape(span.of(text))}</b>")
            at = span.end
    return f"<p>{''.join(pieces)}{escape(text[at : shown.end])}</p>"
