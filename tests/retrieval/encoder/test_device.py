"""Which device is chosen, and that torch is left alone where it has no say."""

import subprocess
import sys

import pytest

from retrieval.encoder import device
from retrieval.encoder.device import find_device, may_have, require_chance
from retrieval.errors import ModelUnavailableError

CUDA = "from typing import Optional\ncuda: Optional[str] = '12.8'\nhip: Optional[str] = None\n"
ROCM = "cuda = None\nhip = '6.4'\n"
PROCESSORS = "__version__ = '2.13.0+cpu'\ncuda: Optional[str] = None\nhip: Optional[str] = None\n"


@pytest.fixture
def a_torch(tmp_path, monkeypatch):
    """Install another torch, of some build, on a Linux with some drivers."""
    before = sys.modules.pop("torch", None)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")

    def make(version: str, *, drivers: bool = True, body: str = "raise SystemExit"):
        (tmp_path / "torch").mkdir()
        (tmp_path / "torch" / "version.py").write_text(version)
        (tmp_path / "torch" / "__init__.py").write_text(body)
        monkeypatch.setattr(device, "_DRIVERS", (tmp_path,) if drivers else (tmp_path / "none",))

    yield make
    sys.modules.pop("torch", None)
    if before is not None:
        sys.modules["torch"] = before


def seeing(count: int, *, warning: str = "") -> str:
    warn = f"import warnings; warnings.warn({warning!r})" if warning else "pass"
    return (
        "class cuda:\n"
        "    @staticmethod\n"
        f"    def is_available():\n        {warn}\n        return {count} > 0\n"
        "    @staticmethod\n"
        f"    def device_count():\n        return {count}\n"
    )


@pytest.mark.parametrize(
    ("version", "drivers", "reason"),
    [
        (PROCESSORS, True, "the PyTorch that is installed is built for processors alone"),
        (CUDA, False, "no driver of a GPU is loaded"),
        (ROCM, False, "no driver of a GPU is loaded"),
    ],
)
def test_torch_is_not_imported_where_the_answer_is_known(a_torch, worded, version, drivers, reason):
    a_torch(version, drivers=drivers)
    assert not may_have("auto")
    assert find_device("auto") == find_device("cpu") == "cpu"
    require_chance("auto")
    for look in (require_chance, find_device):
        with pytest.raises(ModelUnavailableError, check=worded("VERBATIM_DEVICE")) as caught:
            look("cuda")
        assert str(caught.value) == f"There is no cuda here to run the model on ({reason})."
    assert "torch" not in sys.modules


@pytest.mark.parametrize("version", [CUDA, ROCM])
def test_the_first_gpu_that_torch_sees_is_taken(a_torch, version):
    a_torch(version, body=seeing(2))
    assert may_have("auto")
    assert not may_have("cpu")
    assert [find_device(name) for name in ("auto", "cuda", "cuda:1", "cpu")] == [
        "cuda:0",
        "cuda:0",
        "cuda:1",
        "cpu",
    ]
    with pytest.raises(ModelUnavailableError, match="PyTorch sees cuda:0 and cuda:1"):
        find_device("cuda:2")
    with pytest.raises(ModelUnavailableError, match="that is a Mac's"):
        find_device("mps")


def test_what_torch_says_of_a_gpu_that_it_cannot_use_is_the_reason(a_torch):
    a_torch(CUDA, body=seeing(0, warning="The NVIDIA driver is too old.\nUpdate it."))
    assert find_device("auto") == "cpu"
    with pytest.raises(ModelUnavailableError, match=r"\(The NVIDIA driver is too old\)"):
        find_device("cuda")


def test_a_torch_that_cannot_be_imported_is_no_gpu(a_torch):
    a_torch(CUDA, body="raise OSError('libcudart.so: cannot open shared object file')")
    assert find_device("auto") == "cpu"
    with pytest.raises(ModelUnavailableError, match="libcudart"):
        find_device("cuda")


def test_a_mac_has_mps_and_no_cuda(a_torch, monkeypatch):
    body = "class backends:\n class mps:\n  is_available = staticmethod(lambda: True)\n"
    a_torch(PROCESSORS, body=body)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_device("auto") == find_device("mps") == "mps"
    with pytest.raises(ModelUnavailableError, match="it is called mps"):
        find_device("cuda")


def test_a_build_of_a_few_passages_imports_no_torch(encoder_cache, encoder, tmp_path):
    """Also where there is a GPU: waking it takes longer."""
    code = f"""
import sys
from pathlib import Path
from retrieval.encoder import device
from retrieval.encoder.load import open_encoder
device._DRIVERS = (Path("/"),)
device._built_for_gpus = lambda: True
encoder = open_encoder({encoder.name!r}, cache=Path({str(encoder_cache)!r}), device="auto")
encoder.encode_queries(["Who supplies drones?"])
encoder.encode_passages(["The museum opens on Monday."] * 200)
print(type(encoder).__name__, "torch" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == ["DeviceEncoder", "False"], done.stderr
