"""The tagger as it is trained: an encoder with quotation and case embeddings, and a linear-chain CRF over the
labels.

Beside the labels it learns which cue each content and source word belongs to (a bilinear score), which makes it look
at whole attributions; the linker reads that score too. CRF: Lafferty, McCallum and Pereira 2001; MiniLM: Wang et al.
2020.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution.extract.labels import LABELS, may_follow
from attribution.extract.training.corpus import NO_OWNER
from attribution.extract.training.encoders import load_encoder, renumbered
from attribution.extract.training.examples import Example, Lesson

PROJECTED = 64
FORBIDDEN = -1e4
# How much of a student's target is what its teacher says, against the gold label.
TEACHER_SHARE = 0.7
_EDGE = len(LABELS)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length (B, T), and their paragraphs padded to one number of labelled words (P, L).

    ``at`` are positions in the flattened (B·T); ``cues`` (P, K, 2) positions among L; ``content_cue`` (P, L) the cue
    of a content word or NO_OWNER; ``source_cues`` (P, L, K) 1 where a source word serves a cue, -1 where nothing is
    to be learned. ``targets`` (P, L, C) say how probable each label should be: the gold one alone, or what it
    and a teacher say together.
    """

    ids: Tensor
    quoted: Tensor
    case: Tensor
    mask: Tensor
    at: Tensor
    labels: Tensor
    present: Tensor
    cues: Tensor
    content_cue: Tensor
    source_cues: Tensor
    targets: Tensor


