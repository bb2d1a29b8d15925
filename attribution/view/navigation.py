"""The pages in the order of the menu; each is a file that Streamlit runs."""

from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).with_name("pages")
PAGES = {
    "overview": "Overview",
    "article": "Articles",
    "quotes": "Quotes",
    "repeated": "Repeated statements",
    "speakers": "Speakers",
    "findings": "Findings",
    "report": "Report",
}


def start() -> None:
    """Set the window up and run the page that the address names."""
    st.set_page_config(page_title="attribution", page_icon="🗞️", layout="wide", initial_sidebar_state=240)
    st.navigation(
        [st.Page(path(name), title=title, url_path=name, default=name == "overview") for name, title in PAGES.items()]
    ).run()


def path(name: str) -> Path:
    """The file of the page of that name."""
    return FOLDER / f"{name}.py"
