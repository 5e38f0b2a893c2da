"""The arrows between the packages, checked on what is really imported."""

import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import config
import retrieval

ROOT = Path(__file__).parent.parent

HEAVY = {"torch", "faiss", "discord", "sentence_transformers", "transformers", "onnxruntime"}


def modules_loaded_by(code: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after running the code."""
    report = "import json, sys; print(json.dumps(list(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


def loaded_by(code: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after running the code."""
    return {name.split(".")[0] for name in modules_loaded_by(code)}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check a source tree against the contracts in its pyproject.toml."""
    code = "from importlinter.cli import lint_imports_command as check; check()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


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
        "retrieval.encoder.torch_graph",
        "retrieval.training",
    )
    names = [
        name
        for name in modules_of(retrieval)
        if not f"{name}.".startswith(tuple(f"{prefix}." for prefix in allowed))
    ]
    imports = "\n".join(f"import {name}" for name in names)
    assert not loaded_by(imports) & {"torch", "sentence_transformers"}


def test_only_the_vector_indexes_name_faiss():
    root = Path(retrieval.__file__).parent
    naming = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"^\s*(import|from) faiss\b", path.read_text(), re.MULTILINE)
    ]
    assert sorted(naming) == ["store/files/approximate.py", "store/files/dense.py"]


def test_the_source_keeps_to_the_contracts():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("bot/app/limits.py", "import discord", "Only bot/discord/ knows Discord"),
        ("bot/cli/ask.py", "from bot.discord import client", "Only the commands that need Discord"),
        ("retrieval/ranking/fusion.py", "import faiss", "Only retrieval/store/files/ knows FAISS"),
        ("bot/cli/status.py", "from retrieval.store.files import current", "Only open_store knows"),
        ("retrieval/errors.py", "def f():\n    import config.load", "retrieval/ knows neither"),
        ("config/load.py", "import retrieval.errors", "config/ knows neither"),
    ],
)
def test_an_import_across_a_border_breaks_its_contract(tmp_path, file, line, contract):
    for package in ("bot", "config", "retrieval"):
        shutil.copytree(ROOT / package, tmp_path / package)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as source:
        source.write(f"\n\n{line}\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    (broken,) = [each for each in result.stdout.splitlines() if each.endswith(" BROKEN")]
    assert broken.startswith(contract)


@pytest.mark.parametrize("name", ["app", "http", "rendering", "storage", "terminal"])
def test_what_serves_every_door_loads_nothing_of_discord(name):
    package = importlib.import_module(f"bot.{name}")
    names = modules_of(package)
    loaded = modules_loaded_by("\n".join(f"import {each}" for each in names))
    assert set(names) <= loaded
    assert not [each for each in loaded if each.startswith(("discord", "bot.discord"))]
