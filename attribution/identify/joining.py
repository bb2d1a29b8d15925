"""Several who speak as one: "Thorn and Vale", "A, B and C"; and the one person of two roles."""

from itertools import pairwise

from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention


def joined_parts(
    text: str, tokens: list[tuple[int, int, str]], stop: int, inside: tuple[Mention, ...]
) -> tuple[tuple[int, int], ...]:
    """The ranges of joined sources: "A and B", "A, B and C"; empty for a single one."""
    if stop >= len(tokens):
        return ()
    if tokens[0][2].lower() == "neither":
        tokens, stop = tokens[1:], stop - 1
    keys = [t[2].lower() for t in tokens]
    together = _named_together(keys[stop - 1], inside, text)
    if together:
        return together
    if stop == 1 and keys[0].rstrip(".") in lexicon().honorifics and len(inside) == 1 and inside[0].lead > 0:
        # "Mr. and Mrs. Dale Cooper": the name is printed once.
        return (tokens[0][0], tokens[0][1]), (inside[0].lead, inside[0].end)
    covered = [any(m.start <= t[0] < m.end for m in inside) for t in tokens]
    ands = [i for i in range(1, len(keys) - 1) if keys[i] in ("and", "&", "nor") and not covered[i]]
    if not ands:
        return ()
    if stop == ands[0]:
        return _cut(tokens, [stop])
    # "A, B and C": each piece between commas must begin like a noun phrase of its own and none is a clause.
    first = ands[0]
    if keys[stop] == "," or keys[stop] == "(":
        commas = [i for i in range(stop, first) if keys[i] == ","]
        pieces = _cut(tokens, [*commas, first])
        if len(pieces) > 2 and all(_begins_name(a, b, inside, text) for a, b in pieces):
            return pieces
        if keys[stop] == "(" and not commas and _begins_name(*pieces[-1], inside, text):
            return pieces
        return ()
    if keys[stop] == "of" and _begins_name(tokens[first + 1][0], tokens[-1][1], inside, text, titled=True):
        return _cut(tokens, [first])
    return ()


def couple_names(text: str, parts: tuple[tuple[int, int], ...], inside: tuple[Mention, ...]) -> tuple[str, ...]:
    """How the two of "Mr. and Mrs. Dale Cooper" are called: "Dale Cooper", "Mrs. Dale Cooper"; empty for others."""
    (start, end), second = parts[0], parts[1]
    if text[start:end].lower().rstrip(".") not in lexicon().honorifics or not inside:
        return ()
    return inside[0].name, text[slice(*second)]


def _named_together(head: str, inside: tuple[Mention, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Two names that say who several people are: "The presidents of Velnia and Corvane, Ada Thorn and Ben Vale"."""
    if not head.endswith("s") or head[:-1] not in lexicon().person_heads:
        return ()
    for first, second in pairwise(inside):
        joined = text[first.end : second.start] in (" and ", ", and ")
        if joined and text.endswith(", ", 0, first.start) and min(len(first.words), len(second.words)) > 1:
            return (first.start, first.end), (second.start, second.end)
    return ()


def of_two_roles(tokens: list[tuple[int, int, str]], stop: int, inside: tuple[Mention, ...]) -> Mention | None:
    """The one person of two roles: "his wife and current nominee Ada Thorn", no person before "and", one at the end."""
    if stop >= len(tokens) - 2 or tokens[stop][2].lower() != "and":
        return None
    last = next((m for m in reversed(inside) if m.end >= tokens[-1][1] - 2), None)
    before = [m for m in inside if m.start < tokens[stop][0]]
    if last is None or len(last.words) < 2 or any(m.words[0].lower() in lexicon().first_names for m in before):
        return None
    behind = [t for t in tokens[stop + 1 :] if t[0] < last.start]
    if not behind or behind[0][2].lower() in lexicon().determiners or tokens[0][2].lower() in ("the", "both"):
        return None
    named = len(before) == 1 and tokens[0][0] >= before[0].start and before[0].end >= tokens[stop][0] - 1
    plain = all(t[2] not in (",", ";") and t[2].lower() not in lexicon().stop_words for t in behind)
    lowered = behind[0][2].islower() or not named
    return last if plain and lowered and len(behind) > 1 else None


def _begins_name(start: int, end: int, inside: tuple[Mention, ...], text: str, titled: bool = False) -> bool:
    for mention in inside:
        if start <= mention.start < end:
            lead = text[start : mention.start]
            return (not titled or bool(mention.title)) and (lead == "" or lead[:1].isupper() or lead.lower() == "the ")
    return False


def _cut(tokens: list[tuple[int, int, str]], at: list[int]) -> tuple[tuple[int, int], ...]:
    edges = [-1, *at, len(tokens)]
    pieces = [tokens[a + 1 : b] for a, b in pairwise(edges)]
    return tuple((p[0][0], p[-1][1]) for p in pieces if p)
