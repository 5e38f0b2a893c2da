import pytest

from retrieval.answering.confidence.file_paths import gives_path, whose_file

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


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("where is the ssh config file", "ssh"),
        ("where is my .ssh/config file", "ssh"),
        ("in which folder are the Nginx logs", "nginx"),
        ("where is nginx config", "nginx"),
        ("what is the path of its otter database", "otter"),
        # What may stand before any such file names nothing.
        ("where is the config file", None),
        ("where is the main config file", None),
        ("where is the server's log file", None),
        ("where are the settings", None),
        ("config file location", None),
        # Nor does what is done with it.
        ("where can I change settings", None),
        ("where do you keep logs", None),
        ("where is the harbour", None),
    ],
)
def test_whose_file_is_asked_for(question, whose):
    assert whose_file(question) == whose