class Tagger(nn.Module):  # type: ignore[misc]  # torch is absent where only the program is installed
    """Emissions for each labelled word, the CRF's scores, and the projections of the link score."""

    def __init__(self, start: Path, halved: bool = False) -> None:
        super().__init__()
        self.halved = halved  # the encoder's products are made of bfloat16, twice as fast where the processor can
        self.bert = load_encoder(start)
        width = self.bert.config.hidden_size
        self.quoted, self.case = nn.Embedding(6, width), nn.Embedding(6, width)
        nn.init.normal_(self.quoted.weight, std=0.005)
        nn.init.normal_(self.case.weight, std=0.005)
        self.label = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 4 * PROJECTED)  # content word, source word, cue to contents, cue to sources
        self.source_bias = nn.Parameter(torch.zeros(1))
        self.transition = nn.Parameter(torch.zeros(_EDGE + 1, _EDGE + 1))
        self.drop = nn.Dropout(0.15)
        self.register_buffer("allowed", _allowed(), persistent=False)

    def read(self, batch: Batch) -> Tensor:
        """The last layer's vectors of the labelled words, (P, L, H)."""
        pieces = self.bert.embeddings.word_embeddings(renumbered(batch.ids, self.bert))
        embedded = pieces + self.quoted(batch.quoted) + self.case(batch.case)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.halved):
            hidden = self.bert(inputs_embeds=embedded, attention_mask=batch.mask).last_hidden_state
        return hidden.float().reshape(-1, hidden.size(2))[batch.at]

    def scores(self) -> Tensor:
        """The CRF's transitions with a row and column for the paragraph's edge; impossible ones forbidden."""
        return self.transition.masked_fill(~self.allowed, FORBIDDEN)

    def losses(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Of the labels, the contents' cues and the sources' cues, each a mean over words."""
        hidden = self.drop(self.read(batch))
        emissions = self.label(hidden)
        chain = crf_loss(emissions, self.scores(), batch)
        content, source = link_scores(self.links(hidden), batch.cues)
        return chain, _content_loss(content, batch), _source_loss(source + self.source_bias, batch)


def _allowed() -> Tensor:
    names = [*LABELS, None]
    return torch.tensor([[may_follow(a, b) for b in names] for a in names])


def crf_loss(emissions: Tensor, scores: Tensor, batch: Batch) -> Tensor:
    """The cross-entropy between the target labels and the CRF's (P, L, C) emissions, a word. The transitions learn
    from the gold labels alone, of which a teacher knows no more.
    """
    gold = _moves_score(scores, batch.labels, batch.present)
    here = ((batch.targets * emissions).sum(2) * batch.present).sum(1)
    return (_partition(emissions, scores, batch.present) - gold - here).sum() / batch.present.sum()


def _moves_score(scores: Tensor, labels: Tensor, present: Tensor) -> Tensor:
    moves = scores[labels[:, :-1], labels[:, 1:]] * present[:, 1:]
    last = labels.gather(1, present.sum(1, keepdim=True).long() - 1).squeeze(1)
    return moves.sum(1) + scores[_EDGE, labels[:, 0]] + scores[last, _EDGE]


def _partition(emissions: Tensor, scores: Tensor, present: Tensor) -> Tensor:
    inner = scores[:_EDGE, :_EDGE]
    alpha = scores[_EDGE, :_EDGE] + emissions[:, 0]
    for at in range(1, emissions.size(1)):
        moved = torch.logsumexp(alpha.unsqueeze(2) + inner, 1) + emissions[:, at]
        alpha = torch.where(present[:, at, None] > 0, moved, alpha)
    return torch.logsumexp(alpha + scores[:_EDGE, _EDGE], 1)


def link_scores(projected: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
    """For each word and cue of a paragraph (P, L, K): does the word belong to the cue's contents, its sources?"""
    content, source, for_content, for_source = projected.split(PROJECTED, -1)

    def cue(values: Tensor) -> Tensor:
        at = cues.reshape(cues.size(0), -1, 1).expand(-1, -1, PROJECTED)
        return values.gather(1, at).reshape(*cues.shape, PROJECTED).mean(2).transpose(1, 2)

    return content @ cue(for_content) / math.sqrt(PROJECTED), source @ cue(for_source) / math.sqrt(PROJECTED)


def _content_loss(scores: Tensor, batch: Batch) -> Tensor:
    none = (batch.source_cues[:, :1] == -2).expand_as(scores)  # cues that only pad the paragraph
    loss = functional.cross_entropy(
        scores.masked_fill(none, FORBIDDEN).transpose(1, 2), batch.content_cue, ignore_index=NO_OWNER, reduction="sum"
    )
    return loss / (batch.content_cue != NO_OWNER).sum().clamp(min=1)


def _source_loss(scores: Tensor, batch: Batch) -> Tensor:
    known = (batch.source_cues >= 0).float()
    loss = functional.binary_cross_entropy_with_logits(scores, batch.source_cues.clamp(min=0), reduction="none")
    return (loss * known).sum() / known.amax(2).sum().clamp(min=1)


def collate(examples: Sequence[Example]) -> Batch:
    """Examples side by side, padded."""
    length = max(len(e.inputs.ids) for e in examples)
    lessons = [(row, e, lesson) for row, e in enumerate(examples) for lesson in e.lessons]
    most = max(lesson.end - lesson.first for _, _, lesson in lessons)
    at = torch.zeros(len(lessons), most, dtype=torch.long)
    labels, present = torch.zeros_like(at), torch.zeros(len(lessons), most)
    targets = torch.zeros(len(lessons), most, len(LABELS))
    for i, (row, e, lesson) in enumerate(lessons):
        size = lesson.end - lesson.first
        at[i, :size] = torch.tensor(e.inputs.first[lesson.first : lesson.end]) + row * length
        labels[i, :size] = torch.tensor(lesson.labels)
        present[i, :size] = 1
        targets[i, :size] = _targets(lesson)
    ids, quoted, case = (
        _padded([getattr(e.inputs, name) for e in examples], length, fill)
        for name, fill in (("ids", 0), ("quoted", 0), ("case", 5))
    )
    mask = _padded([[1] * len(e.inputs.ids) for e in examples], length, 0)
    cues, content, source = _links([lesson for _, _, lesson in lessons], most)
    return Batch(ids, quoted, case, mask, at, labels, present, cues, content, source, targets)


def _targets(lesson: Lesson) -> Tensor:
    gold = functional.one_hot(torch.tensor(lesson.labels), len(LABELS)).float()
    if lesson.taught is None:
        return gold
    taught = torch.from_numpy(lesson.taught)
    share = TEACHER_SHARE * (taught.sum(1, keepdim=True) > 0)
    return (1 - share) * gold + share * taught


def _padded(rows: Sequence[Sequence[int]], length: int, fill: int) -> Tensor:
    return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])


def _links(lessons: Sequence[Lesson], most: int) -> tuple[Tensor, Tensor, Tensor]:
    most_cues = max(1, *(len(lesson.cues) for lesson in lessons)) if len(lessons) > 1 else max(1, len(lessons[0].cues))
    cues = torch.zeros(len(lessons), most_cues, 2, dtype=torch.long)
    content = torch.full((len(lessons), most), NO_OWNER)
    source = torch.full((len(lessons), most, most_cues), -1.0)
    for i, lesson in enumerate(lessons):
        if lesson.cues:
            cues[i, : len(lesson.cues)] = torch.tensor(lesson.cues)
        source[i, :, len(lesson.cues) :] = -2
        for word, cue in lesson.contents:
            content[i, word] = cue
        for word, served in lesson.sources:
            source[i, word, : len(lesson.cues)] = 0
            source[i, word, list(served)] = 1
    return cues, content, source
