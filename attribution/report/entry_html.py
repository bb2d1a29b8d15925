"""One attribution as a row of the HTML report, under the heading of its article."""

from attribution.model import Decision, Entry, Origin
from attribution.report.columns import BY_NAME, Column, columns
from attribution.report.escaping import escaped, isolated, web_address
from attribution.report.rows import as_text

SHOWN = columns("words", "speaker", "source", "cue", "kind", "confidence", "content_offsets", "decision")

DECISIONS = {
    Decision.UNDECIDED: "not reviewed",
    Decision.ACCEPTED: "accepted",
    Decision.REJECTED: "rejected",
    Decision.CORRECTED: "corrected",
}


def _heading(column: Column) -> str:
    return f'<th scope="col">{escaped(column.heading)}</th>'


COLUMN_HEADINGS = f"<thead><tr>{''.join(map(_heading, SHOWN))}</tr></thead>"


def article_heading(entry: Entry) -> str:
    """The article's title as a heading, and outlet, date, address and id under it."""
    head = entry.article
    parts = [isolated(part) for part in (head.outlet, head.published) if part is not None]
    address = web_address(head.url)
    if address is not None:
        parts.append(f'<a href="{escaped(address)}" rel="noreferrer">{escaped(address)}</a>')
    elif head.url is not None:
        parts.append(isolated(head.url))
    parts.append(f"article {isolated(head.id)}")
    title = isolated(head.title if head.title is not None else head.id)
    return f'<h3>{title}</h3>\n<p class="byline">{" · ".join(parts)}</p>\n'


def entry_row(entry: Entry) -> str:
    """One table row, its number the row's anchor."""
    cells = "".join(_cell(entry, column) for column in SHOWN)
    state = "rejected" if entry.decision is Decision.REJECTED else entry.decision.value
    return f'<tr id="a-{escaped(entry.attribution.id)}" class="{state}">{cells}</tr>\n'


def _cell(entry: Entry, column: Column) -> str:
    special = _SPECIAL.get(column.name)
    if special is not None:
        return special(entry)
    return f"<td>{isolated(as_text(column.read(entry)))}</td>"


def _words(entry: Entry) -> str:
    return f'<th scope="row" class="words">{isolated(entry.words)}</th>'


def _speaker(entry: Entry) -> str:
    name = as_text(BY_NAME["speaker"].read(entry))
    if not name:
        return '<td><span class="small">nobody named</span></td>'
    role, kind, voice, reason, sure = (
        as_text(BY_NAME[column].read(entry))
        for column in ("role", "speaker_type", "voice", "speaker_reason", "speaker_confidence")
    )
    through = f", through {isolated(voice)}" if voice else ""
    lines = (f"{isolated(role or kind)}{through}", f"{isolated(reason)} ({escaped(sure)})" if reason else "")
    return f'<td>{isolated(name)}{"".join(f"""<span class="small">{line}</span>""" for line in lines if line)}</td>'


def _source(entry: Entry) -> str:
    offsets = as_text(BY_NAME["source_offsets"].read(entry))
    at = f'<span class="small">at {escaped(offsets)}</span>' if offsets else ""
    return f"<td>{isolated(entry.source_words)}{at}</td>"


def _figure(name: str) -> str:
    return f'<td class="figure">{escaped(name)}</td>'


def _decision(entry: Entry) -> str:
    by = []
    if entry.attribution.origin is not Origin.MACHINE:
        by.append("marked by a person" if entry.attribution.origin is Origin.PERSON else "came with the article")
    if entry.reviewer is not None:
        by.append(f"by {isolated(entry.reviewer)}")
    if entry.note:
        by.append(isolated(entry.note))
    small = f'<span class="small">{" · ".join(by)}</span>' if by else ""
    return f'<td><span class="state {entry.decision.value}">{DECISIONS[entry.decision]}</span>{small}</td>'


_SPECIAL = {
    "words": _words,
    "speaker": _speaker,
    "source": _source,
    "confidence": lambda entry: _figure(as_text(entry.attribution.confidence)),
    "content_offsets": lambda entry: _figure(as_text(BY_NAME["content_offsets"].read(entry))),
    "decision": _decision,
}
