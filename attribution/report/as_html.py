"""A report as one HTML file to read, print and file: no script, nothing fetched, every word from outside escaped.

Entries are grouped by article as they come; the repeated statements follow, each with its wordings side by side. A
content security policy in the file forbids everything but its own styles, whatever a future slip might let through.
"""

from importlib.resources import files
from typing import TextIO

from attribution.model import Entry, Repeat
from attribution.report.about import About, about_lines, review_line
from attribution.report.entry_html import COLUMN_HEADINGS, article_heading, entry_row
from attribution.report.escaping import escaped
from attribution.report.repeat_html import repeat_section

_START = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style></head>
<body>
<a class="skip" href="#attributions">Skip to the attributions</a>
<header>
<h1>Who said what</h1>
<p class="byline">Attributed statements, with where they stand and how far they were checked</p>
<p class="notice" role="note">{notice}</p>
<dl class="about">
{about}
</dl>
<nav aria-label="Contents"><ul><li><a href="#attributions">Attributions</a></li>
<li><a href="#repeated">Repeated statements</a></li><li><a href="#reading">How to read this</a></li></ul></nav>
</header>
<main>
<h2 id="attributions">Attributions</h2>
"""

_END = """</main>
<footer id="reading">
<p>Each statement is given word for word as the article prints it. “At” counts characters of the article’s stored text,
from 0, the end not included. Confidence runs from 0 to 1 and is the program’s own; “not reviewed” means that no person
has checked the line. Struck through in red: a person rejected it.</p>
</footer>
</body></html>
"""


class HtmlReport:
    """Writes entries first, then repeats, as they come; an entry after a repeat is refused with a ValueError."""

    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        self._article: str | None = None
        self._entries = self._repeats = 0
        notice = escaped(review_line(about)[:1].upper() + review_line(about)[1:])
        lines = "\n".join(_about_row(name, text) for name, text in about_lines(about) if name != "review")
        title = escaped(f"Who said what, {about.made[:10]}")
        out.write(_START.format(title=title, style=_style(), notice=notice, about=lines))

    def write(self, item: Entry | Repeat) -> None:
        if isinstance(item, Repeat):
            self._write_repeat(item)
        elif self._repeats:
            raise ValueError("entries come before repeated statements")
        else:
            self._write_entry(item)

    def finalize(self) -> None:
        self._close_table()
        if not self._entries:
            self._out.write("<p>No attribution fits this selection.</p>\n")
        if not self._repeats:
            self._out.write(_REPEATED + "<p>No statement in this selection was found in more than one article.</p>\n")
        self._out.write(_END)
        self._out.flush()

    def _write_entry(self, entry: Entry) -> None:
        if entry.article.id != self._article:
            self._close_table()
            self._article = entry.article.id
            self._out.write(article_heading(entry) + f"<table>{COLUMN_HEADINGS}<tbody>\n")
        self._entries += 1
        self._out.write(entry_row(entry))

    def _write_repeat(self, repeat: Repeat) -> None:
        if not self._repeats:
            self._close_table()
            self._out.write(_REPEATED)
        self._repeats += 1
        self._out.write(repeat_section(repeat))

    def _close_table(self) -> None:
        if self._article is not None:
            self._out.write("</tbody></table>\n")
            self._article = None


_REPEATED = '<h2 id="repeated">Repeated statements</h2>\n'


def _style() -> str:
    return files("attribution.report").joinpath("report.css").read_text(encoding="utf-8")


def _about_row(name: str, text: str) -> str:
    return f"<dt>{escaped(name[:1].upper() + name[1:])}</dt><dd>{escaped(text)}</dd>"
