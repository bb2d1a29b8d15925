"""A smaller tagger made of a trained one, to be taught anew: some of its layers, and the more useful part of each.

Layers are left out whole (Sajjad et al. 2023, "On the effect of dropping layers of pre-trained transformer models");
of a layer's inner units those stay whose answers weigh most (structured pruning, McCarley et al. 2019).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from attribution.extract.training.network import Batch, Tagger


@dataclass(frozen=True, slots=True)
class Size:
    """Which layers of the trained tagger stay, and how many inner units of each."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    inner: int = 768


def shrink(tagger: Tagger, size: Size, batches: Sequence[Batch]) -> None:
    """Make ``tagger``, a BERT, as small as ``size``, in place. The units' weight is measured on ``batches``."""
    weights = _unit_weights(tagger, batches)
    layers: Any = tagger.bert.encoder.layer
    for number in size.layers:
        _keep_units(layers[number], weights[number].topk(size.inner).indices.sort().values)
    tagger.bert.encoder.layer = nn.ModuleList(layers[number] for number in size.layers)


def _unit_weights(tagger: Tagger, batches: Sequence[Batch]) -> list[Tensor]:
    """For each layer, the mean size of what each inner unit adds to a word piece."""
    layers: Any = tagger.bert.encoder.layer
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]

    def counting(number: int) -> Any:
        return lambda module, given, out: sums[number].add_(out.abs().flatten(0, 1).sum(0))

    hooks = [layer.intermediate.register_forward_hook(counting(number)) for number, layer in enumerate(layers)]
    with torch.no_grad():
        for batch in batches:
            tagger.read(batch)
    for hook in hooks:
        hook.remove()
    return [total * layer.output.dense.weight.detach().norm(dim=0) for total, layer in zip(sums, layers, strict=True)]


def _keep_units(layer: Any, units: Tensor) -> None:
    into, out = layer.intermediate.dense, layer.output.dense
    fewer_in, fewer_out = nn.Linear(into.in_features, len(units)), nn.Linear(len(units), out.out_features)
    with torch.no_grad():
        fewer_in.weight.copy_(into.weight[units])
        fewer_in.bias.copy_(into.bias[units])
        fewer_out.weight.copy_(out.weight[:, units])
        fewer_out.bias.copy_(out.bias)
    layer.intermediate.dense, layer.output.dense = fewer_in, fewer_out
