"""Open the embedding model: from its export, made on the first start, or on torch if need be."""

import atexit
import importlib.metadata
import json
import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.encoder.device import AUTO, CPU, find_device, may_have, require_chance
from retrieval.encoder.exported import folder_of, read
from retrieval.encoder.files import read_json, write_json
from retrieval.encoder.head import SHIPPED_HEAD, TokenHead
from retrieval.encoder.heads import find_head
from retrieval.encoder.models import ModelSource, fingerprint_of, remember_folder, resolve_model
from retrieval.encoder.protocol import Encoder
from retrieval.encoder.published import check_published
from retrieval.errors import ModelUnavailableError, VerbatimError, error_from_data
from retrieval.remedies import TRY_AGAIN, Remedy, RemedyKind

if TYPE_CHECKING:
    from retrieval.encoder.onnx import OnnxEncoder

__all__ = ["locate_model", "open_encoder"]

_logger = logging.getLogger(__name__)

_SET_CACHE = Remedy(RemedyKind.SET, "cache", "a folder that can be written")


def open_encoder(
    model: str,
    *,
    cache: Path,
    threads: int = 0,
    notify: Callable[[str], None] | None = None,
    unwritable: Callable[[VerbatimError], None] | None = None,
    head: Path | None = SHIPPED_HEAD,
    device: str = CPU,
) -> Encoder:
    """Open a model; the first time, export it into the cache.

    Args:
        model: the default's name, a folder, or a name on the Hugging Face hub.
        cache: the folder of exported models; it is made when it is missing.
        threads: batches that are run at once; 0 = as many as this process has processors.
        unwritable: told why the cache can't be written, where the model has to be exported: that
            is then done in a temporary folder, which goes when the process ends.
        head: a tuned last layer with token vectors (see `retrieval.encoder.head`), used when it
            belongs to this model; else one that lies beside it or in the cache. None: no head.
        notify: told, in one sentence, about a preparation that takes a while, and which GPU is
            used, or why it can't be.
        device: what passages are encoded on (see `retrieval.encoder.device`): ``auto``, ``cpu``,
            or a device by the name that torch knows it by. Questions stay on the processors,
            but those of a model that has no export.

    Raises:
        ModelUnavailableError: the model can't be found, loaded or prepared, or the device that is
            named isn't there (which may be noticed by the first passage).
    """
    cache = cache.expanduser().absolute()
    tell = notify or _logger.info
    require_chance(device)
    source, folder = locate_model(model, cache=cache, tell=tell)
    known = _identify(source, folder, cache, head)
    encoder = _open_exported(known.export, model, threads)
    if encoder is not None:
        return _on_device(encoder, source, known, device, notify)
    # Now the model's own files are read, so that what was noted of them must be true.
    known = _identify(source, folder, cache, head, anew=True)
    reason = _reason_noted(known.export)
    if reason is None:
        tell(f"Preparing the model {model}, once …")
        folder, reason = _prepare(source, cache, known, unwritable or _log_unwritable)
        encoder = _open_exported(folder, model, threads) if reason is None else None
    if encoder is not None:
        return _on_device(encoder, source, known, device, notify)
    _logger.warning(
        "The model %s runs on sentence-transformers, which takes seconds longer to start: %s",
        model,
        reason or "its export can't be read back",
    )
    from retrieval.encoder.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(
        source,
        fingerprint=known.fingerprint,
        threads=threads,
        device=device,
        tell=tell,
        warn=notify or _logger.warning,
    )


