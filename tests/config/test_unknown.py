"""Slips in the names of settings."""

import pytest

from config.load import load
from config.settings import CoreSettings
from config.unknown import unknown_settings


def test_what_is_a_setting_is_not_mentioned(monkeypatch, tmp_path):
    monkeypatch.setenv("VERBATIM_THRESHOLD", "0.5")
    monkeypatch.setenv("verbatim_log_level", "INFO")
    (tmp_path / ".env").write_text("VERBATIM_DISCORD_TOKEN=secret\nTRESHOLD=another program's\n")
    (tmp_path / "verbatim.toml").write_text('threads = 2\nSEEDS = "documents"\n')
    assert unknown_settings() == ()
    settings = load(CoreSettings)
    assert (settings.threads, str(settings.seeds)) == (2, "documents")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("VERBATIM_TRESHOLD", "VERBATIM_THRESHOLD"),
        ("VERBATIM_DISCORDTOKEN", "VERBATIM_DISCORD_TOKEN"),
        ("VERBATIM_SEED", "VERBATIM_SEEDS"),
        ("VERBATIM_LOGLEVEL", "VERBATIM_LOG_LEVEL"),
    ],
)
def test_a_misspelt_variable_is_named_with_the_nearest_setting(monkeypatch, tmp_path, name, meant):
    sentence = f"{name} is no setting; did you mean {meant}?"
    monkeypatch.setenv(name, "1")
    assert unknown_settings() == (sentence,)
    (tmp_path / ".env").write_text(f"{name}=2\n")
    assert unknown_settings() == (sentence,)
    monkeypatch.delenv(name)
    assert unknown_settings() == (sentence,)


def test_a_name_like_no_other_is_sent_to_the_list(monkeypatch):
    monkeypatch.setenv("VERBATIM_XQJ", "1")
    assert unknown_settings() == ("VERBATIM_XQJ is no setting; the README lists them all.",)


def test_in_the_toml_file_the_prefix_is_a_slip_too(tmp_path):
    (tmp_path / "verbatim.toml").write_text('modl = "x"\nVERBATIM_THREADS = 3\n[tables]\na = 1\n')
    assert unknown_settings() == (
        "VERBATIM_THREADS in verbatim.toml is no setting; did you mean threads?",
        "modl in verbatim.toml is no setting; did you mean model?",
        "tables in verbatim.toml is no setting; the README lists them all.",
    )
    assert load(CoreSettings).threads == 0


def test_files_that_cannot_be_read_are_left_to_loading(tmp_path):
    (tmp_path / "verbatim.toml").write_text("model = [unclosed\n")
    (tmp_path / ".env").write_bytes(b"VERBATIM_MODEL=\xff\xfe\n")
    assert unknown_settings() == ()


def test_values_are_never_repeated(monkeypatch):
    monkeypatch.setenv("VERBATIM_DISCORD_TOKN", "very-secret")
    (sentence,) = unknown_settings()
    assert "very-secret" not in sentence
