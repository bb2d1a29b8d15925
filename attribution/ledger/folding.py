"""Text as it is searched: case, accents, typographic marks and white space folded away."""

import unicodedata

# Letters with a stroke, which Unicode does not take apart, and marks that people type in a plainer form.
_PLAIN = str.maketrans(
    {
        **dict(zip("øłđħŧıæœ", ["o", "l", "d", "h", "t", "i", "ae", "oe"], strict=True)),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\0\ufeff\u00ad\u200b\u200c\u200d\u2060", " "),
    }
)


def fold(text: str) -> str:
    """The text in lower case without accents, with plain marks and single spaces; never longer words, never raising."""
    parted = unicodedata.normalize("NFKD", text.encode("utf-8", "replace").decode("utf-8").casefold())
    plain = "".join(each for each in parted if not unicodedata.combining(each)).translate(_PLAIN)
    return " ".join(plain.split())
