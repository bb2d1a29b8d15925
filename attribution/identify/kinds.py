"""What a source denotes: a person, an organisation, a document, a group, or someone not named."""

from attribution.identify.lexicon import lexicon
from attribution.identify.sources import Form, Source
from attribution.model import SpeakerType

ANONYMOUS_PLURALS = frozenset(
    "officials aides authorities sources advisers advisors attorneys lawyers investigators prosecutors spokesmen insiders"
    " staffers operatives".split()
)


def described_kind(source: Source) -> SpeakerType:
    """The type of a description, by its head noun."""
    lists = lexicon()
    head = source.head
    if head in ANONYMOUS_PLURALS:
        return SpeakerType.ANONYMOUS
    if head in lists.document_heads:
        return SpeakerType.DOCUMENT
    if head in lists.org_heads:
        return SpeakerType.ORGANISATION
    if head in lists.group_heads or source.form is Form.JOINT:
        return SpeakerType.GROUP
    if head in lists.person_heads:
        return SpeakerType.PERSON if source.determiner in ("the", "his", "her", "this", "that") else SpeakerType.ANONYMOUS
    return SpeakerType.GROUP if head.endswith("s") else SpeakerType.PERSON
