"""What can go wrong, in a few kinds. Every message says what, where and what to do, in one line."""


class AttributionError(Exception):
    """The base of every error this package raises on purpose."""


class UnreadableArticle(AttributionError):
    """One input could not be read as an article; the rest of a run goes on."""


class Note(UnreadableArticle):
    """An input was read, and something about it should be known: no reason to end a run otherwise than well."""


class Fault(UnreadableArticle):
    """This program failed on one input, through no fault of that input; the rest of a run goes on."""


class BadSettings(AttributionError):
    """A setting in the environment, the configuration file or the call does not fit."""


class LedgerError(AttributionError):
    """The ledger is locked, corrupt, newer than this program, or its disk is full; what was committed stays."""


class ModelError(AttributionError):
    """The shipped model's files are missing or do not fit this program."""
