"""Text as it is searched: case, accents, typographic marks and white space folded away."""

import unicodedata

# Letters with a stroke, which Unicode does not take apart; marks that people type in a plainer form; invisible ones.
_PLAIN = str.maketrans(
    {
        **dict(zip("øłđħŧıæœ", ["o", "l", "d", "h", "t", "i", "ae", "oe"], strict=True)),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "\0": " ",
    }
)


def fold(text: str) -> str:
    """The text in lower case without accents, with plain marks and single spaces; any string will do."""
    # Twice: a styled capital is a capital only when taken apart, and a small letter may come apart further.
    parted = unicodedata.normalize("NFKD", text.encode("utf-8", "replace").decode("utf-8")).casefold()
    parted = unicodedata.normalize("NFKD", parted)
    plain = "".join(each for each in parted if not unicodedata.combining(each)).translate(_PLAIN)
    return " ".join(plain.split())
