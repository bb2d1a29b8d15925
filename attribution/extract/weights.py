"""The shipped model: four files and a manifest of their hashes, read through the package wherever it is installed."""

import hashlib
import io
import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Protocol

from attribution.errors import ModelError
from attribution.extract.choosing import Taste
from attribution.extract.confidence import Confidence
from attribution.extract.forest import Forest
from attribution.extract.linker import Linker, LinkRules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from attribution.extract.chain import Floats

GRAPH, VOCABULARY, LINKS, CHOICES, MANIFEST = (
    "tagger.onnx",
    "vocabulary.json",
    "links.npz",
    "choices.json",
    "manifest.json",
)
_MEND = "reinstall attribution-checker"


class Folder(Protocol):
    """What holds the files: a path, or a folder inside the installed package."""

    def joinpath(self, name: str, /) -> "Readable": ...


class Readable(Protocol):
    def read_bytes(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Choices:
    """What turns the network's answer into attributions: the CRF's ``scores``, how spans are chosen and joined, how
    sure the result is, and the confidence below which it is not given.
    """

    scores: "Floats"
    linker: Linker
    confidence: Confidence
    taste: Taste
    least: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All that the extractor has learned: the network's graph, its vocabulary, and the rest."""

    graph: bytes
    vocabulary: bytes
    choices: Choices


def shipped() -> Folder:
    """The folder of the package that holds the weights."""
    return resources.files("attribution.extract").joinpath("weights")


def read_weights(folder: Folder | None = None) -> Weights:
    """The weights in a folder, the shipped ones by default. Raises ModelError when a file is missing or not what it
    was.
    """
    files = _checked(folder or shipped())
    try:
        return _decoded(files)
    except (KeyError, ValueError, TypeError, OSError) as error:
        raise ModelError(
            f"{LINKS} or {CHOICES}: not made for this version of the program ({error}); {_MEND}"
        ) from error


def _checked(folder: Folder) -> dict[str, bytes]:
    try:
        wanted: dict[str, str] = json.loads(_bytes(folder, MANIFEST))["sha256"]
        files = {name: _bytes(folder, name) for name in wanted}
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{MANIFEST}: unreadable; {_MEND}") from error
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() != wanted[name]:
            raise ModelError(f"{name}: damaged, its hash is not the shipped one's; {_MEND}")
    return files


def _bytes(folder: Folder, name: str) -> bytes:
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(f"{name}: the model's file is missing or unreadable; {_MEND}") from error


def _decoded(files: dict[str, bytes]) -> Weights:
    import numpy as np

    choices = json.loads(files[CHOICES])
    with np.load(io.BytesIO(files[LINKS]), allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files}
    sure = choices["confidence"]
    decided = Choices(
        scores=arrays["scores"].astype(np.float64),
        linker=Linker(_forest(arrays, "content"), _forest(arrays, "source"), LinkRules(**choices["rules"])),
        confidence=Confidence(tuple(sure["weights"]), sure["base"]),
        taste=Taste(**choices["taste"]),
        least=choices["least"],
    )
    return Weights(files[GRAPH], files[VOCABULARY], decided)


_PARTS = ("feature", "threshold", "left", "right", "value")


def _forest(arrays: "dict[str, NDArray[np.generic]]", name: str) -> Forest:
    parts = {part: arrays[f"{name}_{part}"] for part in _PARTS}
    whole = {
        part: value.astype("int64" if part in ("feature", "left", "right") else "float64")
        for part, value in parts.items()
    }
    return Forest(**whole, base=float(arrays[f"{name}_base"]), depth=int(arrays[f"{name}_depth"]))


def encoded(weights: Weights) -> dict[str, bytes]:
    """The files of a set of weights, the manifest among them: what read_weights reads."""
    import numpy as np

    held = io.BytesIO()
    linker = weights.choices.linker
    forests = {"content": linker.content, "source": linker.source}
    arrays = {f"{name}_{part}": _small(getattr(forest, part)) for name, forest in forests.items() for part in _PARTS}
    for name, forest in forests.items():
        arrays |= {f"{name}_base": np.array(forest.base), f"{name}_depth": np.array(forest.depth)}
    np.savez_compressed(held, allow_pickle=False, scores=weights.choices.scores, **arrays)
    files = {
        GRAPH: weights.graph,
        VOCABULARY: weights.vocabulary,
        LINKS: held.getvalue(),
        CHOICES: _written(weights.choices),
    }
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return files | {MANIFEST: json.dumps({"sha256": hashes}, indent=1).encode()}


def _small(array: "NDArray[np.generic]") -> "NDArray[np.generic]":
    return array.astype("int16") if array.dtype.kind == "i" else array


def _written(choices: Choices) -> bytes:
    taste, rules, sure = choices.taste, choices.linker.rules, choices.confidence
    kept = {
        "taste": {"exact": taste.exact, "near": taste.near, "cost": dict(taste.cost)},
        "rules": {"source": rules.source, "across": rules.across, "steal": rules.steal},
        "confidence": {"weights": list(sure.weights), "base": sure.base},
        "least": choices.least,
    }
    return json.dumps(kept, indent=1).encode()
