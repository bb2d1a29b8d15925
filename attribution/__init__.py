"""Who said that, exactly, and where else was it said?

::

    articles → extract → identify → ledger → match → probe → report, view

Articles are read unaltered (``articles``); attributions are found in them, as spans of the text (``extract``); each
source is resolved to a speaker (``identify``); all is kept (``ledger``); every statement is compared with all others
(``match``); what a reviewer should look at is noted (``probe``), written (``report``) and shown (``view``).
``attribution.pipeline`` is where these meet; ``attribution.model`` has the values that flow.
"""

from attribution.model import Attribution, Span

__version__ = "0.1.0"
__all__ = ["Attribution", "Span", "attributions", "quotations"]


def quotations(text: str) -> list[tuple[int, int, int]]:
    """Every quotation in the text as ``(start, end, depth)``, in order of start; nested ones too, depth from 0.

    Offsets are half-open, count code points and include the marks. A mark without a partner makes no quotation. Time is
    linear in the length of the text, whatever it holds.
    """
    from attribution.pipeline import quotations_of

    return quotations_of(text)


def attributions(text: str, nested: bool = False) -> list[Attribution]:
    """The attributions of a text, in order, with speakers resolved inside it; with ``nested`` also those inside others.

    Raises attribution.errors.ModelError when the installation lacks the model.
    """
    from attribution.pipeline import attributions_of

    return attributions_of(text, nested)
