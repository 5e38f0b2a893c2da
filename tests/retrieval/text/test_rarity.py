import math

import pytest

from retrieval.text.rarity import LEAST, expected_shares, inverse_frequency


def test_large_indexes_tell_by_themselves():
    # Whatever English does, "who" is in none of these texts and "you" in 500.
    found = inverse_frequency(2000, [0, 500], ["who", "you"])
    assert found.tolist() == pytest.approx([math.log1p(2000.5 / 0.5), math.log1p(1500.5 / 500.5)])


def test_in_small_ones_a_word_is_as_common_as_in_english_by_hand():
    used = 20 * expected_shares()["who"]
    assert 1 < used < 3
    english, own, rare = inverse_frequency(20, [0, 3, 3], ["who", "who", "karabakh"])
    assert english == pytest.approx(math.log1p((20 - used + 0.5) / (used + 0.5)))
    assert own == rare == pytest.approx(math.log1p(17.5 / 3.5))


def test_without_terms_nothing_is_known_of_english():
    assert inverse_frequency(20, [0])[0] == pytest.approx(math.log1p(20.5 / 0.5))
    assert inverse_frequency(LEAST, [0], ["who"])[0] > inverse_frequency(20, [0], ["who"])[0]


def test_the_table_is_of_stems_and_shares():
    shares = expected_shares()
    assert len(shares) > 4000
    assert all(0 < share < 1 for share in shares.values())
    assert shares["from"] > shares["who"] > shares["weapon"] > shares.get("drone", 0)
