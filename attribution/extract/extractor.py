"""An article's attributions: words → the network → spans → the linker → attributions with their confidence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from attribution.errors import ModelError
from attribution.extract.clauses import named, spoken
from attribution.extract.colons import with_quotations
from attribution.extract.continuing import continued, long_quotations
from attribution.extract.edges import closed
from attribution.extract.kinds import kind_of
from attribution.extract.linker import Linked
from attribution.extract.nesting import is_own
from attribution.extract.pairs import Scene, scene
from attribution.extract.passives import is_told
from attribution.extract.placing import placed
from attribution.extract.quotations import Quotations, read_quotations
from attribution.extract.signatures import labelled, signatures
from attribution.extract.spans import read_spans
from attribution.extract.tagger import Tagger
from attribution.extract.turns import Turn, turns
from attribution.extract.weights import Folder, Weights, read_weights
from attribution.extract.words import read_words
from attribution.model import Attribution, Sentence, SentenceKind, Span, attribution_id

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_NO_PROSE = frozenset({SentenceKind.BYLINE, SentenceKind.DATELINE})
# A content shorter than this has no room for an attribution inside.
LEAST_NESTED_CHARACTERS = 25
# How sure an attribution inside another must be: what is read there was not written to be read alone.
LEAST_NESTED = 0.35
# How sure a turn of a transcript or a signed quotation is: its label says who speaks; what it is, only its form does.
TURN = 0.9
_MARK = re.compile("''|[\"“”„‟«»‘’']")
_CLOSING = re.compile("(?:''|[\"“”„‟«»‘’'])$")


class Extractor:
    """The model, loaded. The same text gets the same answer, whatever was read before it or is read beside it."""

    def __init__(self, weights: Weights, jobs: int = 1) -> None:
        self._choices = weights.choices
        self._tagger = Tagger(weights.graph, tokenizer_of(weights.vocabulary), jobs)

    @classmethod
    def load(cls, jobs: int = 1, folder: Folder | None = None) -> Self:
        """The shipped model, or the one in a folder, with ``jobs`` threads. Raises ModelError when files are missing
        or corrupt.
        """
        weights = read_weights(folder)
        try:
            return cls(weights, jobs)
        except ImportError as error:
            raise ModelError(f"{error.name} is not installed; reinstall attribution-checker") from error

    def attributions(
        self, article_id: str, text: str, sentences: Sequence[Sentence], *, nested: bool = False
    ) -> tuple[Attribution, ...]:
        """The attributions of a text in order of their contents; with ``nested`` those inside other contents as well.

        ``sentences`` tell which lines are no prose (a byline or a dateline is nobody's statement) and where a source
        ends at the latest. Never fails on odd text.
        """
        no_prose = [s.span for s in sentences if s.kind in _NO_PROSE]
        quoted = read_quotations(text)
        outer = [
            _attribution(article_id, text, linked, sure, words_scene, quoted)
            for words_scene, linked, sure in self._found(text, frozenset(s.span.start for s in sentences))
        ]
        kept = [a for a in outer if not any(span.holds(a.content[0]) for span in no_prose)]
        kept = _continued(article_id, text, kept, quoted)
        said = [_turn(article_id, text, turn, quoted) for turn in turns(text)]
        kept = said + [a for a in kept if not any(_is_inside(a, turn) for turn in said)]
        signed = [_turn(article_id, text, turn, quoted) for turn in signatures(text)]
        kept = signed + [a for a in kept if not any(_shares_words(a, other) for other in signed)]
        beside = [_turn(article_id, text, turn, quoted) for turn in labelled(text, quoted)]
        beside = [a for a in beside if not any(_is_said_by(a, other) for other in kept)]
        kept = beside + [a for a in kept if not any(_shares_words(a, other) for other in beside)]
        if nested:
            kept += [inner for a in kept for inner in self._inside(article_id, text, a, quoted)]
        return tuple(sorted(kept, key=lambda a: (a.content[0].start, -a.content[0].end, a.id)))

    def batch(
        self, articles: Iterable[tuple[str, str, Sequence[Sentence]]], nested: bool = False
    ) -> Iterator[tuple[Attribution, ...]]:
        """The attributions of each (id, text, sentences), in order: just what ``attributions`` gives for each."""
        for article_id, text, sentences in articles:
            yield self.attributions(article_id, text, sentences, nested=nested)

    def _found(self, text: str, starts: frozenset[int] = frozenset()) -> Iterator[tuple[Scene, Linked, float]]:
        choices = self._choices
        words = read_words(text)
        cuts = frozenset(at for at, (start, _) in enumerate(words.spans) if start in starts)
        reading = read_spans(words, self._tagger.parts(words), choices.scores, choices.taste, cuts)
        here = scene(with_quotations(reading))
        for linked in choices.linker.attributions(here):
            sure = choices.confidence.of(here, linked)
            if sure >= choices.least:
                yield here, linked, sure

    def _inside(self, article_id: str, text: str, outer: Attribution, quoted: Quotations) -> Iterator[Attribution]:
        """The attributions inside each piece of a content, read as a text of its own, without the marks round it."""
        for piece in (_bare(piece, text) for piece in outer.content):
            if piece.end - piece.start < LEAST_NESTED_CHARACTERS:
                continue
            for here, linked, sure in self._found(piece.of(text)):
                inner = _attribution(article_id, text, linked, sure, here, quoted, offset=piece.start, nested=True)
                if sure < LEAST_NESTED or not inner.cue or inner.content in (outer.content, (piece,)):
                    continue
                if not is_own(text, inner.source, inner.cue):
                    yield inner


def _continued(article_id: str, text: str, found: list[Attribution], quoted: Quotations) -> list[Attribution]:
    """The attributions with the rest of every quotation over several paragraphs whose beginning they hold."""
    long = long_quotations(text, quoted)
    if not long:
        return found
    contents = continued([attribution.content for attribution in found], long, text)
    return [
        a
        if content == a.content
        else replace(
            a, content=content, kind=kind_of(text, content, quoted), id=attribution_id(article_id, content, a.source)
        )
        for a, content in zip(found, contents, strict=True)
    ]


def _turn(article_id: str, text: str, turn: Turn, quoted: Quotations) -> Attribution:
    return Attribution(
        id=attribution_id(article_id, turn.contents, (turn.label,)),
        content=turn.contents,
        cue=(turn.mark,),
        source=(turn.label,),
        kind=kind_of(text, turn.contents, quoted),
        confidence=TURN,
    )


def _is_inside(attribution: Attribution, turn: Attribution) -> bool:
    """Whether most of an attribution is part of a turn, so that it is no account that only takes the turn in."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in attribution.content for b in turn.content)
    return 2 * shared > sum(span.end - span.start for span in attribution.content)


def _bare(piece: Span, text: str) -> Span:
    """A span without the quotation marks it begins and ends with: an indirect one may end with those of its last
    words.
    """
    mark = _MARK.match(text, piece.start, piece.end)
    if mark is None:
        return piece
    start, end = mark.end(), piece.end
    closing = _CLOSING.search(text, start, end)
    return Span(start, closing.start() if closing else end)


def _shares_words(one: Attribution, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _is_said_by(one: Attribution, other: Attribution) -> bool:
    """Whether another attribution has the same words and the same source, be it longer."""
    return _shares_words(one, other) and any(a.overlaps(b) for a in one.source for b in other.source)


def _attribution(
    article_id: str,
    text: str,
    linked: Linked,
    sure: float,
    here: Scene,
    quoted: Quotations,
    *,
    offset: int = 0,
    nested: bool = False,
) -> Attribution:
    content = closed(text, _moved(placed(here.words, linked.contents, with_marks=True), offset), quoted)
    content = spoken(text, content, quoted)
    cue = _moved(placed(here.words, [linked.cue] if linked.cue else [], with_marks=False), offset)
    source = _moved(placed(here.words, [linked.source] if linked.source else [], with_marks=False), offset)
    source = () if is_told(text, source, cue) else named(text, source, cue)
    return Attribution(
        id=attribution_id(article_id, content, source),
        content=content,
        cue=cue,
        source=source,
        kind=kind_of(text, content, quoted),
        confidence=round(sure, 4),
        nested=nested,
    )


def _moved(spans: Sequence[Span], offset: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + offset, span.end + offset) for span in spans)


def tokenizer_of(vocabulary: bytes) -> "Tokenizer":
    """The tokenizer in a vocabulary file. Raises ModelError when it is none."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_str(vocabulary.decode("utf-8"))
    except Exception as error:  # the Rust library raises plain Exception for whatever is wrong with its file
        raise ModelError(f"vocabulary.json: unreadable ({error}); reinstall attribution-checker") from error
    tokenizer.no_padding()  # the file asks for padding to 128
    tokenizer.no_truncation()
    return tokenizer
