import pytest

from retrieval.answering.confidence.file_paths import gives_path

SETTINGS = "Tern reads its settings from `/etc/tern/tern.toml`."


@pytest.mark.parametrize(
    ("question", "sentence", "gives"),
    [
        ("where is the config file", SETTINGS, True),
        ("where are the settings", "Options are kept in ~/.ternrc/options.", True),
        ("config file location", SETTINGS, True),
        ("where do I find the log file", "It logs to %APPDATA%\\tern\\out.", True),
        ("where is the database", "All data lies in data/tern.db.", True),
        ("where are backups", "A backup is written to D:\\safe\\tern.", True),
        ("where is the log file", SETTINGS, False),
        ("where is the config file", "Change the settings with care.", False),
        ("where is the harbour", SETTINGS, False),
        ("what is the config file", SETTINGS, False),
    ],
)
def test_a_path_of_the_kind_that_is_asked_for(question, sentence, gives):
    assert gives_path(question, sentence) is gives
