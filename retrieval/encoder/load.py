"""Open the embedding model: from its export, made on the first start, or on torch if need be."""

import importlib.metadata
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from retrieval.encoder.exported import folder_of, read
from retrieval.encoder.files import read_json, write_json
from retrieval.encoder.models import fingerprint_of, resolve_model
from retrieval.encoder.protocol import Encoder
from retrieval.errors import ModelUnavailableError

__all__ = ["open_encoder"]

_logger = logging.getLogger(__name__)


def open_encoder(
    model: str,
    *,
    cache: Path,
    threads: int = 0,
    notify: Callable[[str], None] | None = None,
    head: Path | None = None,
) -> Encoder:
    """Open a model; the first time, export it into the cache.

    Args:
        model: the default's name, a folder, or a name on the Hugging Face hub.
        cache: the folder of exported models; it is made when it is missing.
        threads: threads for one run of the model; 0 = the processors this process may use.
        head: trained weights for the token vectors (see `retrieval.encoder.head`), used when they
            belong to this model.
        notify: told, in one sentence, about a preparation that takes a while.

    Raises:
        ModelUnavailableError: the model can't be found or loaded; the message says what to do.
    """
    cache = cache.expanduser().absolute()
    encoder = _open_exported(model, cache, head, threads)
    if encoder is not None:
        return encoder
    reason = _reason_noted(model, cache, head)
    if reason is None:
        (notify or _logger.info)(f"Preparing the model {model}, once …")
        reason = _export(model, cache, head)
        encoder = _open_exported(model, cache, head, threads) if reason is None else None
    if encoder is not None:
        return encoder
    _logger.warning(
        "The model %s runs on sentence-transformers, which takes seconds longer to start: %s",
        model,
        reason or "its export can't be read back",
    )
    from retrieval.encoder.sentence_transformer import SentenceTransformerEncoder

    source = resolve_model(model, cache=cache)
    if source.folder is None:
        raise ModelUnavailableError(f"The model {model} is gone: set VERBATIM_MODEL anew")
    fingerprint = fingerprint_of(source.folder, cache=cache)
    return SentenceTransformerEncoder(source, fingerprint=fingerprint, threads=threads)


def _open_exported(model: str, cache: Path, head: Path | None, threads: int) -> Encoder | None:
    folder = _export_folder(model, cache, head)
    export = read(folder) if folder is not None else None
    if export is None:
        return None
    from retrieval.encoder.onnx import OnnxEncoder

    return OnnxEncoder(export, name=model, threads=threads)


def _export_folder(model: str, cache: Path, head: Path | None) -> Path | None:
    import onnxruntime

    source = resolve_model(model, cache=cache)
    if source.folder is None:
        return None
    fingerprint = fingerprint_of(source.folder, cache=cache)
    if head is not None:
        from retrieval.encoder.head import read_head

        weights = read_head(head)
        fingerprint = weights.fingerprint() if weights.model == fingerprint else fingerprint
    return folder_of(cache, fingerprint, onnxruntime.__version__)


def _export(model: str, cache: Path, head: Path | None) -> str | None:
    """Run the exporter; None when it succeeded, else why there is no export."""
    command = [sys.executable, "-P", "-m", "retrieval.encoder.export", model, "--cache", str(cache)]
    if head is not None:
        command += ["--head", str(head)]
    # Its messages are about torch's inner life; what matters is in the last line.
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    try:
        outcome = json.loads(done.stdout.rstrip().rpartition("\n")[2])
        kind, reason = outcome["outcome"], outcome.get("reason", "")
    except (ValueError, KeyError, TypeError):
        _logger.debug("The exporter ended with %s: %s", done.returncode, done.stderr[-4000:])
        return f"its exporter ended with status {done.returncode}"
    if kind == "exported":
        return None
    if kind == "unavailable":
        raise ModelUnavailableError(reason)
    if kind == "not written":
        return f"the cache folder {cache} can't be written ({reason}); set VERBATIM_CACHE"
    _note_reason(model, cache, head, reason)
    return f"it can't be exported ({reason})"


def _note_file(model: str, cache: Path, head: Path | None) -> Path | None:
    folder = _export_folder(model, cache, head)
    return None if folder is None else folder.with_name(f"{folder.name}.not-exportable.json")


def _reason_noted(model: str, cache: Path, head: Path | None) -> str | None:
    """Tell why an earlier export failed, if the same torch would only fail again."""
    file = _note_file(model, cache, head)
    note = read_json(file) if file is not None else {}
    same = note.get("torch") == importlib.metadata.version("torch")
    return f"it can't be exported ({note['reason']})" if note and same else None


def _note_reason(model: str, cache: Path, head: Path | None, reason: str) -> None:
    file = _note_file(model, cache, head)
    if file is not None:
        write_json(file, {"reason": reason, "torch": importlib.metadata.version("torch")})
