"""The pre-trained encoders that training may start from. All are read with BERT's uncased word pieces.

MiniLM (Wang et al. 2020) is a BERT; MPNet (Song et al. 2020) numbers the same pieces four higher and has marks of its
own for a text's start and end.
"""

import json
from pathlib import Path

from torch import Tensor, nn

# The upper layers of the sentence encoder serve its pooling; without them training is a quarter quicker.
MPNET_LAYERS = 9
_HIGHER = 4
# BERT's numbers of padding, unknown pieces, start, end and the hidden piece, and what MPNet calls them.
_MARKS = {0: 1, 100: 3, 101: 0, 102: 2, 103: 30526}


def load_encoder(start: Path) -> nn.Module:
    """The encoder in folder ``start`` without dropout; its vocabulary and places are not trained. Raises ValueError
    for a kind that is neither BERT nor MPNet.
    """
    from transformers import BertModel, MPNetModel

    kind = _kind(start)
    if kind not in ("bert", "mpnet"):
        raise ValueError(f"{start}: a {kind} cannot be trained; take a BERT or an MPNet")
    model = (BertModel if kind == "bert" else MPNetModel).from_pretrained(
        str(start), hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, add_pooling_layer=False
    )
    if kind == "mpnet":
        model.encoder.layer = model.encoder.layer[:MPNET_LAYERS]
    for part in ("word_embeddings", "position_embeddings"):
        getattr(model.embeddings, part).weight.requires_grad_(False)
    return model


def renumbered(ids: Tensor, encoder: nn.Module) -> Tensor:
    """BERT's word pieces by the numbers that the encoder knows them by."""
    if encoder.config.model_type == "bert":
        return ids
    out = ids + _HIGHER
    for bert, other in _MARKS.items():
        out = out.masked_fill(ids == bert, other)
    return out


def _kind(start: Path) -> str:
    return str(json.loads((start / "config.json").read_text(encoding="utf-8"))["model_type"])
