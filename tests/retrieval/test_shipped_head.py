import numpy as np

from retrieval.encoder.head import SHIPPED_HEAD, read_head
from retrieval.encoder.models import DEFAULT_MODEL, fingerprint_of, resolve_model


def test_it_belongs_to_the_default_model_and_is_used_with_it(encoder, tmp_path):
    folder = resolve_model(DEFAULT_MODEL, cache=tmp_path).folder
    head = read_head(SHIPPED_HEAD)
    assert head.model == fingerprint_of(folder, cache=tmp_path)
    assert encoder.fingerprint == head.fingerprint()
    assert encoder.encode_queries(["Who was Rollo?"]).tokens[0].shape[1] == 128


def test_names_count_for_more_than_small_words(encoder):
    question = "Which of the counts was the father of Rollo?"
    encoded = encoder.encode_queries([question])
    words = [question[a:b] for a, b in encoded.token_spans[0]]
    weights = dict(zip(words, encoded.weights[0].tolist(), strict=True))
    assert min(weights["counts"], weights["father"]) > 2 * max(weights["of"], weights["the"])


def test_a_sentence_that_answers_meets_the_question_better_than_its_neighbour(encoder):
    question = encoder.encode_queries(["When did Rollo become ruler of Normandy?"])
    passages = encoder.encode_passages(
        ["In 911 he was given Normandy to rule.", "Rollo had a daughter and a son."]
    )
    scores = [
        np.average((question.tokens[0] @ own.T).max(axis=1), weights=question.weights[0])
        for own in passages.tokens
    ]
    assert scores[0] > scores[1]
