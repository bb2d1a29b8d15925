"""The model's files: whole, or an error that says which one is not and what to do."""

import json

import pytest

from attribution.errors import ModelError
from attribution.extract.extractor import Extractor
from attribution.extract.weights import CHOICES, GRAPH, LINKS, MANIFEST, VOCABULARY, encoded, read_weights, shipped

NAMES = [GRAPH, VOCABULARY, LINKS, CHOICES, MANIFEST]


@pytest.fixture
def copied(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_bytes(shipped().joinpath(name).read_bytes())
    return tmp_path


def test_a_copy_is_as_good(copied):
    text = "“Yes,” Alder said."
    assert Extractor.load(folder=copied).attributions("a", text, ()) == Extractor.load().attributions("a", text, ())


@pytest.mark.parametrize("name", NAMES)
def test_missing(copied, name):
    (copied / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.*missing.*reinstall"):
        read_weights(copied)


@pytest.mark.parametrize("name", NAMES[:-1])
def test_damaged(copied, name):
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    with pytest.raises(ModelError, match=f"{name}.*damaged.*reinstall"):
        read_weights(copied)


@pytest.mark.parametrize(
    "manifest",
    [pytest.param(b"", id="empty"), pytest.param(b"{}", id="no-hashes"), pytest.param(b"[1]", id="a-list")],
)
def test_damaged_manifest(copied, manifest):
    (copied / MANIFEST).write_bytes(manifest)
    with pytest.raises(ModelError, match=MANIFEST):
        read_weights(copied)


def test_files_of_another_version(copied):
    import hashlib

    choices = json.loads((copied / CHOICES).read_bytes())
    del choices["taste"]
    data = json.dumps(choices).encode()
    (copied / CHOICES).write_bytes(data)
    manifest = json.loads((copied / MANIFEST).read_bytes())
    manifest["sha256"][CHOICES] = hashlib.sha256(data).hexdigest()
    (copied / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match="version"):
        read_weights(copied)


def test_written_and_read_again():
    weights = read_weights()
    again = encoded(weights)
    assert set(again) == set(NAMES)
    for name in (GRAPH, VOCABULARY):
        assert again[name] == shipped().joinpath(name).read_bytes()
    assert json.loads(again[CHOICES]) == json.loads(shipped().joinpath(CHOICES).read_bytes())


def test_the_wheel_stays_small():
    assert sum(len(shipped().joinpath(name).read_bytes()) for name in NAMES) <= 30_000_000
