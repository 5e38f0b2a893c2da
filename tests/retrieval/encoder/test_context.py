"""Sentences get the tokens that the model read inside their paragraph."""

import numpy as np
import pytest

from retrieval.encoder.context import Paragraph, encode_in_context
from retrieval.testing import HashEncoder


def paragraph(*sentences):
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return Paragraph(text=text, sentences=tuple(spans))


def test_each_sentence_gets_its_own_words():
    encoder = HashEncoder()
    first, second = encode_in_context(
        encoder, [paragraph("Drones fly.", "They land."), paragraph("Alone")]
    )
    own = encoder.encode_passages(["Drones fly.", "They land.", "Alone"])
    for tokens, ids in zip([*first, *second], own.token_ids, strict=True):
        np.testing.assert_array_equal(tokens.ids, ids)
        assert len(tokens.vectors) == len(ids)


def test_a_paragraph_without_sentences_has_none():
    assert encode_in_context(HashEncoder(), [Paragraph(text="", sentences=())]) == ((),)


def test_the_same_words_in_another_paragraph_have_other_vectors(encoder):
    ((_, israel), (_, museum)) = encode_in_context(
        encoder,
        [
            paragraph("Israel built drones.", "It sold them."),
            paragraph("The museum lost paintings.", "It sold them."),
        ],
    )
    np.testing.assert_array_equal(israel.ids, museum.ids)
    likeness = (israel.vectors * museum.vectors).sum(axis=1)
    assert likeness.max() < 0.95


@pytest.mark.parametrize("words", [60, 120, 400])
def test_a_paragraph_over_the_maximum_is_read_in_pieces(encoder, words):
    sentences = [f"Sentence {n} says {'word ' * words}end." for n in range(5)]
    ((*found,),) = encode_in_context(encoder, [paragraph(*sentences)])
    alone = encoder.encode_passages(sentences)
    for tokens, ids in zip(found, alone.token_ids, strict=True):
        np.testing.assert_array_equal(tokens.ids, ids)
