"""The arrows between the packages, checked on what is really imported."""

import json
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import config
import retrieval

HEAVY = {"torch", "faiss", "discord", "sentence_transformers", "transformers", "onnxruntime"}


def loaded_by(code: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after running the code."""
    report = "import json, sys; print(json.dumps([name.split('.')[0] for name in sys.modules]))"
    result = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


def modules_of(package) -> list[str]:
    found = pkgutil.walk_packages(package.__path__, prefix=f"{package.__name__}.")
    return sorted(module.name for module in found)


def test_the_command_line_loads_nothing_heavy():
    loaded = loaded_by("import bot.cli")
    assert not loaded & (HEAVY | {"numpy", "pydantic"})


@pytest.mark.parametrize("package", [retrieval, config])
def test_the_lower_packages_know_neither_the_bot_nor_discord(package):
    imports = "\n".join(f"import {name}" for name in modules_of(package))
    loaded = loaded_by(imports)
    other = ({"retrieval", "config"} - {package.__name__}).pop()
    assert package.__name__ in loaded
    assert not loaded & {"bot", "discord", other}


def test_only_exporting_and_training_load_torch():
    allowed = (
        "retrieval.encoder.agreement",
        "retrieval.encoder.export",
        "retrieval.encoder.graph",
        "retrieval.training",
    )
    names = [
        name
        for name in modules_of(retrieval)
        if not f"{name}.".startswith(tuple(f"{prefix}." for prefix in allowed))
    ]
    imports = "\n".join(f"import {name}" for name in names)
    assert not loaded_by(imports) & {"torch", "sentence_transformers"}


def test_only_the_dense_module_names_faiss():
    root = Path(retrieval.__file__).parent
    naming = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"^\s*(import|from) faiss\b", path.read_text(), re.MULTILINE)
    ]
    assert naming == ["store/files/dense.py"]
