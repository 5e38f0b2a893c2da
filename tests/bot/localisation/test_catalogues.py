"""What the program says and what the catalogues hold are the same, in every language."""

import ast
import re
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot.localisation.languages import LANGUAGES, SOURCE

ROOT = Path(bot.__file__).parent
LOCALES = ROOT / "locales"
OTHERS = [language for language in LANGUAGES if language != SOURCE]
COMMANDS = re.compile("command-|option-|menu-")
"""Of these the code knows no literal names: `test_commands` compares them with the commands."""


class _Variables(Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node):  # noqa: N802 - the library's name
        self.found.add(node.id.name)


def variables_in(message):
    visitor = _Variables()
    visitor.visit(message)
    return visitor.found


def entries(language):
    """Every entry of a language, with its file's name."""
    for file in sorted((LOCALES / language).iterdir()):
        for entry in FluentResource(file.read_text(encoding="utf-8")).body:
            yield file.name, entry


def messages(language):
    return {
        entry.id.name: entry for _, entry in entries(language) if isinstance(entry, ftl.Message)
    }


ENGLISH = messages(SOURCE)


def said_in(file):
    """The messages that a module says, each with the names of its values."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        says = isinstance(node.func, ast.Attribute) and node.func.attr == "say"
        tells = isinstance(node.func, ast.Name) and node.func.id == "Phrase"
        if says or tells:
            (name,) = node.args
            assert isinstance(name, ast.Constant), f"{file}:{node.lineno} says no literal name"
            yield name.value, {keyword.arg for keyword in node.keywords}


SAID = [
    (name, values)
    for file in ROOT.rglob("*.py")
    if "localisation" not in file.parts and file.name != "command_words.py"
    for name, values in said_in(file)
]


def test_there_is_a_folder_for_each_language():
    assert {folder.name for folder in LOCALES.iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_understood_and_stands_once(language):
    names = []
    for file, entry in entries(language):
        assert not isinstance(entry, ftl.Junk | ftl.Term), (file, entry.content)
        if isinstance(entry, ftl.Message):
            assert entry.value is not None, (file, entry.id.name)
            assert not entry.attributes, (file, entry.id.name)
            names.append(entry.id.name)
    assert len(names) == len(set(names))


def test_what_is_said_is_in_the_catalogue_with_the_same_values():
    assert [name for name, _ in SAID if name not in ENGLISH] == []
    assert [name for name, values in SAID if values != variables_in(ENGLISH[name])] == []


def test_what_is_in_the_catalogue_is_said():
    said = {name for name, _ in SAID}
    assert [name for name in ENGLISH if name not in said and not COMMANDS.match(name)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_messages_with_the_same_values(language):
    found = messages(language)
    assert list(found) == list(ENGLISH)
    assert [n for n in ENGLISH if variables_in(found[n]) != variables_in(ENGLISH[n])] == []


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_names_the_same_places(language):
    """What is typed, emoji and bold words survive the translation."""
    found = messages(language)
    kept = re.compile(r"`verbatim[^`]*`|`VERBATIM[^`]*`|[👍👎]|\*\*")
    for name, message in ENGLISH.items():
        texts = [sorted(kept.findall(_written(one))) for one in (message, found[name])]
        # A language with other plurals says the same more or less often.
        assert set(texts[0]) == set(texts[1]), name


def _written(message):
    return message.value.span and "".join(_texts(message.value))


def _texts(pattern):
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            yield element.value
        elif isinstance(element.expression, ftl.SelectExpression):
            for variant in element.expression.variants:
                yield from _texts(variant.value)


@pytest.mark.parametrize(
    ("language", "categories"),
    [
        ("ru", {"one", "few", "many", "other"}),
        ("ja", {"other"}),
        ("tr", {"other"}),
        ("zh-CN", {"other"}),
    ],
)
def test_plurals_are_those_of_the_language(language, categories):
    """Turkish counts nouns in the singular, and Japanese and Chinese don't count them at all."""
    for name, message in messages(language).items():
        for element in message.value.elements:
            expression = getattr(element, "expression", None)
            if not isinstance(expression, ftl.SelectExpression):
                continue
            keys = {getattr(variant.key, "name", None) for variant in expression.variants}
            levels = keys == {"high", "medium", "low"}
            assert levels or keys == categories, (name, keys)
