"""The dashboard's entry for Streamlit: it only chooses among the pages."""

from attribution.view.navigation import start

start()
