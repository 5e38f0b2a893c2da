"""The README and .env.example name every setting and every command, and no other."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli.app import app
from config.places import PREFIX
from config.settings import CoreSettings, DiscordSettings

ROOT = Path(__file__).parent.parent
FIELDS = {
    PREFIX + name.upper(): field
    for kind in (CoreSettings, DiscordSettings)
    for name, field in kind.model_fields.items()
}
COMMANDS = sorted(get_command(app).commands)


def default_of(field) -> str:
    if field.default is None or field.default == ():
        return ""
    value = field.default
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_example_file_lists_every_setting_with_its_default():
    lines = (ROOT / ".env.example").read_text().splitlines()
    listed = dict(re.findall(r"^#?(VERBATIM_\w+)=(.*)$", line)[0] for line in lines if "=" in line)
    assert listed == {name: default_of(field) for name, field in FIELDS.items()}


def test_the_readme_lists_every_setting_with_its_default_and_meaning():
    rows = re.findall(
        r"^\| `(VERBATIM_\w+)` \| (?:`([^`]*)`)? ?\| (.+?) \|$",
        (ROOT / "README.md").read_text(),
        re.MULTILINE,
    )
    listed = {name: (default, meaning) for name, default, meaning in rows}
    assert listed == {
        name: (default_of(field), field.description) for name, field in FIELDS.items()
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command):
    assert f"verbatim {command}" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_its_help(command):
    assert f"verbatim {command}" in get_command(app).commands[command].help
