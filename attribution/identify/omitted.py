"""A source left out: "…, noting that …", a quotation that goes on, a passive without "by": the last speaker or none."""

from attribution.identify.candidates import Candidate, Choice
from attribution.identify.features import bucket
from attribution.identify.lexicon import lexicon
from attribution.identify.referents import Referent
from attribution.identify.story import Story
from attribution.model import Attribution

_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LINKS = frozenset({"and", "but", "while", "by", "before", "after", "when", "without", "then", "in"})


def omitted_choice(story: Story, attribution: Attribution) -> Choice:
    """Whether an attribution without source is nobody's (the first), the last speaker's or the sentence's subject's."""
    at = (attribution.cue or attribution.content)[0].start
    found = _cue_features(story, attribution, at)
    candidates = [Candidate(None, tuple(f"nobody {f}" for f in found))]
    last = story.speakers[-1] if story.speakers else None
    if last is not None:
        near = [*found, *_near(story, at, story.last_sentence), f"type {last.type}"]
        candidates.append(Candidate(last, tuple(f"last {f}" for f in near)))
    subject = _subject(story)
    if subject is not None and subject is not last:
        near = [*found, *_near(story, at, subject.sentence), f"type {subject.type}"]
        candidates.append(Candidate(subject, tuple(f"subject {f}" for f in near)))
    return Choice("omitted", tuple(candidates))


def _subject(story: Story) -> Referent | None:
    return story.recent.get(story.subject)


def _near(story: Story, at: int, sentence: int) -> list[str]:
    here = story.places.sentence(at)
    apart = story.places.paragraph(here) - story.places.paragraph(sentence)
    return [f"sentences {bucket(here - sentence, (0, 1, 3))}", f"paragraphs {bucket(apart, (0, 1))}"]


def _cue_features(story: Story, attribution: Attribution, at: int) -> list[str]:
    text = story.places.text
    words = " ".join(span.of(text) for span in attribution.cue).lower().split()
    before = text[max(0, at - 20) : at].split()
    link = before[-1].lower() if before else ""
    first = words[0] if words else ""
    ending = "none" if not first else next((e for e in ("ing", "ed", "s", "ion") if first.endswith(e)), "other")
    quoted = all(story.places.quoted(span.start) for span in attribution.content)
    lead = (
        "comma" if link.endswith(",") else link if link in _LINKS else "stop" if link.endswith((".", ":")) else "other"
    )
    return [
        "any",
        f"ending {ending}",
        f"ending {ending} after {lead}",
        f"passive {first in _PASSIVE}",
        f"known verb {first in lexicon().verbs}",
        f"quoted {quoted} ending {ending}",
        f"words {bucket(len(words), (0, 1, 2, 4))}",
        f"in quotation {story.places.quoted(at)}",
        f"early {story.places.sentence(at) < 3}",
        f"cue first {bool(attribution.cue) and at < attribution.content[0].start}",
    ]
