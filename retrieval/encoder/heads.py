"""Where the token head of a model is: the one that ships, or one that its owner has trained.

``retrieval.training.train_head`` makes a head for a model. It belongs to the files of that model
alone, whatever they are called, so heads are looked through until one says that it does.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.encoder.head import SHIPPED_HEAD, TokenHead, read_head

__all__ = ["FOLDER", "SUFFIX", "find_head", "own_heads", "place_for_head"]

FOLDER = "heads"
"""The folder of heads beside that of a model, and in the cache of exported models."""
SUFFIX = ".npz"
_FINGERPRINT = 16
"""Characters of a fingerprint that tell models apart."""


def find_head(
    fingerprint: str, folder: Path, *, cache: Path, head: Path | None = SHIPPED_HEAD
) -> TokenHead | None:
    """Return the head of a model; None where it has none.

    Args:
        fingerprint: The model's.
        folder: The model's.
        cache: The folder of exported models.
        head: The one that is asked first; None: the model is used without any.

    Raises:
        ModelUnavailableError: A file that was looked into is no head.
    """
    if head is None:
        return None
    heads = (read_head(file) for file in (head, *own_heads(folder, cache=cache)))
    return next((one for one in heads if one.model == fingerprint), None)


def own_heads(folder: Path, *, cache: Path) -> Sequence[Path]:
    """List the heads that lie beside a model's folder and in the cache, by their names."""
    return [file for place in (folder.parent / FOLDER, cache / FOLDER) for file in _heads_in(place)]


def place_for_head(fingerprint: str, folder: Path, *, cache: Path, is_own: bool) -> Path:
    """Name the file where `find_head` will find a model's head.

    Args:
        fingerprint: The model's.
        folder: The model's.
        cache: The folder of exported models.
        is_own: The folder is the owner's, and not one that a hub's library keeps.
    """
    if is_own:
        return folder.parent / FOLDER / f"{folder.name}{SUFFIX}"
    return cache / FOLDER / f"{fingerprint[:_FINGERPRINT]}{SUFFIX}"


def _heads_in(folder: Path) -> Iterator[Path]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        # Most have none.
        return
    yield from (file for file in files if file.suffix == SUFFIX)
