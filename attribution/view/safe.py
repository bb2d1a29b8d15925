"""The one door through which words from outside reach the screen.

Streamlit renders Markdown in most places: st.markdown, st.write, titles, captions, metric values, the labels of
buttons and expanders, the options of radios and pills load remote images and read ``$…$`` and ``:red[…]``. So words
from articles, file names, people's notes and error messages go through this module only: as Html (escaped, each in an
element of its own direction) to ``show``, or as ``cell`` into what takes plain text: cells of data frames, charts,
text fields and the options of select boxes (checked in Chromium with Streamlit 1.67).
"""

from collections.abc import Iterable, Mapping
from typing import LiteralString, NewType
from urllib.parse import urlencode

import streamlit as st

from attribution.report.escaping import escaped, isolated, plain, web_address

Html = NewType("Html", str)
"""Markup that this module has made; everything else is text."""

NONE = Html("")


def show(*parts: Html) -> None:
    """Draw markup; nothing is drawn for nothing."""
    markup = join(parts)
    if markup:
        st.html(markup)


def words(text: str) -> Html:
    """Words from outside, shown as they are, unable to become markup or to reorder their surroundings."""
    return Html(isolated(text))


def fixed(text: LiteralString) -> Html:
    """Our own words or markup, written in the program's source."""
    return Html(text)


def join(parts: Iterable[Html], between: LiteralString = "") -> Html:
    return Html(between.join(parts))


def element(name: LiteralString, *children: Html, **attributes: str | None) -> Html:
    """An element with escaped attributes; ``cls`` is class, ``_`` in a name is ``-``, None leaves an attribute out.

    Addresses are set by ``link`` and ``outside`` alone. Raises ValueError for an attribute that could load or run.
    """
    if any(key in {"href", "src", "style", "srcset", "action"} or key.startswith("on") for key in attributes):
        raise ValueError(f"<{name}>: {', '.join(attributes)}: addresses, styles and handlers are not set here")
    return _element(name, children, attributes)


def _element(name: str, children: Iterable[Html], attributes: Mapping[str, str | None]) -> Html:
    given = ((key, value) for key, value in attributes.items() if value is not None)
    written = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escaped(value)}"' for key, value in given
    )
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def link(label: Html, page: LiteralString, place: str = "", cls: str | None = None, **parameters: str) -> Html:
    """A link to a page of ours with its query parameters, opened in the same tab; ``place`` is an anchor on it."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    anchor = f"#{place}" if place else ""
    return _element("a", (label,), {"href": f"{page}{query}{anchor}", "target": "_self", "cls": cls})


def outside(url: str | None, label: Html | None = None) -> Html:
    """A link to an article's own address if it is http or https; else the address as plain words; nothing for None."""
    if url is None:
        return NONE
    address = web_address(url)
    if address is None:
        return label if label is not None else words(url)
    attributes = {"href": address, "target": "_blank", "rel": "noopener noreferrer"}
    return _element("a", (label if label is not None else words(address),), attributes)


def bar(share: float) -> Html:
    """A horizontal bar from 0 to 1, for tables."""
    percent = round(100 * min(max(share, 0.0), 1.0), 1)
    return Html(f'<span class="bar" style="width:{percent}%"></span>')


def cell(text: str | None) -> str:
    """Words from outside for a place that takes plain text."""
    return "" if text is None else plain(text)


def counted(label: LiteralString, *numbers: int) -> str:
    """A label of ours with numbers in it, for buttons and other places that read Markdown: "{} waiting"."""
    return label.format(*(f"{number:,}" for number in numbers))


def number(value: float, form: LiteralString = ",") -> Html:
    """A number for people."""
    return Html(escaped(format(value, form)))
