"""Training the tagger on a budget of wall time, in single-threaded processes whose weights are averaged now and then.

Local SGD (Stich 2019): on few cores this beats threads in one process, and a barrier at every step would wait for the
slower one. The learning rate falls linearly over the budget, so the run ends when it should, however busy the machine
is. A checkpoint holds all that is needed to go on: start again with the same folder and it does.
"""

import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import Tensor

from attribution.extract.training.corpus import Annotated, held_out, read_corpus
from attribution.extract.training.examples import Example, examples
from attribution.extract.training.network import Batch, Tagger, collate
from attribution.extract.training.shrinking import Size, shrink
from attribution.extract.training.teaching import read_taught

PIECES_A_BATCH = 1024
ARTICLES_A_CHUNK = 40
CHECKPOINT_SECONDS = 240.0
WARM_UP_STEPS = 60
ARTICLES_TO_WEIGH = 8
# The state at this share of the budget is kept for the linker to learn from: it has seen no article more than twice.
EARLY = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is made of. ``start`` is the folder of the pre-trained weights, ``vocabulary`` the BERT tokenizer's
    file, ``folder`` takes checkpoints and the log. A student starts from the trained tagger ``large``, made as small as
    ``size``, and learns from what a teacher says of the articles as well, ``taught``. ``halved``: with bfloat16, see
    `Tagger`.
    """

    corpus: Path
    start: Path
    vocabulary: Path
    folder: Path
    seconds: float
    seed: int = 1
    processes: int = 2
    held_out: int = 60
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    chain_rate: float = 5e-3
    average_seconds: float = 30.0
    link_weight: float = 0.15
    port: int = 29541
    large: Path | None = None
    size: Size = field(default_factory=Size)
    taught: Path | None = None
    halved: bool = False


def learn(plan: Plan, rank: int) -> None:
    """One process of a run; rank 0 writes ``checkpoint.pt`` and ``tagger.pt`` (the end). Blocks until the budget is
    spent.
    """
    torch.set_num_threads(1)
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", str(plan.port))
    dist.init_process_group("gloo", rank=rank, world_size=plan.processes)
    torch.manual_seed(plan.seed)
    _Run(plan, rank).go()
    dist.destroy_process_group()


class _Run:
    """One process's model, optimiser and clock."""

    def __init__(self, plan: Plan, rank: int) -> None:
        self.plan, self.rank = plan, rank
        self.tokenizer = read_tokenizer(plan.vocabulary)
        self.taught = {} if plan.taught is None else read_taught(plan.taught)
        self.model = self._first_model().train()
        self.optimiser = torch.optim.AdamW(_groups(self.model, plan), betas=(0.9, 0.98))
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.step = self.since_average = self.pieces = self.epoch = self.chunk = 0
        self.seen, self.saved = 0.0, 0.0
        self.means = [0.0, 0.0, 0.0]
        self.began = self._resume()
        self.averages = int((time.time() - self.began) / plan.average_seconds)

    def _first_model(self) -> Tagger:
        model = Tagger(self.plan.start, self.plan.halved)
        if self.plan.large is not None:
            model.load_state_dict(torch.load(self.plan.large, weights_only=True))
            some = [e for a in read_corpus(self.plan.corpus)[:ARTICLES_TO_WEIGH] for e in examples(a, self.tokenizer)]
            shrink(model, self.plan.size, [collate([example]) for example in some])
        return model

    def _resume(self) -> float:
        """The moment at which the budget began, on a clock that all processes share."""
        path = self.plan.folder / "checkpoint.pt"
        elapsed = 0.0
        if path.exists():
            kept = torch.load(path, weights_only=True)
            self.model.load_state_dict(kept["model"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.step, self.epoch, self.chunk, elapsed = kept["step"], kept["epoch"], kept["chunk"], kept["elapsed"]
        began = torch.tensor([time.time() - elapsed], dtype=torch.float64)
        dist.broadcast(began, 0)
        torch.manual_seed(self.plan.seed + 1000 * self.step + self.rank)
        return float(began)

    @property
    def progress(self) -> float:
        return (time.time() - self.began) / self.plan.seconds

    def go(self) -> None:
        for batch in self._batches():
            self._teach(batch)
            while self._average_is_due():
                self._average()
            if self.progress >= 1:
                break
        while (self.averages + 1) * self.plan.average_seconds < self.plan.seconds:
            self._average()  # a process that ends early still takes part in what the others wait for
        self._average()
        if self.rank == 0:
            torch.save(self.model.state_dict(), self.plan.folder / "tagger.pt")
            self._log("end")

    def _batches(self) -> Iterator[Batch]:
        train, _ = held_out(read_corpus(self.plan.corpus), self.plan.held_out, self.plan.seed)
        while True:
            chunks = _chunks(train, random.Random(self.plan.seed + self.epoch), self.rank, self.plan.processes)
            for number, chunk in list(enumerate(chunks))[self.chunk :]:
                self.chunk = number
                rng = random.Random(self.plan.seed + 7919 * self.epoch + 31 * self.chunk + self.rank)
                yield from map(collate, batches([e for a in chunk for e in self._examples(a, rng)], rng))
            self.epoch, self.chunk = self.epoch + 1, 0

    def _examples(self, article: Annotated, rng: random.Random) -> Iterator[Example]:
        return examples(article, self.tokenizer, rng, self.taught.get(article.id))

    def _teach(self, batch: Batch) -> None:
        losses = self.model.losses(batch)
        total = losses[0] + self.plan.link_weight * (losses[1] + losses[2])
        self.optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(_trained(self.model), 1.0)
        scale = min(1.0, (self.step + 1) / WARM_UP_STEPS) * max(0.0, 1 - self.progress)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        self.optimiser.step()
        self._count(batch, [float(loss.detach()) for loss in losses])

    def _count(self, batch: Batch, losses: Sequence[float]) -> None:
        self.step += 1
        self.since_average += 1
        self.pieces += int(batch.mask.sum())
        keep = 0.98 if self.step > 1 else 0.0
        self.means = [keep * mean + (1 - keep) * loss for mean, loss in zip(self.means, losses, strict=True)]
        if self.rank == 0 and self.step % 20 == 0:
            self._log("")

    def _log(self, what: str) -> None:
        chain, content, source = self.means
        line = (
            f"{what}step {self.step} epoch {self.epoch} chunk {self.chunk} progress {self.progress:.3f} "
            f"labels {chain:.4f} contents {content:.3f} sources {source:.3f} "
            f"pieces {self.pieces} cpu {time.process_time():.0f} wall {time.time() - self.began:.0f}"
        )
        with (self.plan.folder / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _average_is_due(self) -> bool:
        due = (self.averages + 1) * self.plan.average_seconds
        return due < self.plan.seconds and time.time() - self.began > due

    def _average(self) -> None:
        """All processes' weights become their mean, weighted by the steps each has made since the last time."""
        weight = max(float(self.since_average), 1e-3)
        flat = torch.cat([p.detach().reshape(-1) for p in _trained(self.model)] + [torch.ones(1)]) * weight
        dist.all_reduce(flat)
        flat /= flat[-1].clone()
        at = 0
        with torch.no_grad():
            for p in _trained(self.model):
                p.copy_(flat[at : at + p.numel()].view_as(p))
                at += p.numel()
        self.averages, self.since_average = self.averages + 1, 0
        if self.rank == 0 and time.time() - self.saved > CHECKPOINT_SECONDS:
            self._save("checkpoint.pt")
        if self.rank == 0 and self.progress > EARLY and not (self.plan.folder / "early.pt").exists():
            self._save("early.pt")

    def _save(self, name: str) -> None:
        self.saved = time.time()
        kept: dict[str, Any] = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "epoch": self.epoch,
            "chunk": self.chunk,
            "elapsed": time.time() - self.began,
        }
        part = self.plan.folder / "checkpoint.part"
        torch.save(kept, part)
        part.replace(self.plan.folder / name)


def read_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer that neither pads nor cuts, whatever its file asks for."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _trained(model: Tagger) -> list[Tensor]:
    return [p for p in model.parameters() if p.requires_grad]


def _groups(model: Tagger, plan: Plan) -> list[dict[str, Any]]:
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    encoder = [p for name, p in named if name.startswith("bert.")]
    chain = [p for name, p in named if name == "transition"]
    head = [p for name, p in named if not name.startswith("bert.") and name != "transition"]
    return [
        {"params": encoder, "lr": plan.encoder_rate, "weight_decay": 0.01},
        {"params": head, "lr": plan.head_rate, "weight_decay": 0.0},
        {"params": chain, "lr": plan.chain_rate, "weight_decay": 0.0},
    ]


def _chunks(articles: Sequence[Annotated], rng: random.Random, rank: int, processes: int) -> list[list[Annotated]]:
    order = list(articles)
    rng.shuffle(order)
    mine = order[rank::processes]
    return [mine[at : at + ARTICLES_A_CHUNK] for at in range(0, len(mine), ARTICLES_A_CHUNK)]


def batches(given: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order; half of the windows without any attribution are left out."""
    kept = [e for e in given if any(lesson.cues for lesson in e.lessons) or rng.random() < 0.5]
    out: list[list[Example]] = []
    current: list[Example] = []
    for example in sorted(kept, key=lambda e: len(e.inputs.ids)):
        if current and (len(current) + 1) * len(example.inputs.ids) > PIECES_A_BATCH:
            out.append(current)
            current = []
        current.append(example)
    if current:
        out.append(current)
    rng.shuffle(out)
    return out
