"""What make does before and around the real commands, with stand-ins for Python and Verbatim."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PYTHON = """#!/bin/sh
# Stands in for a Python: makes an environment whose python is this script, with or without pip.
[ "$1" != -P ] || shift
case "$1 $2" in
"-m venv")
    mkdir -p "$3/bin" "$3/lib/python3.11/site-packages"
    cp "$0" "$3/bin/python"
    touch "$3/pyvenv.cfg"
    [ -z "$WITHOUT_ENSUREPIP" ] || exit 1
    touch "$3/lib/python3.11/site-packages/pip" ;;
"-m pip")
    [ -e "$(dirname "$0")/../lib/python3.11/site-packages/pip" ] || exit 1
    echo "pip $*" >> pip.log ;;
esac
"""


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A folder with what make reads, and a Python to name to it."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    executable(tmp_path / "python", PYTHON)
    return tmp_path


def executable(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)


def make(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "PYTHON=./python", *arguments],
        cwd=checkout,
        # Run by a make of our own, it would say which folder it enters.
        env={n: value for n, value in os.environ.items() if not n.startswith(("MAKE", "MFLAGS"))}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_environment_that_cannot_be_made_leaves_nothing_and_says_what_is_missing(checkout):
    done = make(checkout, ".venv/.installed", WITHOUT_ENSUREPIP="yes")
    assert done.returncode == 2
    assert "apt install python3-venv" in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_half_made_environment_is_made_again(checkout):
    half = subprocess.run(
        ["./python", "-m", "venv", ".venv"],
        cwd=checkout,
        env=os.environ | {"WITHOUT_ENSUREPIP": "yes"},
        check=False,
    )
    assert half.returncode == 1
    assert (checkout / ".venv" / "bin" / "python").exists()
    (checkout / ".venv" / "stale").write_text("of another Python")

    done = make(checkout, ".venv/.installed")

    assert done.returncode == 0, done.stderr
    assert not (checkout / ".venv" / "stale").exists()
    assert "--editable .[formats]" in (checkout / "pip.log").read_text()


def test_what_was_there_before_is_not_removed_when_making_fails(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "notes.txt").write_text("mine")
    done = make(checkout, ".venv/.installed", WITHOUT_ENSUREPIP="yes")
    assert done.returncode == 2
    assert (checkout / ".venv" / "notes.txt").read_text() == "mine"


def test_an_environment_that_works_is_kept_when_the_requirements_change(checkout):
    assert make(checkout, ".venv/.installed").returncode == 0
    (checkout / ".venv" / "kept").write_text("")
    (checkout / ".venv" / ".installed").unlink()
    assert make(checkout, ".venv/.installed").returncode == 0
    assert (checkout / ".venv" / "kept").exists()


VERBATIM = """#!/bin/sh
# Stands in for the command: says what it was asked to do.
for word; do printf '<%s>' "$word"; done
echo
"""


def test_help_is_the_list_of_commands_alone(checkout):
    told = make(checkout).stdout.splitlines()
    head, *rest = (checkout / "Makefile").read_text().partition("\n\n")
    assert told == [line.removeprefix("# ") for line in head.splitlines() if line != "#"]
    assert "# " in "".join(rest)  # What is written about the rules stays there.


def test_tests_may_keep_what_they_compile_whatever_the_environment_says(checkout):
    assert make(checkout, ".venv/.installed-dev").returncode == 0
    executable(
        checkout / ".venv" / "bin" / "python", '#!/bin/sh\necho "[$PYTHONDONTWRITEBYTECODE]"\n'
    )
    for goal in ("test", "test-all"):
        assert make(checkout, goal, PYTHONDONTWRITEBYTECODE="1").stdout == "[]\n"


def test_the_demo_shows_the_question_before_its_answer_and_then_what_to_type_next(checkout):
    assert make(checkout, ".venv/.installed").returncode == 0
    executable(checkout / ".venv" / "bin" / "verbatim", VERBATIM)
    done = make(checkout, "demo")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "<index>",
        "",
        """$ .venv/bin/verbatim ask "who supplies Azerbaijan's drones\"""",
        "",
        "<ask><who supplies Azerbaijan's drones>",
        "Next, with your own files in seeds/:  .venv/bin/verbatim index && .venv/bin/verbatim repl",
    ]
    typed = done.stdout.splitlines()[2].removeprefix("$ ")
    again = subprocess.run(
        ["sh", "-c", typed], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert again.stdout == "<ask><who supplies Azerbaijan's drones>\n"


SKOPEO = """#!/bin/sh
# Stands in for the program that asks a registry.
image=docker://docker.io/library/python:3.11-slim-bookworm
[ "$*" = "inspect --format {{.Digest}} $image" ] || exit 1
echo "$ANSWER"
"""


@pytest.mark.parametrize("named", ["", "@sha256:" + "0" * 64])
def test_the_base_image_is_named_by_the_digest_of_its_registry(checkout, named):
    dockerfile = checkout / "Dockerfile"
    line = "ARG PYTHON_IMAGE=python:3.11-slim-bookworm"
    dockerfile.write_text(f"# A comment\n{line}{named}\n\nFROM ${{PYTHON_IMAGE}} AS build\n")
    executable(checkout / "bin" / "skopeo", SKOPEO)
    path = f"{checkout / 'bin'}:{os.environ['PATH']}"

    before = dockerfile.read_text()
    done = make(checkout, "base-image", PATH=path, ANSWER="manifest unknown")
    assert done.returncode == 2
    assert "is no digest: manifest unknown" in done.stderr
    assert dockerfile.read_text() == before

    digest = "sha256:" + "5e" * 32
    assert make(checkout, "base-image", PATH=path, ANSWER=digest).returncode == 0
    assert dockerfile.read_text().splitlines()[1] == f"{line}@{digest}"


def test_a_benchmark_without_questions_is_one_sentence_before_anything_large_is_installed(checkout):
    bench = checkout / "tests" / "bench"
    shutil.copytree(ROOT / "tests" / "bench", bench)
    assert make(checkout, ".venv/.installed").returncode == 0
    executable(checkout / ".venv" / "bin" / "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (checkout / "half" / "corpus").mkdir(parents=True)
    for folder, lacks in (
        ("../nowhere", "no corpus/ and no questions.jsonl"),
        ("half", "no questions.jsonl"),
    ):
        done = make(checkout, "bench", f"BENCH={folder}")
        complaint, stopped = done.stderr.splitlines()
        assert done.returncode == 2
        assert complaint.startswith(f"{folder} holds {lacks}: name an evaluation folder")
        assert "BENCH=FOLDER" in complaint
        assert "SQuAD 2.0" in complaint
        assert stopped.startswith("make: ***")
        assert not (checkout / ".venv-bench").exists()


def test_the_comparison_itself_ends_in_the_same_sentence(tmp_path):
    compare = ROOT / "tests" / "bench" / "compare.py"
    done = subprocess.run(
        [sys.executable, str(compare), str(tmp_path / "nowhere")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "nowhere holds no corpus/" in done.stderr
