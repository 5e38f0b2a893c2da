"""What Discord shows comes from the catalogues, wherever it is put into a message."""

import ast
import re
from pathlib import Path

import pytest

import bot.discord

ROOT = Path(bot.discord.__file__).parent
SHOWN = {
    # Function, and what of it is shown: the position of an argument, or its name.
    "tell": (1,),
    "note_card": (0,),
    "Button": ("label",),
    "Menu": ("placeholder",),
    "Label": ("text", "description"),
    "Modal": ("title",),
    "LibraryError": (0,),
}
SAME_EVERYWHERE = {"CSV"}


def literals_in(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        for place in SHOWN.get(name, ()):
            if isinstance(place, int):
                given = node.args[place] if len(node.args) > place else None
            else:
                given = next((one.value for one in node.keywords if one.arg == place), None)
            for part in ast.walk(given) if given is not None else ():
                if isinstance(part, ast.Constant) and _worded(part.value):
                    yield f"line {part.lineno}: {name}(… {part.value!r} …)"


def _worded(value):
    """Whether a constant has words of its own: names of messages have no capitals or spaces."""
    if not isinstance(value, str) or value in SAME_EVERYWHERE:
        return False
    words = re.findall(r"[A-Za-z]+", value)
    return (len(words) > 1 and " " in value.strip()) or any(word[0].isupper() for word in words)


@pytest.mark.parametrize("call", ['tell(i, "Only here.")', 'Button(label="More")'])
def test_a_literal_is_found(call):
    assert len(list(literals_in(ast.parse(call)))) == 1


def test_nothing_is_shown_that_no_catalogue_has():
    found = {
        f"{file.relative_to(ROOT)}, {literal}"
        for file in sorted(ROOT.rglob("*.py"))
        for literal in literals_in(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert found == set()
