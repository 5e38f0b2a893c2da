"""Models on the Hugging Face hub: found in its cache on this machine, or fetched once."""

import sys
from pathlib import Path, PurePosixPath

from retrieval.encoder.models import USE_DEFAULT_MODEL
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["fetch_model", "first_line"]

_LOOKUP_SECONDS = 10
# Copies of the same weights for other runtimes.
_UNUSED = ("onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot", "*.onnx")


def fetch_model(
    model: str, *, setting: str = "model", otherwise: Remedy = USE_DEFAULT_MODEL
) -> Path:
    """Bring a model to this machine, in the hub's own cache, and tell its folder.

    Args:
        model: ``owner/name``, or a bare name of one of Sentence Transformers' own.
        setting: which setting named it.
        otherwise: what its user may do instead.

    Raises:
        ModelUnavailableError: there is no such model, or the hub can't be reached.
    """
    import huggingface_hub
    from huggingface_hub.errors import LocalEntryNotFoundError, RepositoryNotFoundError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    repository = model if "/" in model else f"sentence-transformers/{model}"
    try:
        folder = Path(huggingface_hub.snapshot_download(repository, local_files_only=True))
        if any(folder.rglob("*.safetensors")) or any(folder.rglob("*.bin")):
            return folder
    except (LocalEntryNotFoundError, ValueError):
        pass
    if not sys.stderr.isatty():
        disable_progress_bars()
    try:
        # One quick question first: a download retries for minutes when there is no network.
        facts = huggingface_hub.HfApi().model_info(repository, timeout=_LOOKUP_SECONDS)
        files = [PurePosixPath(file.rfilename) for file in facts.siblings or ()]
        safe = {file.parent for file in files if file.suffix == ".safetensors"}
        pickles = [str(f) for f in files if f.suffix == ".bin" and f.parent in safe]
        ignored = [*_UNUSED, *pickles]
        return Path(huggingface_hub.snapshot_download(repository, ignore_patterns=ignored))
    except (RepositoryNotFoundError, ValueError) as error:
        raise ModelUnavailableError(
            f"There is no model {model}, neither a folder here nor on the Hugging Face hub",
            Remedy(RemedyKind.CORRECT, setting),
            otherwise,
        ) from error
    except Exception as error:
        # Everything else a network can do: no name, no route, no time, no room on the disk.
        raise ModelUnavailableError(
            f"The model {model} is not on this machine and can't be fetched from the Hugging"
            f" Face hub ({first_line(error)})",
            Remedy(RemedyKind.CONNECT),
            Remedy(RemedyKind.SET, setting, "a folder"),
            otherwise,
        ) from error


def first_line(error: BaseException) -> str:
    """Shorten another library's error to what fits into a sentence of ours."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200].rstrip(".: ") if lines else type(error).__name__
