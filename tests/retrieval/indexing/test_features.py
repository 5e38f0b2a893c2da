import numpy as np
import pytest

from retrieval.indexing.contexts import contexts
from retrieval.indexing.features import extract
from retrieval.reading import read_file
from retrieval.store.token_codes import expand
from retrieval.store.values import BEFORE, SCALES, VALUES
from retrieval.structure import structure_of
from retrieval.testing import HashEncoder
from retrieval.text.sentences.split import split_sentences

TEXT = "Rollo\n\nRollo was a Viking. He ruled Normandy.\n\n" + "\n\n".join(
    f"He met count number {n} in the {n}th year of his rule, and they made peace in the end."
    for n in range(12)
)


def cut(text, name="rollo.txt"):
    (document,) = read_file(text.encode(), name).documents
    sentences = split_sentences(document)
    return document, contexts(document, sentences, structure_of(document, sentences))


@pytest.fixture
def cut_rollo():
    return cut(TEXT)[1]


def joined(features, table, name):
    return np.concatenate([getattr(one, table)[name] for one in features])


def counts(features):
    return [count for one in features for count in one.token_counts.tolist()]


def test_every_sentence_has_its_own_tokens():
    document, parts = cut(TEXT)
    features = extract(parts, HashEncoder())
    words = [len(document.text[s.start : s.end].split()) for s in split_sentences(document)]
    assert counts(features) == words
    values = joined(features, "per_token", VALUES)
    rows = expand(values, 256) * joined(features, "per_token", SCALES)[:, np.newaxis]
    alone = HashEncoder().encode_passages(["Rollo was a Viking."]).tokens[0]
    assert np.allclose(rows[1:5], alone, atol=0.01)


def test_contexts_are_told(cut_rollo):
    features = extract(cut_rollo, HashEncoder())
    sizes = [len(context.spans) for context in cut_rollo]
    assert len(sizes) > 1
    assert joined(features, "per_sentence", BEFORE).tolist() == [i for n in sizes for i in range(n)]


def test_contexts_do_not_depend_on_each_other(cut_rollo):
    for alone, together in zip(
        [extract([context], HashEncoder())[0] for context in cut_rollo],
        extract(cut_rollo, HashEncoder()),
        strict=True,
    ):
        assert np.array_equal(alone.vectors, together.vectors)
        assert np.array_equal(alone.per_token[VALUES], together.per_token[VALUES])


class ShortSighted(HashEncoder):
    """Reads five words at most, as a model with a small maximum would."""

    def encode_passages(self, texts, *, hidden=False):
        return super().encode_passages([" ".join(t.split(" ")[:5]) for t in texts], hidden=hidden)


def test_a_context_beyond_the_maximum_is_read_on():
    _, parts = cut("One two three. Four five six seven. Eight nine.", "a.txt")
    assert counts(extract(parts, ShortSighted())) == [3, 4, 2]


class ByFirstToken(HashEncoder):
    """Pools otherwise than by the mean."""

    def _encode(self, texts, *, hidden):
        encoded = super()._encode(texts, hidden=hidden)
        for row, tokens in enumerate(encoded.tokens):
            encoded.vectors[row] = tokens[0]
        return encoded


def test_sentences_are_read_alone_for_a_model_that_does_not_pool_by_the_mean():
    encoder = ByFirstToken()
    document, parts = cut(TEXT)
    features = extract(parts, encoder)
    texts = [document.text[s.start : s.end] for s in split_sentences(document)]
    vectors = np.concatenate([one.vectors for one in features])
    expected = encoder.encode_passages(texts).vectors
    # In half precision, which changes no cosine by a thousandth.
    assert np.array_equal(vectors, expected.astype(np.float16).astype(np.float32))
    assert np.allclose(vectors @ expected.T, expected @ expected.T, atol=1e-3)


def test_the_real_model_reads_a_sentence_in_its_context(cut_rollo, encoder):
    vectors = np.concatenate([one.vectors for one in extract(cut_rollo, encoder)])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    alone = encoder.encode_passages(["He ruled Normandy."]).vectors[0]
    question = encoder.encode_queries(["What did Rollo rule?"]).vectors[0]
    # "He" is known to be Rollo only where his name can be seen.
    assert vectors[2] @ question > alone @ question
