import numpy as np
import pytest

from retrieval.indexing.contexts import contexts
from retrieval.indexing.features import BEFORE, QUOTABLE, SCALES, VALUES, Part, extract
from retrieval.reading import read_file
from retrieval.testing import HashEncoder
from retrieval.text.sentences.split import split_sentences

TEXT = "Rollo\n\nRollo was a Viking. He ruled Normandy.\n\n" + "\n\n".join(
    f"He met count number {n} in the {n}th year of his rule, and they made peace in the end."
    for n in range(12)
)


@pytest.fixture
def part():
    (document,) = read_file(TEXT.encode(), "rollo.txt").documents
    return Part(document=document, sentences=split_sentences(document))


def test_every_sentence_has_its_own_tokens(part):
    (features,) = extract([part], HashEncoder())
    words = [len(part.document.text[s.start : s.end].split()) for s in part.sentences]
    assert features.token_counts.tolist() == words
    rows = features.per_token[VALUES] * features.per_token[SCALES][:, np.newaxis]
    alone = HashEncoder().encode_passages(["Rollo was a Viking."]).tokens[0]
    assert np.allclose(rows[1:5], alone, atol=0.01)


def test_titles_are_not_quotable_and_contexts_are_told(part):
    (features,) = extract([part], HashEncoder())
    assert features.per_sentence[QUOTABLE].tolist() == [False] + [True] * 14
    sizes = [len(c.spans) for c in contexts(part.document, part.sentences)]
    assert len(sizes) > 1
    assert features.per_sentence[BEFORE].tolist() == [i for n in sizes for i in range(n)]


def test_parts_do_not_depend_on_each_other(part):
    first = Part(document=part.document, sentences=part.sentences[:3])
    second = Part(document=part.document, sentences=part.sentences[3:])
    for alone, together in zip(
        [extract([p], HashEncoder())[0] for p in (first, second)],
        extract([first, second], HashEncoder()),
        strict=True,
    ):
        assert np.array_equal(alone.vectors, together.vectors)
        assert np.array_equal(alone.per_token[VALUES], together.per_token[VALUES])


class ShortSighted(HashEncoder):
    """Reads five words at most, as a model with a small maximum would."""

    def encode_passages(self, texts, *, hidden=False):
        return super().encode_passages([" ".join(t.split(" ")[:5]) for t in texts], hidden=hidden)


def test_a_context_beyond_the_maximum_is_read_on():
    text = b"One two three. Four five six seven. Eight nine."
    (document,) = read_file(text, "a.txt").documents
    part = Part(document=document, sentences=split_sentences(document))
    (features,) = extract([part], ShortSighted())
    assert features.token_counts.tolist() == [3, 4, 2]


class ByFirstToken(HashEncoder):
    """Pools otherwise than by the mean."""

    def _encode(self, texts, *, hidden):
        encoded = super()._encode(texts, hidden=hidden)
        for row, tokens in enumerate(encoded.tokens):
            encoded.vectors[row] = tokens[0]
        return encoded


def test_sentences_are_read_alone_for_a_model_that_does_not_pool_by_the_mean(part):
    encoder = ByFirstToken()
    (features,) = extract([part], encoder)
    texts = [part.document.text[s.start : s.end] for s in part.sentences]
    assert np.array_equal(features.vectors, encoder.encode_passages(texts).vectors)


def test_the_real_model_reads_a_sentence_in_its_context(part, encoder):
    (features,) = extract([part], encoder)
    assert np.allclose(np.linalg.norm(features.vectors, axis=1), 1, atol=1e-5)
    alone = encoder.encode_passages(["He ruled Normandy."]).vectors[0]
    question = encoder.encode_queries(["What did Rollo rule?"]).vectors[0]
    # "He" is known to be Rollo only where his name can be seen.
    assert features.vectors[2] @ question > alone @ question
