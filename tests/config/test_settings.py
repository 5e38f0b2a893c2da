from pathlib import Path

import pytest
from pydantic import ValidationError

from config.errors import ConfigurationError
from config.load import load
from config.settings import CoreSettings, DiscordSettings


def test_the_environment_beats_the_env_file_and_that_beats_the_toml_file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text(
        'model = "from-toml"\nthreads = 1\nseeds = "toml-seeds"\n'
    )
    (tmp_path / ".env").write_text("VERBATIM_MODEL=from-env-file\nVERBATIM_THREADS=2\n")
    monkeypatch.setenv("VERBATIM_MODEL", "from-environment")

    settings = load(CoreSettings)

    assert (settings.model, settings.threads, settings.seeds.name) == (
        "from-environment",
        2,
        "toml-seeds",
    )


def test_settings_are_frozen():
    settings = load(CoreSettings)
    with pytest.raises(ValidationError):
        settings.threads = 3


@pytest.mark.parametrize(
    ("kind", "name", "value", "accepted"),
    [
        (CoreSettings, "VERBATIM_THREADS", "many", "it must be a whole number"),
        (CoreSettings, "VERBATIM_THREADS", "-1", "it must be greater than or equal to 0"),
        (CoreSettings, "VERBATIM_THRESHOLD", "1.5", "it must be less than or equal to 1"),
        (CoreSettings, "VERBATIM_MODEL", "", "it must have at least 1 character"),
        (
            CoreSettings,
            "VERBATIM_DEVICE",
            "gpu",
            "it must be auto, cpu, cuda, cuda with a number (cuda:1), or mps",
        ),
        *(
            (DiscordSettings, "VERBATIM_SOURCE_URL", value, accepted)
            for value, accepted in (
                ("example.org/{path}", "it must be a web address, https://… or http://…"),
                ("https://{path}", "it must be a web address, https://… or http://…"),
                ("javascript:{path}", "it must be a web address, https://… or http://…"),
                (
                    "https://example.org/docs",
                    "it must have {path}, where the path of the document is filled in",
                ),
                (
                    "https://example.org/{path}#L{lines}",
                    "{lines} is none of {path}, {line}, {last_line} and {page}",
                ),
                (
                    "https://example.org/{path",
                    "{path is none of {path}, {line}, {last_line} and {page}",
                ),
                ("https://example.org/a b/{path}", "a link can't have ' '; write it as %20"),
                ("https://example.org/(a)/{path}", "a link can't have '('; write it as %28"),
            )
        ),
        (DiscordSettings, "VERBATIM_LOG_FORMAT", "xml", "it must be 'auto', 'text' or 'json'"),
        (DiscordSettings, "VERBATIM_SHARD_IDS", "zero", "it must be a whole number"),
        (DiscordSettings, "VERBATIM_LOG_QUESTIONS", "perhaps", "it must be true or false"),
    ],
)
def test_a_wrong_value_names_the_variable_the_value_and_what_is_accepted(
    monkeypatch, kind, name, value, accepted
):
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as failure:
        load(kind)
    assert str(failure.value) == f"{name} is {value!r}, which is not accepted: {accepted}."


@pytest.mark.parametrize("written", ["4711", "['4711.a']", "{ a = '4711.a' }", "4711-01-01"])
def test_a_token_is_never_echoed_whatever_stands_there_instead(monkeypatch, tmp_path, written):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text(f"discord_token = {written}\n")
    with pytest.raises(ConfigurationError) as failure:
        load(DiscordSettings)
    assert str(failure.value) == (
        "discord_token in verbatim.toml is not accepted: it must be a text, in quotes."
    )


def test_a_wrong_value_in_a_file_names_the_file(monkeypatch, tmp_path):
    def said():
        with pytest.raises(ConfigurationError) as failure:
            load(CoreSettings)
        return str(failure.value).partition(",")[0]

    (tmp_path / "verbatim.toml").write_text('Threads = "many"\n')
    assert said() == "Threads in verbatim.toml is 'many'"
    (tmp_path / ".env").write_text("verbatim_threads=few\n")
    assert said() == "VERBATIM_THREADS in .env is 'few'"
    monkeypatch.setenv("VERBATIM_THREADS", "some")
    assert said() == "VERBATIM_THREADS is 'some'"


def test_of_a_long_wrong_value_the_beginning_is_shown(monkeypatch):
    monkeypatch.setenv("VERBATIM_THREADS", "many" * 1000)
    with pytest.raises(ConfigurationError) as failure:
        load(CoreSettings)
    assert str(failure.value).startswith("VERBATIM_THREADS is 'manymany")
    assert len(str(failure.value)) < 200


