"""Saying things in a language."""

import copy
import pickle
import re
import subprocess
import sys

import pytest
from fluent.runtime import FluentBundle, FluentResource

from bot.errors import LibraryError
from bot.localisation.catalogue import filled, read_messages
from bot.localisation.languages import LANGUAGES
from bot.localisation.words import ENGLISH, Phrase, words_in
from retrieval.errors import VerbatimError


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 document"),
        ("en", 1234, "1,234 documents"),
        ("de", 1234, "1.234 Dokumente"),
        ("fr", 0, "0 document"),
        ("fr", 2, "2 documents"),
        ("ru", 1, "1 документ"),
        ("ru", 3, "3 документа"),
        ("ru", 5, "5 документов"),
        ("ru", 11, "11 документов"),
        ("ru", 21, "21 документ"),
        ("tr", 2, "2 belge"),
        ("ja", 2, "文書 2 件"),
        ("zh-CN", 2, "2 个文档"),
    ],
)
def test_things_are_counted_as_the_language_counts_them(language, count, said):
    assert words_in(language).say("documents", count=count) == said


@pytest.mark.parametrize(("language", "said"), [("en", "1,234.50"), ("de", "1.234,50")])
def test_numbers_are_written_as_the_language_writes_them(language, said):
    assert words_in(language).decimal(1234.5, 2) == said


def test_a_name_without_a_message_is_a_mistake():
    with pytest.raises(KeyError):
        ENGLISH.say("no-such-message")


def test_what_is_told_reads_as_english_until_its_reader_is_known():
    told = Phrase("question-too-long", longest=500)
    assert told == "Please ask in at most 500 characters."
    assert words_in("de").of(told) == "Bitte frag in höchstens 500 Zeichen."
    assert words_in("de").of("500 characters") == "500 characters"


@pytest.mark.parametrize(
    "made",
    [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))],  # noqa: S301
)
def test_a_copy_of_what_is_told_is_told_in_every_language_too(made):
    told = made(Phrase("question-too-long", longest=500))
    assert words_in("fr").of(told) == "Posez votre question en 500 caractères au plus."


def test_an_error_is_told_in_the_language_of_its_reader_and_logged_in_english():
    error = LibraryError(Phrase("no-document"))
    assert str(error) == "I have no document of that name; `/sources` lists them."
    assert words_in("de").of_error(error).startswith("Ein Dokument dieses Namens")
    assert words_in("de").of_error(VerbatimError("It is full")) == "It is full."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_with_gaps_is_filled_as_fluent_fills_it(language):
    """Most messages are no more than that, and need none of Fluent, which takes long to load."""
    bundle = FluentBundle([language], use_isolating=False)
    quick = 0
    for name, written in read_messages(language).items():
        values = {gap: f"<{gap}>" for gap in re.findall(r"\$([a-z]+)", written)}
        said = filled(written, values)
        bundle.add_resource(FluentResource(written))
        by_fluent, errors = bundle.format_pattern(bundle.get_message(name).value, values)
        assert said in (None, by_fluent), name
        if said is not None:
            assert errors == []
            quick += 1
    assert quick > 300


def test_a_number_is_fluents_to_write():
    assert filled("pages = of { $pages }", {"pages": 1234}) is None
    assert filled("pages = of { $pages }", {"pages": "1234"}) == "of 1234"


def test_an_answer_in_english_is_worded_without_loading_fluent():
    code = (
        "import sys; from bot.localisation.words import ENGLISH;"
        " import bot.terminal.render; ENGLISH.say('place-line', number='3');"
        " sys.exit(any(name.startswith(('fluent', 'babel')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
