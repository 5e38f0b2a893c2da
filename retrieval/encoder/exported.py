"""An exported model on disk: what is in its folder, and whether it is still what was written."""

import hashlib
import os
import shutil
import uuid
from dataclasses import asdict, dataclass, field
from pathlib import Path

from retrieval.encoder.files import read_json, write_json

__all__ = ["DESCRIPTION", "GRAPH", "TOKENIZER", "Export", "Kind", "folder_of", "publish", "read"]

GRAPH = "model.onnx"
WEIGHTS = "model.bin"
TOKENIZER = "tokenizer.json"
DESCRIPTION = "encoder.json"

_FORMAT = 3


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
    """Read an export; None when there is none or when a file is not what was written."""
    description = read_json(folder / DESCRIPTION)
    try:
        if not all(_is_intact(folder / n, facts) for n, facts in description["files"].items()):
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
    """Write the description of a finished export beside its files, with their checksums."""
    facts = asdict(export)
    del facts["folder"]
    paths = [path for path in sorted(folder.iterdir()) if path.name != DESCRIPTION]
    for path in paths:
        # The layers of a container image keep whole seconds only: other times would differ there,
        # and every start would compute the checksums again.
        seconds = int(path.stat().st_mtime)
        os.utime(path, (seconds, seconds))
    files = {path.name: {**_stamp(path), "sha256": _sha256(path)} for path in paths}
    write_json(folder / DESCRIPTION, {"export": facts, "files": files})


def publish(partial: Path, folder: Path) -> None:
    """Move a finished export to its place at once; whatever was there goes away."""
    if folder.exists():
        # A folder can't replace another one, so the damaged one steps aside first.
        damaged = folder.with_name(f".{folder.name}.{uuid.uuid4().hex}")
        folder.rename(damaged)
        shutil.rmtree(damaged, ignore_errors=True)
    partial.rename(folder)


def _is_intact(path: Path, facts: dict[str, object]) -> bool:
    stamp = _stamp(path)
    if stamp["size"] != facts["size"]:
        return False
    # Whoever changes a file changes its time, so that the checksum is only worth its tenth of
    # a second when the time differs (a copied cache has other times and the same checksums).
    return stamp["time"] == facts["time"] or _sha256(path) == facts["sha256"]


def _stamp(path: Path) -> dict[str, int]:
    status = path.stat()
    return {"size": status.st_size, "time": status.st_mtime_ns}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
