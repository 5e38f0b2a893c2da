import math

import numpy as np
import pytest

from retrieval.errors import IndexDamagedError
from retrieval.store.counted_words import CountedWords
from retrieval.store.files.lexical import LexicalBuilder, LexicalIndex
from retrieval.text.rarity import expected_shares
from retrieval.text.search_terms import search_terms

TEXTS = ["Rollo ruled Normandy.", "The cats were running.", "Normandy lies by the sea.", ""]


def made(folder, texts):
    builder = LexicalBuilder()
    builder.add(texts[:2])
    builder.add(texts[2:])
    builder.save(folder / "lexical")
    return CountedWords([LexicalIndex(folder / "lexical")], [None])


@pytest.fixture(scope="module")
def lexical(tmp_path_factory):
    return made(tmp_path_factory.mktemp("lexical"), TEXTS)


def scores(lexical, question):
    """Return the score of every text, and make sure that the best are found to have the same."""
    asked = lexical.ask(search_terms(question))
    size = len(asked.bounds)
    found = asked.scores(np.arange(size))
    rows, scores = asked.best([np.ones(size, np.bool_)], size)
    assert dict(zip(rows.tolist(), scores.tolist(), strict=True)) == {
        row: score for row, score in enumerate(found.tolist()) if score
    }
    return found


def test_a_score_by_hand(lexical):
    # "Normandy" is in 2 texts of 4, "rollo" in 1, "viking" in none; "the" is a stop word.
    normandy, rollo, viking = (math.log1p((4 - n + 0.5) / (n + 0.5)) for n in (2, 1, 0))
    # Words a text: 3, 3 ("the" is none), 3 (nor "by") and none; 2.25 on average.
    frequency = 1 / (1 + 0.9 * (1 - 0.4 + 0.4 * 3 / 2.25))
    whole = normandy + rollo + viking
    expected = [frequency * (normandy + rollo) / whole, 0, frequency * normandy / whole, 0]
    assert scores(lexical, "Rollo the viking: Normandy?") == pytest.approx(expected, rel=1e-5)


def test_forms_of_a_word_are_one_word(lexical):
    assert scores(lexical, "Which cat runs?")[1] > 0


def test_a_question_about_something_else_scores_nothing(lexical):
    assert scores(lexical, "quantum chromodynamics").tolist() == [0, 0, 0, 0]
    assert scores(lexical, "").tolist() == [0, 0, 0, 0]
    assert scores(lexical, "the of").tolist() == [0, 0, 0, 0]


def test_words_that_no_text_has_lower_the_score(lexical):
    assert scores(lexical, "Rollo")[0] > scores(lexical, "Rollo chromodynamics")[0] > 0


@pytest.mark.parametrize("texts", [[""], ["the", "of"], ["one"]])
def test_the_smallest_corpora(texts, tmp_path):
    lexical = made(tmp_path, texts)
    assert len(scores(lexical, "one two")) == len(texts)


def test_a_question_word_that_a_small_index_lacks_weighs_as_in_english(lexical):
    used = 4 * expected_shares()["when"]
    when, rollo, viking = (math.log1p((4 - n + 0.5) / (n + 0.5)) for n in (used, 1, 0))
    frequency = 1 / (1 + 0.9 * (1 - 0.4 + 0.4 * 3 / 2.25))
    expected = frequency * rollo / (when + rollo + viking)
    assert scores(lexical, "When, Rollo the viking?")[0] == pytest.approx(expected, rel=1e-5)


def test_rarity_falls_with_the_texts_that_have_a_word(lexical):
    viking, rollo, normandy = lexical.rarity(["vike", "rollo", "normandi"]).tolist()
    assert viking == 1 > rollo > normandy > 0
    assert lexical.rarity([]).tolist() == []


def test_a_damaged_index_says_what_to_do(tmp_path, worded):
    with pytest.raises(IndexDamagedError, check=worded("verbatim index")):
        LexicalIndex(tmp_path / "nothing")
