"""``verbatim init``: a folder to begin in, and nothing of anybody's replaced."""

import re
import stat
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from bot.app.beginning import EXAMPLE, QUESTION
from bot.cli import main
from config.example import example_settings
from config.load import load
from config.places import PREFIX
from config.settings import CoreSettings, DiscordSettings

ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_a_new_folder_has_settings_an_example_and_next_steps(run, tmp_path):
    code, out, err = run("init", "my answers")
    assert (code, err) == (0, "")
    folder = tmp_path / "my answers"
    made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    assert made == [".env", ".gitignore", "seeds", f"seeds/{EXAMPLE}"]
    assert stat.S_IMODE((folder / ".env").stat().st_mode) == 0o600
    assert out.count("+ made") == 3
    assert "  cd 'my answers'\n  verbatim index\n" in out
    assert f'verbatim ask "{QUESTION}"' in out


def test_the_settings_are_all_that_there_are_and_change_nothing(run, tmp_path, monkeypatch):
    run("init")
    text = (tmp_path / ".env").read_text()
    names = re.findall(r"^#(VERBATIM_\w+)=", text, re.MULTILINE)
    fields = [*CoreSettings.model_fields, *DiscordSettings.model_fields]
    assert names == [PREFIX + name.upper() for name in fields]
    assert load(CoreSettings) == CoreSettings(_env_file=None)
    # With every # taken away they are the same settings still.
    (tmp_path / ".env").write_text(re.sub("(?m)^#(?=VERBATIM)", "", text))
    assert load(CoreSettings) == CoreSettings(_env_file=None)
    without = DiscordSettings(_env_file=None).model_dump(exclude={"discord_token"})
    assert load(DiscordSettings).model_dump(exclude={"discord_token"}) == without
    assert max(map(len, text.splitlines())) <= 100


def test_what_is_there_stays_as_it_is(run, tmp_path):
    (tmp_path / ".env").write_text("VERBATIM_THREADS=3\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mine.txt").write_text("Mine.")
    code, out, _ = run("init")
    assert code == 0
    assert (tmp_path / ".env").read_text() == "VERBATIM_THREADS=3\n"
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["mine.txt"]
    assert "· kept  .env\n" in out
    assert "· kept  seeds\n" in out
    assert "+ made  .gitignore\n" in out
    assert "cd " not in out
    again = run("init")
    assert (again[0], "made" in again[1]) == (0, False)


@pytest.mark.parametrize("name", ["taken", "taken/deeper"])
def test_a_folder_that_cannot_be_is_one_sentence(run, tmp_path, name):
    (tmp_path / "taken").write_text("a file")
    code, out, err = run("init", name)
    assert (code, out) == (2, "")
    assert err.startswith("verbatim: ")
    assert "taken" in err
    assert err.count("\n") == 1


def test_the_example_answers_its_question(run, tmp_path, encoder_cache, monkeypatch):
    monkeypatch.setenv("VERBATIM_CACHE", str(encoder_cache))
    run("init")
    assert run("index")[0] == 0
    code, out, _ = run("ask", QUESTION)
    assert code == 0
    assert "**To add a document, put its file into this folder" in out


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_wheel_alone_is_enough(tmp_path, encoder_cache):
    """Built, installed into an environment of its own, and run where the repository is not."""
    build = [sys.executable, "-P", "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    install = [python, "-m", "pip", "install", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = home.glob("lib/python*/site-packages")
    # All that Verbatim needs, without itself: a path that is added so has no .pth files followed.
    (site / "needed.pth").write_text(str(next(Path(sys.prefix).glob("lib/python*/site-packages"))))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    settings = {
        "VERBATIM_CACHE": str(encoder_cache),
        "PATH": "/usr/bin:/bin",
        "HF_HUB_OFFLINE": "1",
    }

    def verbatim(*arguments):
        done = subprocess.run(
            [home / "bin" / "verbatim", *arguments],
            cwd=folder,
            env=settings | {"HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = subprocess.run(
        [python, "-P", "-c", "import bot; print(bot.__file__)"], capture_output=True, text=True
    )
    assert where.stdout.startswith(str(home))
    verbatim("init")
    assert "1 document" in verbatim("index")
    assert "To add a document, put its file into this folder" in verbatim("ask", QUESTION)
    assert example_settings() == (folder / ".env").read_text()
