"""The commands in each language, by the rules of Discord."""

import re

import pytest
from discord import Locale, app_commands

from bot.discord.command_words import CommandWords, message_name
from bot.discord.sync import definition_hash
from bot.localisation.catalogue import read_messages
from bot.localisation.languages import LANGUAGES, SOURCE
from bot.localisation.words import ENGLISH, words_in
from loopback.commands import check_commands

OTHERS = [language for language in LANGUAGES if language != SOURCE]
NAMED = re.compile("command-|option-|menu-")


class _Collector(app_commands.Translator):
    """Notes what there is to translate, with its English."""

    def __init__(self):
        self.found = {}

    async def translate(self, string, _locale, context):
        self.found[message_name(context)] = string.message


async def payloads(tree, translator):
    return [await each.get_translated_payload(tree, translator) for each in tree.get_commands()]


async def test_the_catalogue_has_the_english_of_every_command_as_the_code_has_it(world):
    async with world() as w:
        tree = w.bot().tree
        collector = _Collector()
        await payloads(tree, collector)
        written = {name for name in read_messages(SOURCE) if NAMED.match(name)}
        wanted = {name for name in collector.found if not name.endswith("-name")}
        assert wanted <= written <= set(collector.found)
        assert {name: ENGLISH.say(name) for name in written} == {
            name: collector.found[name] for name in written
        }


async def test_discord_takes_the_commands_in_every_language(world):
    async with world() as w:
        tree = w.bot().tree
        commands = await payloads(tree, CommandWords())
        assert check_commands(commands) == []
        (ask,) = [one for one in commands if one["name"] == "ask"]
        assert ask["name_localizations"]["de"] == "fragen"
        assert ask["name_localizations"]["zh-TW"] == ask["name_localizations"]["zh-CN"] == "提问"
        assert ask["options"][0]["name_localizations"]["es-419"] == "pregunta"
        for item in commands:
            described = item.get("description_localizations") or item["name_localizations"]
            assert len(described) == len(OTHERS) + 2, item["name"]  # es-419 and zh-TW beside them


async def test_discord_is_told_again_when_a_translation_changes(world):
    async with world() as w:
        tree = w.bot().tree
        now = await definition_hash(tree)
        assert await definition_hash(tree) == now

        class Other(CommandWords):
            async def translate(self, string, locale, context):
                said = await super().translate(string, locale, context)
                return said if locale is not Locale.german or said is None else f"{said}x"

        await tree.set_translator(Other())
        assert await definition_hash(tree) != now


def called(command, words):
    """What a command is called in a language, with the groups that it is in."""
    parts = command.qualified_name.split(" ")
    names = [f"command-{'-'.join(parts[: n + 1])}-name" for n in range(len(parts))]
    return " ".join(
        words.say(name) if words.has(name) else part
        for part, name in zip(parts, names, strict=True)
    )


async def test_texts_name_the_commands_as_their_language_calls_them(world):
    async with world() as w:
        commands = list(w.bot().tree.walk_commands())
    for language in LANGUAGES:
        names = {called(command, words_in(language)) for command in commands}
        for name, text in read_messages(language).items():
            assert set(re.findall(r"`/([^`]+)`", text)) <= names, (language, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_buttons_and_menus_as_they_are_called(language):
    words = words_in(language)
    assert f"**{words.say('menu-ask-about-this')}**" in words.say("help-menu")
    assert f"**{words.say('follow-up')}**" in words.say("help-follow-up")
    assert f"`{words.say('option-ask-private-name')}: True`" in words.say("document-not-everyones")
