"""Whether a paraphrase is surely another telling: what somebody wrote in their own words, without quotation marks."""

from attribution.match.reading import Reading, reading
from attribution.match.verbs import is_verb, verb_form
from attribution.match.wordlists import AUXILIARIES, MODALS, listed
from attribution.model import Statement

# What a paraphrase needs to be sure: of a dozen pairs read between a half and this, five were one statement.
SURE = 0.75
DETERMINERS = listed("'s a all an any each every her his its my no our some that the their these this those your")


def certain(a: Statement, b: Statement, score: float) -> bool:
    """Whether two statements with such a score can be called one without a look at them.

    Two quotations can, whoever is said to have said them: two speakers of one quotation are a finding. Where one of the
    two is a writer's own wording, the words in common are often only the subject ("a temporary ban", "the crime bill")
    or what everybody says of it: then one speaker must be behind both, as far as is known, and the shorter must say
    something of its subject.
    """
    if a.quoted and b.quoted:
        return True
    if score < SURE or (a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold()):
        return False
    shorter = min((reading(each.text) for each in (a, b)), key=lambda side: (len(side.words), side.key))
    return any(_says(shorter, at) for at in range(len(shorter.words)))


def _says(side: Reading, at: int) -> bool:
    """Whether a word is a verb: an auxiliary, a form of a verb after "to", a full verb but no noun ("a request")."""
    word, before = side.words[at], side.words[at - 1] if at else ""
    led = before == "to" and verb_form(word) != ""
    return word in AUXILIARIES or word in MODALS or led or (before not in DETERMINERS and is_verb(side, at))
