"""Nothing of Verbatim runs Python files that lie in the working folder, among one's documents."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.app.wiring import core_build
from config.settings import CoreSettings
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL

ROOT = Path(__file__).parent.parent
# What Verbatim and its libraries import, its own packages among them.
NAMES = (
    *("bot", "config", "retrieval", "json", "logging", "random", "inspect", "typing"),
    *("numpy", "typer", "faiss", "onnxruntime", "torch", "transformers", "yaml", "matplotlib"),
    *("sitecustomize", "usercustomize", "pydantic", "xxhash", "sklearn", "discord"),
)
COMMANDS = (
    "{python} -P -m bot status",
    "{verbatim} ask drones",
    "{verbatim} eval questions --limit 2 --plot plot.png",
    "{verbatim} calibrate questions/questions.jsonl --dry-run",
    "{verbatim} doctor",
)


@pytest.fixture
def folder(tmp_path, encoder_cache, monkeypatch):
    """A working folder with an index, questions, and a stray file for every name."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(f"open('ran.txt', 'a').write('{name}\\n')\n")
    corpus = tmp_path / "questions" / "corpus"
    corpus.mkdir(parents=True)
    shutil.copy(ROOT / "seeds" / "armenia-israel-azerbaijan-weapons.txt", corpus)
    (corpus.parent / "questions.jsonl").write_text(
        '{"id": "1", "question": "who sells drones", "answers": []}\n' * 2
    )
    monkeypatch.setenv("VERBATIM_SEEDS", str(corpus))
    monkeypatch.setenv("VERBATIM_CACHE", str(encoder_cache))
    core_build(CoreSettings(), open_encoder(DEFAULT_MODEL, cache=encoder_cache))
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_runs_them(folder, command):
    verbatim = Path(sys.executable).with_name("verbatim")
    done = subprocess.run(
        command.format(python=sys.executable, verbatim=verbatim).split(),
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (folder / "ran.txt").exists(), (folder / "ran.txt").read_text()
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stderr
    assert "wrong in Verbatim itself" not in done.stderr


def test_a_module_of_ours_is_not_looked_for_there_even_without_the_option(folder):
    (folder / "bot.py").unlink()
    # Python itself imports these before anything of ours runs.
    for name in ("sitecustomize", "usercustomize"):
        (folder / f"{name}.py").unlink()
    subprocess.run([sys.executable, "-m", "bot", "status"], check=True, capture_output=True)
    assert not (folder / "ran.txt").exists()


@pytest.mark.parametrize(
    "path", ["README.md", "Makefile", "Dockerfile", ".ci/run", ".ci/venv", ".ci/pin"]
)
def test_no_command_that_is_written_down_does(path):
    unsafe = re.findall(r"^.*python3?[\"})]* +-[cm] .*$", (ROOT / path).read_text(), re.MULTILINE)
    assert unsafe == []
