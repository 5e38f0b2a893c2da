"""Questions of one meaning are one gap."""

import numpy as np

from bot.app.gaps import SAME_MEANING, group_by_meaning


def test_each_joins_the_first_group_that_is_near_and_chains_stay_apart():
    angles = np.radians([0, 20, 40, 90])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert group_by_meaning(vectors, 0.9) == [[0, 1], [2], [3]]
    assert group_by_meaning(vectors[:0], 0.9) == []


def test_paraphrases_are_grouped_and_different_questions_not(encoder):
    questions = [
        "How tall is the mayor?",
        "What is the mayor's height?",
        "How old is the mayor?",
        "When was the treaty signed?",
        "On what date did they sign the treaty?",
        "How do I reset my password?",
        "I forgot my password, what now?",
    ]
    vectors = encoder.encode_queries(questions).vectors
    assert group_by_meaning(vectors, SAME_MEANING) == [[0, 1], [2], [3, 4], [5, 6]]
