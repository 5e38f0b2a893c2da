"""The real command on the real article, indexed once for all the tests of the command line."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.indexing.build import build_index

ARTICLE = Path(__file__).parents[3] / "seeds" / "armenia-israel-azerbaijan-weapons.txt"


@pytest.fixture(scope="session")
def article_data(tmp_path_factory, encoder) -> Path:
    """A data folder with the article's index."""
    folder = tmp_path_factory.mktemp("article")
    (folder / "seeds").mkdir()
    shutil.copy(ARTICLE, folder / "seeds")
    build_index(folder / "seeds", folder / "data" / "index", encoder)
    return folder


@pytest.fixture
def project(article_data, encoder_cache, tmp_path, monkeypatch) -> Path:
    """A folder of one's own to work in, with the article and its index, as the settings say."""
    shutil.copytree(article_data, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("VERBATIM_DATA", "data")
    monkeypatch.setenv("VERBATIM_CACHE", str(encoder_cache))
    return tmp_path


@pytest.fixture
def in_process(project, capsys, monkeypatch) -> Callable[..., tuple[int, str, str]]:
    """Run the command in this process, which is quicker: exit code, output and errors."""
    from bot.cli import main

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run
