"""The only place where the stages meet, and all that the command line and the dashboard call.

Heavy libraries are imported where they are used, so that asking for help costs nothing.
"""

from attribution.pipeline.extracting import Added, Item, Work, article_line, count, extract, read, resolve

__all__ = ["Added", "Item", "Work", "article_line", "count", "extract", "read", "resolve"]
