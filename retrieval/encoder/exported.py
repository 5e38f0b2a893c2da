"""An exported model on disk: what is in its folder, and whether it is still what was written.

Every byte is compared with its checksum whenever an export is read. XXH3 (Collet 2019) takes 0.02 s
for the default model's hundred megabytes, which a start can afford; it is there to notice damage,
since whoever may change the files could change what is written about them, too.
"""

import json
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import xxhash

from retrieval.atomic import sync
from retrieval.encoder.files import read_json, write_json

__all__ = [
    "DESCRIPTION",
    "GRAPH",
    "TOKENIZER",
    "Export",
    "Kind",
    "describe",
    "folder_of",
    "publish",
    "read",
]

GRAPH = "model.onnx"
WEIGHTS = "model.bin"
TOKENIZER = "tokenizer.json"
DESCRIPTION = "encoder.json"

_FORMAT = 6
_CHECKSUM = "checksum"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How texts of one kind, questions or passages, are put to the model."""

    prompt: str
    """Written before each text."""
    prompt_tokens: int
    """Tokens of the prompt, the leading special ones included."""
    max_length: int
    """Longest input in tokens, special tokens and prompt included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """An exported model: everything the runtime needs to know besides graph and tokenizer."""

    fingerprint: str
    dimension: int
    width: int
    """Length of a token vector."""
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    query: Kind
    passage: Kind
    pad_id: int
    pad_left: bool
    pools_prompt: bool
    """False: the prompt's tokens take part in attention, but not in the sentence vector."""
    largest_difference: float
    """Between this graph and sentence-transformers, over the sample it was checked on."""
    question_graph: str = GRAPH
    """The file that questions run on: the graph itself, or one with lighter weights."""
    folder: Path = field(default=Path(), compare=False)


def folder_of(cache: Path, fingerprint: str, runtime: str) -> Path:
    """Name the folder of an export: a graph optimised by one runtime is for that runtime."""
    version = ".".join(runtime.split(".")[:2])
    return cache / "encoders" / f"{fingerprint[:32]}-{_FORMAT}-onnxruntime-{version}"


def read(folder: Path) -> Export | None:
    """Read an export; None when there is none or when a byte of it is not what was written."""
    description = read_json(folder / DESCRIPTION)
    try:
        if description.pop(_CHECKSUM) != _checksum_of(description):
            return None
        files = description["files"].items()
        if not all(_file_checksum(folder / name) == known for name, known in files):
            return None
        export = dict(description["export"])
        for kind in ("query", "passage"):
            export[kind] = Kind(**export[kind])
        for names in ("inputs", "outputs"):
            export[names] = tuple(export[names])
        return Export(**export, folder=folder)
    except (KeyError, TypeError, AttributeError, OSError):
        return None


def describe(folder: Path, export: Export) -> None:
    """Write the description of a finished export beside its files, with their checksums.

    Raises:
        OSError: a file can't be read, or what is described can't be brought to the disk.
    """
    facts = asdict(export)
    del facts["folder"]
    paths = [path for path in sorted(folder.iterdir()) if path.name != DESCRIPTION]
    for path in paths:
        sync(path)
    files = {path.name: _file_checksum(path) for path in paths}
    description = {"export": facts, "files": files}
    write_json(folder / DESCRIPTION, {**description, _CHECKSUM: _checksum_of(description)})


def publish(partial: Path, folder: Path) -> None:
    """Move a described export to its place at once; whatever was there goes away."""
    if folder.exists():
        # A folder can't replace another one, so the damaged one steps aside first.
        damaged = folder.with_name(f".{folder.name}.{uuid.uuid4().hex}")
        folder.rename(damaged)
        shutil.rmtree(damaged, ignore_errors=True)
    partial.rename(folder)
    sync(folder.parent)


def _checksum_of(description: Mapping[str, Any]) -> str:
    return xxhash.xxh3_128_hexdigest(json.dumps(description, sort_keys=True).encode())


def _file_checksum(path: Path) -> str:
    """Hash a file through one small buffer: what is mapped to be hashed would count as memory."""
    digest = xxhash.xxh3_128()
    chunk = memoryview(bytearray(_CHUNK))
    with path.open("rb", buffering=0) as file:
        while read := file.readinto(chunk):
            digest.update(chunk[:read])
    return digest.hexdigest()
