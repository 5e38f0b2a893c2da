import math

import pytest

from retrieval.text.rarity import LEAST, expected_shares, inverse_frequency


def test_large_indexes_tell_by_themselves():
    # Whatever English does, "who" is in none of these texts and "you" in 500.
    found = inverse_frequency(2000, [0, 500], ["who", "you"])
    assert found.tolist() == pytest.approx([math.log1p(2000.5 / 0.5), math.log1p(1500.5 / 500.5)])


def test_small_ones_are_filled_up_with_english_by_hand():
    share = expected_shares()["who"]
    # Of 20 texts 3 use the word, and of the 980 that are missing as many as English has.
    used = 3 + 980 * share
    expected = math.log1p((1000 - used + 0.5) / (used + 0.5))
    assert inverse_frequency(20, [3], ["who"])[0] == pytest.approx(expected)
    assert inverse_frequency(20, [3], ["karabakh"])[0] == pytest.approx(math.log1p(997.5 / 3.5))


def test_nothing_jumps_where_an_index_is_large_enough():
    below, above = (inverse_frequency(size, [70], ["who"])[0] for size in (LEAST - 1, LEAST))
    assert below == pytest.approx(above, rel=0.002)


def test_the_table_is_of_stems_and_shares():
    shares = expected_shares()
    assert len(shares) > 4000
    assert all(0 < share < 1 for share in shares.values())
    assert shares["from"] > shares["who"] > shares["weapon"] > shares.get("drone", 0)
