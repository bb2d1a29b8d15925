"""Who said that, exactly, and where else was it said?"""

__version__ = "0.1.0"
