"""The terms that BM25 counts."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest

from retrieval.text.search_terms import search_terms
from retrieval.text.stems import snowball_stems


def test_terms_are_stems_in_order_without_stop_words():
    assert search_terms("When were the Cats running?") == ["when", "were", "cat", "run"]


def test_repeated_words_stay_since_they_are_counted():
    assert search_terms("Land, lands and landing") == ["land", "land", "land"]


def test_a_number_is_looked_up_in_its_parts():
    assert search_terms("$4.85 billion") == ["4", "85", "billion"]


def test_a_text_of_stop_words_has_no_terms():
    assert search_terms("") == search_terms("of the") == []


def test_irregular_forms_are_left_as_they_are():
    assert snowball_stems(["walked", "won", "stable"]) == ["walk", "won", "stabl"]


def test_threads_do_not_disturb_each_other():
    texts = [f"running{number} cats ruled cities {number}" for number in range(400)]
    alone = [search_terms(text) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(search_terms, texts * 5)) == alone * 5


@pytest.mark.parametrize(
    ("written", "otherwise", "language"),
    [
        (unicodedata.normalize("NFD", "Bảo tàng"), "Bảo tàng", "vi"),
        (unicodedata.normalize("NFD", "합창단"), "합창단", "ko"),
        ("самолет", "самолёт", "ru"),
        ("ﾌﾟｰﾙ", "プール", "ja"),
        ("１９９８年", "1998年", "zh"),
        ("٢٥", "25", "ar"),
        ("२५", "25", "hi"),
        # He leads, she leads.
        ("يقود", "تقود", "ar"),
        ("İzmir", "izmir", "de"),
    ],
)
def test_what_is_written_otherwise_is_the_same(written, otherwise, language):
    assert search_terms(written, language) == search_terms(otherwise, language)
