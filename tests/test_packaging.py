"""What is imported is declared, what is declared is used, and every version is pinned."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILE = tomllib.loads((ROOT / "pyproject.toml").read_text())
FORMATS = ("pdf", "html", "office", "rst")
PROJECT, BUILD = FILE["project"], FILE["build-system"]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required() -> set[str]:
    extras = [one for many in PROJECT["optional-dependencies"].values() for one in many]
    return {
        canonical(re.match(r"[\w.-]+", requirement).group())
        for requirement in [*PROJECT["dependencies"], *extras]
        if "==" not in requirement  # The benchmark's peers, pinned where they are declared.
    } - {"verbatim"}


def test_what_is_imported_is_declared_and_what_is_declared_is_used():
    result = subprocess.run(
        [sys.executable, "-P", "-m", "deptry", "bot", "retrieval", "config", "--no-ansi"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_dependency_is_pinned_to_one_version():
    pins = dict(
        line.split("==")
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if line and not line.startswith("#")
    )
    assert required() <= {canonical(name) for name in pins}
    assert "torch" in pins


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Name to version and number of hashes."""
    text = (ROOT / name).read_text()
    entries = re.findall(
        r"^([a-z0-9-]+)==([^\s;]+)[^\\]*((?:\\\n +--hash=sha256:[0-9a-f]{64} ?)+)$",
        text,
        re.MULTILINE,
    )
    return {name: (version, hashes.count("--hash")) for name, version, hashes in entries}


def test_what_the_image_runs_on_are_files_of_the_pinned_versions():
    """`make hashes` mends it after a change of constraints.txt."""
    text = (ROOT / "requirements.txt").read_text()
    found = locked("requirements.txt")
    # Of PyTorch the build without CUDA, whose version says so.
    assert found["torch"][0].endswith("+cpu")
    assert len(found) == len(re.findall("^[a-z].*==", text, re.MULTILINE))
    pins = {
        canonical(name): version
        for name, version in re.findall(
            r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE
        )
    }
    assert {
        name: version.removesuffix("+cpu") for name, (version, _) in found.items() if name in pins
    } == {name: pins[name] for name in found if name in pins}
    formats = [one for name in FORMATS for one in PROJECT["optional-dependencies"][name]]
    run_on = {
        canonical(re.match(r"[\w.-]+", one).group()) for one in [*PROJECT["dependencies"], *formats]
    }
    assert run_on <= set(found)
    assert not [name for name in found if name.startswith(("nvidia-", "cuda-"))]


def test_the_build_backend_is_one_version_whose_files_are_known():
    (backend,) = BUILD["requires"]
    name, version = backend.split("==")
    assert locked("requirements-build.txt")[name][0] == version


@pytest.mark.parametrize("name", ["bot", "retrieval", "config"])
def test_no_other_distribution_owns_our_package_names(name):
    assert set(packages_distributions().get(name, [])) <= {"verbatim"}
