import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.confidence.on_its_page import pairs_together, worst_stranger
from retrieval.text.words import content_stems, read, stems

ABSENT = frozenset({"zephyrboard", "quoll"})
PAGE = (
    "a key of the service account opens, on most days, the kayak shed. paddles lie there. no guests"
)


def rarity(stem):
    return 1.0 if stem in ABSENT else 0.3


def stranger(missing, *texts, met=0.4):
    """Of words that are met by so much and stand neither in nor near a sentence."""
    words = read(f"? so {missing}")
    return worst_stranger(words, {one.stem: 1 - met for one in words}, rarity, texts)


@pytest.mark.parametrize("name", ["Lambda", "EC2", "wsl2", "Zephyrboard", "a kayak for Quoll"])
def test_a_name_that_a_document_never_has(name):
    assert stranger(name, PAGE) == pytest.approx(0.6)
    assert stranger(name, PAGE, met=0.9) == pytest.approx(0.1)


@pytest.mark.parametrize(
    "word",
    [
        "lambda",  # may be any word,
        "Kayak",  # stands there,
        "Paddle",  # stands there in another form,
        "2024",  # is a number,
        "Monday Please",  # or is asked of anything.
    ],
)
def test_what_is_no_strange_name(word):
    assert stranger(word, f"{PAGE} on mondays") == 0


def test_the_worst_name_counts():
    words = read("? so Lambda Kafka")
    lost = {"lambda": 0.3, "kafka": 0.7}
    assert worst_stranger(words, lost, rarity, [PAGE]) == 0.7
    assert worst_stranger(words, lost, rarity, [PAGE, "kafka"]) == 0.3


def test_a_document_is_read_only_where_a_name_is_missing():
    def unread():
        raise AssertionError("read")
        yield ""

    words = read("? so paddle 2024 Please")
    assert worst_stranger(words, dict.fromkeys(stems("paddle please"), 1.0), rarity, unread()) == 0


def together(question, *pages):
    return pairs_together(read(question), content_stems(question), rarity, pages)


@pytest.mark.parametrize(
    ("question", "pairs"),
    [
        ("where is the service account key", 2),
        ("where is the account service", 1),
        ("how do i open kayak sheds", 1),
        # Neighbours of the question that stand far from one another on the page, or not at all.
        ("is the account shed closed", 0),
        ("is the guest account free", 0),
        # Not neighbours in the question; what is asked of anything is about nothing.
        ("which service has an account", 0),
        ("which account needs a key", 0),
        ("service service", 0),
        ("", 0),
    ],
)
def test_neighbouring_words_that_a_page_has_together(question, pairs):
    assert together(question, PAGE) == pairs


def test_pairs_are_counted_once_each_and_two_at_most():
    assert together("service account", PAGE, PAGE) == 1
    assert together("service account key opens kayak shed", PAGE) == 2
    assert together("service account", "service", "account") == 0


@given(
    st.lists(st.sampled_from("kayak paddle service account Quoll".split()), max_size=6),
    st.text("acepklsuy. ", max_size=60),
)
def test_figures_stay_in_their_bounds(words, page):
    asked = " ".join(words)
    assert together(asked, page) in (0, 1, 2)
    assert 0 <= stranger(asked, page) <= 0.6
