"""What is a question, what a message asks, and which document is meant."""

from types import SimpleNamespace

import pytest

from bot.discord.cogs.ask import document_choices, essence, resolve_document
from bot.discord.mentions import looks_like_a_question, mentions
from retrieval.domain import DocumentInfo


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Who built it?", True),
        ("who built the lighthouse", True),
        ("And how much did they pay for it", True),
        ("hi, what are the opening hours", True),
        ("The harbour opens at six?", True),
        ("灯台は誰が建てましたか？", True),
        ("متى بنيت المنارة؟", True),
        ("I like the lighthouse.", False),
        ("whoever comes", False),
        ("is it", False),
        ("", False),
    ],
)
def test_what_looks_like_a_question(text, question):
    assert looks_like_a_question(text) is question


def test_a_long_message_is_reduced_to_its_questions_or_its_beginning():
    story = "We walked along the shore for hours and saw nothing at all. " * 10
    assert essence(f"{story} Who built the lighthouse? {story}") == "Who built the lighthouse?"
    beginning = essence(story)
    assert len(beginning) <= 500
    assert story.startswith(beginning)
    assert essence(" short \n one ") == "short one"


def test_the_bots_own_role_is_a_mention_of_it_and_another_role_is_not():
    me = SimpleNamespace(id=1)
    guild = SimpleNamespace(self_role=SimpleNamespace(id=5))

    def message(*roles, users=()):
        return SimpleNamespace(
            guild=guild,
            mentions=[SimpleNamespace(id=user) for user in users],
            role_mentions=[SimpleNamespace(id=role) for role in roles],
        )

    assert mentions(message(5), me)
    assert mentions(message(users=(1,)), me)
    assert not mentions(message(6), me)
    assert not mentions(message(users=(2,)), me)


def document(path, title, sha="0"):
    return DocumentInfo(
        path=path, title=title, author=None, sentences=1, characters=1, sha256=sha * 64
    )


LONG = "folder/" + "x" * 200 + ".md"
DOCUMENTS = (
    document("a.md", "The Guide"),
    document("b.md", "Guidelines"),
    document(LONG, "Long " * 40, "f"),
    document("empty.md", ""),
)


def test_documents_are_offered_beginnings_first_within_discords_limits():
    offered = document_choices("guide", DOCUMENTS)
    assert [choice.name for choice in offered] == ["Guidelines", "The Guide"]
    (long,) = document_choices("long", DOCUMENTS)
    assert len(long.name) <= 100
    assert len(long.value) <= 100
    assert resolve_document(long.value, DOCUMENTS) == LONG
    assert [choice.name for choice in document_choices("empty", DOCUMENTS)] == ["empty.md"]
    assert len(document_choices("", DOCUMENTS * 20)) == 25


def test_documents_of_equal_content_and_long_names_are_told_apart():
    alike = tuple(document(f"{folder}/{LONG}", "Chat", "f") for folder in ("old", "new"))
    chosen = [resolve_document(choice.value, alike) for choice in document_choices("", alike)]
    assert chosen == [one.path for one in alike]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("a.md", "a.md"),
        ("the guide", "a.md"),
        ("lines", "b.md"),
        ("guide", None),
        ("nothing", None),
    ],
)
def test_a_typed_name_is_resolved_only_when_it_is_clear(given, path):
    assert resolve_document(given, DOCUMENTS) == path
