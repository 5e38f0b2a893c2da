"""The Dockerfile, .dockerignore and compose.yaml agree with the project and with each other.

That the image really builds and runs is proved by `make image-check`.
"""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from bot.cli.app import app
from config.places import PREFIX
from config.settings import CoreSettings, DiscordSettings

ROOT = Path(__file__).parent.parent
COMMANDS = set(get_command(app).commands)
SETTINGS = {
    PREFIX + name.upper() for kind in (CoreSettings, DiscordSettings) for name in kind.model_fields
}
PACKAGES = set(
    tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]["packages"]
)


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [tuple(line.split(maxsplit=1)) for line in lines if line.strip()]


ALL = instructions()
STARTS = [number for number, (word, _) in enumerate(ALL) if word == "FROM"]
FINAL = ALL[STARTS[-1] :]


def final(word: str) -> str:
    """The one instruction of this kind in the last stage."""
    (rest,) = (rest for other, rest in FINAL if other == word)
    return rest


def image_environment() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in shlex.split(final("ENV")))


def copied_from_the_context() -> list[str]:
    copies = [shlex.split(rest) for word, rest in ALL if word == "COPY"]
    return [
        source.removeprefix("./")
        for copy in copies
        if not any(part.startswith("--from=") for part in copy)
        for source in [part for part in copy if not part.startswith("--")][:-1]
    ]


def compose() -> dict:
    return yaml.safe_load((ROOT / "compose.yaml").read_text())


def test_it_builds_in_two_stages():
    assert len(STARTS) == 2


def test_it_runs_as_a_numeric_user_who_is_not_root():
    user, group = final("USER").split(":")
    assert int(user) > 0
    assert int(group) > 0
    # Whatever follows USER runs as that user; whatever came before may have been root's.
    assert [word for word, _ in FINAL].index("USER") > [word for word, _ in FINAL].index("RUN")


def test_its_commands_are_commands():
    assert json.loads(final("ENTRYPOINT")) == ["verbatim"]
    assert json.loads(final("CMD")) == ["run"]
    program, command = json.loads(final("HEALTHCHECK").partition(" CMD ")[2])
    assert program == "verbatim"
    assert {"run", command} <= COMMANDS


def test_only_the_volume_needs_to_be_written():
    environment = image_environment()
    assert final("VOLUME") == environment["VERBATIM_DATA"] == "/data"
    assert Path(environment["HF_HOME"]).is_relative_to("/data")


def test_nothing_in_it_reports_home():
    environment = image_environment()
    assert environment["ORT_DISABLE_TELEMETRY"] == "1"
    assert environment["HF_HUB_DISABLE_TELEMETRY"] == "1"


def test_every_package_is_copied():
    assert set(copied_from_the_context()) >= PACKAGES | {"seeds", "pyproject.toml"}


@pytest.mark.parametrize("source", sorted(set(copied_from_the_context())))
def test_what_is_copied_exists(source):
    assert (ROOT / source).exists()


def test_dependencies_come_before_code():
    install = min(
        n for n, (word, rest) in enumerate(ALL) if word == "RUN" and "--requirement" in rest
    )
    before = {part for word, rest in ALL[:install] if word == "COPY" for part in rest.split()}
    assert before == {"requirements.txt", "requirements-build.txt", "./"}


def test_the_base_is_known_by_its_digest():
    base = dict(rest.split("=", 1) for word, rest in ALL if word == "ARG" and "=" in rest)
    assert re.fullmatch(r"python:3\.11-slim-\w+@sha256:[0-9a-f]{64}", base["PYTHON_IMAGE"])
    assert {rest.split()[0] for word, rest in ALL if word == "FROM"} == {"${PYTHON_IMAGE}"}


def test_every_package_is_a_wheel_that_is_known_by_its_hash():
    installs = [
        command
        for word, rest in ALL
        if word == "RUN"
        for command in rest.split("&&")
        if re.search(r"\bpip\b.* install ", command)
    ]
    assert len(installs) == 3
    for command in installs:
        # What has just been built here is installed without any index.
        checked = {"--require-hashes", "--no-deps", "--only-binary"} <= set(command.split())
        assert checked or "--no-index" in command
    (wheel,) = re.findall(r"pip [^&]* wheel --[^&]*", "\n".join(rest for _, rest in ALL))
    assert "--no-build-isolation" in wheel


def test_the_context_is_exactly_what_is_copied():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    let_through = [rule[1:] for rule in rules if rule.startswith("!")]
    assert sorted(let_through) == sorted(set(copied_from_the_context()))
    # Later rules win, so nothing that is kept out again may be followed by an exception.
    kept_out = [number for number, rule in enumerate(rules) if not rule.startswith("!")][1:]
    assert all(number > len(let_through) for number in kept_out)


def test_settings_in_the_image_and_in_compose_are_settings():
    named = {name for name in image_environment() if name.startswith(PREFIX)}
    assert named <= SETTINGS
    for service in compose()["services"].values():
        assert named <= set(service["environment"]) <= SETTINGS


def test_compose_keeps_to_the_places_of_the_image():
    environment = image_environment()
    for service in compose()["services"].values():
        own = {n: v for n, v in service["environment"].items() if n in environment}
        assert own.items() <= environment.items()
        mounts = dict(mount.split(":", 1) for mount in service["volumes"])
        assert mounts == {"./seeds": "/seeds:ro", "data": "/data"}
        assert environment["VERBATIM_SEEDS"] == "/seeds"
    assert set(compose()["volumes"]) == {"data"}


@pytest.mark.parametrize("name", ["index", "bot"])
def test_compose_confines_every_service(name):
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["tmpfs"] == "/tmp"  # noqa: S108 - the container's
    assert service["pids_limit"] == 256
    assert service["mem_limit"] == "1g"
    assert "ports" not in service
    assert "privileged" not in service


def test_compose_gives_a_service_only_what_it_needs():
    services = compose()["services"]
    assert services["index"]["network_mode"] == "none"
    assert services["index"]["environment"]["VERBATIM_DISCORD_TOKEN"] == ""
    # The bot talks to Discord, with the token from .env.
    assert "network_mode" not in services["bot"]
    assert "VERBATIM_DISCORD_TOKEN" not in services["bot"]["environment"]


def test_compose_indexes_before_the_bot_starts():
    services = compose()["services"]
    assert services["index"]["command"] == ["index"]
    assert "restart" not in services["index"]
    # The image's own command, and nothing else, is the bot.
    assert "command" not in services["bot"]
    assert services["bot"]["depends_on"] == {
        "index": {"condition": "service_completed_successfully"}
    }


def test_compose_names_only_arguments_that_the_build_declares():
    declared = {rest.partition("=")[0] for word, rest in ALL if word == "ARG"}
    for service in compose()["services"].values():
        assert set(service["build"].get("args", {})) <= declared