def _on_device(
    encoder: "OnnxEncoder",
    source: ModelSource,
    known: "_Known",
    device: str,
    notify: Callable[[str], None] | None,
) -> Encoder:
    """Have passages encoded on a device, if it may be there."""
    if not may_have(device):
        return encoder
    from retrieval.encoder.on_device import FEW, DeviceEncoder, DeviceGraph

    def open_graph() -> DeviceGraph | None:
        found = find_device(device)
        if found == CPU:
            return None
        from retrieval.encoder.torch_graph import TorchGraph

        try:
            return TorchGraph(source, encoder.export, known.head, device=found)
        except ModelUnavailableError as error:
            # The export is there, and serves.
            raise RuntimeError(error.what) from error

    first = FEW if device == AUTO else 0
    tell, warn = notify or _logger.info, notify or _logger.warning
    return DeviceEncoder(encoder, open_graph, first=first, tell=tell, warn=warn)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Which model the files in a folder are."""

    fingerprint: str
    head: TokenHead | None
    """The token head, if it belongs to this model."""
    export: Path
    """The folder that its export has, or will have."""


def _identify(
    source: ModelSource, folder: Path, cache: Path, head: Path | None, *, anew: bool = False
) -> _Known:
    import onnxruntime

    fingerprint = fingerprint_of(folder, cache=cache, anew=anew)
    check_published(source, folder, fingerprint)
    own = find_head(fingerprint, folder, cache=cache, head=head)
    whole = own.fingerprint() if own else fingerprint
    export = folder_of(cache, whole, onnxruntime.__version__)
    return _Known(fingerprint=fingerprint, head=own, export=export)


def locate_model(
    model: str, *, cache: Path, tell: Callable[[str], None]
) -> tuple[ModelSource, Path]:
    """Find the folder of a model, and fetch what only a hub has.

    Args:
        model: The default's name, a folder, or a name on the Hugging Face hub.
        cache: The folder of exported models.
        tell: Told, in one sentence, that something is fetched.

    Raises:
        ModelUnavailableError: It can't be found or fetched.
    """
    source = resolve_model(model, cache=cache)
    if source.folder is not None:
        return source, source.folder
    from retrieval.encoder.hub import fetch_model

    tell(f"Fetching the model {model}, once …")
    folder = fetch_model(model)
    remember_folder(model, folder, cache=cache)
    return replace(source, folder=folder), folder


def _open_exported(folder: Path, model: str, threads: int) -> "OnnxEncoder | None":
    export = read(folder)
    if export is None:
        return None
    from retrieval.encoder.onnx import OnnxEncoder

    return OnnxEncoder(export, name=model, threads=threads)


def _prepare(
    source: ModelSource, cache: Path, known: _Known, unwritable: Callable[[VerbatimError], None]
) -> tuple[Path, str | None]:
    """Export a model into the cache, or where that can't be written into a temporary folder.

    Returns:
        The folder of the export, and None; else why there can be none.
    """
    try:
        return known.export, _export(source, cache, known)
    except _UnwritableError as error:
        elsewhere = _elsewhere(cache, error)
        unwritable(
            VerbatimError(
                f"The cache folder {cache} can't be written ({error}), so the model is prepared in"
                " a temporary folder, each time anew",
                _SET_CACHE,
            )
        )
        try:
            reason = _export(source, elsewhere, known)
        except _UnwritableError as again:
            raise _nowhere(cache, error) from again
        return elsewhere / known.export.relative_to(cache), reason


def _export(source: ModelSource, cache: Path, known: _Known) -> str | None:
    """Run the exporter; None when it succeeded, else why there can be no export.

    Raises:
        ModelUnavailableError: the model can't be loaded, or the exporter died on one whose token
            head nothing else runs: it would be another model in silence.
        _UnwritableError: the cache can't be written.
    """
    command = [sys.executable, "-P", "-m", "retrieval.encoder.export", str(source.folder)]
    command += ["--name", source.name, "--cache", str(cache)]
    if known.head is not None:
        command += ["--head", str(known.head.file)]
    # Its messages are about torch's inner life; what matters is in the last line.
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    try:
        outcome = json.loads(done.stdout.rstrip().rpartition("\n")[2])
        kind, reason = outcome["outcome"], outcome.get("reason", "")
        unavailable = error_from_data(outcome["error"]) if kind == "unavailable" else None
    except (ValueError, KeyError, TypeError):
        _logger.debug("The exporter ended with %s: %s", done.returncode, done.stderr[-4000:])
        said = f"its exporter ended with status {done.returncode}"
        if known.head is not None:
            raise ModelUnavailableError(
                f"The model {source.name} can't be prepared ({said})", TRY_AGAIN
            ) from None
        return said
    if kind == "exported":
        return None
    if unavailable is not None:
        raise unavailable
    if kind == "not written":
        raise _UnwritableError(reason)
    _note_reason(known.export, reason)
    return f"it can't be exported ({reason})"


class _UnwritableError(Exception):
    """The folder of exported models can't be written; the message is the system's."""


def _nowhere(cache: Path, error: Exception) -> ModelUnavailableError:
    return ModelUnavailableError(
        f"The model can't be prepared, because neither the cache folder {cache} can be written"
        f" ({error}) nor a temporary one",
        _SET_CACHE,
    )


def _log_unwritable(error: VerbatimError) -> None:
    _logger.warning("%s", error)


def _elsewhere(cache: Path, error: _UnwritableError) -> Path:
    """Make a folder for an export that lasts as long as this process."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="verbatim-"))
    except OSError as again:
        raise _nowhere(cache, error) from again
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _note_file(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.not-exportable.json")


def _reason_noted(folder: Path) -> str | None:
    """Tell why an earlier export failed, if the same torch would only fail again."""
    note = read_json(_note_file(folder))
    same = note.get("torch") == importlib.metadata.version("torch")
    return f"it can't be exported ({note['reason']})" if note and same else None


def _note_reason(folder: Path, reason: str) -> None:
    torch = importlib.metadata.version("torch")
    with suppress(OSError):
        write_json(_note_file(folder), {"reason": reason, "torch": torch})
