import math

import pytest

from retrieval.errors import IndexDamagedError
from retrieval.store.files.lexical import LexicalIndex, windows

TEXTS = ["Rollo ruled Normandy.", "The cats were running.", "Normandy lies by the sea.", ""]


@pytest.fixture(scope="module")
def lexical():
    return LexicalIndex.build(TEXTS)


def test_a_score_by_hand(lexical):
    # "Normandy" is in 2 texts of 4, "rollo" in 1, "viking" in none; "the" is a stop word.
    normandy, rollo, viking = (math.log1p((4 - n + 0.5) / (n + 0.5)) for n in (2, 1, 0))
    # Words a text: 3, 3 ("the" is none), 3 (nor "by"), and 1 since each needs one; 2.5 on average.
    frequency = 1 / (1 + 0.9 * (1 - 0.4 + 0.4 * 3 / 2.5))
    whole = normandy + rollo + viking
    expected = [frequency * (normandy + rollo) / whole, 0, frequency * normandy / whole, 0]
    assert lexical.scores("Rollo the viking: Normandy?") == pytest.approx(expected, rel=1e-5)


def test_forms_of_a_word_are_one_word(lexical):
    assert lexical.scores("Which cat runs?")[1] > 0


def test_a_question_about_something_else_scores_nothing(lexical):
    assert lexical.scores("quantum chromodynamics").tolist() == [0, 0, 0, 0]
    assert lexical.scores("").tolist() == [0, 0, 0, 0]
    assert lexical.scores("the of").tolist() == [0, 0, 0, 0]


def test_words_that_no_text_has_lower_the_score(lexical):
    assert lexical.scores("Rollo")[0] > lexical.scores("Rollo chromodynamics")[0] > 0


@pytest.mark.parametrize("texts", [[""], ["the", "of"], ["one"]])
def test_the_smallest_corpora(texts):
    lexical = LexicalIndex.build(texts)
    assert len(lexical.scores("one two")) == len(texts)


def test_it_comes_back_from_disk(lexical, tmp_path):
    lexical.save(tmp_path / "lexical")
    again = LexicalIndex.load(tmp_path / "lexical")
    assert (
        again.scores("Rollo of Normandy").tolist() == lexical.scores("Rollo of Normandy").tolist()
    )


def test_a_damaged_index_says_what_to_do(tmp_path, worded):
    with pytest.raises(IndexDamagedError, check=worded("verbatim index")):
        LexicalIndex.load(tmp_path / "nothing")


def test_windows_stay_inside_their_context_and_carry_the_title():
    assert windows(["a", "b", "c", "d"], [0, 0, 0, 3], "T") == ["a b T", "a b c T", "b c T", "d T"]
