"""People called by what they are: "the president" is Vela Thorn where the article calls nobody else president."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from attribution.identify.entities import Entity, NameTable
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention
from attribution.identify.naming import PERSON

# "the president of the bank", "the governor’s", "the mayor Ada Thorn": somebody else, or named anyway.
_GOES_ON = re.compile(r" (?:of|for|at|who|whose|that)\b| [A-Z]|,? [A-Z]|-")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, lexicon().person_heads), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he ((?:[A-Z][\w.\-]*|former|current|[a-z]+-elect) ){{0,2}}({heads})(?![\w])")


def offices(
    table: NameTable, text: str, called: Callable[[str], Sequence[Entity]], main: Entity | None
) -> Iterator[tuple[Mention, Entity]]:
    """Every place where a person of the article is spoken of by office alone, in order, as a mention of the person."""
    named = {m.start for m in table.mentions}
    for match in _pattern().finditer(text):
        start, end = match.span()
        if _GOES_ON.match(text, end) or any(at in named for at in range(start, end + 2)):
            continue
        entity = _holder(called(match.group(2)), (match.group(1) or "").lower().split(), main)
        if entity is not None:
            after = end + 2 if text[end : end + 2] in ("’s", "'s") else end
            yield Mention(start, end, (match.group(2),), after=after, definite=True), entity


def _holder(people: Sequence[Entity], words: Sequence[str], main: Entity | None) -> Entity | None:
    people = [e for e in people if e.kind == PERSON]
    fitting = [e for e in people if all(word in e.roles for word in words)] or people
    if len(fitting) == 1:
        return fitting[0]
    return main if main is not None and main in fitting else None