def test_a_toml_file_that_cannot_be_parsed_is_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text("model = [unclosed\n")
    with pytest.raises(ConfigurationError, match=r"^verbatim\.toml"):
        load(CoreSettings)


def test_an_env_file_that_is_not_text_is_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"VERBATIM_MODEL=\xff\xfe\n")
    with pytest.raises(ConfigurationError, match=r"\.env"):
        load(CoreSettings)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("VERBATIM_MODEL=good\nthis is no setting\n", 2),
        ('# a comment\n\n\nVERBATIM_DISCORD_TOKEN="very-secret\nVERBATIM_THREADS=2\n', 4),
        ("VERBATIM_THREADS=1\nVERBATIM_DISCORD_TOKEN\n", 2),
        ("VERBATIM_DISCORD_TOKEN='a'b very-secret\n", 1),
    ],
)
@pytest.mark.parametrize("kind", [CoreSettings, DiscordSettings])
def test_a_line_of_the_env_file_that_cant_be_read_is_named(
    monkeypatch, tmp_path, kind, content, line
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(content)
    with pytest.raises(ConfigurationError) as failure:
        load(kind)
    assert str(failure.value) == (
        f"Line {line} of .env can't be read; write NAME=value, with quotes at both ends of the"
        " value or at none."
    )


def test_what_other_programs_write_into_the_env_file_is_theirs(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(
        "\ufeffexport OTHER='two\nlines'\nFLAG\nVERBATIM_THREADS=3 # c\n"
    )
    assert load(CoreSettings).threads == 3


@pytest.mark.parametrize("name", [".env", "verbatim.toml"])
def test_a_file_of_settings_that_is_a_folder_or_closed_is_named(monkeypatch, tmp_path, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).mkdir()
    with pytest.raises(ConfigurationError) as failure:
        load(CoreSettings)
    assert str(failure.value) == (
        f"{name} is a folder, where a file with settings would be; rename it."
    )
    (tmp_path / name).rmdir()
    (tmp_path / name).symlink_to(name)  # As closed as to a user without rights: nothing opens it.
    monkeypatch.setattr(Path, "is_file", lambda path: path.name == name)
    with pytest.raises(ConfigurationError) as failure:
        load(CoreSettings)
    assert str(failure.value).startswith(f"{name} can't be read (too many levels")
    assert str(failure.value).endswith("the right to read it.")


def test_a_toml_file_that_cant_be_parsed_is_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verbatim.toml").write_text("threads = \n")
    with pytest.raises(ConfigurationError, match=r"^verbatim\.toml can't be read: Invalid value"):
        load(CoreSettings)


def test_an_empty_optional_setting_is_not_set(monkeypatch):
    for name in ("CACHE", "RERANKER", "THRESHOLD", "DEVICE"):
        monkeypatch.setenv(f"VERBATIM_{name}", "")
    settings = load(CoreSettings)
    assert (settings.cache, settings.reranker, settings.threshold) == (None, None, None)
    assert settings.device == "auto"


def test_lists_are_written_with_commas_or_spaces(monkeypatch):
    monkeypatch.setenv("VERBATIM_SHARD_IDS", "0, 2 5")
    assert load(DiscordSettings).shard_ids == (0, 2, 5)


def test_the_token_does_not_show_in_a_printed_settings_object(monkeypatch):
    monkeypatch.setenv("VERBATIM_DISCORD_TOKEN", "very-secret")
    settings = load(DiscordSettings)
    assert "very-secret" not in repr(settings)
    assert settings.discord_token.get_secret_value() == "very-secret"


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/{path}",
        "http://localhost:8000/{path}#L{line}-L{last_line}",
        "https://example.org/view?file={path}&page={page}",
    ],
)
def test_a_link_for_each_source_is_a_web_address_with_its_path(monkeypatch, value):
    monkeypatch.setenv("VERBATIM_SOURCE_URL", value)
    assert load(DiscordSettings).source_url == value


def test_a_link_that_is_too_long_to_show_is_refused(monkeypatch):
    monkeypatch.setenv("VERBATIM_SOURCE_URL", f"https://example.org/{'a' * 300}/{{path}}")
    with pytest.raises(ConfigurationError, match="a link has 300 characters at most"):
        load(DiscordSettings)


def test_without_a_link_for_each_source_there_is_none(monkeypatch):
    monkeypatch.setenv("VERBATIM_SOURCE_URL", "")
    assert load(DiscordSettings).source_url is None
