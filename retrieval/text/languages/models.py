"""Which embedding models know English only, by the names that they are published under."""

import re

from retrieval.text.languages.known import ENGLISH

__all__ = ["knows_only_english", "words_lead"]

_ENGLISH = re.compile(
    r"(?:all-(?:minilm|mpnet|distilroberta)|multi-qa-|msmarco-|gtr-t5|sentence-t5|bge-\w{1,9}-en"
    r"|e5-(?:small|base|large)(?:-v2)?$|gte-(?:small|base|large)$)",
    re.IGNORECASE,
)
"""Sentence Transformers' own, and those whose authors make others for other languages."""


def knows_only_english(model: str) -> bool:
    """Tell whether a model is known to have been trained on English alone."""
    return _ENGLISH.match(model.rstrip("/").rsplit("/", 1)[-1]) is not None


def words_lead(language: str, model: str) -> bool:
    """Tell whether a question is in a language that the model doesn't know."""
    return language != ENGLISH and knows_only_english(model)
