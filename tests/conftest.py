"""What every test stands on: nobody's settings, nobody's home, and the real model at hand."""

import gc
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.rendering.errors import for_terminal
from postgres_server import PostgresServer, why_there_is_none
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL
from retrieval.encoder.protocol import Encoder
from retrieval.errors import VerbatimError
from retrieval.text.languages import cutting, matching, word_cutters

# Read when the hub's library is imported, so it can't wait for a fixture; processes that tests
# start inherit it.
os.environ["HF_HUB_OFFLINE"] = "1"
# Several processes of tests share the processors. What torch divides among threads is small here,
# and they wait for each other at full speed: on a busy machine, for most of the time of a test.
os.environ["OMP_NUM_THREADS"] = "1"

# How long an example takes says more about the machine's other work than about the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


# While tests are collected, everything stays that comes: looking for what could go, again and
# again, was a third of the work.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on, look for garbage among what the tests make, not in what was collected."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deal out the tests among several processes, if `make test` or somebody has several."""
    if config.getvalue("dist") != "loadfile":
        return None
    from scheduling import TorchTogether

    return TorchTogether(config, log)


_LANGUAGE = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}


@pytest.fixture(autouse=True)
def isolated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's settings, token, home, language and working folder out of every test."""
    for name in list(os.environ):
        if name.startswith(("VERBATIM_", "DISCORD_")) or name in _LANGUAGE:
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (("CACHE", "cache"), ("CONFIG", "config"), ("DATA", "data")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.chdir(tmp_path)


_CUTTERS = dict(word_cutters.CUTTERS)


def _forget_words() -> None:
    """Forget how words were cut, which is remembered as long as a process lives."""
    for remembered in (word_cutters.cutter_of, cutting._terms_of, matching.cut, matching._cut):
        remembered.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def pairs_of_characters() -> Iterator[None]:
    """Search in pairs of characters, whatever is installed."""
    word_cutters.CUTTERS.clear()
    _forget_words()
    yield
    word_cutters.CUTTERS.update(_CUTTERS)


@pytest.fixture
def words_are_cut() -> Iterator[Callable[[str], None]]:
    """Return what has the words of a language cut; it skips where nothing here does."""

    def cut(language: str) -> None:
        cutter = _CUTTERS[language]
        if not cutter.is_installed:
            pytest.skip(f"'verbatim[{cutter.extra}]' is not installed")
        word_cutters.CUTTERS[language] = cutter
        _forget_words()

    yield cut
    word_cutters.CUTTERS.clear()
    _forget_words()


@pytest.fixture(scope="session")
def encoder_cache(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of exported models: kept from run to run, since an export takes a while."""
    cache = getattr(request.config, "cache", None)
    return Path(cache.mkdir("encoders")) if cache else tmp_path_factory.mktemp("encoders")


@pytest.fixture(scope="session")
def encoder(encoder_cache: Path) -> Encoder:
    """The packaged model itself, from its export."""
    return open_encoder(DEFAULT_MODEL, cache=encoder_cache, threads=2)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this run's own, in which a test makes a database for itself."""
    reason = why_there_is_none()
    if reason is not None:
        pytest.skip(reason)
    server = PostgresServer()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def own_server(postgres: PostgresServer) -> Iterator[PostgresServer]:
    """A server that nobody else's tests use."""
    server = type(postgres)()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def worded() -> Callable[[str], Callable[[VerbatimError], bool]]:
    """Look for a pattern in what the terminal says of an error: ``check=worded("…")``."""
    return lambda pattern: lambda error: re.search(pattern, for_terminal(error)) is not None
