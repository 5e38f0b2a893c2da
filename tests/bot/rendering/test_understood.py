"""As what a question was understood."""

import pytest

from bot.localisation.words import words_in
from bot.rendering.understood import understood_text
from retrieval.domain import Answer, Confidence, Level


@pytest.mark.parametrize(
    ("language", "understood", "said"),
    [
        ("en", "why? (about: the harbour)", "why? (about: the harbour)"),
        ("de", "why? (about: the harbour)", "why? (zu: the harbour)"),
        ("ja", "a? (about: b c) · d?", "a? (話題: b c) · d?"),
        ("de", "why?", "why?"),
        ("de", None, None),
    ],
)
def test_what_it_is_about_is_said_in_the_language_of_the_reader(language, understood, said):
    answer = Answer(
        question="why?",
        answered=False,
        confidence=Confidence(probability=0.1, level=Level.LOW),
        passages=(),
        more=(),
        build_id="b",
        understood_as=understood,
    )
    assert understood_text(answer, words_in(language)) == said
