"""Which words of a small WordNet are taken."""

from retrieval.training.thesaurus import Sense, derived, same_sense, senses

LINES = [
    "lift%1:06:00:: 0001 6 1",
    "lift%2:38:00:: 0002 1 29",
    "elevator%1:06:00:: 0001 1 20",
    "raise%2:38:00:: 0002 3 10",
    "raise%2:30:01:: 0003 1 30",
    "zzyx%1:06:00:: 0001 1 1",
]


def test_senses_have_their_share_of_a_word():
    found = senses(LINES, frozenset({"lift", "elevator", "raise"}))
    shares = {(one.word, one.synset): round(one.share, 3) for one in found}
    # A sense that was never counted has half a use, by its number.
    assert shares["elevator", ("n", "0001")] == 1
    assert shares["lift", ("v", "0002")] == round(29.5 / (29.5 + 1 + 0.5 / 6), 3)
    assert "zzyx" not in {one.word for one in found}


def test_a_pair_counts_by_the_word_that_is_mostly_used_so():
    known = senses(LINES, frozenset({"lift", "elevator", "raise"}))
    found = same_sense(known)
    assert found["elevator", "lift"] == 1
    assert 0.9 < found["lift", "raise"] < 1


def test_what_is_derived_counts_by_the_word_that_is_used_less_so():
    known = [Sense("guide", ("v", "1"), 0.9), Sense("guidance", ("n", "2"), 0.6)]
    links = [
        ((("v", "1"), "guide"), (("n", "2"), "guidance")),
        ((("v", "1"), "x"), (("n", "2"), "y")),
    ]
    assert derived(known, links) == {("guidance", "guide"): 0.6}
