"""The dateline at the start of a paragraph: where and when a report was filed, and by which agency."""

import re

from attribution.articles.word_lists import word_list
from attribution.model import Span

_LONGEST = 200  # characters
_AGENCY = r"\((?:[A-Z][\w&.’' -]{1,40}(?:/[A-Z][\w.& -]{1,30})?)\)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPITALS = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]+(?:[ /](?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*|de|of|the)){0,4}"
_TITLE_CASE = r"[A-ZÀ-Þ][\w.’'-]+(?:[ /](?:[A-ZÀ-Þ][\w.’'-]*|de|of|the)){0,4}"
_REGION = r"(?:,\s+[A-Z][\w.’' -]{1,25}?)"
_DASH = r"(?:\s*[—―–]+|\s*--+|\s+-(?=\s))"
_PLACE = rf"(?:{_CAPITALS}|{_TITLE_CASE}){_REGION}{{0,2}}"
_DATELINE = re.compile(
    rf"""(?:
      {_PLACE}(?:,\s+{_DATE})?\s*{_AGENCY}{_DASH}
    | {_PLACE}[,.]\s+{_DATE}\.?(?:{_DASH}|\s*/[A-Z][\w .-]{{1,30}}/\.?(?:{_DASH})?)
    | (?:{_DATE}\s+)?{_AGENCY}{_DASH}
    | (?P<capitals>{_CAPITALS})(?P<region>{_REGION}{{0,2}}){_DASH}
    )(?=\s*\S)""",
    re.X,
)
_LAST_DATELINE = 8  # paragraphs; later, capitals and a dash are a label


def dateline_end(text: str, paragraph: Span, at: int) -> int | None:
    """Where the dateline at the start of paragraph number ``at`` ends, its dash or point included; None without one.

    "MOSCOW, October 2. /TASS/.", "HEMPSTEAD, N.Y., Sept. 26 (UPI) —", "LONDON — ", "(Reuters) - ": a place in capitals
    with a dash, any place with an agency or a date. A label in capitals ("BREAKING — ") is none.
    """
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST))
    if found is None or (found["capitals"] is not None and not _is_place(found["capitals"], found["region"], at)):
        return None
    return found.end()


def _is_place(capitals: str, region: str, at: int) -> bool:
    """Words in capitals before a dash are a place, by their number, their sort and where they stand.

    Three words are one only with a word that places have: "SALT LAKE CITY —", not "PRICES KEEP RISING —".
    """
    words = capitals.lower().split()
    shouted = [word for word in region.split() if word.isupper() and "." not in word]
    if at > _LAST_DATELINE or len(capitals) < 3 or word_list("labels") & set(words):
        return False
    return (bool(region) and not shouted) or len(words + shouted) < 3 or bool(word_list("in_places") & set(words))
