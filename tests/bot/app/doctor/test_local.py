"""What `verbatim doctor` says of the files on this machine."""

import os

import pytest

from bot.app.doctor.finding import Verdict
from bot.app.doctor.local import (
    examine_device,
    examine_index,
    examine_model,
    examine_own_files,
)
from bot.app.doctor.words import examine_words
from bot.app.wiring import core_build
from config.settings import CoreSettings
from retrieval.encoder import device, models
from retrieval.store.files import reader
from retrieval.testing import HashEncoder


@pytest.fixture
def settings(tmp_path):
    return CoreSettings(seeds=tmp_path / "seeds", data=tmp_path / "data", cache=tmp_path / "cache")


def change_the_last_byte(path):
    """As a disk does it: neither size nor time tells."""
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_the_model_is_checked_in_all_its_files(settings, encoder, monkeypatch, tmp_path):
    folder = settings.cache / "encoders"
    folder.mkdir(parents=True)
    (folder / encoder.export.folder.name).symlink_to(encoder.export.folder)
    finding, _ = examine_model(settings, notify=print)
    assert finding.verdict is Verdict.GOOD
    assert "every file as it was written" in finding.text

    # The export goes on answering; a new one could not be made any more.
    monkeypatch.setattr(models, "_RECIPE", "other bytes")
    finding, opened = examine_model(settings, notify=print)
    assert finding.verdict is Verdict.BAD
    assert "is damaged" in finding.text
    assert opened is None


def test_the_device_of_a_build_is_named(settings, monkeypatch):
    monkeypatch.setattr(device, "_DRIVERS", ())
    finding = examine_device(settings)
    assert (finding.verdict, finding.text) == (
        Verdict.GOOD,
        "documents are embedded by the processors",
    )
    finding = examine_device(settings.model_copy(update={"device": "cuda:1"}))
    assert finding.verdict is Verdict.BAD
    assert "VERBATIM_DEVICE" in finding.text


def test_a_large_index_is_checked_whole(settings, monkeypatch):
    monkeypatch.setattr(reader, "_CHECKED_BYTES", 0)
    settings.seeds.mkdir()
    (settings.seeds / "a.txt").write_text("Ferries\n\nThe ferry leaves at six.\n")
    encoder = HashEncoder()
    core_build(settings, encoder)
    assert examine_index(settings, encoder).verdict is Verdict.GOOD
    (vectors,) = settings.index.rglob("vectors.faiss")
    change_the_last_byte(vectors)
    finding = examine_index(settings, encoder)
    assert finding.verdict is Verdict.BAD
    assert "vectors.faiss" in finding.text


def test_a_pinned_quotation_that_is_lost_is_named(settings):
    settings.seeds.mkdir()
    ferry = settings.seeds / "ferry.md"
    ferry.write_text("# Ferries\n\nThe ferry leaves at six.\n")
    pinned = "## When does it leave?\n\n> The ferry leaves at six.\n\n## Why?\n\nWho knows.\n"
    (settings.seeds / "pinned.md").write_text(pinned)
    encoder = HashEncoder()
    core_build(settings, encoder)
    assert examine_own_files(settings, encoder) == []
    ferry.write_text("# Ferries\n\nThe ferry leaves at seven.\n")
    core_build(settings, encoder)
    (finding,) = examine_own_files(settings, encoder)
    assert (finding.subject, finding.verdict) == ("pinned.md", Verdict.HINT)
    assert "“When does it leave?” stands in no document" in finding.text
    assert examine_own_files(settings, None) == []


def test_lines_of_the_owners_own_files_that_say_nothing_are_named(settings):
    settings.seeds.mkdir()
    (settings.seeds / "ferry.md").write_text("# Ferries\n\nThe ferry leaves at six.\n")
    (settings.seeds / "synonyms.txt").write_text("ferry = boat\nnonsense\n")
    (settings.seeds / "unhelpful.md").write_text("## When does it leave?\n")
    core_build(settings, HashEncoder())
    findings = examine_own_files(settings, HashEncoder())
    assert [(one.subject, one.verdict) for one in findings] == [
        ("synonyms.txt", Verdict.HINT),
        ("unhelpful.md", Verdict.HINT),
    ]
    assert findings[0].text.startswith("Line 2 is left out: ")
    assert findings[1].text.startswith("Line 1 is a question with no quotation")


def test_a_language_that_could_be_cut_into_words_is_named(settings, words_are_cut, monkeypatch):
    words_are_cut("zh")
    monkeypatch.setattr("retrieval.text.languages.word_cutters.find_spec", lambda name: None)
    settings.seeds.mkdir()
    (settings.seeds / "library.txt").write_text("图书馆星期一不开放。读者每次最多可以借五本书。\n")
    core_build(settings, HashEncoder())
    (finding,) = examine_words(settings, HashEncoder())
    assert (finding.subject, finding.verdict) == ("Chinese", Verdict.HINT)
    assert "pip install 'verbatim[chinese]'" in finding.advice
    assert examine_words(settings, None) == []
    monkeypatch.undo()
    assert examine_words(settings, HashEncoder()) == []
