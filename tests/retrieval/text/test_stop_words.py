"""The lists of function words: one for each use, since figures depend on how they differ."""

from retrieval.text.stop_words import (
    ANAPHORS,
    CONFIDENCE_STOP_WORDS,
    FUNCTION_WORDS,
    HASH_ENCODER_STOP_WORDS,
    SEARCH_STOP_WORDS,
    SHARED,
)

LISTS = (SEARCH_STOP_WORDS, CONFIDENCE_STOP_WORDS, FUNCTION_WORDS, HASH_ENCODER_STOP_WORDS)


def words(text: str) -> set[str]:
    return set(text.split())


def test_what_is_shared_is_what_every_list_has():
    assert frozenset.intersection(*LISTS) == SHARED


def test_a_search_looks_for_question_words_and_pronouns():
    only_lucene = words("but if into no not such then there these")
    assert only_lucene == SEARCH_STOP_WORDS - SHARED
    assert not SEARCH_STOP_WORDS & (ANAPHORS - {"it", "they", "their"})


def test_the_confidence_leaves_negations_to_themselves():
    extra = "against all among because called d kind ll name re since type until ve while year"
    extra += " hows whens wheres whos whys"
    assert words(extra) == CONFIDENCE_STOP_WORDS - FUNCTION_WORDS
    assert not CONFIDENCE_STOP_WORDS & {"no", "not", "nor"}


def test_a_conversation_has_pronouns_and_small_words_that_the_confidence_lacks():
    pronouns = "hers herself himself itself theirs themselves"
    turns = "again anything besides else further others really same too"
    small = "am doing done down few having just must my no nor not off once only out own up"
    assert words(f"{pronouns} {turns} {small}") == FUNCTION_WORDS - CONFIDENCE_STOP_WORDS


def test_a_bag_of_words_weighs_question_words_little():
    extra = "did do does from had has have he how its she were what when where which who whom"
    assert words(extra) | {"whose", "why"} == HASH_ENCODER_STOP_WORDS - SHARED
