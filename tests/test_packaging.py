"""What is imported is declared, what is declared is used, and every version is pinned."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


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


@pytest.mark.parametrize("name", ["bot", "retrieval", "config"])
def test_no_other_distribution_owns_our_package_names(name):
    assert set(packages_distributions().get(name, [])) <= {"verbatim"}
