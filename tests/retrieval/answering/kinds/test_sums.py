import pytest

from retrieval.answering.kinds.sums import asks_for_sum, names_sum


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("how much did the club pay for the roof", True),
        ("What is the entry fee?", True),
        ("how much does a pass cost", True),
        ("how much water does it hold", False),
        ("what costume did he wear", False),
        ("how long does it take", False),
    ],
)
def test_questions_for_a_sum(question, asks):
    assert asks_for_sum(question) is asks


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It was sold for $4.5 billion.", True),
        ("The fee is 25 euros a year.", True),
        ("Entry is 12 € for adults.", True),
        ("A sword is 300 gold.", True),
        ("They hold 60 percent of it.", False),
        ("It took 25 days.", False),
    ],
)
def test_sentences_that_name_one(sentence, names):
    assert names_sum(sentence) is names


def test_a_sum_may_be_counted_in_anything():
    assert names_sum("You can also buy a heron from the ferryman for 30 shells each.")
    assert not names_sum("The barn rents by the day.")
