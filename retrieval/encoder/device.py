"""Which device a model runs on besides the processors: a GPU, where torch sees one.

Only torch can tell whether it can use a GPU, and importing it takes seconds and hundreds of
megabytes. So it isn't asked where its answer is known: a build of it for processors alone says so
in a file of its own, and without a driver there is no GPU, whatever it was built for.
"""

import re
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

from retrieval.encoder.hub import first_line
from retrieval.errors import ModelUnavailableError
from retrieval.remedies import Remedy, RemedyKind

__all__ = ["AUTO", "CPU", "find_device", "may_have", "require_chance"]

AUTO = "auto"
"""A GPU where there is one, else the processors."""
CPU = "cpu"
"""The processors."""

# Of NVIDIA, of NVIDIA below Windows and on a Jetson, of AMD.
_DRIVERS = tuple(map(Path, ("/dev/nvidiactl", "/dev/dxg", "/dev/nvmap", "/dev/kfd")))
_BUILT_FOR = re.compile(r"^(?:cuda|hip)\b[^=\n]*=\s*['\"]", re.MULTILINE)
_USE_PROCESSORS = Remedy(RemedyKind.LEAVE_OUT, "device", "use what there is")


def may_have(device: str) -> bool:
    """Tell whether torch has to be asked for a device: it may be there. Never imports torch.

    Args:
        device: `AUTO`, `CPU`, or a name that torch knows.
    """
    return device != CPU and _why_impossible(device) is None


def require_chance(device: str) -> None:
    """Refuse a device by name that can't be there; as quick as `may_have`.

    Raises:
        ModelUnavailableError: It can't.
    """
    reason = None if device in (AUTO, CPU) else _why_impossible(device)
    if reason is not None:
        raise _no_device(device, reason)


def find_device(device: str) -> str:
    """Return the name of the device to use, as torch knows it; `CPU` where there is no other.

    Imports torch where `may_have` says that it has to be asked.

    Args:
        device: `AUTO`, `CPU`, or the name of a device that must be there.

    Raises:
        ModelUnavailableError: It isn't.
    """
    if device == CPU:
        return CPU
    reason = _why_impossible(device)
    if reason is None:
        found, reason = _ask_torch(device)
        if found is not None:
            return found
    if device == AUTO:
        return CPU
    raise _no_device(device, reason)


def _no_device(device: str, reason: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        f"There is no {device} here to run the model on ({reason})", _USE_PROCESSORS
    )


def _why_impossible(device: str) -> str | None:
    """Say why torch need not be asked for a device; None: it may be there."""
    is_mac = sys.platform == "darwin"
    if is_mac or device == "mps":
        if device.startswith("cuda"):
            return "on a Mac it is called mps"
        return None if is_mac else "that is a Mac's"
    if not _built_for_gpus():
        return "the PyTorch that is installed is built for processors alone"
    if sys.platform == "linux" and not any(driver.exists() for driver in _DRIVERS):
        return "no driver of a GPU is loaded"
    return None


def _built_for_gpus() -> bool:
    """Read what torch says of its build: the version in its metadata names CUDA only sometimes."""
    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return False
    try:
        said = Path(spec.origin).with_name("version.py").read_text(encoding="utf-8")
    except OSError:
        return True
    return _BUILT_FOR.search(said) is not None


def _ask_torch(device: str) -> tuple[str | None, str]:
    """Return the device as torch sees it, or None and why there is none."""
    with warnings.catch_warnings(record=True) as said:
        # "The NVIDIA driver on your system is too old", and what else keeps it from a GPU.
        warnings.simplefilter("always")
        try:
            import torch

            if sys.platform == "darwin":
                seen = ["mps"] if torch.backends.mps.is_available() else []
            else:
                count = torch.cuda.device_count() if torch.cuda.is_available() else 0
                seen = [f"cuda:{number}" for number in range(count)]
        except (ImportError, OSError, RuntimeError) as error:
            return None, f"PyTorch can't be asked: {first_line(error)}"
    wanted = seen[:1] if device in (AUTO, "cuda") else [name for name in seen if name == device]
    if wanted:
        return wanted[0], ""
    if seen:
        return None, f"PyTorch sees {' and '.join(seen)}"
    return None, first_line(Warning(str(said[-1].message))) if said else "PyTorch sees no GPU"
