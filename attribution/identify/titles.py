"""What of a run of capitalised words is title and what is name: "Mayor | Ada Thorn", "Florida | Republican"."""

from attribution.identify.lexicon import lexicon
from attribution.identify.names import CREDENTIALS, SUFFIXES, fold

# "The Florida Republican" is called by place and party.
_PARTISANS = frozenset({"republican", "democrat"})
_MODIFIERS = frozenset("former senate house top longtime fellow".split())


def title_length(keys: list[str]) -> int:
    """How many of the words at the front are title: all up to the last title word that a name follows."""
    words = lexicon()
    size = len(keys)
    while size > 1 and keys[size - 1] in SUFFIXES:
        size -= 1
    cut = next((i for i in range(size - 2, 0, -1) if keys[i - 1] in words.titles and keys[i] in words.first_names), 0)
    if not cut and keys[size - 1] in words.org_words and size > 1 and keys[0] not in words.honorifics:
        return 0
    cut = max(cut, _described_before(keys[:size]))
    for i in range(size - 1):
        if keys[i] in words.honorifics or keys[i] in words.titles or " " in keys[i]:
            cut = i + 1
    rest = cut
    while rest < size - 1 and (keys[rest] in words.party_words or keys[rest] in words.demonyms):
        partisan = keys[rest] in words.party_words
        if not partisan and keys[rest + 1] not in words.first_names and (not cut or keys[rest] in words.first_names):
            # Black Lives Matter, American Airlines; Capt. Christian Pardo.
            break
        rest += 1
    return rest if size - rest > 1 or cut else cut


def titles_behind(keys: list[str]) -> int:
    """How many words at the end say who someone is and are no name: Florida | Republican, White House | Doctor, and
    the title that goes on behind "and" in "Fox News | Vice President and …".
    """
    lists = lexicon()
    last = keys[-1] if keys else ""
    if len(keys) > 1 and last in _PARTISANS:
        return 1
    if len(keys) < 2 or keys[0] in lists.first_names or last in lists.surnames or last in lists.first_names:
        return 0
    bodily = keys[-2] in lists.org_words
    if last in lists.person_heads:
        return int(bodily or keys[-2] in lists.places or keys[-2] in lists.demonyms)
    return int((" " in last or last in lists.titles) and len(keys) > 2 and bodily)


def _described_before(keys: list[str]) -> int:
    """How many words come before a first and a family name and are no name: Marine Ben Vale, Rival Ada Thorn."""
    lists = lexicon()
    for i in range(1, len(keys) - 1):
        if any(k in lists.first_names or len(k) < 3 for k in keys[:i]) or keys[i] in lists.places:
            return 0
        if lists.first_names.get(keys[i]) and not {keys[i + 1], keys[-1]} & (
            lists.org_words | lists.places | lists.first_names.keys()
        ):
            return (
                i
                if keys[0] not in ("saint", "san", "fort", "mount", "camp", "port", "lake", "university", "college")
                else 0
            )
    return 0


def letters_behind(words: list[str], cut: int) -> int:
    """How many words at the end are letters that no name holds: Ada Thorn | KC MP. ``cut`` words at the front are
    title. Two words alone must name a person: Sporting KC is a team.
    """
    size = len(words)
    while size > cut + 1 and fold(words[size - 1]) in CREDENTIALS and not words[size - 1][1:].islower():
        size -= 1
    lists = lexicon()
    first, last = words[cut].lower(), words[size - 1].lower()
    body = last in lists.org_words or last in lists.places or last in lists.party_words or last in lists.demonyms
    personal = cut > 0 or size > cut + 1 or first in lists.surnames
    return len(words) - size if personal and not body else 0


def no_name(keys: list[str], words: list[str], begins: bool, lower: frozenset[str]) -> bool:
    lists = lexicon()
    if all(k in lists.titles or k in lists.honorifics or " " in k for k in keys):
        # King and Judge are names where nothing else is, as in "said King".
        return not (len(keys) == 1 and keys[0] not in lower and keys[0] in ("king", "judge", "prince", "pope", "baron"))
    if all(k in lists.party_words or k in lists.demonyms or k in _MODIFIERS for k in keys) and not acronym(words[0]):
        return True
    if len(keys) > 1:
        return False
    key, word = keys[0], words[0]
    if key in ("pac", "pacs"):
        return True
    if len(word) == 1 or (key.endswith("s") and key[:-1] in lists.party_words | lists.demonyms):
        return True
    if "’" in word[:-1] and key.split("’")[-1] in ("re", "ll", "ve", "d", "t", "m"):
        return True
    soft = key in lower or key in lists.soft_starts or key in lists.group_heads or key in lists.document_heads
    return begins and not acronym(word) and soft


def acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
