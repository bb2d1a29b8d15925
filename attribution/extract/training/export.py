"""From trained weights to the graph that onnxruntime runs: built node by node, fused, with 8-bit weights.

Matrices become 8-bit integers, one scale a column, in a reduced range: without it processors that lack VNNI overflow
and cosine similarity to the full weights falls from 0.99 to 0.96. The vocabulary's vectors get one scale each.
The last layer computes only the words that are labelled.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Array = NDArray[np.float32]

HEADS, LONGEST = 12, 512
_EPSILON = 1e-12
# Two narrow matrices, where rounding would cost accuracy and win no time, and two products of the first layer, whose
# rounding goes through all others: with them in 8 bits a whole point of attributions is lost.
_EXACT = ["labels_product", "links_product", "layer0_attention", "layer0_narrow"]


class _Graph:
    """Nodes and constants, added one by one."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self.weights, self.nodes, self.constants = weights, list[onnx.NodeProto](), list[onnx.TensorProto]()

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        domain = "com.microsoft" if kind in ("Attention", "BiasGelu") else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def product(self, value: str, layer: str, output: str) -> str:
        """value @ weight, without its bias; torch keeps matrices transposed."""
        return self.add("MatMul", [value, self.constant(f"{output}_w", self.weights[f"{layer}.weight"].T)], output)


def save_graph(weights: Mapping[str, Array], path: Path, *, quantized: bool = True) -> None:
    """Write the graph of ``weights`` (a Tagger's state by name) to ``path``. Inputs ``ids``, ``quoted``, ``case`` (T)
    and ``first`` (N), 64-bit; outputs ``labels`` (N, 13) and ``links`` (N, 256).
    """
    model = _model(weights, compressed=quantized)
    if not quantized:
        onnx.save(model, str(path))
        return
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        onnx.save(model, str(exact))
        quantize_dynamic(
            str(exact),
            str(path),
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_EXACT,
            extra_options={"DefaultTensorType": 1},
        )


def _model(weights: Mapping[str, Array], *, compressed: bool) -> onnx.ModelProto:
    g = _Graph(weights)
    hidden = _embedded(g, compressed=compressed)
    layers = len({name.split(".")[3] for name in weights if name.startswith("bert.encoder.layer.")})
    for number in range(layers):
        hidden = _layer(g, hidden, number, last=number == layers - 1)
    g.add("Squeeze", [hidden, "zero"], "read")
    for name, layer in (("labels", "label"), ("links", "links")):
        g.add("Add", [g.product("read", layer, f"{name}_product"), g.weight(f"{layer}.bias")], name)
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["T"]) for n in ("ids", "quoted", "case")]
    inputs.append(helper.make_tensor_value_info("first", TensorProto.INT64, ["N"]))
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["N", None]) for n in ("labels", "links")]
    graph = helper.make_graph(g.nodes, "tagger", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return model


def _embedded(g: _Graph, *, compressed: bool) -> str:
    g.constant("zero", np.array([0], np.int64))
    summed = _vocabulary(g, compressed=compressed)
    for name in ("quoted", "case"):
        summed = g.add(
            "Add", [summed, g.add("Gather", [g.weight(f"{name}.weight"), name], f"{name}_read")], f"with_{name}"
        )
    place = (
        g.weights["bert.embeddings.position_embeddings.weight"]
        + g.weights["bert.embeddings.token_type_embeddings.weight"][0]
    )
    places = g.constant("places", place[:LONGEST])
    here = g.add("Slice", [places, "zero", g.add("Shape", ["ids"], "length"), "zero"], "here")
    summed = g.add("Add", [summed, here], "with_place")
    norm = [g.weight(f"bert.embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    g.add("LayerNormalization", [summed, *norm], "embedded", axis=-1, epsilon=_EPSILON)
    return g.add("Unsqueeze", ["embedded", "zero"], "embedded_row")


def _vocabulary(g: _Graph, *, compressed: bool) -> str:
    table = g.weights["bert.embeddings.word_embeddings.weight"]
    if not compressed:
        return g.add("Gather", [g.constant("vocabulary", table), "ids"], "pieces")
    scale = np.abs(table).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    small = g.constant("vocabulary", np.round(table / scale).astype(np.int8))
    g.add("Cast", [g.add("Gather", [small, "ids"], "pieces_small")], "pieces_whole", to=TensorProto.FLOAT)
    g.add("Gather", [g.constant("vocabulary_scale", scale.astype(np.float32)), "ids"], "pieces_scale")
    return g.add("Mul", ["pieces_whole", "pieces_scale"], "pieces")


def _layer(g: _Graph, value: str, number: int, *, last: bool) -> str:
    layer, at = f"bert.encoder.layer.{number}", f"layer{number}"
    parts = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([g.weights[f"{part}.weight"].T for part in parts], 1)
    bias = np.concatenate([g.weights[f"{part}.bias"] for part in parts])
    inputs = [value, g.constant(f"{at}_qkv_w", matrix), g.constant(f"{at}_qkv_b", bias)]
    seen = g.add("Attention", inputs, f"{at}_attention", num_heads=HEADS)
    if last:
        seen = g.add("Gather", [seen, "first"], f"{at}_seen", axis=1)
        value = g.add("Gather", [value, "first"], f"{at}_kept", axis=1)
    out = g.product(seen, f"{layer}.attention.output.dense", f"{at}_out")
    value = _normed(g, out, value, f"{layer}.attention.output", f"{at}_first")
    wide = g.product(value, f"{layer}.intermediate.dense", f"{at}_wide")
    wide = g.add("BiasGelu", [wide, g.weight(f"{layer}.intermediate.dense.bias")], f"{at}_gelu")
    return _normed(
        g, g.product(wide, f"{layer}.output.dense", f"{at}_narrow"), value, f"{layer}.output", f"{at}_second"
    )


def _normed(g: _Graph, value: str, skip: str, layer: str, output: str) -> str:
    """Of value, its bias and what skipped the layer. In three steps: the fused SkipLayerNormalization is slower."""
    biased = g.add("Add", [value, g.weight(f"{layer}.dense.bias")], f"{output}_biased")
    summed = g.add("Add", [biased, skip], f"{output}_summed")
    norm = [g.weight(f"{layer}.LayerNorm.{part}") for part in ("weight", "bias")]
    return g.add("LayerNormalization", [summed, *norm], output, axis=-1, epsilon=_EPSILON)
